"""`vnparty tag`: labels, status and slots of passages given as JSON Lines."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from vnparty_nlp.cli import fields
from vnparty_nlp.cli.language import Language
from vnparty_nlp.settings import Device


class Arguments(TypedDict):
    """What the command line gives."""

    source: Path
    out: Path
    settings: Path | None
    model: str | None
    device: Device | None


def command(say: Language) -> click.Command:
    """The command; its exit code is 0."""

    def run(**given: Unpack[Arguments]) -> int:
        return _run(given, say)

    return click.Command(
        "tag",
        help=say(
            'Gắn nhãn từng đoạn: mỗi dòng vào {"id", "text"}, mỗi dòng ra {"id", "labels"}.',
            'Tag passages: each line in {"id", "text"}, each line out {"id", "labels"}.',
        ),
        params=[
            fields.source(say),
            fields.out(say("Tệp JSON Lines ra.", "JSON Lines file to write.")),
            fields.settings(say),
            fields.model(say),
            fields.device(say),
        ],
        callback=run,
    )


def _run(given: Arguments, say: Language) -> int:
    from vnparty_nlp.batch.lines import tag_lines

    settings = fields.settings_of(given["settings"], model=given["model"], device=given["device"])
    count = tag_lines(given["source"], given["out"], settings)
    print(say(f"{count} đoạn → {given['out']}", f"{count} passages → {given['out']}"))
    return 0
