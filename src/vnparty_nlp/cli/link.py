"""`vnparty link`: who mentions given as JSON Lines may be."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from vnparty_nlp.cli import fields
from vnparty_nlp.cli.language import Language


class Arguments(TypedDict):
    """What the command line gives."""

    source: Path
    register: Path
    out: Path
    settings: Path | None


def command(say: Language) -> click.Command:
    """The command; its exit code is 0."""

    def run(**given: Unpack[Arguments]) -> int:
        return _run(given, say)

    return click.Command(
        "link",
        help=say(
            "Đối chiếu tên người với danh sách: mỗi dòng vào "
            '{"id", "mention", "context", "branch", "birth_year"}.',
            "Link mentions to the register: each line in "
            '{"id", "mention", "context", "branch", "birth_year"}.',
        ),
        params=[
            fields.source(say),
            fields.register(say),
            fields.out(say("Tệp JSON Lines ra.", "JSON Lines file to write.")),
            fields.settings(say),
        ],
        callback=run,
    )


def _run(given: Arguments, say: Language) -> int:
    from vnparty_nlp.batch.lines import link_lines
    from vnparty_nlp.settings import load_settings

    settings = load_settings(given["settings"])
    count = link_lines(given["source"], given["register"], given["out"], settings)
    print(say(f"{count} tên → {given['out']}", f"{count} mentions → {given['out']}"))
    return 0
