import pytest

from vnparty_nlp.parsing.ocr_report import OcrPage, ocr_warnings, pages_told
from vnparty_nlp.parsing.paper import PageWords


def page(number: int, *confidences: float, **more: object) -> OcrPage:
    texts = ["chi", "bộ", "họp"][: len(confidences)]
    return OcrPage(PageWords(number, texts=texts), confidences, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        pytest.param([4], "4", id="one page"),
        pytest.param([3, 1, 2, 7], "1-3, 7", id="a run and a page"),
        pytest.param(range(1, 80, 2), ", ".join(map(str, range(1, 40, 2))) + ", …", id="cut"),
    ],
)
def test_pages_are_told_shortly(numbers: list[int], told: str) -> None:
    assert pages_told(numbers) == told


def test_one_sentence_for_all_pages() -> None:
    assert ocr_warnings([page(1, 90.0, 96.0), page(2, 93.0)]) == (
        "trang 1-2: đọc bằng OCR, độ tin cậy trung bình 93%",
    )


def test_a_page_of_low_confidence_is_named() -> None:
    assert ocr_warnings([page(1, 95.0), page(2, 60.0, 64.0)])[1:] == (
        "trang 2: OCR chỉ đạt độ tin cậy 62%, cần người đối chiếu",
    )


def test_a_page_without_words_is_named() -> None:
    assert ocr_warnings([page(3)]) == ("trang 3: OCR không thấy chữ nào",)


def test_a_page_that_was_refused_is_named() -> None:
    told = ocr_warnings([page(3, failed=True), page(4)])
    assert told == (
        "trang 3: OCR không đọc được ảnh, đã bỏ qua",
        "trang 4: OCR không thấy chữ nào",
    )


def test_words_under_a_seal_are_named() -> None:
    told = ocr_warnings([page(2, 90.0, 90.0, 90.0, sealed=[False, True, True])])
    assert told[1] == "trang 2: 2 từ nằm dưới con dấu, có thể đọc sai: «bộ họp»"


def test_doubts_are_told_and_bounded() -> None:
    told = ocr_warnings([page(2, 90.0, doubts=[("15", "16")])])
    assert told[1] == "trang 2: không chắc chữ «15» (bản đọc thứ hai: «16»)"
    many = ocr_warnings([page(2, 90.0, doubts=[("15", "16")] * 33)])
    assert len(many) == 22
    assert many[-1] == "còn 13 chỗ khác hai bản đọc OCR không giống nhau"


def test_nothing_is_told_of_no_pages() -> None:
    assert ocr_warnings([]) == ()
