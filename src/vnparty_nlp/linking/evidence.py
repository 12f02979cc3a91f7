"""What the text around a mention tells of who it may be: year, branch, office, full names."""

import re
from dataclasses import dataclass

from vnparty_nlp.records import Mention, Person
from vnparty_nlp.vietnamese.names import find_names, find_people, strip_title
from vnparty_nlp.vietnamese.roles import find_role
from vnparty_nlp.vietnamese.unicode import compose, fold, strip_marks

_YEAR = re.compile(
    r"(?:sinh(?: (?:năm|nam|ngày|ngay))?|sn|s\.n\.?|ns|n\.s\.?)\s?:?\s?(?:\d{1,2}\s?[/.-]\s?){0,2}"
    r"((?:19|20)\d\d)|^\s?\(\s?((?:19[2-9]|200)\d)\s?\)",
    re.IGNORECASE,
)
# The branch is the person's own only where nothing but a year stands between: "An, chi bộ thôn 3".
_BRANCH = re.compile(
    r"^\s?(?:[,(–-]\s?)?(?:(?:sinh|sn|ns)\s[^,;()\n]{1,25}[,;)]\s?)?"
    r"(?:(?:là|la|thuộc|thuoc|của|cua|ở|o|tại|tai|đảng viên|dang vien|sinh hoạt|sinh hoat)\s){0,4}"
    r"(chi b(?:ộ|o)\s[^,;.()\n]{1,60})",
    re.IGNORECASE,
)
_WINDOW = 90
_LEAST_LETTERS = 12
_UNMARKED_TITLE = re.compile(r"\b(?:dc|d/c|dong chi|ong)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the person besides the name; None, "" and () where nothing is.

    `stated_branch` stands right behind the name, `branch` is the document's own, `context` the
    text around. `marked` says whether the text around has diacritics; None where there is too
    little of it to tell.
    """

    birth_year: int | None
    branch: str
    stated_branch: str
    position: str
    context: str
    people: tuple[Person, ...]
    marked: bool | None


def read_evidence(mention: Mention) -> Evidence:
    """The evidence of a mention's own fields and of its context."""
    context = compose(mention.context)
    text = compose(mention.text)
    behind = _behind(text, context)
    year = _YEAR.search(behind)
    branch = _BRANCH.search(behind)
    name = strip_title(text)
    rest = f"{context.replace(text, ' ')} {text.removesuffix(name)}"
    people = mention.people + find_people(context)
    return Evidence(
        birth_year=mention.birth_year or (int(year.group(1) or year.group(2)) if year else None),
        branch=mention.branch or "",
        stated_branch=branch.group(1) if branch else "",
        position=find_role(text),
        context=context,
        people=tuple(dict.fromkeys(people)),
        marked=_is_marked(rest),
    )


def _behind(text: str, context: str) -> str:
    """The text behind the mention up to the next person."""
    start = context.find(text)
    if start < 0:
        return context if len(find_names(context)) < 2 else ""
    window = context[start + len(text) : start + len(text) + _WINDOW]
    following = find_names(window)
    return window[: following[0].span.start] if following else window


def _is_marked(text: str) -> bool | None:
    key = fold(text)
    if key != strip_marks(key):
        return True
    enough = sum(letter.isalpha() for letter in text) >= _LEAST_LETTERS
    return False if enough or _UNMARKED_TITLE.search(text) else None
