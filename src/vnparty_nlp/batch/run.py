"""One run over many documents: discover, continue, process, write, report."""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from vnparty_nlp import __version__
from vnparty_nlp.batch.child import FileProcessor
from vnparty_nlp.batch.discover import discover, source_name
from vnparty_nlp.batch.machine import cores, peak_memory_megabytes
from vnparty_nlp.batch.outcome import Entry, Outcome
from vnparty_nlp.batch.store import DUPLICATE_OF, Store, replace_file
from vnparty_nlp.batch.workers import Workers
from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.errors import DocumentError
from vnparty_nlp.linking import digest, read_register
from vnparty_nlp.output import (
    DOCUMENTS,
    FINDINGS,
    RUN,
    failed_line,
    read_json_lines,
)
from vnparty_nlp.parsing import content_id
from vnparty_nlp.pipeline import Pipeline, ReadingPipeline
from vnparty_nlp.records import Member
from vnparty_nlp.report import write_report
from vnparty_nlp.settings import Settings
from vnparty_nlp.tagging import model_id


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is asked to do. `purpose` is the purpose and legal basis, as given; without a
    `register` documents are read and not tagged.
    """

    inputs: tuple[Path, ...]
    register: Path | None
    out: Path
    settings: Settings
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is, after each document. `line` is its line in `documents.jsonl`, `error`
    what kept it from being read.
    """

    done: int
    total: int
    line: Entry
    error: DocumentError | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did. `documents` counts them by status; `report` is None where nothing was
    tagged.
    """

    report: Path | None
    documents: Mapping[str, int]
    findings: int
    continued: int

    @property
    def exit_code(self) -> int:
        """0 where all was read, else 1."""
        return int(bool(self.documents.get("failed") or self.documents.get("partial")))


def run_batch(options: Options, on_progress: Callable[[Progress], None]) -> Summary:
    """Process every input into `options.out`; documents of an equal earlier run are kept.

    UsageError or RegisterError before anything is written; a document that cannot be read is a
    line in `documents.jsonl`. KeyboardInterrupt leaves finished documents on disk.
    """
    files = discover(options.inputs)
    members = read_register(options.register) if options.register else None
    origin = _origin(options, digest(members) if members else None)
    can_continue = _earlier_origin(options.out, origin) == origin
    doc_id = partial(_doc_id, max_bytes=options.settings.parsing.max_megabytes * 1_000_000)
    unchanged = {source_name(path): doc_id(path) for path in files} if can_continue else {}
    started = time.perf_counter()
    with Store(options.out, unchanged, with_findings=members is not None) as store:
        replace_file(options.out / RUN, json.dumps({**origin, "finished": False}))
        todo = [path for path in files if source_name(path) not in store.kept]
        count = _worker_count(options, len(todo))
        seconds: Counter[str] = Counter()
        build = _builder(options.settings, members, count)
        with Workers(count, build, options.settings.batch) as workers:
            seen = {
                line["doc_id"]: source
                for source, line in store.kept.items()
                if DUPLICATE_OF not in line
            }
            outcomes = zip(todo, workers.results(todo), strict=True)
            for done, (path, outcome) in enumerate(outcomes, start=1 + len(store.kept)):
                if outcome.error is not None:
                    line = _add_failed(store, outcome, doc_id(path))
                else:
                    line = _add(store, outcome, seen)
                seconds.update(outcome.seconds)
                on_progress(Progress(done, len(files), line, outcome.error))
        store.sort([source_name(path) for path in files])
    return _finish(options, origin, seconds, started, len(store.kept))


def _builder(
    settings: Settings, members: tuple[Member, ...] | None, workers: int
) -> Callable[[], FileProcessor]:
    if members is None:
        return partial(ReadingPipeline, settings)
    if workers > 1:
        # Together the workers already fill the cores.
        settings = replace(settings, tagging=replace(settings.tagging, threads=1))
    return partial(Pipeline, settings, members)


def _add_failed(store: Store, outcome: Outcome, doc_id: str) -> Entry:
    assert outcome.error is not None
    line: Entry = failed_line(doc_id, outcome.source, outcome.error)
    if outcome.trace is not None:
        store.log(f"{outcome.source}\n{outcome.trace}\n")
    store.add(line, (), None)
    return line


def _add(store: Store, outcome: Outcome, seen: dict[str, str]) -> Entry:
    """Write an outcome; a second copy of the same content gets a line that names the first, but
    no findings twice.
    """
    line = outcome.line
    assert line is not None
    first = seen.setdefault(line["doc_id"], outcome.source)
    if first != outcome.source:
        warnings = [*line["warnings"], f"Nội dung trùng với {first}."]
        line = {**line, "warnings": warnings, DUPLICATE_OF: first}
        store.add(line, (), None)
        return line
    store.add(line, outcome.findings, outcome.text)
    return line


def _origin(options: Options, register_digest: str | None) -> dict[str, Any]:
    """All that decides the results beside the files; two runs with equal origins can be joined."""
    return {
        "version": __version__,
        "purpose": options.purpose,
        "python": ".".join(map(str, sys.version_info[:3])),
        "model_id": model_id(options.settings.tagging) if register_digest else None,
        "catalogue_version": load_catalogue().version,
        "register_digest": register_digest,
        "settings": {
            stage: values for stage, values in asdict(options.settings).items() if stage != "batch"
        },
    }


def _earlier_origin(out: Path, keys: Iterable[str]) -> dict[str, Any] | None:
    """Those keys of the run that wrote into `out` before; None where there was none."""
    path = out / RUN
    if not path.exists() or not (out / DOCUMENTS).exists():
        return None
    try:
        earlier: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except ValueError:
        return None
    return {key: earlier.get(key) for key in keys}


def _doc_id(path: Path, max_bytes: int) -> str:
    """The id of the content; of the path where there is none, too much of it, or no regular file:
    the reader says what is wrong with it, here it only needs an id.
    """
    try:
        if path.is_file() and path.stat().st_size <= max_bytes:
            with path.open("rb") as content:
                return content_id(content)
    except OSError:
        pass
    return content_id(BytesIO(source_name(path).encode()))


def _worker_count(options: Options, documents: int) -> int:
    tagged = options.register is not None
    # On a GPU each process would hold a model of its own; more than one is for the user to ask.
    default = 1 if tagged and options.settings.tagging.device == "cuda" else cores()
    return max(1, min(options.settings.batch.workers or default, documents))


def _finish(
    options: Options,
    origin: Mapping[str, Any],
    seconds: Mapping[str, float],
    started: float,
    kept: int,
) -> Summary:
    by_status = Counter(line["status"] for line in read_json_lines(options.out / DOCUMENTS))
    tagged = options.register is not None
    findings = list(read_json_lines(options.out / FINDINGS)) if tagged else []
    run = {
        **origin,
        "finished": True,
        "finished_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "counts": {
            "documents": dict(by_status),
            "findings": len(findings),
            "labels": dict(sorted(Counter(x["label"] for x in findings).items())),
            "dispositions": dict(sorted(Counter(x["disposition"] for x in findings).items())),
        },
        "seconds": {
            **{stage: round(value, 3) for stage, value in seconds.items()},
            "total": round(time.perf_counter() - started, 3),
        },
        "peak_memory_megabytes": peak_memory_megabytes(),
    }
    replace_file(options.out / RUN, json.dumps(run, ensure_ascii=False, indent=2) + "\n")
    report = write_report(options.out) if tagged else None
    return Summary(report, by_status, len(findings), kept)
