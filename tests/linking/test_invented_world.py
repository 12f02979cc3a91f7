"""The linker on the invented people of scripts/measure_linking.py: floors that must not be lost."""

import random
import sys
from pathlib import Path

import pytest

from vnparty_nlp.linking import build
from vnparty_nlp.records import Link
from vnparty_nlp.settings import load_settings

SCRIPTS = str(Path(__file__).parents[2] / "scripts")
if SCRIPTS not in sys.path:
    sys.path.insert(0, SCRIPTS)

from invented_people import Case, World, make_cases, make_register  # noqa: E402
from measure_linking import accuracy, calibration_error  # noqa: E402

WORLDS = {
    "usual": World(),
    "many strangers": World(unknown=0.4),
    "no branch told": World(with_branch=0.0),
    "few names": World(rich_names=False),
}


def run(world: World, *, members: int, mentions: int) -> tuple[list[Case], list[Link]]:
    rng = random.Random(5)
    register = make_register(rng, members, world)
    cases = make_cases(rng, register, mentions, world)
    linker = build(register, load_settings().linking)
    return cases, [linker.link(case.mention) for case in cases]


@pytest.mark.parametrize("name", WORLDS)
def test_links_are_right_or_to_a_namesake(name: str) -> None:
    cases, links = run(WORLDS[name], members=1500, mentions=600)
    pairs = zip(cases, links, strict=True)
    wrong = [
        case
        for case, link in pairs
        if link.member_id not in {None, case.member_id} and not case.is_namesake(link.member_id)
    ]
    assert len(wrong) <= 1, wrong


def test_enough_is_linked_and_the_probabilities_hold() -> None:
    cases, links = run(World(), members=3000, mentions=1000)
    found = accuracy(cases, [link.member_id for link in links])
    assert found["precision"] >= 0.995  # type: ignore[operator]
    assert found["coverage"] >= 0.6  # type: ignore[operator]
    assert calibration_error(cases, links) <= 0.07


def test_the_same_seed_gives_the_same_links() -> None:
    first = run(World(), members=300, mentions=50)
    assert first == run(World(), members=300, mentions=50)
