"""What the commands on a single document share: reading it, writing JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnparty_nlp.cli.language import Language
from vnparty_nlp.errors import DocumentError, UsageError, Wording

if TYPE_CHECKING:
    from vnparty_nlp.records import Document
    from vnparty_nlp.settings import Settings


def read_document(path: Path, settings: Settings, say: Language) -> Document | None:
    """The document; None where it cannot be read. Why, and every warning, is told on stderr."""
    from vnparty_nlp import parsing

    try:
        document = parsing.build(settings.parsing).read(path, str(path))
    except DocumentError as error:
        print(f"vnparty: {error.told(say.code)}", file=sys.stderr)
        return None
    for warning in document.warnings:
        print(f"vnparty: {path}: {warning}", file=sys.stderr)
    return document


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
