"""The report as a reader uses it, opened from its file in a browser."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Opened = Callable[..., Any]
SHOWN = "return [...document.querySelectorAll('.finding')].map((item) => item.dataset.id)"
EVERYTHING = "#xu-ly=review,linked,incomplete,tagged,context"


def shown(page: Any) -> list[str]:
    """The ids of the findings on the page, in their order."""
    ids: list[str] = page.execute_script(SHOWN)
    return ids


def texts(page: Any, selector: str) -> list[str]:
    """The texts of the elements that the selector names, each on one line, its parts apart."""
    # innerText would depend on what has been laid out so far.
    found: list[str] = page.execute_script(
        "return [...document.querySelectorAll(arguments[0])].map((element) => {"
        "  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), parts = [];"
        "  while (walker.nextNode()) parts.push(walker.currentNode.data);"
        "  return parts.join(' '); })",
        selector,
    )
    return [" ".join(part.split()) for part in found]


def text(page: Any, selector: str) -> str:
    """The text of the first element that the selector names."""
    return texts(page, selector)[0]


def click(page: Any, selector: str) -> None:
    page.execute_script("document.querySelector(arguments[0]).click()", selector)


def choose(page: Any, value: str) -> None:
    click(page, f".choice[data-value='{value}'] input")


def search(page: Any, words: str) -> None:
    """Type into the search field, and wait until the list has followed."""
    field = page.find_element("id", "query")
    field.clear()
    field.send_keys(words)
    page.execute_async_script("setTimeout(arguments[0], 400)")


def ids(output: Any, **wanted: str) -> list[str]:
    """The findings with those values, what states no event left out, in the page's order."""
    lines = sorted(output.findings, key=lambda line: (line["doc_id"], line["span"]))
    return [
        line["finding_id"]
        for line in lines
        if all(line[key] == value for key, value in wanted.items())
        and (line["disposition"] != "context" or "disposition" in wanted)
    ]


def test_opens_from_a_file_without_a_complaint(output: Any, opened: Opened) -> None:
    page = opened(output)
    assert page.current_url.startswith("file:///")
    assert text(page, "#count") == "9 sự việc trong 2 văn bản"
    assert shown(page) == ids(output)
    assert page.get_log("browser") == []


def test_evidence_and_passage_are_marked_in_their_paragraph(output: Any, opened: Opened) -> None:
    page = opened(output, fragment=EVERYTHING)
    marked = page.execute_script(
        "return [...document.querySelectorAll('.finding')].map((item) =>"
        " ['.paragraph', '.passage', 'mark'].map((part) => item.querySelector(part).textContent))"
    )
    texts = {line["doc_id"]: line["text"] for line in output.documents}
    lines = {line["finding_id"]: line for line in output.findings}
    assert len(marked) == 10
    for identifier, (paragraph, passage, evidence) in zip(shown(page), marked, strict=True):
        line = lines[identifier]
        assert evidence == line["text"]
        assert passage == texts[line["doc_id"]][slice(*line["passage"])]
        assert paragraph in texts[line["doc_id"]].split("\n")
        assert passage in paragraph


def test_a_finding_tells_all_that_is_known(output: Any, opened: Opened) -> None:
    page = opened(output, fragment="#tieu-chi=sanction.decided")
    told = text(page, ".finding")
    for said in (
        "Quyết định kỷ luật, xử phạt",
        "được ghi nhận",
        "Cần người quyết định",
        "xác suất 94%",
        "Kỷ luật · trang 2",
        "Thời điểm ngày 12/5/2023",
        "Số quyết định 45-QĐ/ĐU",
        "Người được nêu đ/c Hà Văn Mạc",
        "1 người có thể là người được nêu",
        "luôn do người có thẩm quyền quyết định",
    ):
        assert said in told, said
    assert not page.find_element("css selector", ".candidates li").is_displayed()
    click(page, ".candidates summary")
    assert "DV001 · 99% · trùng họ tên" in text(page, ".candidates")


def test_a_certain_link_shows_the_member(output: Any, opened: Opened) -> None:
    page = opened(output, fragment="#xu-ly=linked&tieu-chi=attendance.unexcused")
    assert "đ/c Đặng Văn Sửu → DV017" in text(page, ".finding")
    assert not page.find_elements("css selector", ".candidates")


@pytest.mark.parametrize(
    ("fragment", "address"),
    [
        pytest.param("#tieu-chi=meeting.ballot", "/du-lieu/bb-thang-6.pdf#page=2", id="page"),
        pytest.param(
            "#van-ban=qd-khen",
            "/du-lieu/Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20khen%20%233.docx",
            id="no pages",
        ),
    ],
)  # fmt: skip
def test_links_lead_to_the_source(output: Any, opened: Opened, fragment: str, address: str) -> None:
    page = opened(output, fragment=fragment)
    link = page.execute_script("return document.querySelector('.source').href")
    assert link == f"file://{address}"


@pytest.mark.parametrize(
    ("choices", "wanted", "fragment"),
    [
        pytest.param(["dues.unpaid"], {"label": "dues.unpaid"}, "tieu-chi=dues.unpaid", id="label"),
        pytest.param(["alleged"], {"status": "alleged"}, "trang-thai=alleged", id="status"),
        pytest.param(
            ["linked", "incomplete", "tagged"], {"disposition": "review"}, "xu-ly=review",
            id="disposition",
        ),
        pytest.param(
            ["dues.unpaid", "asserted"], {"label": "dues.unpaid", "status": "asserted"},
            "tieu-chi=dues.unpaid&trang-thai=asserted", id="both",
        ),
    ],
)  # fmt: skip
def test_filters_narrow_the_list_and_stand_in_the_address(
    output: Any, opened: Opened, choices: list[str], wanted: dict[str, str], fragment: str
) -> None:
    page = opened(output)
    for value in choices:
        choose(page, value)
    assert shown(page) == ids(output, **wanted)
    assert page.current_url.endswith(f"#{fragment}")
    again = opened(output, fragment=f"#{fragment}")
    assert shown(again) == ids(output, **wanted)


def test_several_labels_widen_the_list(output: Any, opened: Opened) -> None:
    page = opened(output)
    choose(page, "meeting.quorum")
    choose(page, "meeting.ballot")
    assert len(shown(page)) == 2


def test_one_document_alone(output: Any, opened: Opened) -> None:
    page = opened(output)
    click(page, "a[href='#van-ban=qd-khen']")
    page.execute_async_script("setTimeout(arguments[0], 100)")
    assert shown(page) == ids(output, doc_id="qd-khen")
    assert text(page, "#active") == "Văn bản: Quyết định số 17-QĐ/ĐU ×"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        pytest.param("đảng phí quý II", 1, id="as written"),
        pytest.param("dang phi QUY ii", 1, id="without marks"),
        pytest.param("dang phi", 2, id="more than one"),
        pytest.param("Thu quy bao cao", 1, id="anywhere in the paragraph"),
        pytest.param("ang phi", 0, id="words from their beginning"),
        pytest.param("DV003", 0, id="no member id"),
    ],
)
def test_search_needs_no_marks(output: Any, opened: Opened, words: str, count: int) -> None:
    page = opened(output)
    search(page, words)
    assert len(shown(page)) == count
    assert "tim=" in page.current_url


def test_the_search_stands_in_the_address(output: Any, opened: Opened) -> None:
    page = opened(output)
    search(page, "đảng phí quý")
    again = opened(output, fragment="#" + page.current_url.partition("#")[2])
    assert len(shown(again)) == 1
    assert again.find_element("id", "query").get_attribute("value") == "đảng phí quý"


def test_what_states_no_event_is_hidden_until_asked_for(output: Any, opened: Opened) -> None:
    page = opened(output)
    assert "context" not in str(page.execute_script(
        "return [...document.querySelectorAll('.finding')].map((item) => item.dataset.disposition)"
    ))  # fmt: skip
    assert text(page, "#concealed").startswith("1 đoạn phủ định, giả định")
    click(page, "#concealed button")
    assert len(shown(page)) == 10
    assert text(page, "#count") == "9 sự việc, 1 đoạn đối chiếu trong 2 văn bản"


def test_a_status_that_shows_nothing_says_what_is_hidden(output: Any, opened: Opened) -> None:
    page = opened(output)
    choose(page, "conditional")
    assert text(page, "#count") == "Không có sự việc nào phù hợp"
    click(page, "#concealed button")
    assert shown(page) == ids(output, status="conditional", disposition="context")


def test_counts_beside_a_choice_are_what_it_would_show(output: Any, opened: Opened) -> None:
    page = opened(output)
    choose(page, "alleged")
    assert text(page, ".choice[data-value='dues.unpaid']").endswith("1")
    assert text(page, ".choice[data-value='meeting.ballot']").endswith("0")
    assert text(page, ".choice[data-value='asserted']").endswith("8")


def test_a_condition_can_be_taken_back(output: Any, opened: Opened) -> None:
    page = opened(output, fragment="#tieu-chi=dues.unpaid&tim=quy")
    assert len(shown(page)) == 1
    click(page, "#active li:last-child button")
    assert len(shown(page)) == 2
    click(page, "#active button")
    assert len(shown(page)) == 9
    assert page.current_url.endswith("#")


def test_an_address_with_unknown_values_shows_everything(output: Any, opened: Opened) -> None:
    page = opened(output, fragment="#tieu-chi=loyalty,__proto__&van-ban=khong-co&sap-xep=nguoi")
    assert shown(page) == ids(output)


def test_a_long_list_is_shown_a_part_at_a_time(many_findings: Any, opened: Opened) -> None:
    page = opened(many_findings)
    assert text(page, "#count") == "250 sự việc trong 1 văn bản"
    assert len(shown(page)) == 100
    assert text(page, "#more") == "Hiện thêm 100"
    click(page, "#more")
    assert len(shown(page)) == 200
    assert page.execute_script("return document.activeElement.dataset.id") == shown(page)[100]
    assert text(page, "#more") == "Hiện thêm 50"
    click(page, "#all")
    assert shown(page) == ids(many_findings)
    assert not page.find_element("id", "more").is_displayed()
    assert len(page.find_elements("css selector", ".document")) == 1


def test_no_document_can_run_or_build_anything(hostile: Any, opened: Opened) -> None:
    page = opened(hostile)
    assert page.title == "Báo cáo sự việc được ghi trong văn bản"
    assert not page.find_elements("css selector", "img, i")
    assert page.execute_script("return document.scripts.length") == 2
    assert page.execute_script("return document.querySelector('mark').textContent") == (
        "đ/c Páo còn nợ đảng phí"
    )
    assert "{{ 7*7 }}" in text(page, ".finding")
    assert page.get_log("browser") == []


def test_another_person_changes_neither_order_nor_counts(output: Any, opened: Opened) -> None:
    """Given to one person or to many, findings stand in the same order under the same heads."""
    seen = []
    for members in (["DV1"] * 10, [f"DV{99 - n}" for n in range(10)]):
        lines = [
            {**f, "subject": f["subject"] and {**f["subject"], "member_id": member}}
            for f, member in zip(output.findings, members, strict=True)
        ]
        page = opened(replace(output, findings=lines))
        seen.append((shown(page), texts(page, "h2, h3, h4, .count, .tally")))
    assert seen[0] == seen[1]


def test_no_choice_is_about_a_person(output: Any, opened: Opened) -> None:
    page = opened(output)
    choices = texts(page, ".choice, option")
    assert len(choices) == 18
    people = [f["subject"]["mention"] for f in output.findings if f["subject"]]
    assert not [choice for choice in choices if any(p in choice or "DV0" in choice for p in people)]


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_nothing_runs_out_of_the_screen(
    output: Any, hostile: Any, opened: Opened, width: int
) -> None:
    for made in (output, hostile):
        page = opened(made, width=width)
        assert page.execute_script("return document.documentElement.scrollWidth") <= width


def test_on_a_narrow_screen_documents_stay_open_where_one_needs_attention(
    output: Any, many_findings: Any, opened: Opened
) -> None:
    is_open = "return document.querySelector('.documents').open"
    assert opened(output, width=390).execute_script(is_open)
    assert not opened(many_findings, width=390).execute_script(is_open)
    assert opened(many_findings).execute_script(is_open)


def test_everything_is_reached_by_keyboard(output: Any, opened: Opened) -> None:
    page = opened(output)
    reached = set()
    for _ in range(80):
        page.switch_to.active_element.send_keys("\ue004")
        reached.add(page.execute_script(
            "const e = document.activeElement;"
            "return e.id || e.closest('.choice')?.dataset.value || e.className || e.tagName"
        ))  # fmt: skip
    assert {"skip", "query", "document", "review", "alleged", "dues.unpaid", "source"} <= reached
    assert "SUMMARY" in reached


def test_print_leaves_the_filters_out_and_says_what_is_missing(
    many_findings: Any, opened: Opened
) -> None:
    page = opened(many_findings)
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not page.find_element("class name", "filters").is_displayed()
        assert not page.find_element("id", "more").is_displayed()
        assert text(page, "#left") == "Còn 150 mục phù hợp chưa hiện nên không được in."
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
