from pathlib import Path

import pytest

from benchmarks.suites.parsing import sample_texts, text_rows

SOURCE = """output: bien-ban.pdf
---
@columns center center
ĐẢNG BỘ XÃ AN LỘC | ĐẢNG CỘNG SẢN VIỆT NAM
CHI BỘ THÔN HẠ | An Lộc, ngày 02 tháng 6 năm 2021
@end
**Nội dung**
@table 1,2
Họ tên | Ghi chú
Trần Thị Mơ | vắng
@end
"""


def test_the_left_column_comes_before_the_right_one_and_tables_go_by_rows(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "01.txt").write_text(SOURCE, encoding="utf-8")
    assert sample_texts(tmp_path) == {
        tmp_path / "files" / "bien-ban.pdf": (
            "ĐẢNG BỘ XÃ AN LỘC CHI BỘ THÔN HẠ ĐẢNG CỘNG SẢN VIỆT NAM "
            "An Lộc, ngày 02 tháng 6 năm 2021 Nội dung Họ tên Ghi chú Trần Thị Mơ vắng"
        )
    }


@pytest.mark.parametrize(
    ("gold", "text", "shares"),
    [
        pytest.param("chi bộ họp", "Chi bộ họp.", (1, 0, 0), id="case and marks do not count"),
        pytest.param("chi bộ họp bàn", "chi bộ", (0.5, 0, 0), id="half is lost"),
        pytest.param("một hai ba bốn", "hai ba bốn một", (1, 0, 0.25), id="one stands elsewhere"),
        pytest.param("nghị quyết", "ngh ị quyết", (0.5, 0.5, 0), id="one is split"),
        pytest.param("chi bộ", "", (0, 0, 1), id="nothing was read"),
    ],
)
def test_recalled_split_and_out_of_order(
    gold: str, text: str, shares: tuple[float, float, float]
) -> None:
    recall, split, order = text_rows("ours", [(gold, text)], "command")
    assert (recall.value, split.value, order.value) == shares
    assert recall.count == len(gold.split())
