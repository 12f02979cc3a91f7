"""`vnparty catalogue`: the labels, and the clauses of a guidance document that may ground them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

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

if TYPE_CHECKING:
    from vnparty_nlp.citing import Citation
    from vnparty_nlp.records import Document

_TITLE_WIDTH = 90


def command(say: Language) -> click.Command:
    """The commands `list` and `cite`; their exit code is 0, or 1 for an unread document."""
    return click.Group(
        "catalogue",
        help=say("Danh mục tiêu chí và căn cứ của từng tiêu chí.", "The catalogue of criteria."),
        commands={"list": _list_command(say), "cite": _cite_command(say)},
    )


def _list_command(say: Language) -> click.Command:
    def run() -> int:
        from vnparty_nlp.catalogue import load_catalogue

        for label in load_catalogue().labels.values():
            print(f"{label.id:<22} {say(label.title, label.definition)}")
        return 0

    text = say("In các tiêu chí của danh mục.", "Print the labels of the catalogue.")
    return click.Command("list", help=text, callback=run)


def _cite_command(say: Language) -> click.Command:
    def run(**given: Unpack[DocumentArguments]) -> int:
        return _cite(given, say)

    return click.Command(
        "cite",
        help=say(
            "Với mỗi tiêu chí, các điều khoản của một văn bản hướng dẫn có thể là căn cứ; máy chỉ "
            "gợi ý, người có thẩm quyền xác nhận.",
            "For each label the clauses of a guidance document that may ground it; these are "
            "proposals, a person confirms.",
        ),
        params=document_params(say),
        callback=run,
    )


def _cite(given: DocumentArguments, say: Language) -> int:
    from vnparty_nlp.catalogue import load_catalogue
    from vnparty_nlp.citing import cite
    from vnparty_nlp.parsing.outline import outline
    from vnparty_nlp.settings import load_settings

    settings = load_settings(given["settings"])
    document = read_document(given["file"], settings, say)
    if document is None:
        return 1
    labels = load_catalogue().labels
    citations = cite(
        outline(document),
        document.text,
        labels.values(),
        floor=settings.citing.floor,
        max_clauses=settings.citing.max_clauses,
    )
    lines = {label: _lines(document, citations, label) for label in labels}
    for label_id, clauses in lines.items():
        _show(
            f"{label_id}  {say(labels[label_id].title, labels[label_id].definition)}", clauses, say
        )
    print(
        say(
            "\nĐây là gợi ý theo từ ngữ giống nhau; người có thẩm quyền phải đọc và xác nhận.",
            "\nThese are proposals by likeness of words; a person must read and confirm them.",
        )
    )
    if given["out"] is not None:
        content = [{"label": label, "clauses": found} for label, found in lines.items()]
        write_json(given["out"], content)
    return 1 if document.unread_pages else 0


def _lines(document: Document, citations: tuple[Citation, ...], label: str) -> list[dict[str, Any]]:
    from vnparty_nlp.output import clause_line

    return [
        clause_line(document, citation.clause)
        | {"similarity": citation.similarity, "confirmed": False}
        for citation in citations
        if citation.label == label
    ]


def _show(heading: str, clauses: list[dict[str, Any]], say: Language) -> None:
    print(heading)
    for clause in clauses:
        page, title = page_told(clause["page"], say), shortened(clause["title"], _TITLE_WIDTH)
        print(f"    {clause['similarity']:.2f}  {clause['path']}  ({page})  {title}")
    if not clauses:
        print("    " + say("không có điều khoản", "no clause"))
