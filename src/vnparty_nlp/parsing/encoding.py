"""The encoding of a text that does not declare one."""

from charset_normalizer import from_bytes

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.syllables import share_of_syllables

_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_LOST = "\ufffd"
_MAX_LOST_SHARE = 0.02
_PEEK = 4096
# In UTF-16 most letters of Vietnamese text have a zero byte on one side, and none on the other.
_MIN_ZEROS, _MAX_ZEROS = 0.3, 0.05
# A file in a legacy font's code decodes as Windows-1258 to letters that make no syllables.
_MIN_SYLLABLES = 0.85


def wide_encoding(data: bytes) -> str | None:
    """The kind of UTF-16 that the bytes are in; None where they are in none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    even, odd = data[:_PEEK:2], data[1:_PEEK:2]
    if not odd:
        return None
    shares = even.count(0) / len(even), odd.count(0) / len(odd)
    if max(shares) < _MIN_ZEROS or min(shares) > _MAX_ZEROS:
        return None
    return "utf-16-be" if shares[0] > shares[1] else "utf-16-le"


def lost_characters(text: str) -> tuple[str, ...]:
    """A warning in plain words where characters could not be decoded."""
    count = text.count(_LOST)
    return (f"{count} ký tự hỏng, đã thay bằng {_LOST}",) if count else ()


def makes_syllables(text: str) -> bool:
    """Whether the letters beyond ASCII make Vietnamese syllables, as far as there are any."""
    return share_of_syllables(clean(text)) >= _MIN_SYLLABLES


def decode(data: bytes, source: str) -> str:
    """The text of the bytes; DocumentError where no encoding fits.

    Tried in this order: byte order mark, UTF-16, UTF-8 (a few damaged letters are let through as
    U+FFFD), Windows-1258, what charset-normalizer finds. The last two count only where their
    letters make Vietnamese syllables.
    """
    for mark, encoding in _BOMS.items():
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if wide := wide_encoding(data):
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_bytes(data, source)


def _decode_bytes(data: bytes, source: str) -> str:
    # A few bytes may have been damaged on the way; other encodings break every marked letter.
    damaged = data.decode("utf-8", errors="replace")
    marked = sum(letter > "\x7f" for letter in damaged)
    if damaged.count(_LOST) <= max(1, _MAX_LOST_SHARE * marked) < marked:
        return damaged
    candidates = [data.decode("cp1258", errors="replace")]
    if (best := from_bytes(data).best()) is not None:
        candidates.append(str(best))
    for text in candidates:
        if makes_syllables(text):
            return text
    raise DocumentError(source, *problems.ENCODING)
