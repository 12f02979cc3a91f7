import pytest

from vnparty_nlp.linking.evidence import read_evidence
from vnparty_nlp.records import Mention, Person, Span


def mention(text: str, context: str = "", **fields: object) -> Mention:
    return Mention(text, Span(0, len(text)), context, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "context", "year"),
    [
        pytest.param("Lê Văn An", "đ/c Lê Văn An, sinh năm 1962, vắng", 1962, id="sinh năm"),
        pytest.param("Lê Văn An", "Lê Văn An (1962) vắng", 1962, id="in brackets"),
        pytest.param("Lê Văn An", "Lê Văn An, SN 1962", 1962, id="abbreviated"),
        pytest.param("Lê Văn An", "Lê Văn An, SN: 1962", 1962, id="a colon"),
        pytest.param("Lê Văn An", "Lê Văn An ( 1962 ) vắng", 1962, id="brackets with spaces"),
        pytest.param("Lê Văn An", "Lê Văn An, sinh ngày 3-2-1962", 1962, id="hyphens"),
        pytest.param("Lê Văn An", "LÊ VĂN AN, SINH NĂM 1962", 1962, id="all in capitals"),
        pytest.param("Lê Văn An", "Lê Văn An (2019) nhận huy hiệu", None, id="a year too late"),
        pytest.param(
            "Lê Văn An",
            "Lê Văn An, học sinh năm 1962",
            None,
            id="học sinh",
            marks=pytest.mark.xfail(strict=True, reason="no look behind sinh"),
        ),
        pytest.param(
            "Lê Văn An", "Sinh năm 1970. Lê Văn An vắng", None, id="a year before the name"
        ),
        pytest.param(
            "Lê Văn An", "Lê Văn An, điện thoại 0912196200", None, id="a telephone number"
        ),
        pytest.param("Lê Văn An", "", None, id="no context"),
        pytest.param("Lê Văn An", "Lê Văn An sinh ngày 03/02/1962", 1962, id="date of birth"),
        pytest.param("Le Van An", "dc Le Van An sinh nam 1962", 1962, id="no diacritics"),
        pytest.param(
            "Lê Văn An", "Lê Văn An và Lò Thị Ín, sinh năm 1962", None, id="the next person's"
        ),
        pytest.param("Lê Văn An", "Lê Văn An vào Đảng năm 1992", None, id="another year"),
    ],
)
def test_birth_year(text: str, context: str, year: int | None) -> None:
    assert read_evidence(mention(text, context)).birth_year == year


def test_the_year_given_beats_the_one_read() -> None:
    given = mention("Lê Văn An", "Lê Văn An (1962)", birth_year=1970)
    assert read_evidence(given).birth_year == 1970


@pytest.mark.parametrize(
    ("context", "branch"),
    [
        pytest.param("Lê Văn An, chi bộ thôn Đông, vắng", "chi bộ thôn Đông", id="behind a comma"),
        pytest.param(
            "Lê Văn An (đảng viên chi bộ thôn Đông)", "chi bộ thôn Đông", id="in brackets"
        ),
        pytest.param(
            "Lê Văn An, sinh năm 1962, chi bộ thôn Đông", "chi bộ thôn Đông", id="behind the year"
        ),
        pytest.param("Lê Văn An báo cáo chi bộ thôn Đông", "", id="whom somebody tells something"),
        pytest.param("Lê Văn An - chi bộ thôn Đông; vắng", "chi bộ thôn Đông", id="dash"),
        pytest.param("Lê Văn An thuộc chi bộ thôn Đông.", "chi bộ thôn Đông", id="thuộc"),
        pytest.param("Lê Văn An là đảng viên của chi bộ 5", "chi bộ 5", id="several words"),
        pytest.param("Lê Văn An, Trần Thị Lan, chi bộ thôn Đông", "", id="the next person's"),
        pytest.param("chi bộ thôn Đông: Lê Văn An vắng", "", id="before the name"),
        pytest.param("Lê Văn An vắng. Chi bộ thôn Đông họp", "", id="the next sentence"),
    ],
)
def test_stated_branch(context: str, branch: str) -> None:
    assert read_evidence(mention("Lê Văn An", context)).stated_branch == branch


@pytest.mark.parametrize(
    ("text", "context", "marked"),
    [
        pytest.param("đ/c Binh", "", True, id="the title is marked"),
        pytest.param("dc Binh", "", False, id="the title lacks its mark"),
        pytest.param("Binh", "", None, id="nothing tells"),
        pytest.param("Binh", "Binh vang mat hai buoi", False, id="text without marks"),
        pytest.param("Binh", "Binh vắng", True, id="text with marks"),
    ],
)
def test_marked(text: str, context: str, marked: bool | None) -> None:
    assert read_evidence(mention(text, context)).marked is marked


def test_people_and_position() -> None:
    evidence = read_evidence(
        mention(
            "đ/c Bí thư Lê Văn An",
            "Trần Thị Lan - Phó bí thư báo cáo",
            people=(Person("Lò Văn Ín"),),
        )
    )
    assert evidence.position == "bí thư"
    assert evidence.people == (Person("Lò Văn Ín"), Person("Trần Thị Lan", "phó bí thư"))
