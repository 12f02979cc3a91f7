import pytest

from vnparty_nlp.parsing.flow import Draft
from vnparty_nlp.parsing.roles import assign_roles

BODY = "Chi bộ thôn Bãi Dâu đã họp và thống nhất các nội dung sau đây, có ghi biên bản đầy đủ."


def kinds(*lines: str) -> list[str]:
    drafts = [Draft("paragraph", (tuple(line.split()),)) for line in lines]
    return [draft.kind for draft in assign_roles(drafts)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["ĐẢNG BỘ XÃ", "CHI BỘ THÔN", "*", "BIÊN BẢN", "Họp chi bộ tháng 6", BODY],
            ["letterhead", "letterhead", "letterhead", "title", "title", "paragraph"],
            id="letterhead, title, subject, text",
        ),
        pytest.param(["BIÊN BẢN", BODY], ["title", "paragraph"], id="no letterhead"),
        pytest.param(
            ["BIÊN BẢN", "Hồi 19 giờ", BODY],
            ["title", "paragraph", "paragraph"],
            id="hồi opens the text",
        ),
        pytest.param(
            ["BIÊN BẢN", "Hội nghị kiểm điểm", BODY],
            ["title", "title", "paragraph"],
            id="hội nghị is a subject",
        ),
        pytest.param(
            ["Biên bản họp chi bộ", BODY], ["title", "paragraph"], id="title in small letters"
        ),
        pytest.param(
            [BODY, "BÁO CÁO TÀI CHÍNH", BODY],
            ["paragraph"] * 3,
            id="a heading in the text is no title",
        ),
        pytest.param(
            ["BIÊN BẢN", "1. Thời gian", BODY],
            ["title", "paragraph", "paragraph"],
            id="a list item is no subject",
        ),
        pytest.param(
            ["CHI BỘ THÔN BÃI DÂU", "Số 05-CV/CB", "Kính gửi: Đảng ủy xã", BODY],
            ["letterhead", "letterhead", "paragraph", "paragraph"],
            id="a letter has no title",
        ),
        pytest.param(
            [BODY, "T/M CHI BỘ", "BÍ THƯ", "Hà Văn Mạc"],
            ["paragraph", "signature", "signature", "signature"],
            id="signatures in one column",
        ),
        pytest.param(
            [BODY, "Hòa Sơn, ngày 07 tháng 6 năm 2023", "NGƯỜI VIẾT", "Hà Văn Mạc"],
            ["paragraph", "signature", "signature", "signature"],
            id="place and date above them",
        ),
        pytest.param(
            [BODY, "Chủ trì hội nghị nhắc việc thu phí.", BODY],
            ["paragraph"] * 3,
            id="a sentence is none",
        ),
        pytest.param(
            [BODY, "Phan Thị Nụ"], ["paragraph", "paragraph"], id="a name without an office"
        ),
    ],
)
def test_roles(lines: list[str], expected: list[str]) -> None:
    assert kinds(*lines) == expected


def test_rows_and_signatures_of_the_layout_stay() -> None:
    drafts = [
        Draft("title", (("BIÊN", "BẢN"),)),
        Draft("row", (("TT",), ("Tên",)), ("", "")),
        Draft("signature", (("CHỦ", "TRÌ"),)),
    ]
    assert [draft.kind for draft in assign_roles(drafts)] == ["title", "row", "signature"]
