from pathlib import Path

import numpy as np
import pytest

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.tagging.features import hashed_counts
from vnparty_nlp.tagging.linear import LINEAR, LinearScorer
from vnparty_nlp.training import linear
from vnparty_nlp.training.augment import Example
from vnparty_nlp.training.linear import (
    MIN_TEXTS,
    NEVER,
    LinearWeights,
    examples,
    fit,
    save_linear,
    targets,
    unseen_writer_scores,
)

LABELS = list(load_catalogue().labels)
PAID = LABELS.index("dues.paid")


@pytest.fixture
def weights(passages: list[AnnotatedPassage]) -> LinearWeights:
    return fit(examples(passages, seed=0))


def test_targets_mark_the_labels_of_each_text(passages: list[AnnotatedPassage]) -> None:
    wanted = targets(passages)
    assert wanted.shape == (8, len(LABELS))
    assert wanted.sum(axis=0).tolist() == [4 if n == PAID else 0 for n in range(len(LABELS))]


def test_what_was_shown_is_told_apart(
    weights: LinearWeights, passages: list[AnnotatedPassage]
) -> None:
    scores = weights.scores([passage.text for passage in passages])[:, PAID]
    assert min(scores[:4]) > max(scores[4:])


def test_a_label_that_never_occurs_never_wins(weights: LinearWeights) -> None:
    others = [n for n in range(len(LABELS)) if n != PAID]
    assert (weights.bias[others] == NEVER).all()
    assert not weights.weights[:, others].any()
    assert (weights.scores(["Đ/c Nụ đã nộp đảng phí."])[:, others] == NEVER).all()


def test_only_n_grams_of_several_texts_are_kept() -> None:
    rare, common = "xoài ổi", "chi bộ"
    texts = [f"{common} {n}" for n in "abcd"] + [rare] * (MIN_TEXTS - 1)
    kept = set(fit([Example(text, ()) for text in texts]).columns.tolist())
    assert kept & set(hashed_counts(common))
    assert not kept & (set(hashed_counts(rare)) - set(hashed_counts(common)))


def test_columns_are_sorted_and_rare_n_grams_weigh_more(weights: LinearWeights) -> None:
    assert (np.diff(weights.columns) > 0).all()
    assert (weights.idf >= 1).all()
    assert len(weights.columns) == len(weights.idf) == len(weights.weights)


def test_saved_weights_score_as_before(weights: LinearWeights, tmp_path: Path) -> None:
    save_linear(weights, tmp_path / LINEAR)
    texts = ["Đ/c Nụ đã nộp đảng phí quý I.", "Trời mưa.", ""]
    before, after = weights.scores(texts), LinearScorer(tmp_path).scores(texts)
    assert np.allclose(before, after, atol=0.05)


def test_weights_are_learnt_anew_from_the_strongest_n_grams(
    weights: LinearWeights, passages: list[AnnotatedPassage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linear, "KEPT_COLUMNS", 5)
    fewer = fit(examples(passages, seed=0))
    strongest = np.argsort(-np.abs(weights.weights[:, PAID]))[:5]
    assert set(fewer.columns) == set(weights.columns[strongest])
    scores = fewer.scores([passage.text for passage in passages])[:, PAID]
    assert scores[:4].mean() > scores[4:].max()


def test_examples_are_the_same_for_the_same_seed(passages: list[AnnotatedPassage]) -> None:
    assert examples(passages, seed=3) == examples(passages, seed=3)
    assert {e.text for e in examples(passages, seed=3)} >= {p.text for p in passages}


def test_every_passage_is_scored_by_a_model_that_never_saw_its_writer(
    passages: list[AnnotatedPassage], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[set[str]] = []

    def watched(chosen: list[AnnotatedPassage], *, seed: int) -> list[Example]:
        seen.append({passage.writer for passage in chosen})
        return examples(chosen, seed=seed)

    monkeypatch.setattr(linear, "examples", watched)
    steps: list[str] = []
    scores = unseen_writer_scores(passages, seed=0, on_step=steps.append)
    assert sorted(map(sorted, seen)) == [["w0"], ["w1"]]
    assert steps == ["fold 1 of 2", "fold 2 of 2"]
    assert scores.shape == (8, len(LABELS))
