"""Passages → tags with calibrated probabilities. Knows no register and no names."""

from pathlib import Path

from vnparty_nlp.errors import ModelError, Wording
from vnparty_nlp.settings import TaggingSettings
from vnparty_nlp.tagging.combined import CombinedTagger
from vnparty_nlp.tagging.linear import LinearTagger
from vnparty_nlp.tagging.model_folder import find_model, read_manifest
from vnparty_nlp.tagging.protocol import Tagger


def _linear(folder: Path, settings: TaggingSettings) -> Tagger:  # noqa: ARG001
    return LinearTagger(folder)


def _combined(folder: Path, settings: TaggingSettings) -> Tagger:
    return CombinedTagger(folder, threads=settings.threads)


# By the type that a model's manifest names.
TAGGERS = {"linear": _linear, "combined": _combined}


def build(settings: TaggingSettings) -> Tagger:
    """The tagger whose model the settings name; ModelError where it cannot be used."""
    folder = find_model(settings.model)
    kind = read_manifest(folder)["type"]
    if kind not in TAGGERS:
        known = ", ".join(TAGGERS)
        raise ModelError(
            Wording(
                vi=f"{folder}: không biết loại mô hình {kind!r}; các loại là {known}.",
                en=f"{folder}: unknown type of model {kind!r}; there are {known}.",
            )
        )
    return TAGGERS[kind](folder, settings)


def model_id(settings: TaggingSettings) -> str:
    """The id of the model that the settings name; ModelError where it cannot be used."""
    return str(read_manifest(find_model(settings.model))["model_id"])
