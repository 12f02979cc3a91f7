import pytest

from vnparty_nlp.linking.evidence import read_evidence
from vnparty_nlp.linking.name_form import mention_style, name_form
from vnparty_nlp.linking.posterior import Posterior
from vnparty_nlp.linking.scoring import RegisterScorer
from vnparty_nlp.records import Member, Mention, Span

DONG, DOAI = "Chi bộ thôn Đông", "Chi bộ thôn Đoài"
MEMBERS = [
    Member("M0", "Trần Văn Bình", 1962, DONG, "Bí thư"),
    Member("M1", "Trần Văn Bình", 1970, DOAI),
    Member("M2", "Trần Văn Bính", 1962, DONG),
    Member("M3", "Lê Thị Lan", 1980, DOAI, "Bí thư chi bộ"),
]
SCORER = RegisterScorer(MEMBERS, unknown_share=0.15)


def score(name: str, **fields: object) -> Posterior:
    form = name_form(name)
    mention = Mention(name, Span(0, len(name)), **fields)  # type: ignore[arg-type]
    return SCORER.score(form, mention_style(name, form), read_evidence(mention))


def best(posterior: Posterior) -> int:
    return max(posterior, key=lambda row: posterior[row].probability)


@pytest.mark.parametrize(
    ("fields", "row"),
    [
        pytest.param({"branch": DONG}, 0, id="branch"),
        pytest.param({"branch": DOAI}, 1, id="the other branch"),
        pytest.param({"birth_year": 1970}, 1, id="year"),
        pytest.param({"context": "Trần Văn Bình, sinh năm 1962"}, 0, id="year in the text"),
        pytest.param({"branch": DONG, "birth_year": 1962}, 0, id="both"),
    ],
)
def test_evidence_orders_namesakes(fields: dict[str, object], row: int) -> None:
    assert best(score("Trần Văn Bình", **fields)) == row


def test_probabilities_leave_a_share_for_nobody() -> None:
    for fields in ({}, {"branch": DONG}, {"birth_year": 1962}):
        total = sum(scored.probability for scored in score("Trần Văn Bình", **fields).values())
        assert 0.5 < total < 1.0


def test_a_conflict_costs_more_than_silence() -> None:
    silent = score("Trần Văn Bình", branch=DONG)[0].probability
    assert score("Trần Văn Bình", branch=DONG, birth_year=1985)[0].probability < silent / 2
    near = score("Trần Văn Bình", branch=DONG, birth_year=1963)[0].probability
    assert near < silent


def test_names_in_no_register_have_no_candidate() -> None:
    assert score("Phạm Đức Tài", branch=DONG) == {}


@pytest.mark.parametrize(
    ("branch", "rows"),
    [
        pytest.param(DONG, {0}, id="its secretary"),
        pytest.param(DOAI, {3}, id="the other's"),
        pytest.param("Chi bộ thôn Nam", set(), id="unknown branch"),
        pytest.param(None, set(), id="no branch"),
    ],
)
def test_offices_belong_to_branches(branch: str | None, rows: set[int]) -> None:
    evidence = read_evidence(Mention("Bí thư", Span(0, 6), branch=branch))
    assert set(SCORER.score_office("bí thư", evidence, 0.9)) == rows


def test_bearers_are_those_of_the_very_name() -> None:
    assert SCORER.bearers(name_form("trần văn bình")) == {0, 1}
