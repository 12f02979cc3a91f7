"""Recorded facts from Vietnamese minutes and guidance, checked by people.

Importing the package loads no model and no heavy library; each function loads what it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from vnparty_nlp.batch import Summary
    from vnparty_nlp.records import Document, Fact, Link, Mention

__version__ = "0.1.0"
__all__ = ["__version__", "link", "parse", "process", "tag"]


def process(
    inputs: Iterable[Path], register: Path, out: Path, *, purpose: str | None = None
) -> Summary:
    """Read files and folders into `out` as `vnparty process` does; what was done.

    UsageError or RegisterError before anything is written; a document that cannot be read is a
    line in `documents.jsonl`.
    """
    from vnparty_nlp.batch import Options, run_batch
    from vnparty_nlp.settings import load_settings

    options = Options(tuple(inputs), register, out, load_settings(), purpose)
    return run_batch(options, lambda _: None)


def parse(path: Path) -> Document:
    """The document in one file; DocumentError where it cannot be read.

    It is read in this process, without a limit of time or memory: for files from strangers take
    `process`, whose workers have both.
    """
    from vnparty_nlp import parsing
    from vnparty_nlp.settings import load_settings

    return parsing.build(load_settings().parsing).read(path, str(path))


def tag(texts: Sequence[str]) -> list[tuple[Fact, ...]]:
    """The facts that each passage records; spans are code points of its NFC text."""
    from vnparty_nlp.pipeline import FactFinder, passage_of
    from vnparty_nlp.settings import load_settings

    return FactFinder(load_settings()).find([passage_of(text) for text in texts])


def link(mentions: Iterable[Mention], register: Path) -> list[Link]:
    """Who each mention may be, by the register; RegisterError where it cannot be used."""
    from vnparty_nlp import linking
    from vnparty_nlp.settings import load_settings

    linker = linking.build(linking.read_register(register), load_settings().linking)
    return [linker.link(mention) for mention in mentions]
