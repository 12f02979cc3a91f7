"""Passages → tags with calibrated probabilities. Knows no register and no names."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vnparty_nlp.errors import ModelError, Wording
from vnparty_nlp.settings import TaggingSettings
from vnparty_nlp.tagging.combined import CombinedTagger
from vnparty_nlp.tagging.device import encoder_on, refuse_gpu, require_gpu
from vnparty_nlp.tagging.linear import LinearTagger
from vnparty_nlp.tagging.model_folder import find_model, read_manifest
from vnparty_nlp.tagging.protocol import Tagger


def _linear(folder: Path, settings: TaggingSettings) -> Tagger:  # noqa: ARG001
    return LinearTagger(folder)


def _combined(folder: Path, settings: TaggingSettings) -> Tagger:
    return CombinedTagger(folder, encoder_on(folder, settings))


# By the type that a model's manifest names.
TAGGERS = {"linear": _linear, "combined": _combined}
# What must be true, by the same type, before a GPU is used.
_GPU_CHECKS = {"linear": refuse_gpu, "combined": require_gpu}


def build(settings: TaggingSettings) -> Tagger:
    """The tagger whose model the settings name; ModelError where it cannot be used, UsageError
    where it cannot run on the settings' device.
    """
    folder, manifest = _usable(settings)
    return TAGGERS[manifest["type"]](folder, settings)


def model_id(settings: TaggingSettings) -> str:
    """The id of the model that the settings name; errors as of `build`."""
    _, manifest = _usable(settings)
    return str(manifest["model_id"])


def _usable(settings: TaggingSettings) -> tuple[Path, Mapping[str, Any]]:
    folder = find_model(settings.model)
    manifest = read_manifest(folder)
    kind = manifest["type"]
    if kind not in TAGGERS:
        known = ", ".join(TAGGERS)
        raise ModelError(
            Wording(
                vi=f"{folder}: không biết loại mô hình {kind!r}; các loại là {known}.",
                en=f"{folder}: unknown type of model {kind!r}; there are {known}.",
            )
        )
    if settings.device == "cuda":
        _GPU_CHECKS[kind]()
    return folder, manifest
