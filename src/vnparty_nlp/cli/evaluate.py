"""`vnparty evaluate`: a model against passages of writers it never saw."""

import json
from pathlib import Path
from typing import TypedDict, Unpack

import click

from vnparty_nlp.cli import fields
from vnparty_nlp.cli.language import Language
from vnparty_nlp.evaluation.splits import Split
from vnparty_nlp.settings import Device


class Arguments(TypedDict):
    """What the command line gives."""

    corpora: Path
    split: Split
    settings: Path | None
    model: str | None
    device: Device | None
    against: str | None
    noise: bool
    errors: Path | None
    out: Path | None


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
            fields.model(say),
            fields.device(say),
            click.Option(
                ["--against"],
                metavar="NAME",
                help=say(
                    "Mô hình thứ hai để so sánh, có kiểm định theo cặp.",
                    "A second model to compare with, by a paired test.",
                ),
            ),
            click.Option(
                ["--noise"],
                is_flag=True,
                help=say(
                    "Đo thêm trên bản không dấu, bản quét, bản viết tắt, NFD.",
                    "Also measure without diacritics, as scanned, in shorthand, in NFD.",
                ),
            ),
            click.Option(
                ["--errors"],
                type=fields.FILE,
                help=say("Ghi các đoạn bị gắn sai (JSON Lines).", "Write what was tagged wrong."),
            ),
            click.Option(
                ["--out", "--json"],
                type=fields.FILE,
                help=say("Ghi thêm kết quả dạng JSON.", "Also write the figures as JSON."),
            ),
        ],
        callback=run,
    )


def _run(given: Arguments) -> int:
    from vnparty_nlp.evaluation.run import Wanted, evaluate, table

    settings = fields.settings_of(given["settings"], model=given["model"], device=given["device"])
    wanted = Wanted(given["noise"], given["against"], given["errors"])
    scores = evaluate(given["corpora"], given["split"], settings, wanted)
    if given["out"] is not None:
        text = json.dumps(scores, ensure_ascii=False, indent=2) + "\n"
        given["out"].write_text(text, encoding="utf-8")
    print(table(scores))
    return 0
