"""The model card, written by code from what was trained."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage

_METHODS = {
    "linear": "One logistic regression a label over hashed n-grams of words and letters, with and\n"
    "without diacritics; figures and names are blotted out before counting.",
    "combined": "multilingual-e5-small (MIT), 12 layers, vocabulary cut to Vietnamese, fine-tuned\n"
    "for labels and status, 8-bit weights; its label scores are added to those of a logistic\n"
    "regression over hashed n-grams of words and letters.",
}


def model_card(manifest: Mapping[str, Any], passages: Sequence[AnnotatedPassage]) -> str:
    """A Markdown page: data, labels with their counts and thresholds, scope, limits, licence."""
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
{_METHODS[manifest["type"]]}
Probabilities are Platt-scaled.

**Scope.** Recorded acts, events, decisions and steps of procedure. There is no label, and there was
no training class, for what anybody thinks, says, believes or is; such text was trained as plain
text without a label. The model proposes; a person decides.

**Data.** {len(passages)} passages about invented people ({unlabelled} of them without a label) by
{len(manifest["training_writers"])} independent writers ({writers}); `corpora/datasheet.md`.
Weights, calibration and thresholds come from passages of writers whom the scoring model had not
seen. Figures on the writers kept apart: `vnparty evaluate`, `benchmarks/results/results.md`.

**Limits.** All training text was written for this purpose; no real minutes were seen. Expect less
on writing unlike the writers' cards. Passages of more than five sentences were not trained.

**Licence.** Apache-2.0; the corpus is CC-BY-4.0.
Rebuild: `vnparty train --corpora corpora --out FOLDER`.

| label | records that | training passages | threshold |
| --- | --- | --- | --- |
{chr(10).join(rows)}
"""
