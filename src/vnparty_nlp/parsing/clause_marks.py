"""The numbers by which clauses are known: what the beginning of a line may be read as."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from vnparty_nlp.parsing.cues import plain
from vnparty_nlp.vietnamese.unicode import strip_marks

Kind = Literal[
    "appendix",
    "part",
    "chapter",
    "section",
    "subsection",
    "article",
    "capital",
    "roman",
    "number",
    "letter",
    "small_roman",
]
# f, j, w and z stand in no norm but in lists that a word processor numbered; đ is often left out.
LETTERS = "abcdđefghijklmnopqrstuvwxyz"
OPTIONAL_LETTERS = "đfjwz"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_MAX_TITLE_WORDS = 16
# Nothing but a clause begins with "đ)", even where the letters before it are lost.
_BRACKETED = 0.5
_DECORATION = re.compile(r"[\s#*_>]*(?:[-–]\s+(?=[a-zđ]\)))?")
_WORD_MARK = re.compile(
    r"(?P<word>phu luc|bieu mau|mau|tieu muc|phan|chuong|muc|dieu|khoan|diem)"
    r"(?:\s+so)?(?:\s*:)?"
    r"(?:\s+(?:thu\s+(?P<ordinal>[a-z]+)|(?P<number>\d{1,3}[a-z]?|[ivxlc]{1,7}|[a-z]))"
    r"(?P<tail>[-/][\w./-]+)?)?(?!\w)\s*(?P<end>[.:)/–—-]*)\s*"
)
_PARTED = re.compile(
    r"\(?(?P<number>(?:\d{1,2}|[IVX]{1,5}|[A-ZĐ]|[a-zđ])"
    r"(?:(?:\.[1-9]\d?){1,4}(?:\.?[a-zđ](?!\w))?|\.[a-zđ](?=[).])))"
    r"(?![.,/]?\d)\s?(?P<end>[.):/–—-]*)(?P<gap>\s*)"
)
_SINGLE = re.compile(
    r"(?P<open>\(?)(?P<number>\d{1,2}|[IVXLCl|!]{1,7}|[ivx]{2,5}|[A-ZĐa-zđ])"
    r"\s?(?P<end>[.)/:,–—-]{1,2})(?P<gap>\s*)"
)
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,})\s*\d+$")
_INITIALS = re.compile(r"(?:[A-ZĐ]\w?\.)+\s?[A-ZĐ]")


@dataclass(frozen=True, slots=True)
class Mark:
    """One reading of the number that a line begins with.

    `name` is the number as a person cites it, `parts` the class of each of its parts with its
    value (from 1; letters by their place in `LETTERS`), `style` the punctuation behind it. `doubt`
    tells how unlikely the reading is, `weight` how unlikely that the line is no clause; `bare`
    that nothing else stands in the line.
    """

    kind: Kind
    name: str
    parts: tuple[tuple[str, int], ...]
    style: str = ""
    doubt: float = 0.0
    weight: float = 1.5
    bare: bool = False

    @property
    def value(self) -> int:
        """The value of the last part."""
        return self.parts[-1][1]


@dataclass(frozen=True, slots=True)
class Words:
    """The names of the levels and the ordinals, from outline.toml; without marks → as cited."""

    levels: Mapping[str, tuple[Kind, str]]
    spellings: Mapping[str, frozenset[str]]
    ordinals: Mapping[str, str]


@cache
def load_words() -> Words:
    """The words shipped with the package."""
    source = resources.files("vnparty_nlp.parsing").joinpath("outline.toml").read_text("utf-8")
    table = tomllib.loads(source)
    return Words(
        levels={plain(name): (kind, name) for name, kind in table["levels"].items()},
        spellings={plain(name): frozenset(forms) for name, forms in table["spellings"].items()},
        ordinals={plain(word): word for word in table["ordinals"]},
    )


def marks_of(line: str) -> tuple[Mark, ...]:
    """The readings of the number that the line begins with; none where it begins with none.

    Dates, amounts, fractions, initials and lines of a table of contents are no numbers of clauses.
    """
    if _LEADERS.search(line):
        return ()
    decoration = _DECORATION.match(line)
    text = line[decoration.end() :] if decoration else line
    found = _word_mark(text)
    if found is not None:
        return (found,)
    return (*_parted(text),) or (*_single(text),)


def body_of(line: str) -> str:
    """The line without the number that it begins with."""
    decoration = _DECORATION.match(line)
    text = line[decoration.end() :] if decoration else line
    bare = strip_marks(text).lower()
    match = _WORD_MARK.match(bare) if _word_mark(text) else _PARTED.match(text)
    match = match or _SINGLE.match(text)
    return text[match.end() :] if match and marks_of(line) else line


def roman_value(numeral: str) -> int:
    """The value of a Roman numeral in capitals; 0 where it is none."""
    total = 0
    for letter, after in zip(numeral, f"{numeral[1:]} ", strict=True):
        value = _ROMAN_VALUES.get(letter, 0)
        total += -value if value < _ROMAN_VALUES.get(after, 0) else value
    return total if _to_roman(total) == numeral else 0


def _to_roman(value: int) -> str:
    steps = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"))
    written = ""
    for step, numeral in (*steps, (5, "V"), (4, "IV"), (1, "I")):
        written += numeral * (value // step)
        value %= step
    return written


def _word_mark(text: str) -> Mark | None:
    """A level called by its name: "Điều 5.", "Chương II", "PHẦN THỨ NHẤT", "Phụ lục 1"."""
    words = load_words()
    match = _WORD_MARK.match(strip_marks(text).lower())
    if match is None:
        return None
    word = match["word"]
    kind, name = words.levels[word]
    spelt = text[: len(word)].lower()
    if word in words.spellings and spelt not in words.spellings[word]:
        return None
    number = match["number"] and text[match.start("number") : match.end("number")]
    rest, end = text[match.end() :], match["end"]
    doubt = _heading_doubt(kind, rest, end)
    if doubt is None or (text[0].islower() and not end):
        return None
    if kind == "appendix":
        if number is None and (name != "Phụ lục" or rest):
            return None
        tail = number and text[match.start("number") : match.end("tail")].rstrip("-/. ")
        cited = f"{name} {tail}" if match["tail"] and tail else f"{name} {number or ''}".strip()
        part = _part(number or "1")
        return Mark(kind, cited, (part,), end, doubt, 4.0, not rest) if part else None
    if match["tail"]:
        return None
    if match["ordinal"]:
        order = list(words.ordinals)
        if match["ordinal"] not in order:
            return None
        value = order.index(match["ordinal"]) + 1
        cited = f"{name} thứ {words.ordinals[match['ordinal']]}"
        return Mark(kind, cited, (("n", value),), "", doubt, 4.0, not rest)
    part = _part(number.upper() if kind != "letter" else number.lower()) if number else None
    if part is None or number is None:
        return None
    if kind in ("number", "letter"):
        # "Khoản 2:" spelt out; without the colon it is a reference.
        kind = "number" if part[0] == "n" else "letter"
        return Mark(kind, number, (part,), end, doubt, 1.5, not rest) if end else None
    numeral = number if number[0].isdigit() else number.upper()
    return Mark(kind, f"{name} {numeral}", (part,), end, doubt, 4.0, not rest)


def _heading_doubt(kind: Kind, rest: str, end: str) -> float | None:
    """How unlikely it is that a level's name opens a clause; None where it is a reference."""
    if not rest or (end and kind != "appendix"):
        return 0.0 if not rest or rest[0] not in ",;" else None
    if not rest[0].isalpha():
        return 0.0 if kind == "appendix" and rest[0] == "(" else None
    if rest.isupper():
        return 0.0
    title = len(rest.split()) <= _MAX_TITLE_WORDS and not rest.endswith((".", ";", ",", ":"))
    if not rest[0].isupper() or not (title or kind == "article"):
        return None
    return 1.0


def _part(number: str) -> tuple[str, int] | None:
    """Class and value of a part: n number, r Roman, u capital, l small letter."""
    digits = re.match(r"\d+", number)
    if digits:
        return "n", int(digits.group())
    if roman_value(number):
        return "r", roman_value(number)
    if len(number) == 1 and number.lower() in LETTERS:
        return ("u" if number.isupper() else "l"), LETTERS.index(number.lower()) + 1
    return None


def _parted(text: str) -> Iterator[Mark]:
    """Numbers that repeat those of the clauses above: "1.1.", "2.1.3", "II.1", "1.a)"."""
    match = _PARTED.match(text)
    if match is None:
        return
    rest = text[match.end() :]
    opens = rest[:1].isupper() or rest[:1] in "“\"'("
    if not rest or not (opens or (match["end"] and match["gap"])):
        return
    pieces = re.findall(r"\d+|[IVX]+|[A-ZĐ]|[a-zđ]", match["number"])
    parts = [part for piece in pieces if (part := _part(piece))]
    if len(parts) == len(pieces) and all(value for _, value in parts):
        kind: Kind = "letter" if parts[-1][0] == "l" else "number"
        style = match["end"][:1]
        yield Mark(kind, ".".join(str(_cited(p)) for p in pieces), tuple(parts), style)


def _cited(piece: str) -> str:
    return str(int(piece)) if piece.isdigit() else piece


def _single(text: str) -> Iterator[Mark]:
    """Numbers of one part: "1.", "a)", "I-", "(ii)"; a look-alike is read both ways."""
    match = _SINGLE.match(text)
    if match is None:
        return
    number, end, rest = match["number"], match["end"], text[match.end() :]
    if not _is_set_off(match, rest):
        return
    capitals = rest.isupper() and any(map(str.isalpha, rest))
    style = ("(" if match["open"] else "") + end[0]
    for kind, name, value, doubt, weight in _readings(number):
        if not rest and kind not in ("roman", "capital"):
            continue
        part = {"roman": "r", "small_roman": "i", "capital": "u", "letter": "l"}.get(kind, "n")
        weight += 1.0 if capitals else 0.0
        weight += _BRACKETED if kind == "letter" and style.endswith(")") else 0.0
        doubt += 0.5 if end == "," or not rest else 0.0
        yield Mark(kind, name, ((part, value),), style, doubt, weight, not rest)


def _is_set_off(match: re.Match[str], rest: str) -> bool:
    """Whether punctuation and blank behind a number are those of a clause."""
    number, end, gap = match["number"], match["end"], match["gap"]
    if not rest:
        return end[0] in "./"
    if end == ",":
        return number.isdigit() and bool(gap) and rest[0].isupper()
    if rest[0].isdigit():
        return bool(gap) and end[0] in ".)"
    if number.isalpha() and not gap and not (rest[0].isupper() or end[-1] == ")"):
        return False
    if len(number) == 1 and number.isupper() and end == "." and _INITIALS.match(rest):
        return False
    return rest[0].isalpha() or rest[0] in "“\"'([«…*"


def _readings(number: str) -> Iterator[tuple[Kind, str, int, float, float]]:
    """Kind, name, value, doubt and weight of each way to read a single number."""
    if number.isdigit():
        if int(number):
            yield "number", str(int(number)), int(number), 0.0, 1.5
        return
    value = roman_value(number)
    if value:
        yield "roman", number, value, 0.0, 2.4
    lookalike = re.sub(r"[l|!]", "I", number)
    if lookalike != number and roman_value(lookalike):
        yield "roman", lookalike, roman_value(lookalike), 0.8, 1.5
        if number in "l|!":
            yield "number", "1", 1, 0.6, 1.5
    if number.islower() and roman_value(number.upper()):
        yield "small_roman", number, roman_value(number.upper()), 0.2, 1.2
    if len(number) == 1 and number.lower() in LETTERS:
        kind: Kind = "capital" if number.isupper() else "letter"
        place = LETTERS.index(number.lower()) + 1
        yield kind, number, place, 0.1 if value else 0.0, 1.3
        if number in "dD":
            # Typed without marks, đ is a second d.
            name = "đ" if number == "d" else "Đ"
            yield kind, name, place + 1, 0.3, 1.3
