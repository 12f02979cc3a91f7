"""What is told of the pages that were read by OCR."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from vnparty_nlp.parsing.paper import PageWords

# Below this mean confidence (0 to 100) somebody should look at the page.
_LOW = 75.0
_MOST_PAGES, _MOST_DOUBTS, _MOST_SEALED = 20, 20, 8


@dataclass(frozen=True, slots=True)
class OcrPage:
    """A page as read: its words, the confidence in each (0 to 100), whether each lies under a red
    seal, and doubts: pairs of a word and how a second reader reads it.

    `failed` tells that the reader refused the picture; there are no words then.
    """

    words: PageWords
    confidences: Sequence[float] = ()
    sealed: Sequence[bool] = ()
    doubts: Sequence[tuple[str, str]] = field(default=())
    failed: bool = False

    @property
    def trust(self) -> float:
        """The mean confidence; 0 for a page without words."""
        return sum(self.confidences) / len(self.confidences) if self.confidences else 0.0


def ocr_warnings(pages: Iterable[OcrPage]) -> tuple[str, ...]:
    """One sentence for all pages read by OCR, then what is doubtful about single ones."""
    tried = list(pages)
    read = [page for page in tried if page.words.texts]
    failed = [page.words.number for page in tried if page.failed]
    blank = [page.words.number for page in tried if not (page.words.texts or page.failed)]
    told = [f"trang {pages_told(failed)}: OCR không đọc được ảnh, đã bỏ qua"] if failed else []
    told += [f"trang {pages_told(blank)}: OCR không thấy chữ nào"] if blank else []
    return (*told, *_of_read(read)) if read else tuple(told)


def _of_read(read: Sequence[OcrPage]) -> tuple[str, ...]:
    words = sum(len(page.confidences) for page in read)
    trust = sum(page.trust * len(page.confidences) for page in read) / words
    where = pages_told([page.words.number for page in read])
    told = [f"trang {where}: đọc bằng OCR, độ tin cậy trung bình {trust:.0f}%"]
    told += [
        f"trang {page.words.number}: OCR chỉ đạt độ tin cậy {page.trust:.0f}%, cần người đối chiếu"
        for page in read
        if page.trust < _LOW
    ]
    told += [_sealed_words(page) for page in read if any(page.sealed)]
    doubts = [
        f"trang {page.words.number}: không chắc chữ «{one}» (bản đọc thứ hai: «{other}»)"
        for page in read
        for one, other in page.doubts
    ]
    told += doubts[:_MOST_DOUBTS]
    if len(doubts) > _MOST_DOUBTS:
        told.append(f"còn {len(doubts) - _MOST_DOUBTS} chỗ khác hai bản đọc OCR không giống nhau")
    return tuple(told)


def pages_told(numbers: Sequence[int]) -> str:
    """Page numbers with runs joined: "1-3, 7"; a long list is cut."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = [f"{first}-{last}" if first < last else f"{first}" for first, last in runs]
    return ", ".join(told[:_MOST_PAGES]) + (", …" if len(told) > _MOST_PAGES else "")


def _sealed_words(page: OcrPage) -> str:
    under = [text for text, is_under in zip(page.words.texts, page.sealed, strict=True) if is_under]
    quoted = " ".join(islice(under, _MOST_SEALED)) + (" …" if len(under) > _MOST_SEALED else "")
    return (
        f"trang {page.words.number}: {len(under)} từ nằm dưới con dấu, có thể đọc sai: «{quoted}»"
    )
