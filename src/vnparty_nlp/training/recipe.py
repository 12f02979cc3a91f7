"""How the encoder is trained: every default once, single ones overridden by a TOML file."""

import tomllib
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from vnparty_nlp.errors import SettingsError, Wording
from vnparty_nlp.training.augment import ORIGINAL

_MAY_BE_0 = {"original", "seed", "layers", "teacher_weight"}


@dataclass(frozen=True, slots=True)
class Recipe:
    """Learning rates are peaks: linear warm-up, then linear decay. `original` is the share of
    passages that are learnt as they stand, the others being noised or cut, drawn anew each epoch;
    with teachers (weight of their answers: `teacher_weight`) the epochs take turns with `draws`
    such draws. `layers` is how many of the base's layers are kept, 0 for all.
    """

    epochs: int = 6
    batch: int = 16
    encoder_rate: float = 2e-4
    head_rate: float = 5e-3
    label_weight: float = 10.0
    status_weight: float = 0.5
    original: float = ORIGINAL
    layers: int = 0
    draws: int = 3
    teacher_weight: float = 1.0
    seed: int = 0


def read_recipe(path: Path) -> Recipe:
    """The recipe with the keys that the TOML file gives; SettingsError at an unknown key, a value
    of another type, or one that is not above 0 (those of `_MAY_BE_0` may be 0).
    """
    try:
        own = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _wrong(path, f"không đọc được ({error})", f"cannot be read ({error})") from error
    defaults = asdict(Recipe())
    for key, value in own.items():
        if key not in defaults:
            known = ", ".join(defaults)
            raise _wrong(
                path,
                f"không có khóa {key!r}; các khóa là {known}",
                f"there is no key {key!r}; there are {known}",
            )
        kinds = (int, float) if isinstance(defaults[key], float) else (int,)
        usable = isinstance(value, kinds) and not isinstance(value, bool) and value >= 0
        if not usable or (value == 0 and key not in _MAY_BE_0):
            kind = type(defaults[key]).__name__
            raise _wrong(
                path,
                f"{key} = {value!r} phải có kiểu {kind} và lớn hơn 0",
                f"{key} = {value!r} must be a {kind} above 0",
            )
    return replace(Recipe(), **own)


def _wrong(path: Path, vi: str, en: str) -> SettingsError:
    return SettingsError(Wording(vi=f"{path}: {vi}.", en=f"{path}: {en}."))
