"""Arguments and options that several commands share."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from vnparty_nlp.cli.language import Language
from vnparty_nlp.errors import UsageError, Wording
from vnparty_nlp.settings import Settings, load_settings

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


def settings_of(path: Path | None, workers: int | None) -> Settings:
    """The settings of a command that takes `--settings` and `--workers`."""
    chosen = load_settings(path)
    if workers is None:
        return chosen
    return replace(chosen, batch=replace(chosen.batch, workers=workers))
