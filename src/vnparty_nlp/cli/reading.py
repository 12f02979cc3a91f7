"""What the commands on a single document share: arguments, reading it, telling its clauses."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

import click

from vnparty_nlp.cli import fields
from vnparty_nlp.cli.language import Language
from vnparty_nlp.errors import DocumentError, UsageError, Wording

if TYPE_CHECKING:
    from vnparty_nlp.records import Document
    from vnparty_nlp.settings import Settings

# All that follows: a quoted word may hold such signs itself.
_QUOTED = re.compile(r"«.*", re.DOTALL)


class DocumentArguments(TypedDict):
    """What the command line gives, as declared by `document_params`."""

    file: Path
    out: Path | None
    settings: Path | None


def document_params(say: Language) -> list[click.Parameter]:
    """FILE to read, a JSON file to write, settings."""
    file = click.Argument(["file"], type=fields.EXISTING_FILE, metavar="FILE")
    return [file, fields.json_out(say), fields.settings(say)]


def page_told(number: int | None, say: Language) -> str:
    """A page as a reader of the terminal cites it."""
    return say(f"tr. {number}", f"p. {number}")


def shortened(title: str, width: int) -> str:
    """The title in at most `width` characters, with dots where it is cut."""
    return title if len(title) <= width else title[: width - 1].rstrip() + "…"


def read_document(path: Path, settings: Settings, say: Language) -> Document | None:
    """The document; None where it cannot be read.

    Why, and every warning without what it quotes, is told on stderr.
    """
    from vnparty_nlp import parsing

    try:
        document = parsing.build(settings.parsing).read(path, str(path))
    except DocumentError as error:
        print(f"vnparty: {error.told(say.code)}", file=sys.stderr)
        return None
    for warning in without_quotes(document.warnings):
        print(f"vnparty: {path}: {warning}", file=sys.stderr)
    return document


def without_quotes(warnings: Iterable[str]) -> list[str]:
    """The warnings, each once, without the words of the document that they quote («…»).

    What goes to stderr may end in a log that more people read than the results.
    """
    return list(dict.fromkeys(_QUOTED.sub("«…»", warning) for warning in warnings))


def write_json(path: Path, content: Any) -> None:
    """Write the file; UsageError where that is impossible."""
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            Wording(
                vi=f"{path}: không ghi được ({error.strerror}). Hãy chọn nơi khác.",
                en=f"{path}: cannot be written ({error.strerror}). Choose another place.",
            )
        ) from error
