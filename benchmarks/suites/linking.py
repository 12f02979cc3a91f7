"""The linker on an invented register, beside plain rapidfuzz over all names."""

import random
import time
from collections.abc import Callable, Sequence
from functools import partial

from invented_people import Case, World, make_cases, make_register
from rapidfuzz import fuzz, process

from benchmarks.plan import Plan
from benchmarks.rounds import faster, interleave, rate
from benchmarks.rows import Row, share_interval
from vnparty_nlp.linking import Linker, build
from vnparty_nlp.records import Member
from vnparty_nlp.vietnamese.names import strip_title
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

SUITE = "linking"
_SEED = 7
_RIVAL = "rapidfuzz ratio over all names"
# Of 100; below it plain rapidfuzz gives no answer, as it gives none between equals.
_PLAIN_CUTOFF = 85

Answers = list[str | None]


def run(plan: Plan) -> list[Row]:
    """Precision and coverage of automatic links, unknown persons linked, mentions a second."""
    rng = random.Random(_SEED)
    members = make_register(rng, plan.members, World())
    cases = make_cases(rng, members, plan.mentions, World())
    linker = build(members, plan.settings.linking)
    names = [_plain_name(member.full_name) for member in members]
    ways: dict[str, Callable[[], Answers]] = {
        "ours": partial(link_all, linker, cases),
        _RIVAL: partial(link_plainly, members, names, cases),
    }
    command = plan.command(SUITE)
    rows = [Row(SUITE, "members in the register", plan.members, "members", "invented", command)]
    for name, way in ways.items():
        rows += quality_rows(name, cases, way(), command)
    times = interleave({name: partial(_seconds, way) for name, way in ways.items()}, plan.repeats)
    row = partial(Row, SUITE, command=command, count=len(cases), of="mentions")
    for name, seconds in times.items():
        speed, speeds = rate(len(cases), seconds)
        rows.append(row(f"{name}: speed", speed, "mentions / CPU s", interval=speeds))
    ratio, ratios = faster(times["ours"], times[_RIVAL])
    return [*rows, row(f"linking / {_RIVAL}", ratio, "×", interval=ratios)]


def quality_rows(
    name: str, cases: Sequence[Case], answers: Sequence[str | None], command: str
) -> list[Row]:
    """How right the automatic links are, and how many there are."""
    pairs = [(case.member_id, answer) for case, answer in zip(cases, answers, strict=True)]
    shares = {
        "precision of automatic links": [gold == made for gold, made in pairs if made],
        "known persons linked right": [gold == made for gold, made in pairs if gold],
        "unknown persons linked": [made is not None for gold, made in pairs if gold is None],
    }
    of = ("automatic links", "mentions of known persons", "mentions of unknown persons")
    return [
        Row(
            SUITE,
            f"{name}: {measure}",
            sum(hits) / max(1, len(hits)),
            "share",
            what,
            command,
            len(hits),
            share_interval(sum(hits), len(hits)),
        )
        for (measure, hits), what in zip(shares.items(), of, strict=True)
    ]


def link_all(linker: Linker, cases: Sequence[Case]) -> Answers:
    """The member whom our linker is certain of, for each mention."""
    return [linker.link(case.mention).member_id for case in cases]


def link_plainly(members: Sequence[Member], names: Sequence[str], cases: Sequence[Case]) -> Answers:
    """The member whose folded name is the most alike, for each mention; no other evidence."""
    answers: Answers = []
    for case in cases:
        text = _plain_name(strip_title(case.mention.text))
        best = process.extract(text, names, scorer=fuzz.ratio, limit=2, score_cutoff=_PLAIN_CUTOFF)
        alone = bool(best) and (len(best) == 1 or best[0][1] > best[1][1])
        answers.append(members[best[0][2]].member_id if alone else None)
    return answers


def _plain_name(name: str) -> str:
    return strip_marks(fold(name))


def _seconds(way: Callable[[], Answers]) -> float:
    started = time.process_time()
    way()
    return time.process_time() - started
