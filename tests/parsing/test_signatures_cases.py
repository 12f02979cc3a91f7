import pytest

from vnparty_nlp.parsing.lines import Line
from vnparty_nlp.parsing.signatures import goes_on_signing, join_signatures


@pytest.mark.parametrize(
    ("text", "signed", "expected"),
    [
        pytest.param("Phan Thị Nụ", ["THƯ KÝ"], True, id="a name"),
        pytest.param("H'Lan Êban", ["THƯ KÝ"], True, id="a name with an apostrophe"),
        pytest.param("Nguyễn Thị Kim Liên Hoa", ["THƯ KÝ"], True, id="a long name"),
        pytest.param("(Ký, ghi rõ họ tên)", ["THƯ KÝ"], True, id="a note"),
        pytest.param("(đã ký)", ["CHỦ TRÌ"], True, id="đã ký"),
        pytest.param("BÍ THƯ", ["T/M CHI BỘ"], True, id="an office"),
        pytest.param("- Lưu Chi bộ", ["Nơi nhận:"], True, id="a recipient"),
        pytest.param("- Lưu Chi bộ", ["THƯ KÝ"], False, id="an item without recipients"),
        pytest.param("Chi bộ họp thường kỳ", ["THƯ KÝ"], False, id="text"),
        pytest.param("Phụ", ["THƯ KÝ"], False, id="one word"),
        pytest.param("Danh sách 28 đảng viên", ["THƯ KÝ"], False, id="figures"),
        pytest.param("Hà Văn Mạc và Phan Thị Nụ", ["THƯ KÝ"], False, id="a small word"),
    ],
)
def test_what_goes_on(text: str, signed: list[str], expected: bool) -> None:
    assert goes_on_signing(text, signed) is expected


def line(text: str, left: float, page: int = 1, column: int = 0, kind: str = "signature") -> Line:
    return Line(kind, page, ((0,),), text, left, 100, left + 80, 114, column=column)  # type: ignore[arg-type]


def texts(*lines: Line) -> list[str]:
    return [found.text for found in join_signatures(lines)]


def test_names_on_the_next_page_go_under_their_offices() -> None:
    assert texts(
        line("Họp.", 85, kind="paragraph"),
        line("THƯ KÝ", 130),
        line("CHỦ TRÌ", 400, column=1),
        line("Phan Thị Nụ", 120, page=2),
        line("Hà Văn Mạc", 390, page=2),
    ) == ["Họp.", "THƯ KÝ", "Phan Thị Nụ", "CHỦ TRÌ", "Hà Văn Mạc"]


def test_signatures_of_one_page_stay_as_they_are() -> None:
    assert texts(line("CHỦ TRÌ", 400, column=1), line("THƯ KÝ", 130)) == ["CHỦ TRÌ", "THƯ KÝ"]


def test_two_runs_are_not_mixed() -> None:
    between = line("Phụ lục kèm theo.", 85, page=2, kind="paragraph")
    found = texts(line("THƯ KÝ", 130), between, line("CHỦ TRÌ", 130, page=3))
    assert found == ["THƯ KÝ", "Phụ lục kèm theo.", "CHỦ TRÌ"]


def test_nothing() -> None:
    assert texts() == []
