"""The scripts import each other as people run them: with their own folder on the path."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

MARKUP = """output: nho.pdf
maker: reportlab
size: 13
---
@columns center center
ĐẢNG BỘ XÃ HÒA SƠN | **ĐẢNG CỘNG SẢN VIỆT NAM**
CHI BỘ THÔN BÃI DÂU | //Hòa Sơn, ngày 05 tháng 6 năm 2023//
@end
@title BIÊN BẢN
@rule
@heading I. NỘI DUNG
Đồng chí Lụa {+đã nộp+}{-chưa nộp-} đảng phí & quỹ((Theo sổ thu.)).
- Việc một
+ Việc nhỏ
# Điểm một
# Điểm hai
@table 1,3,2
TT | Họ tên | Xếp loại
1 | Hà Văn Mạc | HTT
@end
@page
@place Hòa Sơn
"""


@pytest.fixture(scope="session")
def samples() -> Path:
    return ROOT / "corpora" / "samples"


@pytest.fixture
def source(tmp_path: Path) -> Callable[..., Any]:
    """Reads markup as a sample source; the small one in every kind of markup by default."""
    from samples.markup import read_source

    def read(markup: str = MARKUP) -> Any:
        path = tmp_path / "nho.txt"
        path.write_text(markup, encoding="utf-8")
        return read_source(path)

    return read
