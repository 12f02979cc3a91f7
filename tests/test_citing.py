"""Proposals are measured on two invented guidance documents whose clauses carry their labels."""

import re
from pathlib import Path

import pytest

from vnparty_nlp import parse
from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.citing import Citation, cite
from vnparty_nlp.parsing.outline import outline
from vnparty_nlp.settings import load_settings

GUIDANCE = sorted((Path(__file__).parent / "guidance").glob("*.txt"))
LABELS = load_catalogue().labels
SETTINGS = load_settings().citing


def proposals(tmp_path: Path, marked: str, floor: float) -> tuple[dict[str, str], list[Citation]]:
    """The marked label → clause, and what is proposed."""
    path = tmp_path / "guidance.txt"
    path.write_text(re.sub(r"⟦.+?⟧", "", marked), "utf-8")
    document = parse(path)
    clauses = outline(document)
    wanted = {
        label: next(clause.path for clause in clauses if clause.title.startswith(line[:30]))
        for label, line in re.findall(r"⟦(.+?)⟧(.*)", marked)
    }
    found = cite(clauses, document.text, LABELS.values(), floor=floor, max_clauses=3)
    return wanted, list(found)


def test_the_two_documents_hold_every_label_once() -> None:
    marked = "".join(path.read_text("utf-8") for path in GUIDANCE)
    assert sorted(re.findall(r"⟦(.+?)⟧", marked)) == sorted(LABELS)


def test_most_labels_find_their_clause(tmp_path: Path) -> None:
    right = first = proposed = wanted_count = 0
    for path in GUIDANCE:
        wanted, found = proposals(tmp_path, path.read_text("utf-8"), SETTINGS.floor)
        wanted_count += len(wanted)
        proposed += len(found)
        right += sum(wanted.get(c.label) == c.clause.path for c in found)
        best = {c.label: c.clause.path for c in reversed(found)}
        first += sum(best.get(label) == clause for label, clause in wanted.items())
    assert right / wanted_count >= 0.9
    assert right / proposed >= 0.6
    assert first / wanted_count >= 0.7


def test_clauses_about_nothing_in_the_catalogue_are_not_proposed(tmp_path: Path) -> None:
    marked = GUIDANCE[1].read_text("utf-8")
    _, found = proposals(tmp_path, marked, SETTINGS.floor)
    assert not {c.clause.path for c in found} & {"Điều 2", "Điều 2.1", "Điều 2.2", "Điều 8"}


def test_the_best_come_first_and_no_more_than_asked_for(tmp_path: Path) -> None:
    _, found = proposals(tmp_path, GUIDANCE[0].read_text("utf-8"), 0.0)
    for label in LABELS:
        own = [c.similarity for c in found if c.label == label]
        assert len(own) == 3
        assert own == sorted(own, reverse=True)
        assert all(0 <= similarity <= 1 for similarity in own)


def test_marks_and_case_do_not_matter(tmp_path: Path) -> None:
    marked = "1. DANG VIEN BI KY LUAT CO QUYEN KHIEU NAI.\n2. Quet nha, ke ban ghe."
    _, found = proposals(tmp_path, marked, SETTINGS.floor)
    assert ("meeting.appeal", "1") in {(c.label, c.clause.path) for c in found}
    assert "2" not in {c.clause.path for c in found}


@pytest.mark.parametrize("text", ["Chi bộ họp.", "1. …"], ids=["no clauses", "no words"])
def test_nothing_is_proposed_from_nothing(tmp_path: Path, text: str) -> None:
    assert proposals(tmp_path, text, SETTINGS.floor)[1] == []
