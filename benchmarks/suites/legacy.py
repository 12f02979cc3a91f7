"""Files in TCVN3, VNI and other older codes: marked syllables that come out right.

The fixtures of the tests are read beside the texts that were typed for them. Public files are read
too where the folder VNPARTY_LEGACY_FILES holds them, each with its transcript NAME.txt in the
folder `transcripts` beside them; nothing of them is part of this repository.
"""

import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import ROOT
from benchmarks.plan import Plan
from benchmarks.rows import Row, share_interval
from vnparty_nlp import parsing
from vnparty_nlp.parsing import DocumentReader
from vnparty_nlp.vietnamese.unicode import compose

SUITE = "legacy"
VARIABLE = "VNPARTY_LEGACY_FILES"
_FIXTURES = ROOT / "tests" / "parsing" / "fixtures" / "legacy"
_LETTERS = re.compile(r"[^\W\d_]+")


def run(plan: Plan) -> list[Row]:
    """The share of marked syllables for the fixtures and, where they are, the public files."""
    reader = parsing.build(plan.settings.parsing)
    command = plan.command(SUITE)
    pairs = [(path.with_suffix(""), path) for path in sorted(_FIXTURES.glob("*.expected"))]
    rows = shares(reader, "our files", pairs, command)
    folder = os.environ.get(VARIABLE)
    if folder is None:
        of = f"{VARIABLE} names no folder"
        return [*rows, Row(SUITE, "public files: marked syllables", None, "share", of, command)]
    return rows + shares(reader, "public files", list(public_files(Path(folder))), command)


def public_files(folder: Path) -> Iterator[tuple[Path, Path]]:
    """The files that have a transcript, each with it."""
    for path in sorted(folder.iterdir()):
        transcript = folder / "transcripts" / f"{path.stem}.txt"
        if path.is_file() and transcript.is_file():
            yield path, transcript


def shares(
    reader: DocumentReader, name: str, pairs: list[tuple[Path, Path]], command: str
) -> list[Row]:
    """Of pairs (file, its text): per format, the marked syllables of the texts that were read.

    Case does not count: the capitals of a font such as .VnTimeH are no capitals in the bytes, and
    transcripts differ in whether they write them.
    """
    hits: dict[str, int] = defaultdict(int)
    totals: dict[str, int] = defaultdict(int)
    for path, typed in pairs:
        wanted = marked(typed.read_text("utf-8"))
        given = marked(reader.read(path, path.name).text)
        suffix = path.suffix.removeprefix(".").upper()
        totals[suffix] += sum(wanted.values())
        hits[suffix] += sum((wanted & given).values())
    row = partial(Row, SUITE, unit="share", of="marked syllables, any case", command=command)
    return [
        row(
            f"{name}, {suffix}: marked syllables",
            hits[suffix] / max(1, count),
            count=count,
            interval=share_interval(hits[suffix], count),
        )
        for suffix, count in totals.items()
    ]


def marked(text: str) -> Counter[str]:
    """The words with a letter beyond ASCII, in small letters, with how often they occur."""
    words = _LETTERS.findall(compose(text).lower())
    return Counter(word for word in words if not word.isascii())
