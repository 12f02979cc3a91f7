"""Vietnamese by default, English with `--lang en`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vnparty_nlp.errors import UsageError, Wording

OPTION, VARIABLE = "--lang", "VNPARTY_LANG"
LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Language:
    """Chooses between the two wordings of a message."""

    code: str = "vi"

    def __call__(self, vi: str, en: str) -> str:
        """The wording in this language."""
        return vi if self.code == "vi" else en


def take_language(
    arguments: Sequence[str], environment: Mapping[str, str]
) -> tuple[Language, list[str]]:
    """The language asked for anywhere among the arguments, and the arguments without it.

    Read before the commands are built, since their help is in that language too.
    """
    code, rest, index = environment.get(VARIABLE, "vi"), [], 0
    while index < len(arguments):
        name, equals, value = arguments[index].partition("=")
        if name == OPTION:
            if not equals:
                index += 1
                value = arguments[index] if index < len(arguments) else ""
            code = value
        else:
            rest.append(arguments[index])
        index += 1
    if code not in LANGUAGES:
        raise UsageError(
            Wording(
                vi=f"{OPTION} {code!r} không có; chọn vi hoặc en.",
                en=f"{OPTION} {code!r} is unknown; choose vi or en.",
            )
        )
    return Language(code), rest
