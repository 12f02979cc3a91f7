"""Names → stable pseudonyms under a key. Without the key nobody can tell one from the other.

The given name's pseudonym depends on the given name alone, that of the middle names on these and
the given name, that of the surname on the whole name: so "Trần Văn Bình", "Văn Bình" and "Bình"
stay one person, while how frequent a surname is does not show. Nothing is written down to undo it.
"""

import hashlib
import hmac
import re
import tomllib
from functools import cache
from importlib import resources
from pathlib import Path

from vnparty_nlp.errors import UsageError, Wording
from vnparty_nlp.vietnamese.names import fold_name, name_parts
from vnparty_nlp.vietnamese.unicode import strip_marks

# 128 bits: a shorter key could be guessed.
MIN_KEY_BYTES = 16
# A syllable, with the apostrophe of names like H'Lan; a figure or mark beside it stays.
_SYLLABLE = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")


def read_key(path: Path) -> bytes:
    """The key in a file, without the space around it; UsageError where it is short or uniform."""
    key = path.read_bytes().strip()
    if len(key) < MIN_KEY_BYTES or len(set(key)) < MIN_KEY_BYTES // 2:
        how = "python -c 'import secrets; print(secrets.token_hex(32))' > KEY"
        raise UsageError(
            Wording(
                vi=f"{path}: khóa quá ngắn hoặc quá đơn điệu, cần ít nhất {MIN_KEY_BYTES} byte "
                f"ngẫu nhiên. Hãy tạo: {how}",
                en=f"{path}: the key is too short or too uniform; it needs {MIN_KEY_BYTES} random "
                f"bytes at least. Make one: {how}",
            )
        )
    return key


@cache
def _parts() -> dict[str, tuple[str, ...]]:
    source = resources.files("vnparty_nlp.evaluation").joinpath("pseudonyms.toml")
    table: dict[str, str] = tomllib.loads(source.read_text("utf-8"))
    return {kind: tuple(words.split()) for kind, words in table.items()}


class Pseudonyms:
    """The pseudonym of any name under one key."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, name: str, *, unmarked: bool) -> str:
        """The pseudonym of a name without title: as many syllables, each with the capitals of the
        syllable it replaces, without diacritics where `unmarked`.
        """
        parts = name_parts(name)
        # "Y Bhăm Niê" has its surname last; its pseudonym does not show that.
        kinds = [
            *(("surnames", place) for place in range(_count(parts.surname))),
            *(("middles", place) for place in range(_count(parts.middle))),
        ]
        folded = {
            "surnames": fold_name(name),
            "middles": fold_name(f"{parts.middle} {parts.given}"),
            "given": fold_name(parts.given),
        }
        result, end = "", 0
        for number, match in enumerate(_SYLLABLE.finditer(name)):
            rest = ("given", number - len(kinds))
            kind, place = kinds[number] if number < len(kinds) else rest
            drawn = _worn(match.group(), self._draw(kind, folded[kind], place))
            result += name[end : match.start()] + (strip_marks(drawn) if unmarked else drawn)
            end = match.end()
        return result + name[end:]

    def _draw(self, kind: str, folded: str, place: int) -> str:
        # Without marks: a name typed without them is the same name.
        message = f"{kind}\0{strip_marks(folded)}\0{place}".encode()
        digest = hmac.new(self._key, message, hashlib.sha256).digest()
        words = _parts()[kind]
        return words[int.from_bytes(digest[:8], "big") % len(words)]


def _count(part: str) -> int:
    return len(_SYLLABLE.findall(part))


def _worn(original: str, drawn: str) -> str:
    """A drawn syllable with the capitals of the original; an initial for an initial."""
    if len(original) == 1 and original.isupper():
        return drawn[0]
    if original.isupper():
        return drawn.upper()
    return drawn.lower() if original.islower() else drawn
