"""`vnparty outline`: the clause tree of a guidance or regulation, the parts of minutes."""

import shutil
from typing import Any, Unpack

import click

from vnparty_nlp.cli.language import Language
from vnparty_nlp.cli.reading import (
    DocumentArguments,
    document_params,
    page_told,
    read_document,
    shortened,
    write_json,
)

_MIN_TITLE = 24


def command(say: Language) -> click.Command:
    """The command; its exit code is 0, or 1 where the document is unread in whole or in part."""

    def run(**given: Unpack[DocumentArguments]) -> int:
        return _run(given, say)

    return click.Command(
        "outline",
        help=say(
            "Bố cục của văn bản: phần, chương, mục, điều, khoản, điểm kèm số trang; với biên bản "
            "là các phần của cuộc họp.",
            "The outline of a document: its clauses with their pages; of minutes, the parts of "
            "the meeting.",
        ),
        params=document_params(say),
        callback=run,
    )


def _run(given: DocumentArguments, say: Language) -> int:
    from vnparty_nlp.output import clause_line
    from vnparty_nlp.parsing.minutes import sections
    from vnparty_nlp.parsing.outline import outline
    from vnparty_nlp.settings import load_settings

    document = read_document(given["file"], load_settings(given["settings"]), say)
    if document is None:
        return 1
    read = sections if document.heading.kind == "minutes" else outline
    lines = [clause_line(document, clause) for clause in read(document)]
    for line in lines:
        print(_shown(line, say))
    if not lines:
        print(say("Văn bản không có điều khoản đánh số.", "The document has no numbered clauses."))
    if given["out"] is not None:
        write_json(given["out"], lines)
    return 1 if document.unread_pages else 0


def _shown(line: dict[str, Any], say: Language) -> str:
    """Path, title and page in one line of the terminal."""
    page = page_told(line["page"], say)
    start = "  " * line["level"] + line["path"]
    width = shutil.get_terminal_size().columns - len(start) - len(page) - 4
    width = max(width, _MIN_TITLE)
    title = shortened(line["title"], width)
    return f"{start}  {title:<{width}}  {page}"
