"""Text in the codes before Unicode (TCVN3, VNI, VISCII, VPS, Windows-1258) → Unicode.

A text holds each byte of its code as the character that Latin-1 or Windows-1252 reads there.
"""

import re
import tomllib
from functools import cache
from importlib import resources

from vnparty_nlp.vietnamese.unicode import compose

ENCODINGS = ("tcvn3", "vni", "viscii", "vps", "cp1258")
"""The codes that can be converted, the most frequent ones first."""

NAMES = {"tcvn3": "TCVN3", "vni": "VNI", "viscii": "VISCII", "vps": "VPS", "cp1258": "Windows-1258"}
"""How people call them."""

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(r"[ ,_-]*(?:bold|italic|oblique|regular|normal|roman|bolditalic|mt)$", re.I)
# Source of the prefixes: the font families that came with the ABC, VNI, VISCII and VPS keyboards.
_FONTS = (
    ("vni", re.compile(r"^\.?vni(?:[ -]|$)", re.I)),
    ("viscii", re.compile(r"viscii|^vi [a-z]", re.I)),
    ("vps", re.compile(r"^vps", re.I)),
    ("tcvn3", re.compile(r"tcvn|^\.vn|^vn[a-hj-z]", re.I)),
)
_CAPITALS = re.compile(r"H$|\b[Hh]oa$")
_SMALL_CAPITALS = re.compile(r"(?:time|arial|narrow|new|book|avant|south\w*|[a-rt-z])h$")

# ã and ư of TCVN3 lie on a middle dot and on the soft hyphen, which also stand between words. A
# minus sign before a capital is a dash.
_DASHES = re.compile("[\xad\u2212\xb7\u2219]")
_SOFT_HYPHENS = re.compile("\xad{2,}")
_LETTER_BEFORE = re.compile(r"[^\W\d_]|[\x80-\xbf\xd7\xf7]")


def encoding_of_font(name: str | None) -> str | None:
    """The code that a font of this name is made for; None for an ordinary font."""
    if not name:
        return None
    family = _family(name)
    return next((code for code, pattern in _FONTS if pattern.search(family)), None)


def is_capital_font(name: str | None) -> bool:
    """Whether a font of a legacy code shows small letters as capitals (".VnTimeH")."""
    if not name or encoding_of_font(name) in (None, "vni"):
        return False
    family = _family(name)
    pattern = _SMALL_CAPITALS if family.islower() else _CAPITALS
    return pattern.search(family) is not None


def _family(name: str) -> str:
    """The name without the tag of a subset, quotes and the style."""
    family = _SUBSET.sub("", name.strip().strip("\"'").replace("#2E", ".").replace("#20", " "))
    while (shorter := _STYLE.sub("", family)) != family:
        family = shorter
    return family


def to_unicode(text: str, encoding: str) -> str:
    """The text in Unicode (NFC), from one of ENCODINGS; KeyError for another one.

    Characters that the code does not know stay. The fonts of TCVN3 have no capitals with a tone:
    within a word in capitals the small ones are raised (`raise_toned`). Those of the full table
    are read where they stand as letters (`mark_capitals`).
    """
    if encoding == "vni":
        return compose(_vni_pattern().sub(_vni_letter, text.translate(_windows())))
    if encoding == "tcvn3":
        text = _mark_dashes(mark_capitals(text))
    # `compose` sorts marks, so that a tone of Windows-1258 goes into the letter before it.
    converted = compose(text.translate(_letters(encoding)))
    return raise_toned(converted) if encoding == "tcvn3" else converted


@cache
def _tables() -> dict[str, dict[str, dict[str, str]]]:
    source = resources.files("vnparty_nlp.vietnamese").joinpath("legacy.toml").read_text("utf-8")
    return tomllib.loads(source)


@cache
def _windows() -> dict[int, str]:
    """Latin-1's control characters 0x80–0x9F → the signs that Windows-1252 has there."""
    decoded = bytes(range(0x80, 0xA0)).decode("cp1252", errors="replace")
    return {0x80 + n: sign for n, sign in enumerate(decoded) if sign != "\ufffd"}


@cache
def _letters(encoding: str) -> dict[int, str]:
    """Character → letter, for every character that stands for a byte of the code."""
    windows = _windows()
    if encoding == "cp1258":
        decoded = bytes(range(0x80, 0x100)).decode("cp1258", errors="replace")
        letters = {0x80 + n: sign for n, sign in enumerate(decoded) if sign != "\ufffd"}
    else:
        letters = {
            int(first, 16) + place: letter
            for first, listing in _tables()["bytes"][encoding].items()
            for place, letter in enumerate(listing)
        }
    if encoding == "tcvn3":
        letters |= {_MARKED + code: letter for code, letter in _toned_capitals().items()}
    for code, sign in windows.items():
        letters.setdefault(code, sign)
        letters[ord(sign)] = letters[code]
    for form, code_name in _tables()["forms"]["signs"].items():
        if (code := int(code_name, 16)) in letters and encoding == "tcvn3":
            letters[int(form, 16)] = letters[code]
    return letters


def _mark_dashes(text: str) -> str:
    """Hide the dashes and dots of TCVN3 text that are no letters from the conversion."""
    if not _DASHES.search(text):
        return text
    # Word put a soft hyphen before the letter; no syllable holds "ưư".
    text = _SOFT_HYPHENS.sub("\xad", text)
    letters = list(text)
    for match in _DASHES.finditer(text):
        place = match.start()
        if not _is_letter(text, place):
            letters[place] = {"\xad": "", "\xb7": "•", "\u2219": "•", "\u2212": "–"}[match.group()]
    return "".join(letters)


def _is_letter(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    touching = [side for side in (before, after) if side and _LETTER_BEFORE.match(side)]
    if not touching:
        return False
    starts_word = after.isupper() and not before.isupper()
    return not (text[place] in "\u2212\xb7\u2219" and starts_word)


# Marked capitals wait here for the conversion, each at its byte: no text uses this plane.
_MARKED = 0xF0000
# Capitals of TCVN3, then what goes before a vowel in a syllable.
_CAPITAL = re.compile("[A-Z¡-§\U000f0000-\U000f00ff]+$")
_ONSET = re.compile("(?:NGH?|[CGKNPT]H|GI|QU|TR|[BCDGHKLMNPRSTVX§])$")
_CLOSED_VOWELS = frozenset("ẰẲẴẮẶẦẨẪẤẬ")
# Signs of Windows-1252 that touch words: quotes, dashes, dots and marks.
_OPENING, _CLOSING = frozenset("‘“‚„‹"), {"’": "‘", "”": "“"}
_BEHIND_ONSET = frozenset("’”–—•™€›")
# What may stand between the onset and such a letter, and behind it: "CUỘC", "HOÀN", "TRƯỚC".
_GLIDES, _AFTER_GLIDE = {"—": "U", "€": "O", "›": "¦", "™": "¦"}, frozenset("CIMNPTUY")


@cache
def _toned_capitals() -> dict[int, str]:
    return {
        int(first, 16) + place: letter
        for first, listing in _tables()["capitals"]["tcvn3"].items()
        for place, letter in enumerate(listing)
    }


@cache
def _capital_bytes() -> dict[str, int]:
    """Character, as Latin-1 or Windows-1252 reads it → byte of a capital with a tone."""
    signs = {chr(code): code for code in _toned_capitals()}
    return signs | {sign: code for code, sign in _windows().items()}


@cache
def _capital_pattern() -> "re.Pattern[str]":
    return re.compile(f"[{re.escape(''.join(_capital_bytes()))}]")


def mark_capitals(text: str) -> str:
    """TCVN3 text with the toned capitals of the full table (VN1) set apart from signs.

    The standard has them where the ABC fonts leave the quotes and dashes of Windows-1252, and
    among the control characters: one counts as a letter where it can be one in a word in capitals,
    or begins a word.
    """
    pattern = _capital_pattern()
    if not pattern.search(text):
        return text
    marked = text
    for match in pattern.finditer(text):
        place, code = match.start(), _capital_bytes()[match.group()]
        if _is_capital(marked, place, code):
            marked = f"{marked[:place]}{chr(_MARKED + code)}{marked[place + 1 :]}"
    return marked


def _is_capital(text: str, place: int, code: int) -> bool:
    sign, letter = _windows().get(code, chr(code)), _toned_capitals()[code]
    found = _CAPITAL.search(text, max(0, place - 8), place)
    before, after = found.group() if found else "", text[place + 1 : place + 2]
    left = text[place - len(before) - 1 : place - len(before)]
    goes_on = after in _capital_bytes() or _LETTER_BEFORE.match(after) is not None
    if left and (left.isdigit() or left.isalpha()):
        return False
    if letter in _CLOSED_VOWELS and not goes_on:
        return False
    if not before:
        if sign == "™":
            return not left.strip() and after.isspace()
        own = sign == "€" or sign not in _OPENING | _BEHIND_ONSET | {"…"}
        return own and (goes_on or sign < " ")
    ends = sign == "€" and not goes_on
    glides = before[-1] in _GLIDES.get(sign, "") and (ends or after in _AFTER_GLIDE)
    onset = before[:-1] if glides else before
    if sign in _BEHIND_ONSET and not _ONSET.fullmatch(onset):
        return False
    opened = _CLOSING.get(sign)
    return goes_on or opened is None or text.count(opened, 0, place) <= text.count(sign, 0, place)


@cache
def _vni() -> dict[str, str]:
    """Base and mark, or one character → letter; in small letters, capitals and mixed."""
    table = _tables()["vni"]
    pairs = {
        base + entry[0]: entry[1]
        for base, listing in table["marked"].items()
        for entry in listing.split()
    }
    pairs |= {entry[0]: entry[1] for entry in table["single"]["letters"].split()}
    raised = {
        head + tail: letter.upper()
        for pair, letter in pairs.items()
        for head in [pair[0].upper()]
        for tail in {pair[1:], pair[1:].upper()}
    }
    lowered = {pair[0] + pair[1:].upper(): letter for pair, letter in pairs.items() if pair[1:]}
    return lowered | raised | pairs


@cache
def _vni_pattern() -> "re.Pattern[str]":
    return re.compile("|".join(sorted(map(re.escape, _vni()), key=len, reverse=True)))


def _vni_letter(match: "re.Match[str]") -> str:
    return _vni()[match.group()]


_WORD = re.compile(r"[^\W\d_]+")
# These small letters have capitals of their own in TCVN3, so they tell the case of a word.
_TONELESS = frozenset("abcdefghijklmnopqrstuvwxyzăâêôơưđ")
_SURELY_CAPITALS = 2
_IN_MARK = re.compile(r"^[-/\d]|[-/\d]$")


def raise_toned(text: str) -> str:
    """Text from TCVN3 with the toned letters of words in capitals raised: "BIÊN BảN" → "BIÊN BẢN".

    A word whose own letters do not tell ("Hà", "ý") follows the words beside it on its line.
    """
    if not any(letter.isupper() for letter in text):
        return text
    return "".join(_raise_line(line) for line in text.splitlines(keepends=True))


def _raise_line(line: str) -> str:
    matches = list(_WORD.finditer(line))
    cases = [_case(match.group()) for match in matches]
    # The marks of a document ("Số 11-BB/CB") are in capitals whatever stands beside them.
    told = [
        None
        if case and _IN_MARK.search(line[max(0, match.start() - 1) : match.end() + 1])
        else case
        for case, match in zip(cases, matches, strict=True)
    ]
    pieces: list[str] = []
    end = 0
    for number, match in enumerate(matches):
        word = match.group()
        raised = cases[number]
        if raised is None:
            beside = [_nearest(told[number - 1 :: -1] if number else []),
                      _nearest(told[number + 1 :])]  # fmt: skip
            known = [case for case in beside if case is not None]
            raised = bool(known) and all(known)
        pieces += [line[end : match.start()], word.upper() if raised else word]
        end = match.end()
    return "".join([*pieces, line[end:]])


def _nearest(cases: "list[bool | None]") -> bool | None:
    return next((case for case in cases if case is not None), None)


def _case(word: str) -> bool | None:
    """True for a word in capitals, False for one in small letters, None where it cannot tell."""
    if any(letter in _TONELESS for letter in word):
        return False
    capitals = sum(letter.isupper() for letter in word)
    return True if capitals >= _SURELY_CAPITALS or capitals == len(word) > 1 else None


# Letters of Vietnamese that Latin-1 has; VISCII and VPS leave most of them in their places.
_LATIN_LETTERS = frozenset("ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý")


@cache
def letters_of(encoding: str) -> frozenset[str]:
    """The characters beyond ASCII that are letters, or parts of letters, in a code."""
    if encoding == "vni":
        return frozenset("".join(_vni())) - frozenset(map(chr, range(0x80)))
    windows = _windows()
    plain = {*windows.values(), *map(chr, windows)}
    letters = _letters(encoding)
    # Signs of Windows-1252 that the code leaves as they are make no letter.
    own = {
        chr(code)
        for code, letter in letters.items()
        if not (chr(code) in plain and letter in plain)
    }
    same = set() if encoding == "tcvn3" else {c for c in _LATIN_LETTERS if ord(c) not in letters}
    return frozenset(own | same)
