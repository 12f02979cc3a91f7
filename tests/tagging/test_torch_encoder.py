"""The shipped encoder by both libraries. There is no GPU here: PyTorch runs on the CPU."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from vnparty_nlp.settings import load_settings
from vnparty_nlp.tagging.encoder import NETWORK, TOKENIZER, Encoder
from vnparty_nlp.tagging.model_folder import find_model
from vnparty_nlp.tagging.torch_encoder import TorchEncoder
from vnparty_nlp.training.export import export
from vnparty_nlp.training.network import Network

TEXTS = [
    "Họp.",
    "Đ/c Vừ A Lử nợ đảng phí.",
    "Vắng có lý do: 02 đồng chí.",
    "Chi bộ biểu quyết: 17/19 phiếu đồng ý.",
    "Đồng chí Lò Thị Khăm chưa nộp đảng phí quý III năm 2022.",
    "Đề nghị kiểm điểm đồng chí Quàng Văn Sôn vì vắng họp 3 kỳ liên tiếp không có lý do.",
    "Hội nghị kết thúc lúc 11 giờ 30 phút cùng ngày, biên bản đã đọc lại cho mọi người nghe.",
    "Dong chi Bui Thi Nhai da nop du dang phi ca nam 2021 cho thu quy chi bo.",
    "Mùa này nước về chậm, bà con xóm dưới phải thay nhau thức đêm giữ ruộng mạ.",
    "Phân công đồng chí Đinh Công Sửu giúp đỡ quần chúng Hà Thị Mận trong thời gian dự bị, "
    "báo cáo chi bộ mỗi quý một lần.",
    "Nếu đồng chí Tạ Quang Điền không nộp hồ sơ chuyển sinh hoạt trước ngày 15/4/2020 thì chi bộ "
    "sẽ báo cáo đảng ủy cấp trên.",
    "Khen thưởng: đồng chí Mai Thị Vóc, hoàn thành xuất sắc nhiệm vụ năm 2019.",
    "1. Đảng phí; 2. Phát triển đảng viên mới; 3. Việc khác.",
    "Có ý kiến cho rằng đồng chí Nông Văn Pẩu kê khai tài sản thiếu một thửa đất; chi bộ giao tổ "
    "kiểm tra xác minh, kỳ họp sau báo cáo lại.",
    "Quyết định thi hành kỷ luật bằng hình thức khiển trách đối với đồng chí Kha Văn Mít.",
    "Cuộc họp có mặt 21/24 đảng viên, đủ điều kiện tiến hành.",
    "Đồng chí Phàn Lão Tả đã được nghe đọc quyết định và có ý kiến.",
    "Thôi.",
    "Tiền mua hạt giống của hợp tác xã chi sai mục đích 4.500.000 đồng, thủ quỹ đã hoàn trả. " * 4,
    "Chi bộ nhắc việc nộp đảng phí đúng hạn; ai còn nợ thì nộp trước ngày 25. " * 40,
]


@pytest.fixture(scope="module")
def shipped() -> Path:
    return find_model(load_settings().tagging.model)


@pytest.fixture(scope="module")
def full(shipped: Path) -> TorchEncoder:
    return TorchEncoder(shipped, device="cpu", half=False)


@pytest.fixture(scope="module")
def expected(shipped: Path) -> tuple[np.ndarray, np.ndarray]:
    return Encoder(shipped, threads=1).scores(TEXTS)


@pytest.fixture(scope="module")
def found(full: TorchEncoder) -> tuple[np.ndarray, np.ndarray]:
    return full.scores(TEXTS)


def farthest(ours: tuple[np.ndarray, ...], theirs: tuple[np.ndarray, ...]) -> float:
    assert [one.shape for one in ours] == [other.shape for other in theirs]
    return max(float(np.abs(one - other).max()) for one, other in zip(ours, theirs, strict=True))


def test_scores_are_those_of_onnx_runtime(
    found: tuple[np.ndarray, np.ndarray], expected: tuple[np.ndarray, np.ndarray]
) -> None:
    assert [scores.dtype for scores in found] == [np.float32, np.float32]
    assert farthest(found, expected) < 1e-3


def test_in_16_bits_they_keep_within_a_hundredth(
    shipped: Path, expected: tuple[np.ndarray, np.ndarray]
) -> None:
    half = TorchEncoder(shipped, device="cpu", half=True)
    assert farthest(half.scores(TEXTS), expected) < 1e-2


def test_a_text_is_scored_alike_in_any_company(
    full: TorchEncoder, found: tuple[np.ndarray, np.ndarray]
) -> None:
    labels, statuses = found
    for index in range(0, len(TEXTS), 3):
        alone = full.scores([TEXTS[index]])
        assert farthest(alone, (labels[[index]], statuses[[index]])) < 1e-4


@pytest.mark.parametrize(
    ("hidden", "heads", "layers"),
    [pytest.param(32, 2, 1, id="one layer"), pytest.param(48, 4, 3, id="blocks that are not full")],
)
def test_a_network_of_any_size_is_read(
    hidden: int, heads: int, layers: int, shipped: Path, tmp_path: Path
) -> None:
    words = Tokenizer.from_file(str(shipped / TOKENIZER)).get_vocab_size()
    config = {"vocab_size": words, "hidden_size": hidden, "num_hidden_layers": layers,
              "num_attention_heads": heads, "intermediate_size": 80}  # fmt: skip
    (tmp_path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    torch.manual_seed(0)
    base = BertModel(BertConfig(**config), add_pooling_layer=False)
    save_file(base.state_dict(), tmp_path / "model.safetensors")
    export(Network(tmp_path, labels=3, statuses=5).eval(), tmp_path / NETWORK)
    shutil.copy(shipped / TOKENIZER, tmp_path)
    found = TorchEncoder(tmp_path, device="cpu", half=False).scores(TEXTS)
    assert found[1].shape == (len(TEXTS), 3, 5)
    assert farthest(found, Encoder(tmp_path, threads=1).scores(TEXTS)) < 1e-2
