"""Small graphs with the nodes that an export has; the shipped one in test_torch_encoder.py."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import helper, numpy_helper

from vnparty_nlp.errors import ModelError
from vnparty_nlp.tagging.onnx_weights import read_weights

QUERY = "/encoder/encoder/layer.0/attention/self/query"


def node(kind: str, inputs: list[str], output: str, **more: object) -> onnx.NodeProto:
    return helper.make_node(kind, inputs, [output], name=output, **more)


def constant(name: str, values: list[int]) -> onnx.NodeProto:
    return node("Constant", [], name, value=numpy_helper.from_array(np.array(values)))


def save(path: Path, nodes: list[onnx.NodeProto], tensors: dict[str, np.ndarray]) -> Path:
    kept = [numpy_helper.from_array(values, name) for name, values in tensors.items()]
    onnx.save(helper.make_model(helper.make_graph(nodes, "network", [], [], kept)), str(path))
    return path


IN_HEADS = [
    constant("size", [32]),
    node("Concat", ["batch", "tokens", "heads", "size"], "shape", axis=0),
    node("Reshape", [f"{QUERY}/Add_output_0", "shape"], "cut"),
]


def test_float_tensors_keep_their_names(tmp_path: Path) -> None:
    bias = np.array([0.5, -1], np.float32)
    weights = read_weights(save(tmp_path / "m", IN_HEADS, {"norm.bias": bias}))
    assert weights.head_size == 32
    assert list(weights.tensors) == ["norm.bias"]
    assert weights.tensors["norm.bias"].tolist() == [0.5, -1]


def test_word_vectors_have_a_scale_a_row(tmp_path: Path) -> None:
    tensors = {
        "words.small": np.array([[127, -64], [0, 1]], np.int8),
        "words.scale": np.array([[0.5], [2]], np.float32),
    }
    found = read_weights(save(tmp_path / "m", IN_HEADS, tensors)).tensors["words"]
    assert found.dtype == np.float32
    assert found.tolist() == [[63.5, -32], [0, 2]]


@pytest.mark.parametrize("columns", [64, 40], ids=["whole blocks", "the last block is filled up"])
def test_a_matrix_has_a_scale_a_block(tmp_path: Path, columns: int) -> None:
    small = np.full((3, 2, 32), 128, np.uint8)
    small[0, 0, 0], small[2, 1, 7] = 255, 0
    scales = np.array([[0.5, 1], [1, 1], [1, 0.25]], np.float32)
    product = node("MatMulNBits", ["x", "q", "s"], f"{QUERY}/MatMul_Q8", K=columns, N=3, bits=8)
    path = save(tmp_path / "m", [*IN_HEADS, product], {"q": small, "s": scales.ravel()})
    found = read_weights(path).tensors["encoder.encoder.layer.0.attention.self.query.weight"]
    expected = np.zeros((3, columns), np.float32)
    expected[0, 0], expected[2, 39] = 63.5, -32
    assert np.array_equal(found, expected)


def test_what_is_kept_once_is_found_by_every_name(tmp_path: Path) -> None:
    same = node("Identity", ["a.bias"], "b.bias")
    path = save(tmp_path / "m", [same, *IN_HEADS], {"a.bias": np.zeros(2, np.float32)})
    assert read_weights(path).tensors["b.bias"].tolist() == [0, 0]


@given(size=st.integers(1, 256))
def test_the_head_size_may_stand_in_a_whole_shape(
    tmp_path_factory: pytest.TempPathFactory, size: int
) -> None:
    cut = node("Reshape", [f"{QUERY}/Add_output_0", "shape"], "cut")
    nodes = [constant("shape", [0, 0, -1, size]), cut]
    assert read_weights(save(tmp_path_factory.mktemp("m") / "m", nodes, {})).head_size == size


def test_another_network_is_refused(tmp_path: Path) -> None:
    path = save(tmp_path / "m", [constant("size", [32])], {})
    with pytest.raises(ModelError) as caught:
        read_weights(path)
    assert str(path) in caught.value.told("vi")
    assert "--device cpu" in caught.value.told("en")
