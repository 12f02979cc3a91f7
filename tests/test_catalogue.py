import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.catalogue import Catalogue, load_catalogue
from vnparty_nlp.errors import CatalogueError

CATALOGUE = load_catalogue()
TABLE = Path(__file__).parents[1] / "src" / "vnparty_nlp" / "catalogue.toml"
# What no label, slot or status may ever be about, in the words of ids.
FORBIDDEN = ("opinion", "belief", "loyal", "attitude", "ideolog", "religio", "ethnic", "origin",
             "famil", "health", "reason", "ground", "score", "rank", "sentiment", "risk")  # fmt: skip


@pytest.mark.parametrize("label", CATALOGUE.labels.values(), ids=lambda label: label.id)
def test_a_label_holds_together(label) -> None:  # type: ignore[no-untyped-def]
    assert label.subject in {"member", "meeting"}
    assert label.title.strip()
    assert label.definition[0].islower()
    assert len(set(label.slots)) == len(label.slots)
    assert set(label.slots) <= set(CATALOGUE.slot_types)
    assert label.cues["act"], "a label without cues is never read"


@pytest.mark.parametrize("word", FORBIDDEN)
def test_nothing_in_the_catalogue_is_about_what_people_think_or_are(word: str) -> None:
    slots = {key for label in CATALOGUE.labels.values() for key in label.slots}
    for name in (*CATALOGUE.labels, *CATALOGUE.statuses, *slots):
        assert word not in name, name


def test_a_sanction_alone_is_never_linked() -> None:
    assert [x.id for x in CATALOGUE.labels.values() if not x.link] == ["sanction.decided"]


def test_no_slot_keeps_the_reason_of_an_absence_or_the_grounds_of_a_sanction() -> None:
    assert CATALOGUE.label("attendance.excused").slots == ("count", "dates", "this_meeting")
    assert CATALOGUE.label("sanction.decided").slots == ("form", "decision_no", "date", "authority")


def test_every_slot_type_is_used() -> None:
    used = {key for label in CATALOGUE.labels.values() for key in label.slots}
    assert used == set(CATALOGUE.slot_types)


def test_the_file_is_read_once_and_read_as_it_stands() -> None:
    table = tomllib.loads(TABLE.read_text("utf-8"))
    assert load_catalogue() is CATALOGUE
    assert list(table["labels"]) == list(CATALOGUE.labels)
    assert table["version"] == CATALOGUE.version


@pytest.mark.parametrize(
    ("label", "slots", "complete"),
    [
        pytest.param("attendance.unexcused", {"count": 3}, True, id="one of two is enough"),
        pytest.param("attendance.unexcused", {"dates": ["2023-04"]}, True, id="so is the other"),
        pytest.param("attendance.unexcused", {"period": "2023"}, False, id="optional is not enough"),
        pytest.param("rating.given", {"level": "hoàn thành nhiệm vụ"}, False, id="both needed"),
        pytest.param("rating.given", {"level": "hoàn thành nhiệm vụ", "year": 2023}, True, id="both"),
        pytest.param("sanction.decided", {"form": "khiển trách"}, False, id="form alone"),
        pytest.param("sanction.decided", {"form": "cảnh cáo", "date": "2023"}, True, id="form, date"),
        pytest.param("sanction.decided", {"date": "2023", "authority": "Đảng ủy"}, False, id="no form"),
        pytest.param("meeting.heard", {}, True, id="nothing required"),
    ],
)  # fmt: skip
def test_what_makes_a_finding_complete(
    label: str, slots: dict[str, int | str | bool | list[str]], complete: bool
) -> None:
    assert CATALOGUE.label(label).is_complete(slots) is complete


# A label, a slot of it, and values that are normalised or not.
VALUES = [
    pytest.param("attendance.unexcused", "count", [0, 3], [-1, "3", 2.0, True, None], id="int"),
    pytest.param("attendance.excused", "this_meeting", [True], [False, 1, "true"], id="true"),
    pytest.param("attendance.excused", "dates", [["2023-04"], ["XXXX-05-12", "2023"]], [[], "2023-04", ["4/2023"], [2023]], id="dates"),
    pytest.param("dues.unpaid", "period", ["2023-Q2", "2023", "XXXX-Q4", "2023-H1", "2023-04..2023-06", "P3M"], ["Q2", "2023-Q5", "quý II", "2023..", "3M", "PM"], id="period"),
    pytest.param("duty.unfulfilled", "deadline", ["2023-05-12", "XXXX-05-12", "2023-05"], ["12/5/2023", "2023-5", "tháng 5", ""], id="date"),
    pytest.param("duty.unfulfilled", "task", ["nạo vét mương"], ["", "   ", 3], id="text"),
    pytest.param("rating.given", "level", ["hoàn thành tốt nhiệm vụ"], ["HTTNV", "tốt", "Hoàn thành tốt nhiệm vụ"], id="closed values"),
    pytest.param("meeting.ballot", "method", ["kín", "giơ tay"], ["bí mật"], id="method"),
    pytest.param("meeting.admission", "step", ["kết nạp", "công nhận chính thức"], ["vào đảng"], id="step"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "key", "good", "bad"), VALUES)
def test_normalised_values(label: str, key: str, good: list[object], bad: list[object]) -> None:
    for value in good:
        CATALOGUE.check_slots(label, {key: value})
    for value in bad:
        with pytest.raises(CatalogueError, match="not a normalised value"):
            CATALOGUE.check_slots(label, {key: value})


@pytest.mark.parametrize(
    ("label", "slots", "told"),
    [
        pytest.param("attendance.excused", {"reason": "ốm"}, "has no slot 'reason'", id="reason"),
        pytest.param("sanction.decided", {"grounds": "x"}, "has no slot 'grounds'", id="grounds"),
        pytest.param("dues.paid", {"count": 3}, "it has period, amount", id="another label's slot"),
        pytest.param("attitude.doubt", {}, "catalogue is closed", id="no such label"),
    ],
)
def test_a_slot_that_the_label_lacks_is_refused(
    label: str, slots: dict[str, object], told: str
) -> None:
    with pytest.raises(CatalogueError, match=told):
        CATALOGUE.check_slots(label, slots)


@given(st.text(max_size=30))
def test_no_other_name_is_a_label(name: str) -> None:
    if name not in CATALOGUE.labels:
        with pytest.raises(CatalogueError):
            CATALOGUE.label(name)


@given(st.sampled_from(list(CATALOGUE.labels)), st.integers(0, 10**12))
def test_a_whole_number_fits_every_slot_of_that_type(label: str, number: int) -> None:
    assert isinstance(CATALOGUE, Catalogue)
    for key in CATALOGUE.label(label).slots:
        if CATALOGUE.slot_types[key] == "int":
            CATALOGUE.check_slots(label, {key: number})
