"""Slots that hold words of the passage."""

from collections.abc import Callable

import pytest

from vnparty_nlp.records import Fact

Extract = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("label", "text", "slot", "value"),
    [
        pytest.param(
            "transfer.overdue",
            "Đ/c Xoan chưa nộp giấy giới thiệu sinh hoạt đảng cho Chi bộ bản Nậm Cắn.",
            "place",
            "Chi bộ bản Nậm Cắn",
            id="behind cho",
        ),
        pytest.param(
            "transfer.overdue",
            "Đ/c Xoan đã chuyển về xã Mường Kim nhưng chưa nộp giấy giới thiệu.",
            "place",
            "xã Mường Kim",
            id="where somebody moved to",
        ),
        pytest.param(
            "transfer.overdue",
            "Đ/c Xoan chưa làm thủ tục chuyển về nơi mới.",
            "place",
            None,
            id="no place without a name",
        ),
        pytest.param(
            "transfer.overdue",
            "Đ/c Xoan chưa nộp lý lịch và phiếu đảng viên.",
            "document",
            "phiếu đảng viên",
            id="the paper and not the CV",
        ),
        pytest.param(
            "transfer.overdue",
            "Đ/c Xoan giữ giấy giới thiệu suốt hai tháng chưa nộp.",
            "document",
            "giấy giới thiệu",
            id="no circumstance of time",
        ),
        pytest.param(
            "declaration.false",
            "Xác minh: bằng trung cấp kế toán giả, đ/c Páo khai gian trong hồ sơ.",
            "document",
            "bằng trung cấp kế toán",
            id="no judgement about the paper",
        ),
        pytest.param(
            "declaration.false",
            "Lý lịch và bằng kỹ sư của đ/c Páo không đúng sự thật.",
            "document",
            "Lý lịch và bằng kỹ sư",
            id="two papers",
        ),
        pytest.param(
            "declaration.false",
            "Đ/c Páo kê khai tài sản gian dối.",
            "document",
            "kê khai tài sản",
            id="no act of declaring lies",
        ),
        pytest.param(
            "finance.misuse",
            "Đ/c Páo tự ý bán 6 tấn xi măng của xã.",
            "asset",
            "6 tấn xi măng của xã",
            id="goods with their owner",
        ),
        pytest.param(
            "finance.misuse",
            "Đ/c Páo dùng quỹ khuyến học vào việc riêng.",
            "asset",
            "quỹ khuyến học",
            id="a fund",
        ),
        pytest.param(
            "finance.misuse",
            "Đ/c Páo lấy 02 máy tính của cơ quan đem bán.",
            "asset",
            "02 máy tính của cơ quan",
            id="things with their number",
        ),
        pytest.param(
            "finance.misuse",
            "Đ/c Páo chi sai 5 triệu đồng tiền quỹ.",
            "asset",
            None,
            id="no property beside a sum",
        ),
        pytest.param(
            "support.concluded",
            "Hết thời gian giúp đỡ, đ/c Páo đi họp đều trở lại.",
            "outcome",
            "đi họp đều trở lại",
            id="going to meetings again",
        ),
        pytest.param(
            "support.concluded",
            "Hết thời gian giúp đỡ, đ/c Páo tiến bộ rõ, tự giác sinh hoạt.",
            "outcome",
            "tiến bộ rõ, tự giác sinh hoạt",
            id="two outcomes",
        ),
        pytest.param(
            "support.concluded",
            "Kết thúc 6 tháng giúp đỡ, đ/c Páo vẫn chưa có chuyển biến.",
            "outcome",
            "vẫn chưa có chuyển biến",
            id="still none",
        ),
        pytest.param(
            "duty.unfulfilled",
            "Đ/c Páo chưa hoàn thành việc rà soát danh sách cử tri.",
            "task",
            "rà soát danh sách cử tri",
            id="cử tri are no assignment",
        ),
        pytest.param(
            "duty.unfulfilled",
            "Sổ theo dõi tạm trú đ/c Páo chưa ghi từ tháng 3.",
            "task",
            "Sổ theo dõi tạm trú",
            id="theo dõi is no end",
        ),
        pytest.param(
            "duty.unfulfilled",
            "Đ/c Páo được phân công vận động 5 hộ hiến đất, đến nay chưa làm.",
            "task",
            "vận động 5 hộ hiến đất",
            id="behind assigned",
        ),
        pytest.param(
            "duty.unfulfilled",
            "Chi bộ giao đ/c Páo kẻ biển nội quy nhà văn hóa từ tháng 5, nay vẫn chưa xong.",
            "task",
            "kẻ biển nội quy nhà văn hóa",
            id="no circumstance from a month",
        ),
        pytest.param(
            "duty.fulfilled",
            "Đ/c Páo đã hoàn thành sớm việc lập danh sách hộ nghèo.",
            "task",
            "lập danh sách hộ nghèo",
            id="behind sớm việc",
        ),
        pytest.param(
            "duty.fulfilled",
            "Đ/c Páo đã nộp báo cáo sơ kết hôm 3/7.",
            "task",
            "báo cáo sơ kết",
            id="handed in",
        ),
    ],
)
def test_texts(extract: Extract, label: str, text: str, slot: str, value: object) -> None:
    assert [fact.slots.get(slot) for fact in extract(label, text)] == [value]
