"""Signatures that a page break parts from their offices."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vnparty_nlp.parsing.cues import is_letterhead, is_signature, opens_title, plain
from vnparty_nlp.parsing.lines import Line
from vnparty_nlp.vietnamese.name_tokens import tokenize
from vnparty_nlp.vietnamese.names import find_names
from vnparty_nlp.vietnamese.roles import role_at

_MAX_WORDS = 6
_NAME = re.compile(r"(?:[^\W\d_][\w'’.]*[ -]?){1,6}")
_NOTE = re.compile(r"\(.{2,40}\)|ký tên.{0,30}|đã ký", re.IGNORECASE)


def opens_signatures(heads: Sequence[str]) -> bool:
    """Whether these stand side by side above signatures: an office at least, and no sentence.

    "Chủ trì" beside a name is a row of names, not of offices.
    """
    if not any(map(is_signature, heads)) or any(head.endswith((".", ";")) for head in heads):
        return False
    return all(is_signature(head) or head.isupper() or not find_names(head) for head in heads)


def goes_on_signing(text: str, signed: Sequence[str]) -> bool:
    """Whether a line at the top of a page belongs to the signatures that the last page ended with.

    `signed` are their texts. Names, offices and notes like "(đã ký)" do; items too while the
    recipients are listed. The head of the next document never does.
    """
    if is_signature(text) or _NOTE.fullmatch(text):
        return True
    if text.startswith(("-", "+")) and any(plain(line).startswith("noi nhan") for line in signed):
        return True
    return _may_be_name(text) or (text.isupper() and _is_office(text) and not is_letterhead(text))


def are_signed(lines: Sequence[Line]) -> bool:
    """Whether each column of the signatures ends with a name: what follows is no part of them."""
    last = {line.column: line.text for line in lines}
    return bool(last) and all(_may_be_name(t) and not _is_office(t) for t in last.values())


def join_signatures(lines: Sequence[Line]) -> list[Line]:
    """The lines, with names after a page break moved below their offices.

    Signatures that were signed before the page ended stay as they are.
    """
    joined: list[Line] = []
    run: list[Line] = []
    for line in lines:
        if line.kind != "signature":
            joined += _by_column(run)
            joined.append(line)
            run = []
        else:
            run.append(line)
    return joined + _by_column(run)


def _by_column(run: Sequence[Line]) -> list[Line]:
    if len({line.page for line in run}) < 2:
        return list(run)
    first = [line for line in run if line.page == run[0].page]
    if are_signed(first):
        return [*first, *_by_column(run[len(first) :])]
    middles: dict[int, list[float]] = {}
    for line in first:
        middles.setdefault(line.column, []).append((line.left + line.right) / 2)
    centres = {column: sum(found) / len(found) for column, found in middles.items()}
    rest = [replace(line, column=_nearest(line, centres)) for line in run[len(first) :]]
    return sorted([*first, *rest], key=lambda line: line.column)


def _nearest(line: Line, centres: dict[int, float]) -> int:
    middle = (line.left + line.right) / 2
    return min(centres, key=lambda column: abs(centres[column] - middle))


def _may_be_name(text: str) -> bool:
    """Whether a line can be a name; in capitals, where a title looks the same, it must be one."""
    words = text.split()
    if not 1 < len(words) <= _MAX_WORDS or _NAME.fullmatch(text) is None:
        return False
    if text.isupper():
        named = [match for match in find_names(text) if match.span.end == len(text)]
        return bool(named) and not is_letterhead(text) and not opens_title(text)
    return all(word[0].isupper() for word in words)


def _is_office(text: str) -> bool:
    tokens = tokenize(text)
    begins = bool(tokens) and role_at(text, tokens, 0) is not None
    return is_signature(text) or (begins and len(text.split()) <= _MAX_WORDS)
