"""Figures and addresses that name one person: phone, identity and card numbers, e-mail, birth.

Every digit becomes 0, so the text keeps its length and shows what stood there.
"""

import re
from collections.abc import Iterator

from vnparty_nlp.records import Span
from vnparty_nlp.vietnamese.unicode import strip_marks

_DATE = r"\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?(?:\d{4}|\d{2})"
_LONG_DATE = r"\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+\d{4}"
# Over lower-case text without marks; group 1 is what is masked. Numbering of phones: plan of the
# Ministry of Information and Communications (2014, 2018); citizens' 12 digits: decree 137/2015.
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\w.+-])([\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
        r"(?<![\d.,/+])((?:\+?84|0)(?:[\s.-]?\d){8,10})(?![\d/]|[.,]\d)",
        r"(?<![\d.,])(\d{12}|\d{3}(?:\s\d{3}){3})(?![\d]|[.,]\d)",
        r"(?:cmnd|cmt|cccd|can cuoc|chung minh|dinh danh|ho chieu|\bbhxh|bao hiem)\D{0,25}"
        r"([a-z]?\d[\d\s.]{4,15}\d)",
        r"(?:the dang|the dv|so the|the so|the dang vien|so hieu|so ly lich)\D{0,20}"
        r"(\d[\d.\s-]{2,12}\d)",
        rf"(?:\bsinh(?:\s+(?:ngay|nam|thang|vao))*|ngay sinh|nam sinh|\bs\.?n\.?|\bns)\s?[:.]?\s?"
        rf"({_LONG_DATE}|{_DATE}|\d{{1,2}}/\d{{4}}|(?:19|20)\d\d(?!\d))",
    )
)


def find_identifiers(text: str) -> Iterator[Span]:
    """The spans of identifiers in an NFC text; they may overlap."""
    plain = strip_marks(text).lower()
    if len(plain) == len(text):
        for pattern in _PATTERNS:
            for match in pattern.finditer(plain):
                yield Span(*match.span(1))


def mask(identifier: str) -> str:
    """The identifier with every digit as 0, an e-mail address with every letter as x."""
    if "@" in identifier:
        return re.sub(r"[^\W_]", "x", identifier)
    return re.sub(r"\d", "0", identifier)
