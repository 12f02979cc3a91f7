"""What headcounts and votes have in common: figures beside the words that say what they count."""

import re

from vnparty_nlp.facts.scope import Scope
from vnparty_nlp.vietnamese.numbers import find_numbers
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

# Patterns are matched over lower case without marks. What is counted may stand behind the figure.
FIGURE = r"(\d{1,4})"
UNITS = (
    r"(?:\s*(?:phieu|d/c|dc|dong chi|dang vien|dv|dai bieu|nguoi|ng|y kien|the|uy vien|"
    r"chinh thuc|doan vien|con lai))*"
)
IS = r"\s*(?:la|:|=|co|duoc|dat|\()?\s*"
OUT_OF = r"\s*(?:/|tren(?: tong)?(?: so)?|trong(?: tong)?(?: so)?)\s*"
NOT = r"(?:khong|ko|k|kg|chua|hong|hem|chang)\s*"
SHARE = re.compile(rf"(?<![\d/.,]){FIGURE}{UNITS}{OUT_OF}{FIGURE}(?![\d/]|\s*%)")


def plain_text(scope: Scope) -> str:
    """The evidence and the rest of its sentence in lower case without marks, numbers in figures."""
    text = scope.text((scope.part[0], scope.sentence_end))
    for number in reversed(find_numbers(text)):
        text = f"{text[: number.span.start]}{number.value}{text[number.span.end :]}"
    return strip_marks(fold(text))


def first_figure(pattern: re.Pattern[str], text: str) -> int | None:
    """The figure of the pattern's first match; None where it does not match."""
    match = pattern.search(text)
    return int(next(group for group in match.groups() if group)) if match else None


def share_part(text: str, part: int) -> int | None:
    """The first or second figure of a share ('25/28', '25 trên tổng số 28')."""
    share = SHARE.search(text)
    return int(share.group(part)) if share else None
