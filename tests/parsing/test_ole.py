import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsing.ole_files import ole
from vnparty_nlp.parsing.ole import root_streams

WORD = ole({"WordDocument": b"\xec\xa5", "Data": b"x", "1Table": b"y"})


def test_streams_of_the_root_and_where_they_begin() -> None:
    streams = root_streams(WORD)
    assert set(streams) == {"WordDocument", "Data", "1Table"}
    assert WORD[streams["WordDocument"].place :].startswith(b"\xec\xa5")
    assert WORD[streams["1Table"].place :].startswith(b"y")


def test_a_stream_inside_a_folder_is_none_of_the_root() -> None:
    # The second entry is made the first one's child; then it is no longer beside it.
    start = 1024 + 128
    inner = WORD[: start + 72] + b"\xff\xff\xff\xff\x02\0\0\0" + WORD[start + 80 :]
    assert set(root_streams(inner)) == {"WordDocument"}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(WORD[:400], id="torn in the head"),
        pytest.param(WORD[:30] + b"\xff\xff" + WORD[32:], id="sectors of any size"),
        pytest.param(WORD[:48] + b"\x00\0\0\0" + WORD[52:], id="the directory is none"),
    ],
)
def test_damaged_files_have_no_streams(data: bytes) -> None:
    assert root_streams(data) == {}


def test_a_chain_that_bites_its_tail_ends() -> None:
    looped = WORD[:516] + b"\x01\0\0\0" + WORD[520:]
    assert set(root_streams(looped)) == {"WordDocument", "Data", "1Table"}


@given(st.lists(st.tuples(st.integers(0, len(WORD) - 1), st.binary(min_size=1, max_size=4)), max_size=8))  # fmt: skip
def test_any_bytes(changes: list[tuple[int, bytes]]) -> None:
    data = WORD
    for place, new in changes:
        data = data[:place] + new + data[place + len(new) :]
    assert all(isinstance(name, str) for name in root_streams(data))
