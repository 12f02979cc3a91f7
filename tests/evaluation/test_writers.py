from pathlib import Path

import pytest

from vnparty_nlp.errors import CorpusError
from vnparty_nlp.evaluation.writers import read_cards

CARDS = Path(__file__).parents[2] / "corpora" / "writers.jsonl"


def test_every_file_of_passages_has_its_card() -> None:
    cards = read_cards(CARDS)
    assert set(cards) >= {path.stem for path in (CARDS.parent / "passages").glob("*.jsonl")}
    assert cards["w19"].may_be_decomposed
    assert not cards["w01"].may_be_decomposed
    assert cards["w01"].author == "w01"


@pytest.mark.parametrize("line", ["{", '{"writer": "w"}', "[]"])
def test_what_is_no_card_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "writers.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(CorpusError, match="line 1: is no card"):
        read_cards(path)


def test_missing_cards_are_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="is missing"):
        read_cards(tmp_path / "writers.jsonl")
