import os
from collections.abc import Sequence

import pytest

from benchmarks.children import tag
from vnparty_nlp import tagging
from vnparty_nlp.records import Passage
from vnparty_nlp.settings import TaggingSettings


@pytest.mark.parametrize(
    ("cores", "threads", "device", "held"),
    [
        pytest.param("one", 1, "cpu", True, id="held to one core and one thread"),
        pytest.param("all", 0, "cpu", False, id="free to use all cores"),
        pytest.param("gpu", 0, "cuda", False, id="on a GPU"),
    ],
)
def test_passages_are_tagged_after_a_warm_up(
    monkeypatch: pytest.MonkeyPatch, cores: str, threads: int, device: str, held: bool
) -> None:
    sizes: list[int] = []
    cores_set: list[set[int]] = []

    class Counter:
        def tag(self, passages: Sequence[Passage]) -> list[tuple[()]]:
            sizes.append(len(passages))
            return [() for _ in passages]

    def build(settings: TaggingSettings) -> Counter:
        assert (settings.threads, settings.device) == (threads, device)
        return Counter()

    monkeypatch.setattr(tagging, "build", build)
    monkeypatch.setattr(os, "sched_setaffinity", lambda _, chosen: cores_set.append(chosen))
    answer = tag.main(cores, ["Chi bộ họp."] * 120)
    assert sizes == [50, 120]
    assert [len(chosen) for chosen in cores_set] == ([1] if held else [])
    assert set(answer) == {"load_seconds", "seconds"}
