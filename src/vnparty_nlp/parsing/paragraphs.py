"""Lines → paragraphs: which line goes on with the sentence above it, and which begins anew."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import median

from vnparty_nlp.parsing.cues import LINE_END, LIST_MARK, is_capitals, is_title, plain
from vnparty_nlp.parsing.footnotes import opens_note
from vnparty_nlp.parsing.lines import Line
from vnparty_nlp.parsing.norms import opens_letterhead_line
from vnparty_nlp.records import BlockKind

_INDENT = 0.6  # line heights: less is no indent
_CENTRED = 0.4  # line heights by which the margins beside a centred line may differ
_CENTRED_INSET = 0.12  # share of the width; less may be an indented line that ends early
_EDGE_POINTS = 4.0  # lines end within this of the right margin
_SAME_LEFT_POINTS = 3.0
_SIZE_RATIO = 1.2
_LOOSE = 0.2  # share of the line pitch by which a paragraph's gap exceeds it
_LOOSE_POINTS = 3.0
_MIN_HEADING_WORDS = 3
_LONG_SHARE = 0.6


# What slips out of a narrow letterhead, and what it slipped from.
_TAILS = re.compile(
    r"(?P<year>(?:(?:thang )?\d{1,2} )?(?:nam )?(?:19|20)\d\d)|(?P<motto>(?:viet )?nam)"
)
_BEFORE_TAIL = {
    "year": re.compile(r"ngay [\d.…]+(?: thang(?: [\d.…]+)?)?(?: nam)?$"),
    "motto": re.compile(r"(?:cong san|chu nghia)(?: viet)?$"),
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block to be: its kind and the words of each cell, as word numbers of the document."""

    kind: BlockKind
    cells: tuple[tuple[int, ...], ...]
    columns: tuple[str, ...] = ()


def join_lines(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The paragraphs in reading order; notes follow the paragraph that they interrupt."""
    flow = _Flow(lines)
    open_lines: list[Line] = []
    notes: list[list[Line]] = []
    for line in lines:
        if line.kind == "footnote" or line.aside:
            before = notes[-1][0].text if notes else ""
            if line.aside or not notes or opens_note(line.text, before):
                notes.append([line])
            else:
                notes[-1].append(line)
            continue
        if open_lines and not flow.goes_on(open_lines, line):
            yield from _close(open_lines, notes)
            open_lines, notes = [], []
        open_lines.append(line)
    yield from _close(open_lines, notes)


def _close(lines: list[Line], notes: list[list[Line]]) -> Iterator[Paragraph]:
    for group in ([lines] if lines else []) + notes:
        first = group[0]
        if len(first.cells) > 1 or first.kind == "row":
            yield Paragraph(first.kind, first.cells, first.columns)
        else:
            words = chain.from_iterable(line.cells[0] for line in group)
            yield Paragraph(first.kind, (tuple(words),))


class _Flow:
    """The document's measures, against which one line is compared with the next."""

    def __init__(self, lines: Sequence[Line]) -> None:
        body = [line for line in lines if line.kind == "paragraph" and line.frame is None]
        self._lefts: dict[int, float] = {}
        for line in body:
            self._lefts[line.page] = min(line.left, self._lefts.get(line.page, line.left))
        self._width = _widest([line.right - self._lefts[line.page] for line in body])
        steps = [
            below.bottom - above.bottom
            for above, below in pairwise(lines)
            if above.page == below.page and 0 < below.bottom - above.bottom < 3 * above.height
        ]
        self._pitch = median(steps) if steps else 0.0

    def goes_on(self, lines: list[Line], line: Line) -> bool:
        """Whether `line` belongs to the paragraph that `lines` began."""
        last = lines[-1]
        if line.kind != last.kind or line.kind in ("row", "signature"):
            return False
        if line.kind == "letterhead":
            return _is_wrapped(last, line)
        if line.gapped or is_title(last.text) or is_title(line.text):
            return False
        if _differ_in_capitals(last.text, line.text):
            return False
        if not 1 / _SIZE_RATIO < line.height / last.height < _SIZE_RATIO:
            return False
        unfinished = not last.text.endswith(LINE_END)
        if self._starts_item(last, line, unfinished):
            return False
        if line.page == last.page and self._is_apart(lines, line):
            return False
        if self._had_room(last, line):
            long = last.width > _LONG_SHARE * self._frame_width(last)
            # A bare figure may number a line of its own.
            opens = line.text[0].isupper() or line.text.split()[0].isdigit()
            return unfinished and long and not opens
        return self._fits_margin(lines, line, unfinished)

    def _starts_item(self, last: Line, line: Line, unfinished: bool) -> bool:
        if not LIST_MARK.match(line.text):
            return False
        # A dash or figure at the start of a line may belong to the sentence: "Mác / - Lênin".
        wrapped = unfinished and not self._had_room(last, line)
        return not (wrapped and abs(self._inset(line)) < _SAME_LEFT_POINTS)

    def _is_apart(self, lines: list[Line], line: Line) -> bool:
        step = line.bottom - lines[-1].bottom
        if step <= 0 or not self._pitch:
            return False
        usual = lines[-1].bottom - lines[-2].bottom if len(lines) > 1 else self._pitch
        usual = usual if 0 < usual < 3 * line.height else self._pitch
        return step > usual + max(_LOOSE_POINTS, _LOOSE * usual)

    def _had_room(self, last: Line, line: Line) -> bool:
        """Whether the line's first word would have fitted on the last line."""
        blank = 0.2 * last.height
        return self._slack(last) > line.first_width + blank + 1.0

    def _slack(self, line: Line) -> float:
        inset, width = self._inset(line), self._frame_width(line)
        right = width - inset - line.width
        if inset > _CENTRED_INSET * width and abs(inset - right) < _CENTRED * line.height:
            return inset + right
        return right

    def _fits_margin(self, lines: list[Line], line: Line, unfinished: bool) -> bool:
        last, indent = lines[-1], _INDENT * line.height
        if LIST_MARK.match(lines[0].text) and abs(
            self._inset(line) - self._inset(lines[0]) - (lines[0].second - lines[0].left)
        ) < max(_SAME_LEFT_POINTS, 0.3 * line.height):
            return True
        deeper = self._inset(line) - self._inset(last)
        if deeper > indent:
            # Lines of a centred title differ in their left edge.
            return unfinished and self._slack(line) > 2 * self._inset(line) * 0.9 > 0
        if self._inset(line) > indent and abs(deeper) < _SAME_LEFT_POINTS:
            return unfinished or len(lines) > 1
        return True

    def _inset(self, line: Line) -> float:
        return line.left - (line.frame[0] if line.frame else self._lefts[line.page])

    def _frame_width(self, line: Line) -> float:
        return line.frame[1] - line.frame[0] if line.frame else self._width


def _differ_in_capitals(above: str, below: str) -> bool:
    """Whether one is a heading in capitals and the other is not; "UBND." alone is no heading."""
    if above.isupper() == below.isupper():
        return False
    first, second = is_capitals(above), is_capitals(below)
    if first is None or second is None or first == second:
        return False
    return len((above if first else below).split()) >= _MIN_HEADING_WORDS


def _is_wrapped(last: Line, line: Line) -> bool:
    """Whether a line of a letterhead is the rest of the one above, which was too long."""
    if line.page != last.page or line.column != last.column or line.frame is None:
        return False
    if opens_letterhead_line(line.text) or _differ_in_capitals(last.text, line.text):
        return False
    if (tail := _TAILS.fullmatch(plain(line.text))) is not None:
        return _BEFORE_TAIL[tail.lastgroup or ""].search(plain(last.text)) is not None
    widest = line.frame[1] - line.frame[0]
    return last.width + 0.2 * last.height + line.first_width > widest


def _widest(widths: Sequence[float]) -> float:
    """Width of the text: the widest that several lines reach, so that one odd line counts not."""
    if not widths:
        return 0.0
    reaches = sorted(widths, reverse=True)
    least = max(2, len(reaches) // 20)
    for index, reach in enumerate(reaches):
        if index + least > len(reaches):
            break
        if reach - reaches[index + least - 1] <= _EDGE_POINTS:
            return reach
    return reaches[0]
