"""Words by which parts of a document are known, whatever its format.

Source: the layout rules of 1998–2026 and decree 30/2020, and minutes as they are written.
"""

import re

from vnparty_nlp.vietnamese.unicode import strip_marks

# A line that ends so is finished; another may go on in the next line.
LINE_END = (".", ";", ":", "!", "?", "./", "/.", "…")

# All patterns are matched against text without marks, in lower case.
_LETTERHEAD = re.compile(
    r".{0,12}(dang cong san viet nam|cong hoa xa hoi chu nghia|doc lap\s*[-–]\s*tu do).{0,30}"
    r"|(s[o06]|so ky hieu)\s*[:.]?\s*[\dlo.…_/ -]*[-–/]\s*[a-z]{1,4}\b.{0,30}|v/v\b.*"
    r"|([^.;:]{2,60}, ?)?ngay\s*[\dlo.…_ ]*\s*thang\s*[\dlo.…_ ]*\s*nam\s*[\dlo.…_ ]*"
)
_BODY = re.compile(r"dang (bo|uy)\b|chi (bo|uy)\b|(tinh|thanh|quan|huyen|thi) uy\b|ubnd\b|uy ban\b")
_SIGNATURE = re.compile(
    r"(nguoi |dong chi )?(chu tri|chu toa|dieu hanh)( (hoi nghi|cuoc hop|phien hop|buoi .*))?$"
    r"|th[uo] k[yi]( (hoi nghi|cuoc hop|ghi bien ban|doan|.{0,20}))?$"
    r"|nguoi (ghi|viet|lap|bao cao|kiem phieu)\b[^.;:]{0,40}$"
    r"|(t/m|tm\.?|k/t|kt\.?|t/l|tl\.?|tuq\.?|q\.)\s|noi nhan\b"
    r"|(ban|to) kiem phieu$|to truong( to kiem phieu)?$|truong ban( kiem phieu)?$"
    r"|(pho )?bi thu( chi bo| dang uy)?$|(pho )?(chu tich|chu nhiem|giam doc)$"
    r"|(dai dien|xac nhan)\b[^.;:]{0,40}$|ky ten$"
)
_TITLE = re.compile(
    r"(trich )?"
    r"(bien ban|nghi quyet|quyet dinh|quy dinh|bao cao|huong dan|thong bao|ke hoach|ket luan"
    r"|chi thi|to trinh|chuong trinh|quy che|cong van(?! d[ei])|giay moi|thong tri|de an|phuong an)"
    r"(\s*\(.*\))?\b"
)
_MAX_LETTERHEAD_LENGTH = 120
_MAX_BODY_LENGTH = 60
_ORNAMENT = re.compile(r"\s*(?:[-–—_=*~.…·+|─━]\s*){3,}")
LIST_MARK = re.compile(
    r"(?:[-–—+•*▪✓☐☒○●]\s|[-–+•▪○●](?=\w)"
    r"|\(?[a-zđ]\)\s|[a-zđ][./]\s(?!\S{0,3}[./])"
    r"|\(?\d{1,2}[.)/]\s|\(?\d{1,2}[-–]\s|\d{1,2}(?:\.\d{1,2}){1,3}[.)/-]?\s|\(\d{1,2}\)\s"
    r"|[IVXLC]{1,6}\s?[-–./)]\s|[A-ZĐ][.)/]\s"
    r"|(?i:điều|chương|mục|phần|tiểu mục)\s(?:thứ\s\w+|[IVXLC]+|\d{1,3}[a-zđ]?)\b(?:[.:\s-]|$))"
)
PAGE_NUMBER = re.compile(
    r"[-–—(\s]*(?:trang\s*)?(?P<number>\d{1,4})(?:\s*(?:/|tr[eê]n)\s*\d{1,4})?[-–—)\s]*",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Without marks and case: what the cues are compared with."""
    return strip_marks(text).lower().strip()


def is_letterhead(text: str) -> bool:
    """Whether a line belongs to a letterhead: body, motto, number, place and date."""
    if len(text) > _MAX_LETTERHEAD_LENGTH:
        return False
    bare = plain(text)
    return bool(_LETTERHEAD.fullmatch(bare) or (text.isupper() and _BODY.match(bare)))


def names_body(text: str) -> bool:
    """Whether a short line begins with the name of a body, in whatever case, and is no sentence."""
    short = len(text) <= _MAX_BODY_LENGTH and not text.endswith((".", ";", ":", ","))
    return short and _BODY.match(plain(text)) is not None


def is_capitals(text: str) -> bool | None:
    """Whether all letters are capitals; None where there are no letters."""
    return text.isupper() if text.lower() != text.upper() else None


def is_signature(text: str) -> bool:
    """Whether a line opens a signature block: a role or an office without a name."""
    return len(text) <= 80 and _SIGNATURE.match(plain(text).rstrip(":. ")) is not None


def is_title(text: str) -> bool:
    """Whether a line is nothing but the kind of a document, in capitals: BIÊN BẢN."""
    return text.upper() == text and _TITLE.fullmatch(plain(text)) is not None


def opens_title(text: str) -> bool:
    """Whether a line begins a title: the kind of document in capitals, then its subject."""
    text = text.strip()
    first = _TITLE.match(plain(text))
    return first is not None and len(text) <= 200 and text[: first.end()].isupper()


def is_ornament(text: str) -> bool:
    """Whether a line is drawn, not written: "––––", "_____", "……", "* * *"."""
    return _ORNAMENT.fullmatch(text) is not None
