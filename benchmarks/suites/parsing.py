"""The PDF reader beside pdfplumber and pypdfium2: speed, and what of known texts is read."""

import gc
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from multiprocessing import get_context
from operator import add
from pathlib import Path
from tempfile import TemporaryDirectory

import pdfplumber
import pypdfium2
from rapidfuzz.distance import LCSseq
from samples.markup import Block, read_source, running_text

from benchmarks.drawn.pages import drawings
from benchmarks.drawn.redrawn import redraw
from benchmarks.drawn.sheet import ORDERS, draw
from benchmarks.plan import Plan
from benchmarks.rounds import faster, interleave, rate
from benchmarks.rows import Row
from vnparty_nlp import parsing
from vnparty_nlp.evaluation.corpus import syllables
from vnparty_nlp.parsing import DocumentReader

SUITE = "parsing"
_OURS = "ours (words, boxes, layout, header fields)"
_PLUMBER = "pdfplumber extract_words"
_PDFIUM = "pypdfium2 bare text"

# For two processes: tasks handed out, and how often each of them reads all samples.
_TASKS, _READINGS = 8, 4

Text = Callable[[Path], str]


def run(plan: Plan) -> list[Row]:
    """Pages a second with the ratios, then syllables recalled, split and out of order.

    The samples are measured as they are, then, with own pages, drawn in each order that producers
    draw in.
    """
    reader = parsing.build(plan.settings.parsing)
    gold = sample_texts(plan.samples)
    files = sorted(gold)
    papers = [path for path in files if path.suffix == ".pdf"]
    readers: dict[str, Text] = {
        _OURS: partial(_our_text, reader),
        _PLUMBER: _plumber_text,
        _PDFIUM: _pdfium_text,
    }
    command = plan.command(SUITE)
    rows = [*_speed(readers, papers, plan), _two_processes(papers, plan)]
    for name, text_of in readers.items():
        rows += text_rows(f"{name}, PDF", [(gold[p], text_of(p)) for p in papers], command)
    others = [(gold[p], readers[_OURS](p)) for p in files if p not in papers]
    rows += text_rows("ours, DOCX, HTML and TXT", others, command)
    return rows + _drawn(readers, {path: gold[path] for path in papers}, command)


def _drawn(readers: dict[str, Text], gold: dict[Path, str], command: str) -> list[Row]:
    """The samples and own pages, drawn in different orders."""
    drawn = [*drawings(), *(redraw(path, text) for path, text in gold.items())]
    rows: list[Row] = []
    with TemporaryDirectory() as folder:
        for order in ORDERS:
            files = [
                (drawing.gold, draw(drawing, order, Path(folder) / f"{number}.pdf"))
                for number, drawing in enumerate(drawn)
            ]
            for name, text_of in readers.items():
                pairs = [(text, text_of(path)) for text, path in files]
                rows += text_rows(f"{name}, drawn {order}", pairs, command)
    return rows


def sample_texts(samples: Path) -> dict[Path, str]:
    """Each sample file with its text from its source: the left column of head and signatures
    before the right one, tables row by row, footnotes at the end.
    """
    sources = [read_source(path) for path in sorted((samples / "sources").glob("*.txt"))]
    return {
        samples / "files" / source.output: running_text(
            replace(source, blocks=tuple(map(_by_column, source.blocks)))
        )
        for source in sources
    }


def _by_column(block: Block) -> Block:
    if block.kind != "columns":
        return block
    return replace(block, rows=tuple(zip_longest(*block.rows, fillvalue="")))


def text_rows(name: str, pairs: Sequence[tuple[str, str]], command: str) -> list[Row]:
    """Of pairs (gold text, text read): gold syllables that were read, those that were read as two
    pieces, and those read that stand out of order (1 - longest common subsequence / read).
    """
    total = read = split = in_order = 0
    for gold, text in pairs:
        wanted, given = syllables(gold), syllables(text)
        total += len(wanted)
        read += sum((Counter(wanted) & Counter(given)).values())
        pieces = Counter(map(add, given, given[1:]))
        split += sum(((Counter(wanted) - Counter(given)) & pieces).values())
        in_order += LCSseq.similarity(wanted, given)
    row = partial(Row, SUITE, unit="share", command=command)
    return [
        row(
            f"{name}: syllables recalled",
            read / max(1, total),
            of="syllables of the sources",
            count=total,
        ),
        row(
            f"{name}: split",
            split / max(1, total),
            of="syllables of the sources that stand in the text as two pieces",
            count=total,
        ),
        row(
            f"{name}: out of order",
            1 - in_order / max(1, read),
            of="syllables read; left columns before right ones",
            count=read,
        ),
    ]


def _speed(readers: dict[str, Text], papers: Sequence[Path], plan: Plan) -> list[Row]:
    times = interleave(
        {name: partial(_seconds, text_of, papers) for name, text_of in readers.items()},
        # The first round warms up and is left out.
        1 + plan.repeats,
    )
    times = {name: seconds[1:] for name, seconds in times.items()}
    pages = sum(_page_count(path) for path in papers)
    row = partial(Row, SUITE, command=plan.command(SUITE), count=pages, of="pages of sample PDFs")
    rows = []
    for name, seconds in times.items():
        speed, speeds = rate(pages, seconds)
        rows.append(row(name, speed, "pages / CPU s", interval=speeds))
    for rival in (_PLUMBER, _PDFIUM):
        ratio, ratios = faster(times[_OURS], times[rival])
        rows.append(row(f"PDF reading / {rival}", ratio, "×", interval=ratios))
    return rows


def _two_processes(papers: Sequence[Path], plan: Plan) -> Row:
    """How many times faster two processes read than one; each has read once before."""
    spawn = get_context("spawn")
    rounds: dict[int, list[float]] = {1: [], 2: []}
    with ProcessPoolExecutor(1, spawn) as one, ProcessPoolExecutor(2, spawn) as two:
        for number in range(1 + plan.repeats):
            for processes, pool in ((1, one), (2, two)):
                started = time.perf_counter()
                list(pool.map(_read_often, [(plan, list(papers))] * _TASKS))
                if number:
                    rounds[processes].append(time.perf_counter() - started)
    ratio, ratios = faster(rounds[2], rounds[1])
    return Row(
        SUITE,
        "PDF reading in two processes / in one",
        ratio,
        "×",
        interval=ratios,
        command=plan.command(SUITE),
        of="elapsed seconds, sample PDFs",
    )


def _read_often(task: tuple[Plan, list[Path]]) -> int:
    plan, papers = task
    reader = parsing.build(plan.settings.parsing)
    return sum(len(_our_text(reader, path)) for _ in range(_READINGS) for path in papers)


def _seconds(text_of: Text, papers: Sequence[Path]) -> float:
    # What one rival leaves behind is not cleared away at the cost of the next one.
    gc.collect()
    started = time.process_time()
    for path in papers:
        text_of(path)
    return time.process_time() - started


def _our_text(reader: DocumentReader, path: Path) -> str:
    return reader.read(path, path.name).text


def _plumber_text(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        words = [word["text"] for page in pdf.pages for word in page.extract_words()]
    return " ".join(words)


def _pdfium_text(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    try:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()
    return "\n".join(pages)


def _page_count(path: Path) -> int:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return len(pdf)
    finally:
        pdf.close()
