"""Small raised numbers that pdfium joins to the word before them: marks of footnotes."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pypdfium2.raw as raw

from vnparty_nlp.parsing.word_boxes import Ends

# Share of the word's type size.
_SMALL = 0.8
# In "m2" and "km2" the number belongs to the unit.
_UNIT = re.compile(r"[\d.,]*[kcdh]?m[23]")


def part_marks(text_page: Any, texts: Sequence[str], ends: Ends) -> tuple[list[str], Ends]:
    """The words and places of a page, with "bộ1" and "20241" as two words where 1 is small."""
    numbered = [n for n, text in enumerate(texts) if text[-1].isdigit() and len(text) > 1]
    counts = {n: _small_end(text_page, *ends[n].tolist()) for n in numbered}
    small = {n: count for n, count in counts.items() if count and not _UNIT.fullmatch(texts[n])}
    if not small:
        return list(texts), ends
    parted: list[str] = []
    places: list[tuple[int, int]] = []
    for number, (text, (first, last)) in enumerate(zip(texts, ends.tolist(), strict=True)):
        count = small.get(number, 0)
        # Where characters were left out or composed it cannot be told which of them are small.
        if 0 < count < len(text) == last - first + 1:
            parted += [text[:-count], text[-count:]]
            places += [(first, last - count), (last - count + 1, last)]
        else:
            parted.append(text)
            places.append((first, last))
    return parted, np.array(places, dtype=np.int64).reshape(-1, 2)


def _small_end(text_page: Any, first: int, last: int) -> int:
    """How many characters at the end of a word are set in a smaller type than its beginning."""
    size_of, handle = raw.FPDFText_GetFontSize, text_page.raw
    limit = _SMALL * size_of(handle, first)
    count = 0
    while last - count > first and size_of(handle, last - count) < limit:
        count += 1
    return count
