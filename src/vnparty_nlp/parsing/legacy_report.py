"""What to say about the blocks that were converted from older codes."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from vnparty_nlp.vietnamese.legacy import NAMES

# Longer lists of pages are cut: the number of blocks says enough.
_MOST_PAGES = 20


class Conversion(NamedTuple):
    """A block that was converted: from which code, how many characters, on which page."""

    encoding: str
    length: int
    page: int | None = None


def main_encoding(conversions: Iterable[Conversion]) -> str | None:
    """The code of most characters; None where nothing was converted."""
    lengths: Counter[str] = Counter()
    for conversion in conversions:
        lengths[conversion.encoding] += conversion.length
    return lengths.most_common(1)[0][0] if lengths else None


def conversion_warnings(conversions: Iterable[Conversion]) -> tuple[str, ...]:
    """One sentence for all conversions of a document, with the pages where there are pages."""
    found = list(conversions)
    if not found:
        return ()
    blocks = Counter(conversion.encoding for conversion in found)
    pages = sorted({conversion.page for conversion in found if conversion.page is not None})
    # On a page the lines are known, not the paragraphs.
    unit = "dòng" if pages else "đoạn"
    told = " và ".join(f"{n} {unit} từ {NAMES[code]}" for code, n in blocks.most_common())
    more = ", …" if len(pages) > _MOST_PAGES else ""
    where = f" (trang {', '.join(map(str, pages[:_MOST_PAGES]))}{more})" if pages else ""
    return (f"đã chuyển {told} sang Unicode{where}",)
