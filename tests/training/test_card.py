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


def test_the_card_names_model_data_scope_and_licence(passages: list[AnnotatedPassage]) -> None:
    card = model_card(MANIFEST, passages)
    assert card.startswith("# linear-0123456789ab\n")
    told = " ".join(card.split())
    assert "8 passages about invented people (4 of them without a label) by 2" in told
    assert "independent writers (w0, w1)" in told
    assert f"catalogue {load_catalogue().version}" in told
    assert "The model proposes; a person decides." in told
    assert "no real minutes were seen" in told
    assert "CC-BY-4.0" in told


def test_the_card_promises_that_opinions_were_no_class(passages: list[AnnotatedPassage]) -> None:
    told = " ".join(model_card(MANIFEST, passages).split())
    assert "no training class, for what anybody thinks, says, believes or is" in told


def test_every_label_has_a_row_with_count_and_threshold(passages: list[AnnotatedPassage]) -> None:
    rows = re.findall(
        r"^\| `(\S+)` \| .+ \| (\d+) \| (0\.\d{3}) \|$", model_card(MANIFEST, passages), re.M
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
    assert told in " ".join(model_card({**MANIFEST, "type": kind}, passages).split())
