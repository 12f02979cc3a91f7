"""RTF bytes → tokens: braces, control words, and the bytes of the text between them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Three alternatives that never overlap, so that the search takes linear time.
_TOKEN = re.compile(
    rb"(?P<text>(?:[^\\{}]+|\\'[0-9A-Fa-f]{2})+)"
    rb"|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|(?P<brace>[{}])"
    rb"|\\(?P<symbol>[\s\S])"
)
_HEXADECIMAL = re.compile(rb"\\'(..)|[\r\n\x00]+", re.DOTALL)


class Token(NamedTuple):
    """What stands next: `kind` is open, close, word, symbol or text.

    `name` is the control word or symbol, `number` its parameter (None where it has none), `text`
    the bytes of a stretch of text, with hexadecimal ones undone and line ends left out.
    """

    kind: str
    name: str = ""
    number: int | None = None
    text: bytes = b""


_OPEN, _CLOSE = Token("open"), Token("close")


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file in order. Binary data are skipped, also where their length lies."""
    place = 0
    while (match := _TOKEN.search(data, place)) is not None:
        place = match.end()
        kind = match.lastgroup
        if kind == "text":
            if text := _HEXADECIMAL.sub(_byte, match["text"]):
                yield Token("text", text=text)
        elif kind == "brace":
            yield _OPEN if match["brace"] == b"{" else _CLOSE
        elif kind == "symbol":
            yield Token("symbol", match["symbol"].decode("latin-1"))
        else:
            number = int(match["number"]) if match["number"] else None
            name = match["word"].decode("ascii")
            if name == "bin":
                place += max(0, number or 0)
            yield Token("word", name, number)


def _byte(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 16)]) if match[1] else b""
