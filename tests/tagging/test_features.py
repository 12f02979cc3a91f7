import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.tagging.features import HASH_BITS, hashed_counts, vector, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Đ/c Bình nợ 180.000 đồng", ["đc", "ˇ", "nợ", "0.0", "đồng"], id="blotted"),
        pytest.param("hoà giải", ["hòa", "giải"], id="tone in one place"),
        pytest.param(
            "họp SHCB, vắng 03 đ/c", ["họp", "shcb", ",", "vắng", "0", "đc"], id="capitals"
        ),
        pytest.param("ĐỒNG CHÍ LAN VẮNG", ["đc", "lan", "vắng"], id="a line in capitals"),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("đ/c Bình vắng 3 buổi", "đồng chí Thìn vắng 7 buổi", id="name and figure"),
        pytest.param("Thuỷ lợi xã", "Thủy lợi xã", id="place of the tone"),
        pytest.param("vắng", "va\u0306\u0301ng", id="Unicode form"),
    ],
)
def test_what_makes_no_difference(one: str, other: str) -> None:
    assert hashed_counts(one) == hashed_counts(other)


def test_a_text_without_marks_shares_much_with_its_original() -> None:
    full, bare = hashed_counts("còn nợ đảng phí quý hai"), hashed_counts("con no dang phi quy hai")
    assert sum((full & bare).values()) > sum(bare.values()) / 2


@given(st.text(max_size=60))
def test_hashes_lie_in_their_range(text: str) -> None:
    assert all(0 <= h < 1 << HASH_BITS for h in hashed_counts(text))


@given(st.text(max_size=60))
def test_a_vector_has_norm_one_or_is_empty(text: str) -> None:
    columns = np.array(sorted(hashed_counts("còn nợ đảng phí")), dtype=np.int64)
    positions, values = vector(text, columns, np.ones(len(columns), dtype=np.float32))
    assert len(positions) == len(values)
    assert len(values) == 0 or np.isclose((values**2).sum(), 1, atol=1e-5)
