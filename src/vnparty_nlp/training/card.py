"""The model card, written by code from what was trained."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.tagging.model_folder import read_manifest
from vnparty_nlp.training.picture import RELIABILITY, draw_reliability

_METHODS = {
    "linear": "One logistic regression a label over hashed n-grams of words and letters, with and\n"
    "without diacritics; figures and names are blotted out before counting.",
    "combined": "multilingual-e5-small (MIT), {layers}, vocabulary cut to Vietnamese,\n"
    "fine-tuned for labels and status{taught}, 8-bit weights; its label scores are added to those\n"
    "of a logistic regression over hashed n-grams of words and letters.",
}
CARD = "README.md"
# What dev decided of a model of each type.
_CHOSEN = {"linear": "the recipe", "combined": "epoch, weights, calibration and thresholds"}


def _bracketed(figure: Sequence[float]) -> str:
    return "{:.3f} [{:.3f}, {:.3f}]".format(*figure)


def _figures(dev: Mapping[str, Any], chosen: str) -> str:
    ordinary = dev["unlabelled"]
    return f"""**Figures on the dev split** ({dev["passages"]} passages, which also chose
{chosen}: they flatter; brackets hold 95 % bootstrap intervals).
Label F1 micro {_bracketed(dev["micro_f1"])}, macro {_bracketed(dev["macro_f1"])};
label and status {dev["label_status_f1"]:.3f};
expected calibration error {dev["calibration_error"]:.3f};
of {ordinary["passages"]} passages without a label {ordinary["flagged"]} were given one."""


def _method(manifest: Mapping[str, Any]) -> str:
    layers = manifest.get("recipe", {}).get("layers", 0)
    teachers = ", ".join(manifest.get("teachers", ()))
    return _METHODS[manifest["type"]].format(
        layers=f"{layers} of its layers" if layers else "all of its layers",
        taught=f" and taught by {teachers}" if teachers else "",
    )


def write_card(folder: Path, passages: Sequence[AnnotatedPassage], dev: Mapping[str, Any]) -> None:
    """The card and the picture it shows, from the manifest in the folder and dev's figures."""
    draw_reliability(dev["reliability"], folder / RELIABILITY)
    card = model_card(read_manifest(folder), passages, dev)
    (folder / CARD).write_text(card, encoding="utf-8")


def model_card(
    manifest: Mapping[str, Any], passages: Sequence[AnnotatedPassage], dev: Mapping[str, Any]
) -> str:
    """A Markdown page: data, figures on the dev split as `evaluate` gives them, labels with their
    counts and thresholds, scope, limits, licence.
    """
    positives = Counter(label for passage in passages for label in passage.labels)
    unlabelled = sum(not passage.annotations for passage in passages)
    writers = ", ".join(manifest["training_writers"])
    rows = [
        f"| `{label.id}` | {label.definition} | {positives[label.id]} | "
        f"{manifest['calibration'][label.id]['threshold']:.3f} |"
        for label in load_catalogue().labels.values()
    ]
    return f"""# {manifest["model_id"]}

Says which recorded facts a Vietnamese passage states (catalogue {load_catalogue().version}).
{_method(manifest)}
Lines typed without diacritics get them from a model of pairs of syllables before they are scored.
Probabilities are Platt-scaled.

**Scope.** Recorded acts, events, decisions and steps of procedure. There is no label, and there was
no training class, for what anybody thinks, says, believes or is; such text was trained as plain
text without a label. The model proposes; a person decides.

**Data.** {len(passages)} passages about invented people ({unlabelled} of them without a label) by
{len(manifest["training_writers"])} independent writers ({writers}); `corpora/datasheet.md`.
Weights, calibration and thresholds come from passages of writers whom the scoring model had not
seen. Figures on the writers kept apart: `vnparty evaluate`, `benchmarks/results/results.md`.

{_figures(dev, _CHOSEN[manifest["type"]])}

![How often a label given with some probability is right]({RELIABILITY})

**Limits.** All training text was written for this purpose; no real minutes were seen. Expect less
on writing unlike the writers' cards. Passages of more than five sentences were not trained.

**Licence.** Apache-2.0; the corpus is CC-BY-4.0.
Rebuild: `docs/usage.md`, section on training.

| label | records that | training passages | threshold |
| --- | --- | --- | --- |
{chr(10).join(rows)}
"""
