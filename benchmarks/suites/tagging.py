"""Passages a second of the tagger: on one core, on all of them, on a GPU where there is one."""

import json
from functools import partial
from importlib import import_module
from importlib.util import find_spec

from benchmarks.plan import Plan
from benchmarks.rounds import call, faster, interleave, rate, spread
from benchmarks.rows import Row
from vnparty_nlp import parsing, passages

SUITE = "tagging"
_CHILD = "benchmarks.children.tag"


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
        row("GPU", None, "passages / s", count=None, of=gpu_reason()),
    ]


def gpu_reason() -> str:
    """Why no figure of a GPU is given: the taggers run on the CPU."""
    if find_spec("torch") is None or not import_module("torch").cuda.is_available():
        return "not measured: no GPU"
    return "not measured: there is a GPU, but the tagger runs on the CPU"


def sample_passages(plan: Plan) -> list[str]:
    """The passages of the sample documents, over and over, `plan.passages` in all."""
    reader = parsing.build(plan.settings.parsing)
    splitter = passages.build(plan.settings.passages)
    files = sorted((plan.samples / "files").iterdir())
    texts = [p.text for path in files for p in splitter.split(reader.read(path, path.name))]
    return (texts * (1 + plan.passages // len(texts)))[: plan.passages]
