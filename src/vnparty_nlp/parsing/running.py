"""Page numbers and running heads: lines that stand on a page but not in the text."""

import re
from collections import Counter
from collections.abc import Sequence

from vnparty_nlp.parsing.cues import PAGE_NUMBER, is_letterhead, plain
from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.segments import Row

# Shares of the page's height. Body text starts at 20 mm (0.067) by the norm, and its first line
# ends below the head zone.
_HEAD_ZONE, _FOOT_ZONE = 0.08, 0.92
_NUMBER_HEAD_ZONE, _NUMBER_FOOT_ZONE = 0.12, 0.88
_MIN_SHARE_OF_PAGES = 0.4
_DIGITS = re.compile(r"\d+")


def drop_running_lines(
    pages: Sequence[PageWords], rows_by_page: Sequence[list[Row]]
) -> list[list[Row]]:
    """The rows of each page without page numbers, running heads and feet."""
    repeated = _repeated(pages, rows_by_page)
    return [
        _drop_number(page, [row for row in rows if _key(page, row) not in repeated])
        for page, rows in zip(pages, rows_by_page, strict=True)
    ]


def row_text(page: PageWords, row: Row) -> str:
    """The words of a row in one line."""
    return " ".join(page.texts[word] for segment in row for word in segment.words)


def _key(page: PageWords, row: Row) -> tuple[str, int] | None:
    """What a running line has in common with its likes; None outside the zones."""
    top = min(segment.top for segment in row)
    bottom = max(segment.bottom for segment in row)
    if bottom < _HEAD_ZONE * page.height:
        return _DIGITS.sub("#", plain(row_text(page, row))), 0
    if top > _FOOT_ZONE * page.height:
        return _DIGITS.sub("#", plain(row_text(page, row))), 1
    return None


def _repeated(
    pages: Sequence[PageWords], rows_by_page: Sequence[list[Row]]
) -> set[tuple[str, int] | None]:
    counts: Counter[tuple[str, int]] = Counter()
    for page, rows in zip(pages, rows_by_page, strict=True):
        keys = {_key(page, row) for row in (*rows[:3], *rows[-3:])}
        counts.update(key for key in keys if key and not is_letterhead(key[0]))
    least = max(2.0, _MIN_SHARE_OF_PAGES * len(pages))
    return {key for key, count in counts.items() if count >= least}


def _drop_number(page: PageWords, rows: list[Row]) -> list[Row]:
    if rows and _is_page_number(page, rows[0], head=True):
        rows = rows[1:]
    if rows and _is_page_number(page, rows[-1], head=False):
        rows = rows[:-1]
    return rows


def _is_page_number(page: PageWords, row: Row, *, head: bool) -> bool:
    match = PAGE_NUMBER.fullmatch(row_text(page, row))
    if match is None:
        return False
    top, bottom = row[0].top, row[0].bottom
    if bottom < _HEAD_ZONE * page.height or top > _FOOT_ZONE * page.height:
        return True
    # Nearer to the body only the page's own number is taken for one.
    near = (
        bottom < _NUMBER_HEAD_ZONE * page.height if head else top > _NUMBER_FOOT_ZONE * page.height
    )
    return near and int(match["number"]) == page.number
