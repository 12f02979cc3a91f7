"""Hashed n-grams of a passage, seen with and without diacritics.

The view without diacritics carries what a writer without marks, an OCR slip or an odd spelling
leaves; the view with them tells words apart. Digits become 0, so no figure is learnt by heart, and
capitalised words inside a sentence become one sign, so no name is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np
import numpy.typing as npt

from vnparty_nlp.vietnamese.unicode import compose, fold_tone_place, strip_marks

HASH_BITS = 20
WORD_NGRAMS = (1, 2, 3)
CHARACTER_NGRAMS = (3, 4, 5)

_WORD = re.compile(r"\d+(?:[.,/:]\d+)*%?|\w+(?:[/.]\w+)*|[^\w\s]")
_DIGIT = re.compile(r"\d+")
# The many ways to write "comrade"; source: domain notes on titles.
_TITLE = re.compile(r"(?:đ/c|đ\.c|đc|d/c|dc|đ/chí|đồng chí|dong chi)(?!\w)", re.IGNORECASE)
_NAME = "ˇ"


def words(text: str) -> list[str]:
    """Lower-case tokens of a passage, with figures and names blotted out."""
    text = _TITLE.sub("đc", compose(text))
    tokens = _WORD.findall(text)
    shout = sum(token.isupper() for token in tokens) > len(tokens) / 2
    result: list[str] = []
    for index, token in enumerate(tokens):
        if is_name(token, tokens[index - 1] if index else "", shout=shout):
            if result and result[-1] == _NAME:
                continue
            result.append(_NAME)
        else:
            result.append(_DIGIT.sub("0", fold_tone_place(token).lower()))
    return result


def is_name(token: str, before: str, *, shout: bool) -> bool:
    """Whether a token is likely part of a name: capitalised inside a sentence, `before` being the
    token before it ("" at the start). Abbreviations in capitals (KPI, SHCB) are words, and where
    all `shout` capitals tell nothing.
    """
    starts_sentence = before in {"", ".", "!", "?", ":", "-", "+", "|", "“", '"', "•", ";"}
    return token.istitle() and len(token) > 1 and not starts_sentence and not shout


def hashed_counts(text: str) -> Counter[int]:
    """How often each hashed n-gram occurs in a passage; keys lie in [0, 2**HASH_BITS)."""
    tokens = words(text)
    bare = [strip_marks(token) for token in tokens]
    mask = (1 << HASH_BITS) - 1
    grams = (*_word_grams(tokens, "w"), *_word_grams(bare, "b"), *_character_grams(bare))
    return Counter(crc32(gram.encode()) & mask for gram in grams)


def _word_grams(tokens: Sequence[str], view: str) -> Iterator[str]:
    for size in WORD_NGRAMS:
        for start in range(len(tokens) - size + 1):
            yield f"{view}{size} {' '.join(tokens[start : start + size])}"


def _character_grams(tokens: Sequence[str]) -> Iterator[str]:
    for token in tokens:
        padded = f" {token} "
        for size in CHARACTER_NGRAMS:
            for start in range(len(padded) - size + 1):
                yield f"c{padded[start : start + size]}"


def vector(
    text: str, columns: npt.NDArray[np.int64], idf: npt.NDArray[np.float32]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """Positions in `columns` (sorted hashes) and their TF-IDF values, with Euclidean norm 1.

    Both arrays have one entry for each known n-gram of the passage; none gives two empty arrays.
    """
    counts = hashed_counts(text)
    hashes = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
    frequencies = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
    positions = np.minimum(np.searchsorted(columns, hashes), len(columns) - 1)
    known = columns[positions] == hashes
    positions, frequencies = positions[known], frequencies[known]
    values = (1 + np.log(frequencies)) * idf[positions]
    norm = float(np.sqrt((values**2).sum()))
    return positions, (values / norm if norm else values).astype(np.float32)
