"""From a trained network to the files that inference reads: ONNX with 8-bit weights."""

import logging
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

from vnparty_nlp.training.network import Network

_BLOCK = 32
# It tells of every node, a thousand lines a model.
logging.getLogger("onnxruntime.quantization.matmul_nbits_quantizer").setLevel(logging.WARNING)
OUTPUTS = ("labels", "statuses")


def export(network: Network, path: Path) -> None:
    """Write the network as ONNX: inputs `ids` and `mask` [batch, tokens], outputs `OUTPUTS`.

    Weights of matrix products are kept in 8 bits by blocks of 32 and word vectors in 8 bits a
    row. Products are those of float32 (accuracy level 1): a passage's scores depend neither on its
    batch nor, as at level 4, on how a processor rounds activations.
    """
    ids = torch.ones((2, 8), dtype=torch.int64)
    whole = path.with_suffix(".float.onnx")
    axes = {0: "batch", 1: "tokens"}
    with warnings.catch_warnings():
        # The newer exporter fails on this network (torch 2.13); the older one says it is old.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (ids, ids),
            str(whole),
            input_names=["ids", "mask"],
            output_names=list(OUTPUTS),
            dynamic_axes={"ids": axes, "mask": axes, **{name: {0: "batch"} for name in OUTPUTS}},
            opset_version=17,
            dynamo=False,
        )
    quantizer = MatMulNBitsQuantizer(
        onnx.load(whole), bits=8, block_size=_BLOCK, is_symmetric=True, accuracy_level=1
    )
    quantizer.process()
    model = quantizer.model.model
    _shrink_word_vectors(model)
    onnx.save(model, path)
    whole.unlink()


def _shrink_word_vectors(model: onnx.ModelProto) -> None:
    """Replace the largest table, read by Gather, with bytes and a scale a row."""
    tables = {table.name: table for table in model.graph.initializer}
    for node in list(model.graph.node):
        if node.op_type == "Gather" and node.input[0] in tables:
            table = tables[node.input[0]]
            if len(table.dims) == 2 and table.dims[0] > 10_000:
                _shrink(model, node, table)
                return
    raise ValueError("the network has no table of word vectors")


def _shrink(model: onnx.ModelProto, node: onnx.NodeProto, table: onnx.TensorProto) -> None:
    values = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(values).max(axis=1, keepdims=True), 1e-8) / 127
    small = np.round(values / scale).astype(np.int8)
    graph, name, ids = model.graph, table.name, node.input[1]
    graph.initializer.remove(table)
    graph.initializer.append(numpy_helper.from_array(small, f"{name}.small"))
    graph.initializer.append(numpy_helper.from_array(scale.astype(np.float32), f"{name}.scale"))
    place = list(graph.node).index(node)
    nodes = [
        helper.make_node("Gather", [f"{name}.small", ids], [f"{name}.bytes"]),
        helper.make_node("Cast", [f"{name}.bytes"], [f"{name}.cast"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [f"{name}.scale", ids], [f"{name}.row"]),
        helper.make_node("Mul", [f"{name}.cast", f"{name}.row"], list(node.output)),
    ]
    graph.node.remove(node)
    for offset, new in enumerate(nodes):
        graph.node.insert(place + offset, new)
