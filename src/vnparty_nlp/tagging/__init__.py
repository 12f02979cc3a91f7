"""Passages → tags with calibrated probabilities. Knows no register and no names."""

from vnparty_nlp.settings import TaggingSettings
from vnparty_nlp.tagging.linear import LinearTagger
from vnparty_nlp.tagging.model_folder import find_model, read_manifest

TAGGERS = {"linear": LinearTagger}


def build(settings: TaggingSettings) -> LinearTagger:
    """The tagger whose model the settings name; ModelError where it cannot be used."""
    folder = find_model(settings.model)
    return TAGGERS[read_manifest(folder)["type"]](folder)


def model_id(settings: TaggingSettings) -> str:
    """The id of the model that the settings name; ModelError where it cannot be used."""
    return str(read_manifest(find_model(settings.model))["model_id"])
