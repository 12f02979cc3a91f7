"""The combined tagger with a stand-in for each model, so that the arithmetic can be followed."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.pipeline import passage_of
from vnparty_nlp.records import Tag
from vnparty_nlp.tagging import combined
from vnparty_nlp.tagging.combined import CombinedTagger, mix
from vnparty_nlp.tagging.marks import MARKS
from vnparty_nlp.training.marks import count_marks, save_marks

LABELS = ["dues.unpaid", "dues.paid"]
STATUSES = ["asserted", "negated"]
SCORE = st.floats(-50, 50)


class Encoded:
    """Sure of `dues.unpaid` in every text, and that it is negated."""

    def scores(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        labels = np.tile(np.array([[4.0, -4.0]], dtype=np.float32), (len(texts), 1))
        statuses = np.tile(np.array([[[0.0, 2.0], [0.0, 0.0]]], np.float32), (len(texts), 1, 1))
        return labels, statuses


class Linear:
    """Sure of `dues.paid` in every text, but for weather, where nothing seems possible."""

    def __init__(self, folder: Path) -> None:
        assert folder.is_dir()

    def scores(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([[-4.0, -4.0] if "mưa" in text else [-4.0, 4.0] for text in texts])


def tagger(folder: Path, monkeypatch: pytest.MonkeyPatch, weight: float) -> CombinedTagger:
    monkeypatch.setattr(combined, "LinearScorer", Linear)
    manifest = {
        "labels": LABELS,
        "statuses": STATUSES,
        "catalogue_version": load_catalogue().version,
        "calibration": {x: {"slope": 1.0, "offset": 0.0, "threshold": 0.5} for x in LABELS},
        "encoder_weight": weight,
        "screen": {"dues.unpaid": -3.0, "dues.paid": -3.5},
        "sha256": {},
    }
    (folder / "model.json").write_text(json.dumps(manifest), encoding="utf-8")
    save_marks(count_marks([]), folder / MARKS)
    return CombinedTagger(folder, Encoded())


@pytest.mark.parametrize(
    ("weight", "labels"),
    [
        pytest.param(1.0, ["dues.unpaid"], id="the encoder alone"),
        pytest.param(0.0, ["dues.paid"], id="the linear model alone"),
        pytest.param(0.5, ["dues.unpaid", "dues.paid"], id="both cancel out"),
        pytest.param(0.9, ["dues.unpaid"], id="the heavier one"),
    ],
)
def test_the_weight_decides(
    weight: float, labels: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tags,) = tagger(tmp_path, monkeypatch, weight).tag([passage_of("nợ")])
    assert [tag.label for tag in tags] == labels


def test_a_tag_carries_the_share_of_each_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tags,) = tagger(tmp_path, monkeypatch, 1.0).tag([passage_of("không nợ")])
    raised = float(np.exp(2.0))
    shares = {"asserted": round(1 / (1 + raised), 4), "negated": round(raised / (1 + raised), 4)}
    assert tags == (Tag("dues.unpaid", round(1 / (1 + float(np.exp(-4.0))), 4), shares),)


def test_the_encoder_reads_only_what_the_linear_model_leaves_possible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passages = [passage_of(text) for text in ("trời mưa", "nợ", "mưa to", "nộp")]
    tags = tagger(tmp_path, monkeypatch, 1.0).tag(passages)
    assert [[tag.label for tag in own] for own in tags] == [[], ["dues.unpaid"]] * 2


def test_where_nothing_is_possible_the_encoder_reads_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tagger(tmp_path, monkeypatch, 1.0).tag([passage_of("mưa")]) == ((),)


def test_no_passages_ask_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tagger(tmp_path, monkeypatch, 0.5).tag([]) == ()


@given(st.floats(0, 1), SCORE, SCORE)
def test_a_mixed_score_lies_between_both(weight: float, one: float, other: float) -> None:
    (mixed,) = mix(weight, np.array([one]), np.array([other]))
    assert min(one, other) - 1e-9 <= mixed <= max(one, other) + 1e-9
