"""The float weights of the encoder, read back from its ONNX file by the names that they had in
PyTorch: matrices and word vectors lie there in 8 bits (as `training/export.py` writes them).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import numpy_helper

from vnparty_nlp.errors import ModelError, Wording

Arrays = Mapping[str, npt.NDArray[Any]]
# An unsigned byte stands for a weight between -128 and 127 steps.
_ZERO = 128


@dataclass(frozen=True, slots=True)
class Weights:
    """`tensors` by their names, matrices [out, in] as PyTorch holds them; each head of the
    attention is `head_size` wide.
    """

    tensors: Mapping[str, npt.NDArray[np.float32]]
    head_size: int


def read_weights(path: Path) -> Weights:
    """The weights in an exported network; ModelError where it was not exported by this package."""
    graph = onnx.load(str(path)).graph
    constants = dict(_constants(graph))
    try:
        tensors = dict(_tensors(graph, constants))
        head_size = next(_head_sizes(graph, constants))
    except (KeyError, StopIteration) as error:
        raise ModelError(
            Wording(
                vi=f"{path}: không phải mạng do vnparty train ghi ra, nên không chạy được trên "
                "GPU. Hãy dùng --device cpu.",
                en=f"{path}: no network as vnparty train writes it, so it cannot run on a GPU. "
                "Use --device cpu.",
            )
        ) from error
    return Weights(tensors, head_size)


def _constants(graph: Any) -> Iterator[tuple[str, npt.NDArray[Any]]]:
    for tensor in graph.initializer:
        yield tensor.name, numpy_helper.to_array(tensor)
    for node in graph.node:
        if node.op_type == "Constant":
            yield node.output[0], numpy_helper.to_array(_attributes(node)["value"])


def _attributes(node: Any) -> dict[str, Any]:
    return {each.name: onnx.helper.get_attribute_value(each) for each in node.attribute}


def _tensors(graph: Any, constants: Arrays) -> Iterator[tuple[str, npt.NDArray[np.float32]]]:
    matrices = [node for node in graph.node if node.op_type == "MatMulNBits"]
    scales = {node.input[2] for node in matrices}
    scales |= {name.replace(".small", ".scale") for name in constants if name.endswith(".small")}
    for tensor in graph.initializer:
        values = constants[tensor.name]
        if tensor.name.endswith(".small"):
            name = tensor.name.removesuffix(".small")
            yield name, values.astype(np.float32) * constants[f"{name}.scale"]
        elif values.dtype == np.float32 and tensor.name not in scales:
            yield tensor.name, values
    for node in matrices:
        yield f"{_module(node)}.weight", _matrix(node, constants)
    for node in graph.node:
        if node.op_type == "Identity" and node.input[0] in constants:
            # Tensors of equal content are kept once.
            yield node.output[0], constants[node.input[0]]


def _module(node: Any) -> str:
    """The path of the module that a node belongs to, `a.b` of `/a/b/MatMul_Q8`."""
    return str(node.name).strip("/").rpartition("/")[0].replace("/", ".")


def _matrix(node: Any, constants: Arrays) -> npt.NDArray[np.float32]:
    """A matrix [out, in]; its rows are kept in blocks, each with a scale of its own."""
    small, scale = (constants[name] for name in node.input[1:3])
    columns = _attributes(node)["K"]
    blocks = (small.astype(np.float32) - _ZERO) * scale.reshape(*small.shape[:2], 1)
    whole: npt.NDArray[np.float32] = blocks.reshape(len(small), -1)[:, :columns]
    return whole


def _head_sizes(graph: Any, constants: Arrays) -> Iterator[int]:
    """From where queries are cut into heads, [batch, tokens, heads, head size]."""
    makers = {output: node for node in graph.node for output in node.output}
    for node in graph.node:
        if node.op_type == "Reshape" and "/attention/self/query/" in node.input[0]:
            shape = node.input[1]
            size = constants[shape if shape in constants else makers[shape].input[-1]]
            yield int(size[-1])
