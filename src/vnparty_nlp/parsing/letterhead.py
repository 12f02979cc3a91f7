"""The two columns at the top of a page: body and number left, motto and date right."""

from collections.abc import Callable, Sequence

from vnparty_nlp.parsing.cues import is_letterhead, opens_title
from vnparty_nlp.parsing.norms import opens_motto
from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.segments import Row, Segment, around

# Both in heights of the first line.
_MAX_GAP = 2.5
_MAX_ROWS = 16
_TOP_SHARE = 0.3
# A line of text runs over the page, a line of a letterhead over less than its half.
_TEXT_SHARE = 0.62


def split_at_mottos(page: PageWords, rows: list[Row]) -> list[Row]:
    """The rows, parted where the right column begins too near to the left one for a gap."""
    return [
        [part for segment in row for part in _at_motto(page, segment)] for row in rows[:_MAX_ROWS]
    ] + rows[_MAX_ROWS:]


def _at_motto(page: PageWords, segment: Segment) -> list[Segment]:
    words = segment.words
    if not page.texts[words[0]].isupper():
        return [segment]
    for index in range(1, len(words) - 3):
        following = " ".join(page.texts[word] for word in words[index : index + 4])
        if following.isupper() and opens_motto(following):
            boxes = page.edges.tolist()
            return [around(words[:index], boxes), around(words[index:], boxes)]
    return [segment]


def letterhead_columns(
    page: PageWords, rows: Sequence[Row], text_of: Callable[[Segment], str]
) -> tuple[int, list[list[Segment]]]:
    """How many of the rows are a letterhead, and its columns; 0 where the first row begins none.

    The columns may overlap by a few points; the middle of a line tells where it belongs.
    """
    if len(rows[0]) < 2 or rows[0][1].left < rows[0][0].right:
        return 0, []
    if rows[0][0].top > _TOP_SHARE * page.height:
        return 0, []
    count, titled = _extent(page, rows, text_of)
    heads = [any(is_letterhead(text_of(s)) for s in row) for row in rows[:count]]
    # On later pages a body's name may be a stamp; two lines are needed there.
    if sum(heads) < (1 if page.number == 1 else 2):
        return 0, []
    if not titled:
        count = max(number + 1 for number, head in enumerate(heads) if head)
    pairs = [row for row in rows[:count] if len(row) > 1]
    border = sum(_middle(row[0]) + _middle(row[-1]) for row in pairs) / (2 * len(pairs))
    columns: list[list[Segment]] = [[], []]
    for row in rows[:count]:
        for segment in row:
            columns[_middle(segment) > border].append(segment)
    return count, columns


def _extent(
    page: PageWords, rows: Sequence[Row], text_of: Callable[[Segment], str]
) -> tuple[int, bool]:
    """The number of rows that may be a letterhead, and whether a title ends them."""
    height = rows[0][0].height
    for number, row in enumerate(rows[:_MAX_ROWS]):
        text = text_of(row[0])
        if len(row) == 1 and opens_title(text):
            return number, True
        wide = row[0].width > _TEXT_SHARE * page.width and not is_letterhead(text)
        apart = number and row[0].top - rows[number - 1][-1].bottom > _MAX_GAP * height
        if apart or (len(row) == 1 and wide):
            return number, False
    return min(len(rows), _MAX_ROWS), False


def _middle(segment: Segment) -> float:
    return (segment.left + segment.right) / 2
