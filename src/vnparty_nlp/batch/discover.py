"""Which files the inputs stand for."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from vnparty_nlp.errors import UsageError, Wording
from vnparty_nlp.parsing import ENDINGS

# Texts that a folder may hold beside its documents; like any file they are read where they are
# named themselves.
_NOT_SEARCHED = {".md", ".csv", ".log"}
# What a folder is searched for.
_ENDINGS = frozenset().union(*ENDINGS.values()) - _NOT_SEARCHED


def discover(inputs: Sequence[Path]) -> tuple[Path, ...]:
    """The files of the inputs, each once, folders searched in sorted order.

    UsageError where an input does not exist, or a folder holds nothing that can be read.
    """
    files: dict[Path, None] = {}
    for given in inputs:
        if given.is_dir():
            found = list(_inside(given))
            if not found:
                endings = ", ".join(sorted(_ENDINGS))
                raise UsageError(
                    Wording(
                        vi=f"{given}: thư mục không có tài liệu nào. Loại tệp được tìm: {endings}.",
                        en=f"{given}: the folder holds no document. It is searched for {endings}.",
                    )
                )
            files.update(dict.fromkeys(found))
        elif given.exists():
            files[given] = None
        else:
            raise UsageError(
                Wording(
                    vi=f"{given}: không có tệp hoặc thư mục này. Hãy kiểm tra đường dẫn.",
                    en=f"{given}: no such file or folder. Check the path.",
                )
            )
    return tuple(files)


def source_name(path: Path) -> str:
    r"""The path as it is written down: bytes that are no UTF-8 become `\udc..` escapes."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _inside(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        # Not `is_file`: a link that leads nowhere is a document that is missing, and is told so.
        if path.suffix.lower() in _ENDINGS and not path.is_dir() and not hidden:
            yield path
