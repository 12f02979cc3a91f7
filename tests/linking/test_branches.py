import pytest

from vnparty_nlp.linking.branches import BranchIndex, branch_words
from vnparty_nlp.records import Member

NAMES = [
    "Chi bộ thôn Đông",
    "Chi bộ thôn Đồng",
    "Chi bộ tổ dân phố 3",
    "Chi bộ tổ dân phố 13",
    "Chi bộ Trường THCS Hòa Lạc",
    "thôn Trung, xã Tân Hòa",
    "thôn Trung, xã An Lạc",
    "Đảng ủy xã Tân Hòa",
]
MEMBERS = [Member(str(i), "Lê An", branch=name) for i, name in enumerate(["", *NAMES])]
INDEX = BranchIndex(MEMBERS)


@pytest.mark.parametrize(
    ("written", "expected", "fit"),
    [
        pytest.param("Chi bộ thôn Đông", {1}, "same", id="same"),
        pytest.param("CHI BỘ THÔN ĐỒNG", {2}, "same", id="marks tell branches apart"),
        pytest.param("chi bo thon Dong", {1, 2}, "same", id="no diacritics, either"),
        pytest.param("CB TDP số 03", {3}, "same", id="short forms and zeros"),
        pytest.param("Chi bộ TDP III", {3}, "same", id="Roman number"),
        pytest.param("Chi bộ Tổ dân phố 13", {4}, "same", id="13 is not 3"),
        pytest.param("Chi bộ  thôn  Đông", {1}, "same", id="two spaces"),
        pytest.param("Chi bộ tổ dân phố 33", None, None, id="33 is not 3"),
        pytest.param("Chi bộ thôn Đông Trung", {1}, "part", id="a longer name holds a shorter one"),
        pytest.param("Chi bộ THCS Hòa Lạc", {5}, "part", id="a school without its Trường"),
        pytest.param("Chi bộ thôn Trung, xã An Lạc", {7}, "same", id="the commune tells two apart"),
        pytest.param("Huyện ủy Hòa Lạc", None, None, id="a district's committee"),
        pytest.param(
            "Đảng bộ xã Tân Hòa - Chi bộ thôn Đông", {1}, "same", id="the body above comes first"
        ),
        pytest.param(
            "Chi bộ Trường THCS Hoà Lạc, xã Tân Hòa", {5}, "part", id="more than the register"
        ),
        pytest.param("Chi bộ thôn Trung", {6, 7}, "part", id="less than the register"),
        pytest.param("Đảng ủy xã Tân Hòa", {8}, "same", id="a registered body"),
        pytest.param("Đảng ủy xã An Lạc", None, None, id="the body above is no branch"),
        pytest.param("Chi bộ thôn Nam", None, None, id="unknown"),
        pytest.param("Chi bộ", None, None, id="no name at all"),
        pytest.param("", None, None, id="empty"),
    ],
)
def test_match(written: str, expected: set[int] | None, fit: str | None) -> None:
    match = INDEX.match(written)
    assert (match and set(match.numbers), match and match.fit) == (expected, fit)


def test_members_are_numbered_by_branch() -> None:
    assert INDEX.of_row.tolist() == list(range(9))
    assert INDEX.sizes.tolist() == [1] * 9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("đảng viên chi bộ thôn Đông còn nợ đảng phí", {1}, id="inside a sentence"),
        pytest.param("chi bộ thôn Đông và chi bộ tổ dân phố 3 cùng họp", None, id="two branches"),
        pytest.param("chi bộ đã họp", None, id="no name"),
        pytest.param("chi bộ thôn Đông họp với chi bộ thôn Đông", {1}, id="one branch twice"),
        pytest.param("Chi bộ: thôn Đông", None, id="a colon between"),
        pytest.param("thôn Đông, tổ dân phố 3", None, id="places without the word"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_find_in(text: str, expected: set[int] | None) -> None:
    match = INDEX.find_in(text)
    assert (match and set(match.numbers)) == expected


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("Chi bộ số 05, KP II", "5 khu phố 2", id="zeros, Roman, short forms"),
        pytest.param("CB KDC 7", "khu dân cư 7", id="KDC"),
        pytest.param("Chi bộ HTX Tân Tiến", "hợp tác xã tân tiến", id="HTX"),
        pytest.param("CHI BỘ TRƯỜNG MN HOA SEN", "trường mầm non hoa sen", id="MN in capitals"),
        pytest.param("Chi bộ cơ sở Trạm Y tế", "trạm y tế", id="chi bộ cơ sở"),
        pytest.param("Chi bộ thôn Hoà", "thôn hòa", id="place of the tone"),
        pytest.param("Chi bô\u0323 Đông", "đông", id="NFD"),
        pytest.param("Chi bộ", "", id="nothing but the word"),
        pytest.param("---", "", id="no words"),
    ],
)
def test_branch_words(name: str, words: str) -> None:
    assert " ".join(branch_words(name)) == words


@pytest.mark.parametrize("spell", [str, str.upper, str.lower])
@pytest.mark.parametrize("number", range(1, 8))
def test_every_branch_is_found_by_its_own_name(spell: type[str], number: int) -> None:
    match = INDEX.match(spell(NAMES[number - 1]))
    assert match is not None
    assert (set(match.numbers), match.fit) == ({number}, "same")
