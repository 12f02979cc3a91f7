import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.batch import lines
from vnparty_nlp.batch.lines import link_lines, read_entries, tag_lines
from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.errors import RegisterError, UsageError
from vnparty_nlp.output import read_json_lines
from vnparty_nlp.settings import load_settings

SETTINGS = load_settings()
PASSAGE = {"id": (str, int), "text": (str,)}
ARREARS = "Đ/c Mạc còn nợ đảng phí quý II/2023, số tiền 180.000 đồng."


def write(path: Path, *entries: object) -> Path:
    text = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
    path.write_text(text, encoding="utf-8")
    return path


def entries(path: Path) -> list[dict[str, object]]:
    return [dict(entry) for entry in read_entries(path, PASSAGE)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param('{"id": 1, "text": "a"}\n', [{"id": 1, "text": "a"}], id="one"),
        pytest.param('{"id": "x", "text": ""}', [{"id": "x", "text": ""}], id="no line break"),
        pytest.param('\n{"id": 1, "text": "a"}\n  \n', [{"id": 1, "text": "a"}], id="blank lines"),
        pytest.param('\ufeff{"id": 1, "text": "a"}\n', [{"id": 1, "text": "a"}], id="with a BOM"),
        pytest.param('{"id": 1, "text": "a"}\r\n', [{"id": 1, "text": "a"}], id="Windows"),
        pytest.param('{"id": 1, "text": "a", "z": 2}', [{"id": 1, "text": "a", "z": 2}], id="more"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_entries(content: str, expected: list[dict[str, object]], tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(content.encode())
    assert entries(path) == expected


@pytest.mark.parametrize(
    ("line", "vi", "en"),
    [
        pytest.param('{"id": 1}', 'dòng 2: cần "text" (str)', 'line 2: needs "text" (str)', id="no text"),
        pytest.param('{"text": "a"}', 'cần "id" (str / int)', 'needs "id" (str / int)', id="no id"),
        pytest.param('{"id": 1.5, "text": "a"}', 'cần "id"', 'needs "id"', id="id no whole number"),
        pytest.param('{"id": 1, "text": null}', 'cần "text"', 'needs "text"', id="text is null"),
        pytest.param('{"id": 1, "text": ["a"]}', 'cần "text"', 'needs "text"', id="text is a list"),
        pytest.param('[{"id": 1, "text": "a"}]', 'cần "id"', 'needs "id"', id="a list"),
        pytest.param("{id: 1}", "cần JSON UTF-8", "needs JSON UTF-8", id="no JSON"),
        pytest.param('{"id": 1, "text": "a"} {"id": 2', "cần JSON UTF-8", "needs JSON UTF-8", id="two in a line"),
    ],
)  # fmt: skip
def test_a_line_that_does_not_fit_is_named_in_both_languages(
    line: str, vi: str, en: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"id": 0, "text": "a"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        entries(path)
    assert vi in caught.value.told("vi")
    assert en in caught.value.told("en")
    assert str(path) in str(caught.value)


@given(st.lists(st.fixed_dictionaries({"id": st.integers() | st.text(), "text": st.text()})))
def test_what_is_written_as_json_lines_is_read(
    tmp_path_factory: pytest.TempPathFactory, given_entries: list[dict[str, object]]
) -> None:
    path = write(tmp_path_factory.mktemp("lines") / "a.jsonl", *given_entries)
    assert entries(path) == given_entries


def test_tagging_keeps_ids_and_order_over_several_chunks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "_CHUNK", 3)
    texts = [ARREARS if number % 4 == 0 else "Trời nắng." for number in range(8)]
    source = write(tmp_path / "in", *({"id": f"n{i}", "text": t} for i, t in enumerate(texts)))
    assert tag_lines(source, tmp_path / "out", SETTINGS) == 8
    tagged = list(read_json_lines(tmp_path / "out"))
    assert [entry["id"] for entry in tagged] == [f"n{i}" for i in range(8)]
    found = [any(x["label"] == "dues.unpaid" for x in entry["labels"]) for entry in tagged]
    assert found == [text == ARREARS for text in texts]


def test_a_label_is_told_with_status_slots_and_probability(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"id": 7, "text": ARREARS})
    tag_lines(source, tmp_path / "out", SETTINGS)
    (entry,) = read_json_lines(tmp_path / "out")
    label = next(x for x in entry["labels"] if x["label"] == "dues.unpaid")
    assert set(label) == {"label", "probability", "status", "slots"}
    load_catalogue().check_slots(label["label"], label["slots"])
    assert label["slots"]["amount"] == 180000


def test_letters_and_marks_apart_are_tagged_like_the_composed_text(tmp_path: Path) -> None:
    texts = [ARREARS, unicodedata.normalize("NFD", ARREARS)]
    source = write(tmp_path / "in", *({"id": 0, "text": text} for text in texts))
    tag_lines(source, tmp_path / "out", SETTINGS)
    one, other = read_json_lines(tmp_path / "out")
    assert one == other


def link(register: Path, tmp_path: Path, **more: object) -> dict[str, object]:
    source = write(tmp_path / "in", {"id": 1, "mention": "Lê Thị Lan", **more})
    assert link_lines(source, register, tmp_path / "out", SETTINGS) == 1
    (entry,) = read_json_lines(tmp_path / "out")
    return entry


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({}, id="mention alone"),
        pytest.param({"context": None, "branch": None, "birth_year": None}, id="all null"),
        pytest.param({"context": "đ/c Lê Thị Lan chủ trì", "branch": ""}, id="with a context"),
        pytest.param({"branch": "Chi bộ thôn Bãi Dâu", "birth_year": 1970}, id="all given"),
    ],
)
def test_a_mention_is_linked_with_what_is_known_of_it(
    more: dict[str, object], register: Path, tmp_path: Path
) -> None:
    entry = link(register, tmp_path, **more)
    assert set(entry) == {"id", "member_id", "probability", "candidates"}
    (best, *_) = entry["candidates"]  # type: ignore[misc]
    assert best["member_id"] == "M002"
    assert best["reasons"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        pytest.param({"context": 5}, '"context" (str / null)', id="context"),
        pytest.param({"branch": ["Bãi Dâu"]}, '"branch" (str / null)', id="branch"),
        pytest.param({"birth_year": "1970"}, '"birth_year" (int / null)', id="birth year"),
    ],
)
def test_a_mention_of_the_wrong_type_is_refused(
    more: dict[str, object], told: str, register: Path, tmp_path: Path
) -> None:
    with pytest.raises(UsageError) as caught:
        link(register, tmp_path, **more)
    assert told in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_a_birth_year_that_contradicts_lowers_the_probability(
    register: Path, tmp_path: Path
) -> None:
    right = link(register, tmp_path, birth_year=1970)["candidates"][0]  # type: ignore[index]
    wrong = link(register, tmp_path, birth_year=1941)["candidates"]  # type: ignore[assignment]
    assert not wrong or wrong[0]["probability"] < right["probability"]


def test_without_a_register_no_mention_is_read(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"nonsense": True})
    with pytest.raises(RegisterError):
        link_lines(source, tmp_path / "missing.csv", tmp_path / "out", SETTINGS)


@pytest.mark.parametrize("place", ["no-such-folder/out.jsonl", "in/out.jsonl"])
def test_an_out_that_cannot_be_written_is_told(place: str, tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"id": 1, "text": "Chi bộ họp."})
    with pytest.raises(UsageError, match="cannot be written"):
        tag_lines(source, tmp_path / place, SETTINGS)
