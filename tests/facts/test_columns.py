import pytest

from vnparty_nlp.facts.protocol import Extractor
from vnparty_nlp.records import Fact, Passage, Span, Tag

OFFSET = 40


def row(
    extractor: Extractor, label: str, cells: dict[str, str], *, probability: float = 0.9
) -> tuple[str, tuple[Fact, ...]]:
    text = " | ".join(cells.values())
    columns, start = [], OFFSET
    for column, cell in cells.items():
        columns.append((Span(start, start + len(cell)), column))
        start += len(cell) + len(" | ")
    passage = Passage(text, Span(OFFSET, OFFSET + len(text)), columns=tuple(columns))
    return text, extractor.extract(passage, Tag(label, probability))


@pytest.mark.parametrize(
    ("label", "cells", "slots"),
    [
        pytest.param(
            "attendance.unexcused",
            {"TT": "1", "Họ và tên": "Tạ Văn Lượm", "Vắng không phép": "2", "Vắng có phép": "0"},
            {"count": 2},
            id="count under its column",
        ),
        pytest.param(
            "rating.given",
            {"TT": "1", "Họ tên": "Tạ Văn Lượm", "HTTNV": "x", "Năm": "Năm 2023"},
            {"level": "hoàn thành tốt nhiệm vụ", "year": 2023},
            id="cross under a level",
        ),
        pytest.param(
            "dues.unpaid",
            {"Họ và tên": "Tạ Văn Lượm", "Còn nợ đảng phí quý II/2023": "36.000"},
            {"period": "2023-Q2", "amount": 36000},
            id="period in the column name",
        ),
    ],
)
def test_rows(
    extractor: Extractor, label: str, cells: dict[str, str], slots: dict[str, object]
) -> None:
    text, (fact,) = row(extractor, label, cells)
    assert dict(fact.slots) == slots
    assert fact.subject is not None
    assert fact.subject.shift(-OFFSET).of(text) == "Tạ Văn Lượm"


def test_a_nickname_is_a_person_in_a_column_of_names(extractor: Extractor) -> None:
    text, (fact,) = row(extractor, "rating.given", {"Đảng viên": "Út Mót", "Xếp loại": "HTNV"})
    assert fact.subject is not None
    assert fact.subject.shift(-OFFSET).of(text) == "Út Mót"


# Name of the person, then what is due, paid and owed under names of several offices.
TABLES = [
    ("Phải nộp", "Đã nộp", "Còn nợ"),
    ("Đảng phí phải nộp", "Số tiền đã nộp", "Còn thiếu"),
    ("Số tiền phải đóng (đồng)", "Đã đóng", "Nợ"),
    ("Mức đóng", "Thực nộp", "Chưa nộp"),
    ("Kế hoạch nộp", "Đã thu", "Còn nợ lại"),
    ("Đảng phí theo quy định", "Số đã nộp", "Chưa đóng"),
    ("Phai nop", "Da nop", "Con no"),
]


def cells_of_dues(table: tuple[str, str, str], due: str, paid: str, owed: str) -> dict[str, str]:
    named = {"TT": "1", "Họ và tên": "Mạc Văn Lượm"}
    return named | dict(zip(table, (due, paid, owed), strict=True))


def asserted(extractor: Extractor, label: str, cells: dict[str, str]) -> list[object]:
    """The sums that a sure tag yields."""
    found = row(extractor, label, cells, probability=0.99)[1]
    return [fact.slots.get("amount") for fact in found if fact.status == "asserted"]


@pytest.mark.parametrize("table", [pytest.param(table, id=" ".join(table)) for table in TABLES])
@pytest.mark.parametrize(
    ("sums", "paid", "owed"),
    [
        pytest.param(("126.000", "0", "126.000"), [], [126000], id="nothing paid"),
        pytest.param(("126.000", "-", "126.000"), [], [126000], id="dash for nothing paid"),
        pytest.param(("126.000", "không", "126.000"), [], [126000], id="a word for nothing paid"),
        pytest.param(("126.000", "chưa", "126.000"), [], [126000], id="not yet"),
        pytest.param(("126.000", "0 đồng", "126.000"), [], [126000], id="0 with its unit"),
        pytest.param(("90.000", "90.000", "0"), [90000], [], id="all paid"),
        pytest.param(("90.500", "90.500", "–"), [90500], [], id="dash for nothing owed"),
        pytest.param(("60.000", "50.500", "9.500"), [50500], [9500], id="part paid"),
        pytest.param(("60000", "50500đ", "9.500đ"), [50500], [9500], id="no groups, with unit"),
        pytest.param(("60.000", "x", "0"), [None], [], id="ticked as paid"),
    ],
)
def test_a_sum_stands_under_its_own_column(
    extractor: Extractor,
    table: tuple[str, str, str],
    sums: tuple[str, str, str],
    paid: list[object],
    owed: list[object],
) -> None:
    cells = cells_of_dues(table, *sums)
    assert asserted(extractor, "dues.paid", cells) == paid
    assert asserted(extractor, "dues.unpaid", cells) == owed


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        pytest.param({"Còn nợ": "9.500", "Đã nộp": "50.500"}, "asserted", id="the rest is owed"),
        pytest.param({"Nợ quý I": "60.000", "Đã nộp": "60.000"}, "resolved", id="old debt paid"),
    ],
)
def test_what_was_paid_settles_only_an_earlier_debt(
    extractor: Extractor, cells: dict[str, str], status: str
) -> None:
    (fact,) = row(extractor, "dues.unpaid", {"Họ và tên": "Mạc Văn Lượm"} | cells)[1]
    assert fact.status == status
    assert fact.slots["amount"] in (9500, 60000)


@pytest.mark.parametrize(
    ("cells", "paid"),
    [
        pytest.param({"Đảng phí phải nộp": "126.000", "Đã nộp": "0"}, [], id="two columns"),
        pytest.param({"Đảng phí phải nộp": "60.000", "Đã nộp": "50.500"}, [50500], id="part"),
        pytest.param({"Phải nộp": "60.000", "Ghi chú": "tổ 2"}, [], id="due only"),
        pytest.param({"Số tiền đã nộp": "50.500"}, [50500], id="paid only"),
        pytest.param({"Số tiền": "45.500", "Đã nộp": "/"}, [45500], id="a stroke is a tick"),
        pytest.param({"Số tiền": "45.500", "Đã nộp": "x"}, [45500], id="ticked beside a sum"),
        pytest.param({"Đã nộp": "25.000", "Phải nộp": "60.000"}, [25000], id="paid first"),
        pytest.param({"Thu nhập": "6.000.000", "Đã nộp": "60.000"}, [60000], id="income"),
        pytest.param({"Đảng phí": "60.000", "Tình trạng": "đã nộp"}, [60000], id="told in words"),
    ],
)
def test_what_a_row_says_was_paid(
    extractor: Extractor, cells: dict[str, str], paid: list[object]
) -> None:
    named = {"TT": "1", "Họ và tên": "Mạc Văn Lượm"}
    assert asserted(extractor, "dues.paid", named | cells) == paid
