import io
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import pdf
from vnparty_nlp.parsing.flow import Draft, Reading
from vnparty_nlp.parsing.ocr import Ocr
from vnparty_nlp.parsing.ocr_report import OcrPage
from vnparty_nlp.parsing.paper import PageWords
from vnparty_nlp.parsing.pdf import PdfReader

FIXTURES = Path(__file__).parent / "fixtures"


def read(name: str) -> Reading:
    return PdfReader(100, Ocr(max_pixels=1)).read((FIXTURES / name).read_bytes(), name)


def lines(drafts: tuple[Draft, ...]) -> list[str]:
    return [f"{draft.kind}\t{draft.text}" for draft in drafts]


@pytest.mark.parametrize("name", ["minutes.pdf", "shuffled.pdf"])
def test_minutes_are_read_in_order(name: str) -> None:
    # build.py writes the golden text from the words that it draws: without the page number, the
    # repeated header of the table and the line breaks.
    golden = (FIXTURES / "minutes.txt").read_text("utf-8").splitlines()
    assert lines(read(name).drafts) == golden


def test_table_rows_know_their_columns_on_both_pages() -> None:
    rows = [draft for draft in read("minutes.pdf").drafts if draft.kind == "row"]
    assert rows[0].columns == ("", "", "", "")
    assert {draft.columns for draft in rows[1:]} == {
        ("TT", "Họ và tên", "Số tiền (đồng)", "Ghi chú"),
        ("TT", "Họ và tên", "Số tiền (đồng)"),
    }


def test_two_column_pages_are_read_down_each_column() -> None:
    drafts = read("columns.pdf").drafts
    assert len(drafts) == 7
    assert len({draft.text for draft in drafts[1:]}) == 1


def test_torn_syllables_and_fused_words_are_mended() -> None:
    text = " ".join(draft.text for draft in read("torn.pdf").drafts)
    assert text == (
        "Thi hành các điều sau đây trong toàn chi bộ:"
        " ĐIỀU KHOẢN THI HÀNH nghị quyết của chi bộ"
        " Nghị quyết của chi bộ được phổ biến đến từng đảng viên"
    )


def test_letters_drawn_apart_from_their_words_are_put_back() -> None:
    text = " ".join(draft.text for draft in read("scattered.pdf").drafts)
    assert text == (
        "Sinh hoạt chi bộ thường kỳ tháng 6 năm 2023"
        " Hồi 19 giờ 30 phút ngày 05/6/2023, tại nhà văn hóa thôn, chi bộ thôn B"
        " - Tổng số đảng viên: 28 đồng chí; có mặt 25 đồng chí; vắng 03 đồng chí"
    )


def test_notes_stamps_and_watermarks_stand_behind_the_text() -> None:
    drafts = read("notes.pdf").drafts
    assert [draft.kind for draft in drafts] == ["paragraph"] * 11 + ["footnote", "paragraph"]
    assert len({draft.text for draft in drafts[:11]}) == 1
    assert drafts[11].text == "1 Theo sổ thu của thủ quỹ, có chữ ký của người nộp."
    assert drafts[12].text == "BẢN LƯU DỰ THẢO"


def test_text_on_its_side_is_read_and_its_boxes_lie_where_the_page_shows_it() -> None:
    reading = read("lying.pdf")
    assert [draft.text for draft in reading.drafts] == [
        "Danh sách đảng viên chi bộ thôn Bãi Dâu có mặt trong buổi họp tháng 6 năm 2023."
    ]
    places, page = reading.places, reading.pages[0]
    assert places is not None
    left, top, right, bottom = places.edges[:4]
    # "Danh" goes upwards from y = 742 in a narrow strip left of x = 595 - 500.
    assert (page.width_points, page.height_points) == (595, 842)
    assert 80 < left < right < 100
    assert 700 < top < bottom < 745


def test_turned_page_is_read_as_seen() -> None:
    reading = read("turned.pdf")
    assert lines(reading.drafts) == [
        "paragraph\tDanh sách đảng viên chi bộ thôn Bãi Dâu có mặt trong buổi họp tháng 6 năm 2023."
    ]
    places = reading.places
    assert places is not None
    first = places.edges[:4].tolist()
    assert first == pytest.approx([100.0, 84.9, 131.0, 97.6], abs=3)


def test_boxes_hold_the_words() -> None:
    reading = read("minutes.pdf")
    places = reading.places
    assert places is not None
    words = [word for draft in reading.drafts for cell in draft.cells for word in cell]
    # The title: 14 points, centred between 85 and 552, baseline 5.5 lines below the top line.
    index = words.index("BIÊN")
    left, top, right, bottom = places.edges[4 * index : 4 * index + 4]
    baseline = 842 - (785 - 5.5 * 16)
    assert top < baseline - 10 < baseline < bottom < baseline + 5
    assert 270 < left < right < 320
    assert set(places.pages) == {1, 2}


MARKED = 4 * "Chi bộ họp ngày thường kỳ có mặt đủ "
BARE = 4 * "Chi bo hop ngay thuong ky co mat du "
GARBLED = 4 * "§¶ng bé x· t©n lËp häp ngµy ®ång chÝ "


def column(number: int, text: str) -> PageWords:
    """The words of a text, one below the other."""
    texts = text.split()
    tops = 40 + 18 * np.arange(len(texts), dtype=np.float32)
    left = np.full_like(tops, 60)
    edges = np.stack([left, tops, left + 40, tops + 14], axis=1)
    return PageWords(number, 595, 842, texts, edges, upright=len(texts))


class Sees(Ocr):
    """Reads the same text on every page."""

    def __init__(
        self, text: str = "", *, max_pixels: int = 10**9, here: bool = True, failed: bool = False
    ) -> None:
        super().__init__(max_pixels=max_pixels)
        self.available = here  # type: ignore[misc]
        self._text, self._failed = text, failed

    def read(self, _: NDArray[np.uint8], __: float, number: int) -> OcrPage:
        words = column(number, self._text)
        count = len(words.texts)
        return OcrPage(words, [95.0] * count, [False] * count, failed=self._failed)


def scan() -> bytes:
    """A page that is a picture."""
    image = pytest.importorskip("PIL.Image", reason="needs the extra ocr").new("L", (600, 800), 255)
    buffer = io.BytesIO()
    image.save(buffer, "PDF", resolution=100)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("layer", "ocr", "first", "ocr_pages", "unread", "warning"),
    [
        pytest.param(BARE, Sees(MARKED), "bộ", 1, (), "trang 1: đọc bằng OCR", id="no marks"),
        pytest.param(GARBLED, Sees(MARKED), "bộ", 1, (), "trang 1: đọc bằng OCR", id="garbled"),
        pytest.param(BARE, Sees("Chi bộ họp"), "bộ", 1, (), "trang 1: đọc bằng OCR", id="fewer"),
        pytest.param(BARE, Sees(), "bo", 0, (1,), "trang 1: lớp chữ hỏng", id="OCR sees nothing"),
        pytest.param(BARE, Sees(here=False), "bo", 0, (1,), "lớp chữ hỏng, chưa", id="no OCR"),
        pytest.param(BARE, Sees(failed=True), "bo", 0, (1,), "OCR không đọc được", id="refused"),
        pytest.param(BARE, Sees(max_pixels=9), "bo", 0, (1,), "quá giới hạn", id="too large"),
        pytest.param("Ký bởi: Văn thư", Sees(), "bởi:", 0, (), None, id="a stamp on a picture"),
    ],
)
def test_an_unreadable_layer_never_wins_silently(
    layer: str, ocr: Ocr, first: str, ocr_pages: int, unread: tuple[int, ...],
    warning: str | None, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(pdf, "read_page", lambda *_: (column(1, layer), None))
    reading = PdfReader(10, ocr).read(scan(), "a.pdf")
    words = [word for draft in reading.drafts for cell in draft.cells for word in cell]
    assert words[1] == first
    assert (reading.ocr_pages, reading.unread_pages) == (ocr_pages, unread)
    assert warning in reading.warnings[0] if warning else not reading.warnings


def test_a_scan_of_too_many_pixels_says_so() -> None:
    with pytest.raises(DocumentError, match="the picture has 0 million pixels"):
        PdfReader(10, Sees(MARKED, max_pixels=9)).read(scan(), "a.pdf")
