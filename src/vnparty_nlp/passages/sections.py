"""Which lines are headings, and what they name."""

import re

# Own words for levels of numbering: "I.", "1.", "1.1.", "a)", "Điều 3.", "Mục 2", "Phần thứ nhất".
_NUMBER = re.compile(
    r"(?:(?:phần|chương|mục|điều)\s+(?:thứ\s+\w+|[ivxlc]+|\d+)\s*[.:\-–]?"
    r"|[ivxlc]{1,5}\s*[.)/\-–]|[a-zđ]\s*[.)/]|\d{1,2}(?:\.\d{1,2})*\s*[.)/\-–]?)\s*",
    re.IGNORECASE,
)
_MAX_HEADING_SYLLABLES = 16
# "1. Đ/c Lan: …" is a turn or an item about somebody, not a section.
_PERSON = re.compile(r"(?:đ/c|đ\.c|đc|đồng chí|ông|bà|anh|chị|cô|thầy)\s", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;!?…]$")


def heading_of(line: str) -> str | None:
    """The heading a line is or begins with, without its number; None where it has none.

    A line is a heading where it is numbered, short and no sentence, or in capitals, or where it
    ends with a colon. A numbered line that goes on after a colon begins with its heading.
    """
    number = _NUMBER.match(line)
    # "1: Thu chi": the colon belongs to the number, and what follows is no text behind a heading.
    body = line[number.end() :].lstrip(" :").rstrip() if number else line.strip()
    if not body or body[0].islower() or not any(letter.isalpha() for letter in body):
        return None
    if _PERSON.match(body):
        return None
    lead, colon, rest = body.partition(":")
    short = len(lead.split()) <= _MAX_HEADING_SYLLABLES
    if colon and short and lead.strip() and (number or not rest.strip()):
        return lead.strip()
    is_capitals = body.isupper() and short and len(body.split()) > 1
    is_numbered = number is not None and short and not _SENTENCE_END.search(body)
    return body if is_capitals or is_numbered else None


def is_heading_only(line: str, heading: str) -> bool:
    """Whether the line says nothing beyond its heading."""
    return line.rstrip(" :").endswith(heading)
