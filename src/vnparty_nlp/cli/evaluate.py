"""`vnparty evaluate`: a model against passages of writers it never saw."""

import json
from pathlib import Path
from typing import TypedDict, Unpack

import click

from vnparty_nlp.cli import fields
from vnparty_nlp.cli.language import Language
from vnparty_nlp.evaluation.splits import Split


class Arguments(TypedDict):
    """What the command line gives."""

    corpora: Path
    split: Split
    settings: Path | None
    json_out: Path | None


def command(say: Language) -> click.Command:
    """The command; its exit code is 0."""

    def run(**given: Unpack[Arguments]) -> int:
        return _run(given)

    return click.Command(
        "evaluate",
        help=say(
            "Đo mô hình trên các đoạn của những người viết không dùng để huấn luyện.",
            "Measure the model on passages of writers kept out of training.",
        ),
        params=[
            fields.corpora(say),
            click.Option(
                ["--split"],
                type=click.Choice(["dev", "test"]),
                default="test",
                show_default=True,
                help=say("Phần dữ liệu để đo.", "Which split to measure on."),
            ),
            fields.settings(say),
            click.Option(
                ["--json", "json_out"],
                type=fields.FILE,
                help=say("Ghi thêm kết quả dạng JSON.", "Also write the figures as JSON."),
            ),
        ],
        callback=run,
    )


def _run(given: Arguments) -> int:
    from vnparty_nlp.evaluation.run import evaluate, table
    from vnparty_nlp.settings import load_settings

    scores = evaluate(given["corpora"], given["split"], load_settings(given["settings"]))
    if given["json_out"] is not None:
        text = json.dumps(scores, ensure_ascii=False, indent=2) + "\n"
        given["json_out"].write_text(text, encoding="utf-8")
    print(table(scores))
    return 0
