import random

from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.training.steps import batches


@given(st.lists(st.text(max_size=9), max_size=80), st.integers(1, 7), st.integers())
def test_every_item_is_in_one_batch(texts: list[str], size: int, seed: int) -> None:
    found = list(batches(texts, size, random.Random(seed), len))
    assert sorted(text for batch in found for text in batch) == sorted(texts)
    assert all(len(batch) <= size for batch in found)
    assert found == list(batches(texts, size, random.Random(seed), len))


def test_a_batch_holds_texts_of_similar_length() -> None:
    texts = ["x" * (1 + n % 50) for n in range(160)]
    for batch in batches(texts, 10, random.Random(0), len):
        assert max(map(len, batch)) - min(map(len, batch)) <= 5
