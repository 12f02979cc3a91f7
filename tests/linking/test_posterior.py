import pytest

from vnparty_nlp.linking.posterior import Scored, decide, mix
from vnparty_nlp.records import Member
from vnparty_nlp.settings import LinkingSettings

SETTINGS = LinkingSettings(threshold=0.9, margin=0.3, max_candidates=2, unknown_share=0.1)
MEMBERS = [Member(f"M{row}", "Lê Văn An") for row in range(4)]


@pytest.mark.parametrize(
    ("probabilities", "linked"),
    [
        pytest.param([0.95], "M0", id="certain"),
        pytest.param([0.9], "M0", id="just certain enough"),
        pytest.param([0.89], None, id="below the threshold"),
        pytest.param([0.5, 0.5], None, id="namesakes"),
        pytest.param([], None, id="nobody"),
    ],
)
def test_links_only_what_is_certain(probabilities: list[float], linked: str | None) -> None:
    posterior = {row: Scored(p, ("trùng họ tên",)) for row, p in enumerate(probabilities)}
    link = decide(posterior, MEMBERS, SETTINGS)
    assert link.member_id == linked
    assert link.probability == max(probabilities, default=0.0)


def test_the_lead_must_be_wide_enough() -> None:
    posterior = {0: Scored(0.6, ()), 1: Scored(0.4, ())}
    narrow = LinkingSettings(threshold=0.5, margin=0.3, max_candidates=2, unknown_share=0.1)
    wide = LinkingSettings(threshold=0.5, margin=0.1, max_candidates=2, unknown_share=0.1)
    assert decide(posterior, MEMBERS, narrow).member_id is None
    assert decide(posterior, MEMBERS, wide).member_id == "M0"


def test_candidates_come_best_first_and_not_too_many() -> None:
    posterior = {
        0: Scored(0.2, ()),
        1: Scored(0.5, ("a",)),
        2: Scored(0.2, ()),
        3: Scored(0.0001, ()),
    }
    candidates = decide(posterior, MEMBERS, SETTINGS).candidates
    assert [(c.member_id, c.probability) for c in candidates] == [("M1", 0.5), ("M0", 0.2)]
    assert candidates[0].reasons == ("a",)


def test_mixing_adds_up_and_tells_the_first_reason() -> None:
    first, second = {0: Scored(1.0, ("b",))}, {0: Scored(0.5, ("c",)), 1: Scored(0.5, ())}
    mixed = mix([(0.8, first, ("a",)), (0.2, second, ())])
    assert mixed[0].probability == pytest.approx(0.9)
    assert mixed[0].reasons == ("a", "b")
    assert mixed[1].probability == pytest.approx(0.1)
