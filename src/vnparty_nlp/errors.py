"""What can go wrong, as a tree.

VnpartyError            every error this package raises on purpose
├── UsageError          the call makes no sense; nothing was written
├── DocumentError       one document cannot be read; the batch goes on without it
├── RegisterError       the member register cannot be used, so nothing may be linked
├── SettingsError       an unknown or unusable setting
├── ModelError          the model folder is missing, damaged or made for another catalogue
├── CatalogueError      a label, slot or status that the criteria catalogue does not hold
└── CorpusError         an annotated passage that breaks the corpus' rules

A message says what was found, where, and what to do about it. Those that an office may meet are
worded in Vietnamese and in English, at the place where they are raised.
"""

from typing import NamedTuple


class Wording(NamedTuple):
    """The same message in both languages."""

    vi: str
    en: str


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


class VnpartyError(Exception):
    """Every error this package raises on purpose. Its `str` is the English wording."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording)
        self.wording = wording

    def __str__(self) -> str:
        return self.wording.en

    def told(self, language: str) -> str:
        """The message in `vi` or `en`."""
        return self.wording.vi if language == "vi" else self.wording.en


class UsageError(VnpartyError):
    """The call makes no sense; nothing was written."""


class DocumentError(VnpartyError):
    """One document cannot be read. `problem` and `remedy` are phrases without a full stop; `reason`
    says both, without the path.
    """

    def __init__(self, path: str, problem: Wording, remedy: Wording) -> None:
        self.path, self.problem, self.remedy = path, problem, remedy
        self.reason = Wording(
            *(f"{p}. {_capital(r)}." for p, r in zip(problem, remedy, strict=True))
        )
        super().__init__(Wording(f"{path}: {self.reason.vi}", f"{path}: {self.reason.en}"))

    def __reduce__(self) -> tuple[type["DocumentError"], tuple[str, Wording, Wording]]:
        # Errors cross process borders, and the default pickling passes the message alone.
        return type(self), (self.path, self.problem, self.remedy)


class RegisterError(VnpartyError):
    """The member register cannot be used, so nothing may be linked."""

    def __init__(self, path: str, line: int, problem: Wording, remedy: Wording) -> None:
        super().__init__(
            Wording(
                vi=f"{path}, dòng {line}: {problem.vi}. {_capital(remedy.vi)}.",
                en=f"{path}, line {line}: {problem.en}. {_capital(remedy.en)}.",
            )
        )
        self.path, self.line = path, line


class SettingsError(VnpartyError):
    """An unknown or unusable setting."""


class ModelError(VnpartyError):
    """The model folder is missing, damaged or made for another catalogue."""


class CatalogueError(VnpartyError):
    """A label, slot or status that the criteria catalogue does not hold; told in English."""

    def __init__(self, problem: str) -> None:
        super().__init__(Wording(problem, problem))


class CorpusError(VnpartyError):
    """An annotated passage breaks the corpus' rules; told in English."""

    def __init__(self, path: str, line: int, problem: str) -> None:
        message = f"{path}, line {line}: {problem}."
        super().__init__(Wording(message, message))
        self.path, self.line, self.problem = path, line, problem
