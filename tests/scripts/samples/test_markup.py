from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples.markup import INLINE, Block, MarkupError, Run, footnotes, running_text, runs, visible

Read = Callable[..., Any]


def test_a_source_is_settings_and_blocks(source: Read) -> None:
    found = source()
    assert found.settings == {"output": "nho.pdf", "maker": "reportlab", "size": "13"}
    assert found.output == "nho.pdf"
    kinds = [block.kind for block in found.blocks]
    assert kinds == ["columns", "title", "rule", "heading", "body", "dash", "plus", "number",
                     "number", "table", "page", "place"]  # fmt: skip
    assert found.blocks[0].rows[1][0] == "CHI BỘ THÔN BÃI DÂU"
    assert found.blocks[9].options == ("1", "3", "2")


def test_the_running_text_is_what_a_reader_sees_with_footnotes_at_the_end(source: Read) -> None:
    assert running_text(source()) == (
        "ĐẢNG BỘ XÃ HÒA SƠN ĐẢNG CỘNG SẢN VIỆT NAM "
        "CHI BỘ THÔN BÃI DÂU Hòa Sơn, ngày 05 tháng 6 năm 2023 BIÊN BẢN I. NỘI DUNG "
        "Đồng chí Lụa đã nộp đảng phí & quỹ. Việc một Việc nhỏ Điểm một Điểm hai "
        "TT Họ tên Xếp loại 1 Hà Văn Mạc HTT Hòa Sơn Theo sổ thu."
    )
    assert footnotes(source()) == ["Theo sổ thu."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("đủ", [Run("đủ")], id="plain"),
        pytest.param("**đủ** rồi", [Run("đủ", bold=True), Run(" rồi")], id="bold"),
        pytest.param("//đủ//", [Run("đủ", italic=True)], id="italic"),
        pytest.param("**//đủ//**", [Run("đủ", bold=True, italic=True)], id="both"),
        pytest.param("{+đủ+}", [Run("đủ", change="ins")], id="inserted"),
        pytest.param("{-thiếu-}", [Run("thiếu", change="del")], id="deleted"),
        pytest.param("đủ((sổ))", [Run("đủ"), Run("sổ", footnote=True)], id="footnote"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_runs(text: str, expected: list[Run]) -> None:
    assert list(runs(text)) == expected


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("**Đã** //nộp//", "Đã nộp", id="dress"),
        pytest.param("{-chưa-}{+đã+} nộp", "đã nộp", id="changes"),
        pytest.param("nộp((sổ 3)) đủ", "nộp đủ", id="footnote"),
        pytest.param("  nộp \t đủ ", "nộp đủ", id="spaces"),
        pytest.param("07/BB-CB", "07/BB-CB", id="a single slash"),
    ],
)
def test_visible(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        pytest.param("output: a.pdf\nChi bộ họp.", "no line '---'", id="no settings"),
        pytest.param("output: a.pdf\n---\n@hinh a", "does not know the block '@hinh'", id="block"),
        pytest.param("output: a.pdf\n---\n@table 1,1\na | b", "lacks an '@end'", id="no end"),
    ],
)
def test_a_source_that_breaks_the_markup_is_named(markup: str, told: str, source: Read) -> None:
    with pytest.raises(MarkupError, match=told):
        source(markup)


def test_blank_lines_and_letters_apart_make_no_difference(source: Read) -> None:
    apart = source("output: a.txt\n---\n\n  va\u0306\u0301ng\n\n")
    assert apart.blocks == (Block("body", "vắng"),)


@given(st.text(alphabet="aĐ *_/{}()+-", max_size=40))
def test_marks_are_dropped_and_every_other_sign_is_kept(text: str) -> None:
    assert "".join(run.text for run in runs(text)) == INLINE.sub("", text)
    assert visible(text) == visible(text).strip()
