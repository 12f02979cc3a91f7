"""One frozen dataclass a stage; the defaults stand in settings.toml and nowhere else."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Literal, get_args

from vnparty_nlp.errors import SettingsError, Wording

Device = Literal["cpu", "cuda"]
# What a key may be, where its type says too little.
_CHOICES = {("tagging", "device"): get_args(Device)}


@dataclass(frozen=True, slots=True)
class ParsingSettings:
    """Limits above which a file or a picture is not read, and the seconds that LibreOffice may
    take over one.
    """

    max_megabytes: int
    max_pages: int
    max_unpacked_megabytes: int
    office_seconds: int
    max_megapixels: int


@dataclass(frozen=True, slots=True)
class PassageSettings:
    """How long a passage may grow, in code points."""

    max_characters: int


@dataclass(frozen=True, slots=True)
class TaggingSettings:
    """Which model tags (a name under models/ or the path of a folder), in how many threads, on
    which device.
    """

    model: str
    threads: int
    device: Device


@dataclass(frozen=True, slots=True)
class LinkingSettings:
    """When a candidate is certain: probability at least `threshold`, ahead by `margin`.

    `unknown_share` of the mentioned persons are expected not to be in the register.
    """

    threshold: float
    margin: float
    max_candidates: int
    unknown_share: float


@dataclass(frozen=True, slots=True)
class CitingSettings:
    """How similar a clause must be to a label, and how many clauses a label gets at most."""

    floor: float
    max_clauses: int


@dataclass(frozen=True, slots=True)
class BatchSettings:
    """Number of worker processes (0: one for each core), what one document may take in them, and
    after how many documents a process is replaced; 0 lifts a limit.
    """

    workers: int
    max_seconds: int
    max_megabytes_of_memory: int
    recycle_after: int


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of all stages."""

    parsing: ParsingSettings
    passages: PassageSettings
    tagging: TaggingSettings
    linking: LinkingSettings
    citing: CitingSettings
    batch: BatchSettings


def load_settings(path: Path | None = None) -> Settings:
    """The defaults, with single keys overridden by the TOML file at `path`."""
    defaults = resources.files("vnparty_nlp").joinpath("settings.toml").read_text("utf-8")
    table = tomllib.loads(defaults)
    if path is not None:
        _override(table, path)
    return Settings(
        parsing=ParsingSettings(**table["parsing"]),
        passages=PassageSettings(**table["passages"]),
        tagging=TaggingSettings(**table["tagging"]),
        linking=LinkingSettings(**table["linking"]),
        citing=CitingSettings(**table["citing"]),
        batch=BatchSettings(**table["batch"]),
    )


def _override(table: dict[str, dict[str, Any]], path: Path) -> None:
    try:
        own: Mapping[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            Wording(
                vi=f"{path}: không đọc được như tệp TOML ({error}). Hãy sửa tệp",
                en=f"{path}: cannot be read as TOML ({error}). Mend the file.",
            )
        ) from error
    for stage, values in own.items():
        if stage not in table or not isinstance(values, dict):
            known = ", ".join(table)
            raise SettingsError(
                Wording(
                    vi=f"{path}: không có mục [{stage}]; các mục là {known}.",
                    en=f"{path}: there is no stage [{stage}]; there are {known}.",
                )
            )
        for key, value in values.items():
            _check(table[stage], stage, key, value, path)
            table[stage][key] = value


def _check(known: Mapping[str, Any], stage: str, key: str, value: Any, path: Path) -> None:
    if key not in known:
        keys = ", ".join(known)
        raise SettingsError(
            Wording(
                vi=f"{path}: [{stage}] không có khóa {key!r}; các khóa là {keys}.",
                en=f"{path}: [{stage}] has no key {key!r}; it has {keys}.",
            )
        )
    if type(value) is not type(known[key]):
        kind = type(known[key]).__name__
        raise SettingsError(
            Wording(
                vi=f"{path}: [{stage}] {key} = {value!r} phải có kiểu {kind}.",
                en=f"{path}: [{stage}] {key} = {value!r} must be a {kind}.",
            )
        )
    choices = _CHOICES.get((stage, key), (value,))
    if value not in choices:
        told = ", ".join(choices)
        raise SettingsError(
            Wording(
                vi=f"{path}: [{stage}] {key} = {value!r} phải là một trong: {told}.",
                en=f"{path}: [{stage}] {key} = {value!r} must be one of: {told}.",
            )
        )
