"""The encoding of a text that does not declare one."""

import re

from charset_normalizer import from_bytes

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.legacy_blocks import LegacyText, Run
from vnparty_nlp.parsing.legacy_evidence import detect, weigh
from vnparty_nlp.parsing.syllables import share_of_syllables
from vnparty_nlp.vietnamese.legacy import ENCODINGS

_WESTERN = [bytes([n]).decode("cp1252", errors="ignore") or chr(n) for n in range(256)]
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_LOST = "\ufffd"
_MAX_LOST_SHARE = 0.02
_PEEK = 4096
# In UTF-16 most letters of Vietnamese text have a zero byte on one side, and none on the other.
_MIN_ZEROS, _MAX_ZEROS = 0.3, 0.05
# Bytes in the wrong code decode to letters that make no syllables.
_MIN_SYLLABLES = 0.85
# Control characters, signs without a meaning there, and signs inside words.
_NOT_WESTERN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]|[^\\W\\d_][¡-¬®-¶¸-¹»-¿×÷†‡‰™]+[^\\W\\d_]"
)
_WORDS = re.compile(r"[^\W\d_]+")
# French and Spanish mark a letter in one word of three, Vietnamese in three of four.
_FEWEST_WESTERN, _MAX_MARKED, _MAX_LEGACY = 8, 0.6, 0.5


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
    U+FFFD), the codes of legacy fonts, Windows-1258, what charset-normalizer finds. All but the
    first three count only where their letters make Vietnamese syllables; last comes Windows-1252,
    where the words are those of a Western language. Text in the code of a
    legacy font comes as Windows-1252 reads its bytes: LegacyText converts it, block by block.
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
    western = read_western(data)
    if (code := detect(western)) not in (None, "cp1258") or (
        code is None and _turns_into_syllables(western)
    ):
        return western
    candidates = [data.decode("cp1258", errors="replace")]
    if (best := from_bytes(data).best()) is not None:
        candidates.append(str(best))
    for text in candidates:
        if makes_syllables(text):
            return text
    if _is_western(western):
        return western
    raise DocumentError(source, *problems.ENCODING)


def _is_western(western: str) -> bool:
    """Whether a text is in French, Spanish or the like: no letter of it is in an older code.

    Few words have marked letters, none holds a sign or a capital among its small letters, and no
    code makes syllables of half of them.
    """
    words = _WORDS.findall(western)
    marked = [word for word in words if not word.isascii()]
    if len(words) < _FEWEST_WESTERN or len(marked) > _MAX_MARKED * len(words):
        return False
    if _NOT_WESTERN.search(western) or any(map(_is_mixed, marked)):
        return False
    return all(weigh(western, code).share < _MAX_LEGACY for code in ENCODINGS)


def _is_mixed(word: str) -> bool:
    return word[1:] != word[1:].lower() and not word.isupper()


def read_western(data: bytes) -> str:
    """The bytes in Windows-1252; the five that have no sign there as Latin-1 has them."""
    return "".join(map(_WESTERN.__getitem__, data))


def _turns_into_syllables(western: str) -> bool:
    """Whether the lines are in several legacy codes, each in its own."""
    lines = [[Run(line)] for line in re.split(r"\r\n|\r|\n", western)]
    legacy = LegacyText(run for line in lines for run in line)
    text = "\n".join(legacy.convert(line).text for line in lines)
    return legacy.encoding is not None and makes_syllables(text)
