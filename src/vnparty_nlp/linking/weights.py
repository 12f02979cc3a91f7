"""The literal weights of weights.toml, by section and key."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def load_weights() -> Mapping[str, Mapping[str, float]]:
    """Section → key → share or odds; see the comments in the table."""
    source = resources.files("vnparty_nlp.linking").joinpath("weights.toml").read_text("utf-8")
    return tomllib.loads(source)
