from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from compare_models import Rival, ordinary_passages, rivals, table

from benchmarks.plan import make_plan
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, read_corpus
from vnparty_nlp.evaluation.tagging import score_tagging
from vnparty_nlp.pipeline import passage_of

PLAN = replace(make_plan(quick=True), passages=6, repeats=2)
DEV = Path(__file__).parents[2] / "corpora" / "passages" / "w02.jsonl"


@pytest.fixture(scope="module")
def dev() -> list[AnnotatedPassage]:
    return list(islice(read_corpus([DEV]), 40))


@pytest.fixture(scope="module")
def found(dev: list[AnnotatedPassage]) -> dict[str, Rival]:
    return rivals(["combined", "linear"], dev)


def test_a_model_with_an_encoder_stands_twice(found: dict[str, Rival]) -> None:
    assert list(found) == ["combined, encoder alone", "combined", "linear"]
    sizes = [rival.megabytes for rival in found.values()]
    assert sizes[1] > sizes[0] > sizes[2] > 1


def test_the_encoder_alone_tags(found: dict[str, Rival]) -> None:
    passage = passage_of("Kết quả bỏ phiếu kín: 17/19 phiếu đồng ý, 2 phiếu không đồng ý.")
    (tags,) = found["combined, encoder alone"].tagger.tag([passage])
    assert [tag.label for tag in tags] == ["meeting.ballot"]
    assert tags[0].statuses == {}


def test_each_rival_has_a_row_beside_the_first(
    found: dict[str, Rival], dev: list[AnnotatedPassage]
) -> None:
    scores = {name: score_tagging(rival.tagger, dev) for name, rival in found.items()}
    rows = table(found, scores, PLAN).splitlines()
    assert len(rows) == 2 + len(found)
    assert [row.split("|")[1].strip() for row in rows[2:]] == list(found)
    assert rows[2].count("1.00 [1.00, 1.00]") == 2


def test_ordinary_passages_are_as_many_as_planned() -> None:
    assert len(ordinary_passages(PLAN)) == 6
