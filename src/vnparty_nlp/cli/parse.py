"""`vnparty parse`: documents and their text, no tagging."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from vnparty_nlp.cli import fields
from vnparty_nlp.cli.language import Language


class Arguments(TypedDict):
    """What the command line gives."""

    inputs: tuple[Path, ...]
    out: Path
    settings: Path | None
    workers: int | None


def command(say: Language) -> click.Command:
    """The command; its exit code is the run's."""

    def run(**given: Unpack[Arguments]) -> int:
        return _run(given, say)

    return click.Command(
        "parse",
        help=say(
            "Chỉ đọc văn bản: documents.jsonl và text/, không gắn nhãn.",
            "Read documents only: documents.jsonl and text/, no tagging.",
        ),
        params=[
            fields.inputs(),
            fields.out(say("Thư mục kết quả.", "Folder for the results.")),
            fields.settings(say),
            fields.workers(say),
        ],
        callback=run,
    )


def _run(given: Arguments, say: Language) -> int:
    from vnparty_nlp.batch import Options, run_batch
    from vnparty_nlp.cli.progress import print_counts, progress

    options = Options(
        inputs=given["inputs"],
        register=None,
        out=given["out"],
        settings=fields.settings_of(given["settings"], workers=given["workers"]),
    )
    with progress(say) as show:
        summary = run_batch(options, show)
    print_counts(summary, say)
    return summary.exit_code
