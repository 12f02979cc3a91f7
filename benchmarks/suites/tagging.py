"""Passages a second of the tagger: on one core, on all of them, on a GPU where there is one."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec

from benchmarks.plan import Plan
from benchmarks.rounds import call, faster, interleave, rate, spread
from benchmarks.rows import Row
from vnparty_nlp import parsing, passages

SUITE = "tagging"
_CHILD = "benchmarks.children.tag"
_ENCODER = "benchmarks.children.encode"


def run(plan: Plan) -> list[Row]:
    """Each repeat is a fresh process, held to one core or free to use all."""
    texts = sample_passages(plan)
    given = json.dumps(texts)
    answers = interleave(
        {cores: partial(call, _CHILD, cores, given=given) for cores in ("one", "all")},
        plan.repeats,
    )
    one, every = ([a["seconds"] for a in answers[cores]] for cores in ("one", "all"))
    row = partial(
        Row, SUITE, command=plan.command(SUITE), count=len(texts), of="passages of the samples"
    )
    slow, slows = rate(len(texts), one)
    fast, fasts = rate(len(texts), every)
    ratio, ratios = faster(every, one)
    load, loads = spread([a["load_seconds"] for a in answers["one"]])
    return [
        row("one core", slow, "passages / s", interval=slows),
        row("all cores", fast, "passages / s", interval=fasts),
        row("tagging, all cores / one core", ratio, "×", interval=ratios),
        row("model loaded in", load, "s", count=None, of="fresh process", interval=loads),
        *(_on_gpu(plan, given, row) if has_gpu() else _not_measured(row)),
    ]


def has_gpu() -> bool:
    """Whether the extra gpu is installed and finds an NVIDIA GPU."""
    if not all(find_spec(name) for name in ("torch", "onnx")):
        return False
    return bool(import_module("torch").cuda.is_available())


def _not_measured(row: Callable[..., Row]) -> Iterator[Row]:
    yield row("GPU", None, "passages / s", count=None, of="not measured: no GPU")


def _on_gpu(plan: Plan, given: str, row: Callable[..., Row]) -> Iterator[Row]:
    """The whole tagger, then the encoder alone, each beside the CPU in the same rounds."""
    count = len(json.loads(given))
    whole = interleave(
        {cores: partial(call, _CHILD, cores, given=given) for cores in ("gpu", "all")},
        plan.repeats,
    )
    alone = interleave(
        {how: partial(call, _ENCODER, how, given=given) for how in ("half", "full", "cpu")},
        plan.repeats,
    )
    seconds = {how: [a["seconds"] for a in answers] for how, answers in (whole | alone).items()}
    for name, ours, theirs in (
        ("GPU", "gpu", "all"),
        ("encoder alone, GPU, 16 bits", "half", "cpu"),
        ("encoder alone, GPU, 32 bits", "full", "cpu"),
    ):
        speed, speeds = rate(count, seconds[ours])
        yield row(name, speed, "passages / s", interval=speeds)
        ratio, ratios = faster(seconds[ours], seconds[theirs])
        yield row(f"{name} / all cores", ratio, "×", interval=ratios)
    far = max(a["difference"] for a in alone["half"])
    yield row("encoder alone, GPU, 16 bits: farthest from the CPU", far, "raw score")


def sample_passages(plan: Plan) -> list[str]:
    """The passages of the sample documents, over and over, `plan.passages` in all."""
    reader = parsing.build(plan.settings.parsing)
    splitter = passages.build(plan.settings.passages)
    files = sorted((plan.samples / "files").iterdir())
    texts = [p.text for path in files for p in splitter.split(reader.read(path, path.name))]
    return (texts * (1 + plan.passages // len(texts)))[: plan.passages]
