"""`vnparty process`: documents in, findings and a report out."""

import sys
from pathlib import Path
from typing import TypedDict, Unpack

import click

from vnparty_nlp.cli import fields
from vnparty_nlp.cli.language import Language
from vnparty_nlp.settings import Device


class Arguments(TypedDict):
    """What the command line gives."""

    inputs: tuple[Path, ...]
    register: Path
    out: Path
    purpose: str | None
    settings: Path | None
    model: str | None
    device: Device | None
    workers: int | None


def command(say: Language) -> click.Command:
    """The command; its exit code is the run's."""

    def run(**given: Unpack[Arguments]) -> int:
        return _run(given, say)

    return click.Command(
        "process",
        help=say(
            "Đọc tệp và thư mục, tìm sự việc được ghi, đối chiếu danh sách, viết báo cáo.",
            "Read files and folders, find recorded facts, link them to the register, report.",
        ),
        params=[
            fields.inputs(),
            fields.register(say),
            fields.out(say("Thư mục kết quả.", "Folder for the results.")),
            click.Option(
                ["--purpose"],
                help=say(
                    "Mục đích và căn cứ pháp lý của lần xử lý; được ghi vào báo cáo.",
                    "Purpose and legal basis of the run; it stands in the report.",
                ),
            ),
            fields.settings(say),
            fields.model(say),
            fields.device(say),
            fields.workers(say),
        ],
        callback=run,
    )


def _run(given: Arguments, say: Language) -> int:
    from vnparty_nlp.batch import Options, run_batch
    from vnparty_nlp.cli.progress import print_counts, progress

    options = Options(
        inputs=given["inputs"],
        register=given["register"],
        out=given["out"],
        settings=fields.settings_of(
            given["settings"],
            workers=given["workers"],
            model=given["model"],
            device=given["device"],
        ),
        purpose=given["purpose"],
    )
    with progress(say) as show:
        summary = run_batch(options, show)
    print_counts(summary, say)
    findings = say(f"Sự việc: {summary.findings}.", f"Findings: {summary.findings}.")
    print(findings, file=sys.stderr)
    print(say(f"Báo cáo: {summary.report}", f"Report: {summary.report}"))
    return summary.exit_code
