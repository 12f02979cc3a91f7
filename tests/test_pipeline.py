from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.pipeline import FactFinder, Pipeline, ReadingPipeline, passage_of
from vnparty_nlp.records import Member
from vnparty_nlp.settings import Settings, load_settings

SETTINGS = load_settings()


@pytest.fixture(scope="module")
def finder() -> FactFinder:
    return FactFinder(SETTINGS)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(SETTINGS, [Member("M001", "Trần Văn Bình", 1962, "Chi bộ thôn Bãi Dâu")])


def test_a_file_gives_its_document_and_findings(pipeline: Pipeline, minutes: Path) -> None:
    result = pipeline.process(minutes / "bien-ban.txt", "tên/như/đã/cho.txt")
    assert result.error is None
    assert result.document is not None
    assert result.source == result.document.source == "tên/như/đã/cho.txt"
    arrears = next(f for f in result.findings if f.label == "dues.unpaid")
    assert arrears.source == "tên/như/đã/cho.txt"
    assert arrears.subject is not None
    assert arrears.subject.link.candidates[0].member_id == "M001"


def test_time_is_told_by_stage(pipeline: Pipeline, minutes: Path) -> None:
    seconds = pipeline.process(minutes / "bien-ban.txt", "a").seconds
    assert set(seconds) == {"parsing", "passages", "tagging and facts", "linking"}
    assert all(value >= 0 for value in seconds.values())


def test_the_same_file_gives_the_same_findings(pipeline: Pipeline, minutes: Path) -> None:
    path = minutes / "bien-ban.txt"
    assert pipeline.process(path, "a").findings == pipeline.process(path, "a").findings


def test_findings_stand_in_reading_order_each_once(pipeline: Pipeline, minutes: Path) -> None:
    findings = pipeline.process(minutes / "bien-ban.txt", "a").findings
    assert [f.span.start for f in findings] == sorted(f.span.start for f in findings)
    assert len({f.finding_id for f in findings}) == len(findings)


def test_a_file_that_cannot_be_read_is_a_result(pipeline: Pipeline, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    for processor in (pipeline, ReadingPipeline(SETTINGS)):
        result = processor.process(tmp_path / "a.pdf", "a.pdf")
        assert result.document is None
        assert result.findings == ()
        assert "the file is empty" in str(result.error)
        assert set(result.seconds) == {"parsing"}


def test_reading_alone_finds_nothing(minutes: Path) -> None:
    result = ReadingPipeline(SETTINGS).process(minutes / "bien-ban.txt", "a")
    assert result.document is not None
    assert result.findings == ()


def test_who_is_in_the_register_does_not_change_what_is_found(
    pipeline: Pipeline, minutes: Path
) -> None:
    path = minutes / "bien-ban.txt"
    strangers = Pipeline(SETTINGS, [Member("X1", "Phan Đình Khác")])
    one, other = (given.process(path, "a").findings for given in (pipeline, strangers))
    assert [(f.label, f.span, f.slots, f.status) for f in one] == [
        (f.label, f.span, f.slots, f.status) for f in other
    ]


@pytest.mark.parametrize(
    ("text", "composed"),
    [
        pytest.param("Chi bộ họp.", "Chi bộ họp.", id="as it stands"),
        pytest.param("va\u0306\u0301ng", "vắng", id="letters and marks apart"),
        pytest.param("", " ", id="nothing"),
    ],
)
def test_a_passage_of_its_own(text: str, composed: str) -> None:
    passage = passage_of(text)
    assert passage.text == composed
    assert passage.span.of(passage.text) == composed


@given(st.text(alphabet="aăđ \n\u0301\u0323.", max_size=40))
def test_a_passage_covers_its_whole_text(text: str) -> None:
    passage = passage_of(text)
    assert (passage.span.start, passage.span.end) == (0, len(passage.text))


def test_facts_come_by_passage_in_order(finder: FactFinder) -> None:
    texts = ["Trời mưa to.", "Đ/c Mạc còn nợ đảng phí quý II/2023, 90.000 đồng.", "Gió nhẹ."]
    nothing, found, still_nothing = finder.find([passage_of(text) for text in texts])
    assert nothing == still_nothing == ()
    (arrears,) = [fact for fact in found if fact.label == "dues.unpaid"]
    assert arrears.subject is not None
    assert arrears.subject.of(texts[1]) == "Mạc"
    assert arrears.evidence.of(texts[1]) in texts[1]


def test_no_passages_give_no_facts(finder: FactFinder) -> None:
    assert finder.find([]) == []


def test_the_settings_reach_the_stages(minutes: Path, tmp_path: Path) -> None:
    own = tmp_path / "settings.toml"
    own.write_text("[parsing]\nmax_megabytes = 0\n", encoding="utf-8")
    small: Settings = load_settings(own)
    result = ReadingPipeline(small).process(minutes / "bien-ban.txt", "a")
    assert "the limit is 0 MB" in str(result.error)
