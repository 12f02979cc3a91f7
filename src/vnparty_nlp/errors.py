"""What can go wrong, as a tree.

VnpartyError            every error this package raises on purpose
├── UsageError          the call makes no sense; nothing was written
├── DocumentError       one document cannot be read; the batch goes on without it
├── RegisterError       the member register cannot be used, so nothing may be linked
├── CatalogueError      a label, slot or status that the criteria catalogue does not hold
├── SettingsError       an unknown or unusable setting
├── CorpusError         an annotated passage that breaks the corpus' rules
└── ModelError          the model folder is missing, damaged or made for another catalogue

A message says what was found, where, and what to do about it.
"""


class VnpartyError(Exception):
    """Every error this package raises on purpose."""


class UsageError(VnpartyError):
    """The call makes no sense; nothing was written."""


class DocumentError(VnpartyError):
    """One document cannot be read. `problem` and `remedy` are phrases without a full stop."""

    def __init__(self, path: str, problem: str, remedy: str) -> None:
        super().__init__(f"{path}: {problem}. {remedy}.")
        self.path, self.problem, self.remedy = path, problem, remedy

    def __reduce__(self) -> tuple[type["DocumentError"], tuple[str, str, str]]:
        # Errors cross process borders, and the default pickling passes the message alone.
        return type(self), (self.path, self.problem, self.remedy)


class RegisterError(VnpartyError):
    """The member register cannot be used, so nothing may be linked."""

    def __init__(self, path: str, line: int, problem: str, remedy: str) -> None:
        super().__init__(f"{path}, line {line}: {problem}. {remedy}.")
        self.path, self.line = path, line


class CatalogueError(VnpartyError):
    """A label, slot or status that the criteria catalogue does not hold."""


class SettingsError(VnpartyError):
    """An unknown or unusable setting."""


class CorpusError(VnpartyError):
    """An annotated passage breaks the corpus' rules."""

    def __init__(self, path: str, line: int, problem: str) -> None:
        super().__init__(f"{path}, line {line}: {problem}.")
        self.path, self.line, self.problem = path, line, problem


class ModelError(VnpartyError):
    """The model folder is missing, damaged or made for another catalogue."""
