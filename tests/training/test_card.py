import re

import pytest

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.training.card import model_card

LABELS = list(load_catalogue().labels)
MANIFEST = {
    "model_id": "linear-0123456789ab",
    "type": "linear",
    "training_writers": ["w0", "w1"],
    "calibration": {
        label: {"threshold": round(0.3 + n / 100, 3)} for n, label in enumerate(LABELS)
    },
}

DEV = {
    "passages": 40,
    "micro_f1": [0.91, 0.88, 0.94],
    "macro_f1": [0.9, 0.87, 0.93],
    "label_status_f1": 0.89,
    "calibration_error": 0.021,
    "unlabelled": {"passages": 20, "flagged": 1},
    "reliability": [[0.65, 0.6, 5], [0.96, 0.98, 50]],
}


def test_figures_stand_with_their_intervals(passages: list[AnnotatedPassage]) -> None:
    told = " ".join(model_card(MANIFEST, passages, DEV).split())
    assert "dev split** (40 passages, which also chose the recipe: they flatter" in told
    assert "micro 0.910 [0.880, 0.940], macro 0.900 [0.870, 0.930]" in told
    assert "of 20 passages without a label 1 were given one" in told


def test_layers_and_teachers_are_told(passages: list[AnnotatedPassage]) -> None:
    manifest = {
        **MANIFEST,
        "type": "combined",
        "recipe": {"layers": 4},
        "teachers": ["combined-1", "combined-2"],
    }
    told = " ".join(model_card(manifest, passages, DEV).split())
    assert "4 of its layers" in told
    assert "taught by combined-1, combined-2" in told


def test_the_card_names_model_data_scope_and_licence(passages: list[AnnotatedPassage]) -> None:
    card = model_card(MANIFEST, passages, DEV)
    assert card.startswith("# linear-0123456789ab\n")
    told = " ".join(card.split())
    assert "8 passages about invented people (4 of them without a label) by 2" in told
    assert "independent writers (w0, w1)" in told
    assert f"catalogue {load_catalogue().version}" in told
    assert "The model proposes; a person decides." in told
    assert "no real minutes were seen" in told
    assert "CC-BY-4.0" in told


def test_the_card_promises_that_opinions_were_no_class(passages: list[AnnotatedPassage]) -> None:
    told = " ".join(model_card(MANIFEST, passages, DEV).split())
    assert "no training class, for what anybody thinks, says, believes or is" in told


def test_every_label_has_a_row_with_count_and_threshold(passages: list[AnnotatedPassage]) -> None:
    rows = re.findall(
        r"^\| `(\S+)` \| .+ \| (\d+) \| (0\.\d{3}) \|$", model_card(MANIFEST, passages, DEV), re.M
    )
    assert [row[0] for row in rows] == LABELS
    assert {name: int(count) for name, count, _ in rows if count != "0"} == {"dues.paid": 4}
    assert [float(limit) for *_, limit in rows] == [
        MANIFEST["calibration"][label]["threshold"]  # type: ignore[index]
        for label in LABELS
    ]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        pytest.param("linear", "logistic regression a label over hashed n-grams", id="linear"),
        pytest.param("combined", "fine-tuned", id="combined"),
    ],
)
def test_the_method_is_told(kind: str, told: str, passages: list[AnnotatedPassage]) -> None:
    assert told in " ".join(model_card({**MANIFEST, "type": kind}, passages, DEV).split())
