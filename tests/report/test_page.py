"""The page that is written, without a browser: what it says, what it carries, what it cannot do."""

import json
import re
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from importlib import resources
from typing import Any

import pytest

Written, Carried = Callable[[Any], str], Callable[[Any], dict[str, Any]]
STYLE = resources.files("vnparty_nlp.report").joinpath("report.css").read_text("utf-8")


class Elements(HTMLParser):
    """All elements of a page, and the text outside script and style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._silent = False
        self.feed(html)
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._silent = tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self._silent = self._silent and tag not in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def test_the_top_says_what_this_is(output: Any, written: Written) -> None:
    text = Elements(written(output)).text
    for said in (
        "Báo cáo chỉ nêu sự việc được ghi trong văn bản",
        "không đánh giá con người",
        "quyết định",
        "linear-1",
        "phiên bản 1.1",
        "3 văn bản",
        "1 đọc đủ",
        "1 đọc một phần",
        "1 không đọc được",
        "9 sự việc",
        "3 Cần người quyết định",
        "3 Đã đối chiếu danh sách",
        "1 Thiếu thông tin",
        "2 Ghi nhận chung",
        "1 Chỉ để đối chiếu",
    ):
        assert said in text, said


def test_the_time_of_the_run_is_local(
    output: Any, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    time.tzset()
    try:
        assert "Lập lúc 03:26 ngày 29/5/2026" in Elements(written(output)).text
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_missing_purpose_is_said_aloud(output: Any, written: Written) -> None:
    assert "Chưa nêu mục đích và căn cứ pháp lý" in Elements(written(output)).text


def test_the_purpose_stands_as_given(output: Any, written: Written) -> None:
    purpose = "Rà soát thu nộp đảng phí năm 2023 theo Kế hoạch số 12-KH/ĐU"
    text = Elements(written(replace(output, run={"purpose": purpose}))).text
    assert f"Mục đích và căn cứ pháp lý {purpose}" in text
    assert "Chưa nêu" not in text


def test_documents_that_failed_stand_first_with_their_remedy(output: Any, written: Written) -> None:
    text = Elements(written(output)).text
    assert "quet-hong.pdf không đọc được Tệp PDF bị cắt cụt. Hãy xin lại tệp gốc." in text
    assert text.index("quet-hong.pdf") < text.index("17-QĐ/ĐU") < text.index("06-BB/CB")


def test_without_javascript_documents_are_listed_and_the_rest_is_explained(
    output: Any, written: Written
) -> None:
    html = written(output)
    assert "cần JavaScript" in html[html.index("<noscript>") : html.index("</noscript>")]
    assert html.count("<tr data-status=") == 3
    assert '<div class="workbench" hidden>' in html


def test_a_run_without_findings_has_a_report(output: Any, written: Written) -> None:
    assert "0 sự việc" in Elements(written(replace(output, findings=[]))).text


def test_the_data_hold_every_finding_in_reading_order(output: Any, carried: Carried) -> None:
    mixed = replace(output, findings=[*output.findings[::-1]])
    data = carried(mixed)
    assert [document["id"] for document in data["documents"]] == ["bb-thang-6", "qd-khen"]
    assert {f["id"] for f in data["findings"]} == {f["finding_id"] for f in output.findings}
    places = [(f["document"], f["paragraph"], f["evidence"]) for f in data["findings"]]
    assert [place[0] for place in places] == [0] * 9 + [1]
    texts = [_evidence(data, f) for f in data["findings"][:9]]
    whole = output.documents[0]["text"]
    assert sorted(texts, key=whole.index) == texts


def _evidence(data: dict[str, Any], finding: dict[str, Any]) -> str:
    start, end = finding["evidence"]
    text: str = data["documents"][finding["document"]]["paragraphs"][finding["paragraph"]]
    return text[start:end]


def test_a_copy_of_a_document_shows_no_finding_twice(output: Any, carried: Carried) -> None:
    copy = {**output.documents[0], "source": "/du-lieu/ban-sao.pdf"}
    data = carried(replace(output, documents=[*output.documents, copy]))
    assert len(data["findings"]) == 10
    assert len(data["documents"]) == 2


# Nothing is added up, grouped or ordered by person.


def test_members_stand_only_in_the_subject_of_a_finding(output: Any, carried: Carried) -> None:
    data = carried(output)
    members = {"DV017", "DV021", "DV044", "DV003", "DV001", "DV030"}
    for finding in data["findings"]:
        finding.pop("subject")
    assert not [member for member in members if member in json.dumps(data)]


def test_another_person_changes_nothing_but_the_subject(output: Any, carried: Carried) -> None:
    """One person for all, each apart, or ids in opposite order: the page is the same."""
    findings = output.findings
    for names in (["DV9"] * 10, [f"DV{n}" for n in range(10)], [f"DV{99 - n}" for n in range(10)]):
        swapped = [
            {**f, "subject": f["subject"] and {**f["subject"], "member_id": name, "mention": name}}
            for f, name in zip(findings, names, strict=True)
        ]
        assert _without_subjects(carried(replace(output, findings=swapped))) == _without_subjects(
            carried(output)
        )


def _without_subjects(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "findings": [{**f, "subject": None} for f in data["findings"]]}


def test_the_text_outside_the_data_names_no_member(output: Any, written: Written) -> None:
    text = Elements(written(output)).text
    assert "DV0" not in text
    assert not [f for f in output.findings if f["subject"] and f["subject"]["mention"] in text]


# The page needs nothing but itself, and runs nothing but its own script.


def test_nothing_is_fetched(output: Any, written: Written) -> None:
    html = written(output)
    elements = Elements(html)
    assert not re.findall(r"https?:", html)
    assert {tag for tag, _ in elements.found}.isdisjoint(
        {"link", "img", "iframe", "object", "base"}
    )
    assert not [s for s in elements.of("script") if "src" in s]
    assert "url(" not in STYLE
    assert "@import" not in STYLE


def test_the_policy_admits_exactly_the_pages_own_script_and_style(
    output: Any, written: Written
) -> None:
    html = written(output)
    (policy,) = (m["content"] for m in Elements(html).of("meta") if "http-equiv" in m)
    for name, pattern in (
        ("script", r"<script>(.*?)</script>"),
        ("style", r"<style>(.*?)</style>"),
    ):
        (content,) = re.findall(pattern, html, re.S)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}';" in str(policy)
    assert str(policy).startswith("default-src 'none'")


def test_markup_in_a_document_stays_text(hostile: Any, written: Written, carried: Carried) -> None:
    html = written(hostile)
    elements = Elements(html)
    assert len(elements.of("script")) == 2
    assert not elements.of("img")
    assert not elements.of("i")
    assert '<i>lạ & "hay"<i>.pdf' in elements.text
    assert elements.text.count("{{ 7*7 }}") >= 3
    data = carried(hostile)
    assert "</script>" in data["documents"][0]["paragraphs"][0]
    assert data["findings"][0]["subject"]["mention"] == hostile.documents[0]["number"]


def test_positions_in_a_paragraph_are_those_of_a_browser(hostile: Any, carried: Carried) -> None:
    data = carried(hostile)
    start, end = data["findings"][0]["evidence"]
    text = data["documents"][0]["paragraphs"][0].encode("utf-16-le")
    assert text[2 * start : 2 * end].decode("utf-16-le") == "đ/c Páo còn nợ đảng phí"


# Everybody can read it.


def _palettes() -> Iterator[Any]:
    for number, block in enumerate(re.findall(r":root \{(.*?)\}", STYLE, re.S)):
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block))
        yield pytest.param(colours, id=("light", "dark", "print")[number])


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


TONES = ("review", "linked", "incomplete", "tagged", "context")


@pytest.mark.parametrize("colours", list(_palettes()))
def test_contrast_reaches_wcag_aa(colours: dict[str, str]) -> None:
    pairs = [(ink, "paper") for ink in ("ink", "muted", "accent", "failed", *TONES)]
    pairs += [("ink", "raised"), ("ink", "passage"), ("muted", "passage")]
    pairs += [("evidence-ink", "evidence")]
    if "notice" in colours:
        pairs += [("ink", "notice"), ("review", "notice")]
    for ink, ground in pairs:
        lighter, darker = sorted(
            (_luminance(colours[ink]), _luminance(colours[ground])), reverse=True
        )
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (ink, ground)


def test_every_field_has_a_label_and_every_list_of_choices_a_legend(
    output: Any, written: Written
) -> None:
    elements = Elements(written(output))
    labelled = {label["for"] for label in elements.of("label") if "for" in label}
    fields = {field["id"] for tag in ("input", "select") for field in elements.of(tag)}
    assert fields == labelled
    assert len(elements.of("fieldset")) == len(elements.of("legend")) == 3
    assert elements.of("html")[0]["lang"] == "vi"
