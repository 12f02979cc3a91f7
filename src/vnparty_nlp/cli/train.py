"""`vnparty train`: a model from annotated passages."""

import sys
from pathlib import Path
from typing import TypedDict, Unpack

import click

from vnparty_nlp.cli import fields
from vnparty_nlp.cli.language import Language
from vnparty_nlp.cli.steps import steps_shown
from vnparty_nlp.errors import UsageError, Wording


class Arguments(TypedDict):
    """What the command line gives."""

    corpora: Path
    out: Path
    base: Path | None
    config: Path | None
    teacher: tuple[Path, ...]
    seed: int
    seeds: str | None


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
                ["--config"],
                type=fields.EXISTING_FILE,
                help=say(
                    "Tệp TOML thay cách huấn luyện mặc định của mô hình nền.",
                    "TOML file that overrides how the base encoder is trained.",
                ),
            ),
            click.Option(
                ["--teacher"],
                type=click.Path(path_type=Path, exists=True, file_okay=False),
                multiple=True,
                help=say(
                    "Thư mục mô hình đã huấn luyện để dạy mô hình này; dùng được nhiều lần.",
                    "Folder of a trained model that teaches this one; may be given repeatedly.",
                ),
            ),
            fields.seed(say),
            click.Option(
                ["--seeds"],
                metavar="0,1,2",
                help=say(
                    "Huấn luyện một mô hình cho mỗi số, đo trên phần dev, ghi trung bình.",
                    "Train a model a seed, measure each on dev, give mean and spread.",
                ),
            ),
        ],
        callback=run,
    )


def _run(given: Arguments, say: Language) -> int:
    try:
        from vnparty_nlp.training.recipe import Recipe, read_recipe
        from vnparty_nlp.training.seeds import seeds_table, train_seeds
        from vnparty_nlp.training.train import Plan, train_combined, train_linear
    except ModuleNotFoundError as error:
        raise UsageError(
            Wording(
                vi=f"thiếu thư viện {error.name}. Hãy cài: pip install 'vnparty-nlp[train]'.",
                en=f"{error.name} is missing. Install it: pip install 'vnparty-nlp[train]'.",
            )
        ) from error

    if given["teacher"] and given["base"] is None:
        raise UsageError(
            Wording(
                vi="--teacher cần --base: chỉ mô hình nền mới học từ mô hình khác.",
                en="--teacher needs --base: only an encoder learns from other models.",
            )
        )

    def train(plan: Plan) -> Path:
        if given["base"] is None:
            return train_linear(plan, _tell)
        with steps_shown(say) as show:
            return train_combined(plan, given["base"], _tell, show)

    config = given["config"]
    recipe = Recipe() if config is None else read_recipe(config)
    plan = Plan(given["corpora"], given["out"], given["seed"], recipe, given["teacher"])
    if given["seeds"] is None:
        folder = train(plan)
    else:
        print(seeds_table(train_seeds(plan, _seeds(given["seeds"]), train)))
        folder = plan.out
    print(say(f"Mô hình: {folder}", f"Model: {folder}"))
    return 0


def _tell(step: str) -> None:
    print(step, file=sys.stderr)


def _seeds(text: str) -> list[int]:
    try:
        return [int(part) for part in text.split(",")]
    except ValueError as error:
        raise UsageError(
            Wording(
                vi=f"--seeds {text!r}: cần các số nguyên cách nhau bằng dấu phẩy, như 0,1,2.",
                en=f"--seeds {text!r}: needs whole numbers with commas between, as in 0,1,2.",
            )
        ) from error
