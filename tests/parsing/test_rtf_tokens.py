import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.parsing.rtf_tokens import tokens


def shown(data: bytes) -> list[str]:
    """Tokens as short words: braces, \\names with numbers, symbols, text in quotes."""
    forms = {"open": "{", "close": "}"}
    return [
        forms.get(t.kind)
        or (f"'{t.text.decode('latin-1')}'" if t.kind == "text" else f"\\{t.name}{'' if t.number is None else t.number}")
        for t in tokens(data)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(rb"{\rtf1 Chi}", ["{", "\\rtf1", "'Chi'", "}"], id="the blank ends the word"),
        pytest.param(rb"\b  x", ["\\b", "' x'"], id="only one blank"),
        pytest.param(rb"\li-30x", ["\\li-30", "'x'"], id="negative number"),
        pytest.param(rb"H\'f5i", ["'H\xf5i'"], id="hexadecimal bytes are text"),
        pytest.param(rb"a\'zz", ["'a'", "\\'", "'zz'"], id="no hexadecimal"),
        pytest.param(b"Chi\r\n bo\n", ["'Chi bo'"], id="line ends are none"),
        pytest.param(rb"\{\}\\", ["\\{", "\\}", "\\\\"], id="signs that stand for themselves"),
        pytest.param(rb"{\*\foo}", ["{", "\\*", "\\foo", "}"], id="a group that may be ignored"),
        pytest.param(rb"\bin3 {}}x", ["\\bin3", "'x'"], id="binary data are skipped"),
        pytest.param(rb"\bin999999999 {}", ["\\bin999999999"], id="binary data beyond the end"),
        pytest.param(rb"\bin-5 x", ["\\bin-5", "'x'"], id="binary data of no length"),
        pytest.param(b"x\\", ["'x'"], id="a backslash at the end"),
        pytest.param(b"\xe1\xbb\x99", ["'\xe1\xbb\x99'"], id="bytes beyond ASCII"),
        pytest.param(b"", [], id="nothing"),
    ],
)
def test_tokens(data: bytes, expected: list[str]) -> None:
    assert shown(data) == expected


@given(st.lists(st.sampled_from([b"{", b"}", b"\\", b"'", b"e1", b"bin", b"-", b"7", b" ", b"x", b"\x00", b"\n"]), max_size=60))  # fmt: skip
def test_any_bytes_have_tokens(parts: list[bytes]) -> None:
    assert all(token.kind for token in tokens(b"".join(parts)))


def test_time_grows_with_length() -> None:
    data = rb"\'e1" * 200_000 + b"\\" * 200_000 + b"{" * 200_000
    start = time.perf_counter()
    assert sum(1 for _ in tokens(data)) > 200_000
    assert time.perf_counter() - start < 5
