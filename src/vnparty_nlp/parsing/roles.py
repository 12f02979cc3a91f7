"""Which blocks are letterhead, title and signatures, where the layout did not already tell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vnparty_nlp.parsing.cues import (
    LIST_MARK,
    is_letterhead,
    is_ornament,
    is_signature,
    names_body,
    opens_title,
)
from vnparty_nlp.parsing.flow import Draft
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

_MAX_HEAD_DRAFTS = 24
_MIN_LETTERHEAD_LINES = 2
_MAX_SUBJECT_LENGTH = 300
_MAX_SUBJECT_DRAFTS = 3
# What the text after a title begins with; "Hồi 19 giờ" is text, "Hội nghị chi bộ" a subject.
_OPENINGS = (
    *("hôm nay", "hồi ", "vào ", "lúc ", "thời gian", "ngày ", "từ ", "địa điểm", "thành phần"),
    *("chủ trì", "chủ tọa", "thư ký", "tổng số", "đồng chí ", "đ/c ", "họ và tên", "tên "),
    *("kính gửi", "kính trình", "căn cứ", "thực hiện", "để ", "số:"),
)
# What a subject begins with where it has a capital; else it is known by its period at the end.
_SUBJECT_WORDS = (
    *(
        "họp",
        "sinh hoạt",
        "hội nghị",
        "đại hội",
        "buổi ",
        "cuộc họp",
        "phiên ",
        "về ",
        "v/v",
        "việc ",
    ),
    *(
        "kết quả",
        "tình hình",
        "công tác",
        "tổng kết",
        "sơ kết",
        "kiểm điểm",
        "đánh giá",
        "xếp loại",
    ),
    *("xét ", "bầu ", "kiểm phiếu", "kiểm tra", "giám sát", "thi hành", "thành lập", "ban hành"),
    *(
        "tháng ",
        "quý ",
        "năm ",
        "nhiệm kỳ",
        "kỳ ",
        "lần ",
        "thường kỳ",
        "định kỳ",
        "chuyên đề",
        "shcb",
    ),
)
_PERIOD = re.compile(
    r"(?:tháng|quý|năm|nhiệm kỳ|lần thứ|khóa|khoá|thang|nam|nhiem ky)\s?[\dIVXivx][\dIVXivx/ –-]*"
    r"(?:năm \d{4}|nam \d{4})?$"
)
# A title typed in small letters; without more evidence only at the very top.
_TITLE_WORDS = (
    *("biên bản", "trích biên bản", "báo cáo", "quyết định", "hướng dẫn", "quy định"),
    *("nghị quyết", "thông báo", "kế hoạch"),
)
_MAX_TITLE_LENGTH = 150
_MAX_LINE_LENGTH = 80
_MIN_SENTENCE_WORDS = 4


def assign_roles(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with their kinds: letterhead above the title, title, signatures at the end.

    Only what is surely none of the text becomes one of these: they hold no passages.
    """
    title = _title(drafts)
    assigned = list(drafts)
    for index in range(_letterhead_end(drafts, title)):
        if drafts[index].kind == "paragraph":
            assigned[index] = replace(drafts[index], kind="letterhead")
    for index in _title_run(drafts, title):
        assigned[index] = replace(drafts[index], kind="title")
    for index in _closing(assigned):
        assigned[index] = replace(assigned[index], kind="signature")
    return tuple(assigned)


def _title(drafts: Sequence[Draft]) -> int | None:
    """Index of the title's first line; None where text begins before a title is seen."""
    for index, draft in enumerate(drafts[:_MAX_HEAD_DRAFTS]):
        if draft.kind not in ("paragraph", "letterhead") or is_ornament(draft.text):
            continue
        text = draft.text
        if opens_title(text) or _is_small_title(text):
            return index
        if draft.kind == "paragraph" and _is_body(text):
            return None
    return None


def _letterhead_end(drafts: Sequence[Draft], title: int | None) -> int:
    """Number of drafts above the title that are a letterhead, or above the text without one."""
    last = count = 0
    for index, draft in enumerate(drafts[: _MAX_HEAD_DRAFTS if title is None else title]):
        if title is None and draft.kind == "paragraph" and _is_body(draft.text):
            break
        if is_letterhead(draft.text):
            last, count = index + 1, count + 1
    if title is None:
        return last if count >= _MIN_LETTERHEAD_LINES else 0
    # Names of bodies and nothing else above a title, typed in small letters.
    named = all(names_body(draft.text) for draft in drafts[:title])
    return title if count or named else 0


def _is_body(text: str) -> bool:
    if is_letterhead(text):
        return False
    sentence = text.endswith((".", ";", ":")) and len(text.split()) >= _MIN_SENTENCE_WORDS
    return len(text) > _MAX_TITLE_LENGTH or sentence or LIST_MARK.match(text) is not None


def _is_small_title(text: str) -> bool:
    if len(text) > _MAX_TITLE_LENGTH or text.endswith((".", ":", ";", ",")):
        return False
    return text[0].isupper() and _begins(text, _TITLE_WORDS)


def _title_run(drafts: Sequence[Draft], first: int | None) -> Iterator[int]:
    """The title's line and the lines of its subject."""
    if first is None:
        return
    yield first
    for index in range(first + 1, min(first + 1 + _MAX_SUBJECT_DRAFTS, len(drafts))):
        draft = drafts[index]
        if draft.kind != "paragraph" or not _is_subject(draft.text):
            return
        yield index


def _is_subject(text: str) -> bool:
    """Whether a line below the title says what the document is about, and is no text yet."""
    if len(text) > _MAX_SUBJECT_LENGTH or text.endswith((".", ":", ";")) or LIST_MARK.match(text):
        return False
    if _begins(text, _OPENINGS):
        return False
    if not text[0].isalpha() or text[0].islower() or text.isupper():
        return True
    return _begins(text, _SUBJECT_WORDS) or (
        len(text) <= _MAX_LINE_LENGTH and _PERIOD.search(fold(text)) is not None
    )


def _begins(text: str, words: tuple[str, ...]) -> bool:
    folded = fold(text)
    if text.isascii():
        return folded.startswith(tuple(strip_marks(word) for word in words))
    return folded.startswith(words)


def _closing(drafts: Sequence[Draft]) -> list[int]:
    """The short lines at the end from the first role on, and the place and date above them."""
    start = end = len(drafts)
    for index in range(len(drafts) - 1, -1, -1):
        draft = drafts[index]
        if draft.kind == "signature":
            start = index
            continue
        opens = is_signature(draft.text)
        finished = draft.text.endswith((".", ";", ":")) and not opens
        if draft.kind != "paragraph" or len(draft.text) > _MAX_LINE_LENGTH or finished:
            break
        start = index if opens else start
    if (
        0 < start < end
        and drafts[start - 1].kind == "paragraph"
        and is_letterhead(drafts[start - 1].text)
    ):
        start -= 1
    return [index for index in range(start, end) if drafts[index].kind == "paragraph"]
