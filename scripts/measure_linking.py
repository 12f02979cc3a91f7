"""Measures the linker on invented registers and mentions, beside a plain rapidfuzz baseline.

    python scripts/measure_linking.py                    # 10,000 members, 6,000 mentions
    python scripts/measure_linking.py --members 1000000 --mentions 2000 --baseline 20

The same seed gives the same figures (but for the seconds). Some wrong links cannot be avoided:
the person is a namesake, by chance, of a member of the very branch; they are told apart.
"""

import argparse
import json
import random
import resource
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from invented_people import Case, World, make_cases, make_register
from rapidfuzz import fuzz, process

from vnparty_nlp.linking import build
from vnparty_nlp.records import Link, Member
from vnparty_nlp.settings import load_settings
from vnparty_nlp.vietnamese.names import strip_title
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

THRESHOLDS = (0.9, 0.95, 0.98, 0.99, 0.995, 0.999)
Figures = dict[str, object]


def baseline(members: Sequence[Member], cases: Sequence[Case]) -> Figures:
    """Plain rapidfuzz ratio over all folded full names, no other evidence; a tie is no answer."""
    names = [strip_marks(fold(member.full_name)) for member in members]
    started = time.process_time()
    answers = []
    for case in cases:
        text = strip_marks(fold(strip_title(case.mention.text)))
        best = process.extract(text, names, scorer=fuzz.ratio, limit=2, score_cutoff=85)
        alone = bool(best) and (len(best) == 1 or best[0][1] > best[1][1])
        answers.append(members[best[0][2]].member_id if alone else None)
    seconds = time.process_time() - started
    return accuracy(cases, answers) | {"mentions per CPU second": round(len(cases) / seconds)}


def accuracy(cases: Sequence[Case], answers: Sequence[str | None]) -> Figures:
    """Precision of the answers given, share of known persons answered right, strangers linked."""
    pairs = list(zip(cases, answers, strict=True))
    made = [(case, answer) for case, answer in pairs if answer]
    right = sum(answer == case.member_id for case, answer in made)
    wrong = [(case, answer) for case, answer in made if answer != case.member_id]
    strangers = [(case, answer) for case, answer in pairs if case.member_id is None]
    linked = [(case, answer) for case, answer in strangers if answer]
    return {
        "links": len(made),
        "precision": round(right / max(len(made), 1), 5),
        "coverage": round(right / (len(cases) - len(strangers)), 4),
        "wrong links": len(wrong),
        "of them to a namesake in the same branch": sum(c.is_namesake(a) for c, a in wrong),
        "unknown persons": len(strangers),
        "of them linked": len(linked),
        "of them to a namesake in the same branch ": sum(c.is_namesake(a) for c, a in linked),
    }


def by_style(cases: Sequence[Case], answers: Sequence[str | None]) -> dict[str, str]:
    """For each way of writing: known persons linked right of all of them, wrong links."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for case, answer in zip(cases, answers, strict=True):
        count = counts[case.style]
        count[0] += case.member_id is not None
        count[1] += answer is not None and answer == case.member_id
        count[2] += answer is not None and answer != case.member_id
    return {
        style: f"{right} of {known}, {wrong} wrong"
        for style, (known, right, wrong) in sorted(counts.items())
    }


def calibration_error(cases: Sequence[Case], links: Sequence[Link]) -> float:
    """Mean of |said - found| over ten bins of the best candidate's probability, by their size."""
    bins: dict[int, list[float]] = defaultdict(list)
    for case, link in zip(cases, links, strict=True):
        for best in link.candidates[:1]:
            right = best.member_id == case.member_id
            bins[min(int(best.probability * 10), 9)].append(best.probability - right)
    return sum(abs(sum(found)) for found in bins.values()) / sum(map(len, bins.values()))


def at_thresholds(cases: Sequence[Case], links: Sequence[Link], margin: float) -> Figures:
    """Precision and coverage, had another threshold been set."""
    figures: Figures = {}
    for threshold in THRESHOLDS:
        answers = [
            link.candidates[0].member_id if is_certain(link, threshold, margin) else None
            for link in links
        ]
        found = accuracy(cases, answers)
        figures[str(threshold)] = f"{found['precision']} {found['coverage']}"
    return figures


def is_certain(link: Link, threshold: float, margin: float) -> bool:
    """Whether the best candidate reaches the threshold and leads by the margin."""
    second = link.candidates[1].probability if len(link.candidates) > 1 else 0.0
    return link.probability >= threshold and link.probability - second >= margin


def main() -> int:
    """Prints the figures as JSON."""
    parser = argparse.ArgumentParser(description="Measures the linker on invented people.")
    parser.add_argument("--members", type=int, default=10_000)
    parser.add_argument("--mentions", type=int, default=6_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--unknown", type=float, default=0.12, help="share of unknown persons")
    parser.add_argument("--branch", type=float, default=0.7, help="share with a branch")
    parser.add_argument("--few-names", action="store_true", help="45 given names: many homonyms")
    parser.add_argument("--baseline", type=int, default=500, help="mentions for the baseline")
    given = parser.parse_args()
    world = replace(
        World(), unknown=given.unknown, with_branch=given.branch, rich_names=not given.few_names
    )
    rng = random.Random(given.seed)
    members = make_register(rng, given.members, world)
    cases = make_cases(rng, members, given.mentions, world)
    settings = load_settings().linking
    started = time.process_time()
    linker = build(members, settings)
    built = time.process_time()
    links = [linker.link(case.mention) for case in cases]
    linked = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    answers = [link.member_id for link in links]
    figures = accuracy(cases, answers) | {
        "expected calibration error": round(calibration_error(cases, links), 4),
        "precision and coverage at thresholds": at_thresholds(cases, links, settings.margin),
        "by way of writing": by_style(cases, answers),
        "index, CPU seconds": round(built - started, 2),
        "mentions per CPU second": round(len(cases) / (linked - built)),
        "peak memory with the members, MB": memory,
        "rapidfuzz ratio over all names": baseline(members, cases[: given.baseline]),
    }
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
