"""`vnparty train`: a model from annotated passages."""

import sys
from pathlib import Path
from typing import TypedDict, Unpack

import click

from vnparty_nlp.cli import fields
from vnparty_nlp.cli.language import Language
from vnparty_nlp.errors import UsageError, Wording


class Arguments(TypedDict):
    """What the command line gives."""

    corpora: Path
    out: Path
    base: Path | None
    seed: int


def command(say: Language) -> click.Command:
    """The command; its exit code is 0."""

    def run(**given: Unpack[Arguments]) -> int:
        return _run(given, say)

    return click.Command(
        "train",
        help=say(
            "Huấn luyện mô hình gắn nhãn từ các đoạn đã chú giải (cần gói [train]).",
            "Train the tagger from annotated passages (needs the extra [train]).",
        ),
        params=[
            fields.corpora(say),
            fields.out(say("Thư mục mô hình.", "Folder for the model.")),
            click.Option(
                ["--base"],
                type=click.Path(path_type=Path, exists=True, file_okay=False),
                help=say(
                    "Thư mục mô hình nền; thiếu thì chỉ huấn luyện mô hình tuyến tính.",
                    "Folder of the base encoder; without it the linear model alone is trained.",
                ),
            ),
            click.Option(
                ["--seed"],
                default=0,
                show_default=True,
                help=say("Số khởi tạo ngẫu nhiên.", "Seed of all that is random."),
            ),
        ],
        callback=run,
    )


def _run(given: Arguments, say: Language) -> int:
    try:
        from vnparty_nlp.training.train import Plan, train_combined, train_linear
    except ModuleNotFoundError as error:
        raise UsageError(
            Wording(
                vi=f"thiếu thư viện {error.name}. Hãy cài: pip install 'vnparty-nlp[train]'.",
                en=f"{error.name} is missing. Install it: pip install 'vnparty-nlp[train]'.",
            )
        ) from error

    def show(step: str) -> None:
        print(step, file=sys.stderr)

    plan = Plan(given["corpora"], given["out"], given["seed"])
    base = given["base"]
    folder = train_linear(plan, show) if base is None else train_combined(plan, base, show)
    print(say(f"Mô hình: {folder}", f"Model: {folder}"))
    return 0
