"""Arguments and options that several commands share."""

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import click

from vnparty_nlp.cli.language import Language
from vnparty_nlp.errors import UsageError, Wording
from vnparty_nlp.settings import Device, Settings, load_settings

FILE = click.Path(path_type=Path)


class ExistingFile(click.Path):
    """A path at which there is a file; else UsageError, which click would tell in English only."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path."""
        del param, ctx
        path = Path(value)
        if path.is_file():
            return path
        raise UsageError(
            Wording(
                vi=f"{path}: không có tệp này. Hãy kiểm tra đường dẫn.",
                en=f"{path}: no such file. Check the path.",
            )
        )


EXISTING_FILE = ExistingFile(dir_okay=False)


def inputs() -> click.Argument:
    """Files and folders to read; at least one."""
    return click.Argument(["inputs"], nargs=-1, required=True, type=FILE, metavar="INPUT...")


def register(say: Language) -> click.Option:
    """The member register."""
    return click.Option(
        ["--register"],
        required=True,
        type=EXISTING_FILE,
        help=say("Danh sách đảng viên, CSV hoặc XLSX.", "The member register, CSV or XLSX."),
    )


def source(say: Language) -> click.Option:
    """A JSON Lines file to read."""
    return click.Option(
        ["--in", "source"],
        required=True,
        type=EXISTING_FILE,
        help=say("Tệp JSON Lines vào.", "JSON Lines file to read."),
    )


def out(text: str, **more: Any) -> click.Option:
    """Where to write."""
    return click.Option(["--out"], required=True, type=FILE, help=text, **more)


def json_out(say: Language) -> click.Option:
    """A JSON file to write beside what is printed."""
    return click.Option(
        ["--out"],
        type=FILE,
        help=say("Ghi thêm kết quả vào tệp JSON này.", "Also write the result to this JSON file."),
    )


def corpora(say: Language) -> click.Option:
    """The corpus folder."""
    return click.Option(
        ["--corpora"],
        default="corpora",
        show_default=True,
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        help=say("Thư mục ngữ liệu.", "The corpus folder."),
    )


def settings(say: Language) -> click.Option:
    """A TOML file that overrides single settings."""
    return click.Option(
        ["--settings"],
        type=EXISTING_FILE,
        help=say("Tệp TOML thay một số thiết lập mặc định.", "TOML file that overrides defaults."),
    )


def seed(say: Language) -> click.Option:
    """The seed of all that is random."""
    return click.Option(
        ["--seed"],
        default=0,
        show_default=True,
        help=say("Số khởi tạo ngẫu nhiên.", "Seed of all that is random."),
    )


def model(say: Language) -> click.Option:
    """The model that tags, in place of the one in the settings."""
    return click.Option(
        ["--model"],
        metavar="NAME",
        help=say(
            "Mô hình thay cho mô hình trong thiết lập: linear, combined, hoặc một thư mục.",
            "Model in place of the settings' one: linear, combined, or a folder.",
        ),
    )


def device(say: Language) -> click.Option:
    """Where the model runs, in place of the settings' one."""
    return click.Option(
        ["--device"],
        type=click.Choice(get_args(Device)),
        help=say(
            "Nơi chạy mô hình: cpu (mặc định) hoặc cuda, GPU NVIDIA.",
            "Where the model runs: cpu (default) or cuda, an NVIDIA GPU.",
        ),
    )


def workers(say: Language) -> click.Option:
    """Number of worker processes."""
    return click.Option(
        ["--workers"],
        type=click.IntRange(min=1),
        help=say(
            "Số tiến trình chạy song song (mặc định: mỗi lõi một tiến trình).",
            "Worker processes (default: one for each core).",
        ),
    )


def settings_of(
    path: Path | None,
    *,
    workers: int | None = None,
    model: str | None = None,
    device: Device | None = None,
) -> Settings:
    """The settings of a command that takes `--settings` and, it may be, `--workers`, `--model`,
    `--device`.
    """
    chosen = load_settings(path)
    if workers is not None:
        chosen = replace(chosen, batch=replace(chosen.batch, workers=workers))
    if model is not None:
        chosen = replace(chosen, tagging=replace(chosen.tagging, model=model))
    if device is not None:
        chosen = replace(chosen, tagging=replace(chosen.tagging, device=device))
    return chosen
