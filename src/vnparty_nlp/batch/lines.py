"""JSON Lines in, JSON Lines out: passages to tag, mentions to link."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from vnparty_nlp import linking
from vnparty_nlp.batch.store import not_writable, write_whole
from vnparty_nlp.errors import UsageError, Wording
from vnparty_nlp.output import fact_fields, link_fields
from vnparty_nlp.pipeline import FactFinder, passage_of
from vnparty_nlp.records import Mention, Span
from vnparty_nlp.settings import Settings
from vnparty_nlp.vietnamese.unicode import compose

Entry = Mapping[str, Any]
_CHUNK = 512
_NULL = type(None)
_MENTION: Mapping[str, tuple[type, ...]] = {
    "id": (str, int),
    "mention": (str,),
    "context": (str, _NULL),
    "branch": (str, _NULL),
    "birth_year": (int, _NULL),
}


def tag_lines(source: Path, out: Path, settings: Settings) -> int:
    """Tag the passages of a file; the number of them. UsageError at a line that is no passage, or
    where `out` cannot be written.
    """
    entries = list(read_entries(source, {"id": (str, int), "text": (str,)}))
    finder = FactFinder(settings)
    _write(out, _tagged(entries, finder))
    return len(entries)


def _tagged(entries: Sequence[Entry], finder: FactFinder) -> Iterator[Entry]:
    for start in range(0, len(entries), _CHUNK):
        chunk = entries[start : start + _CHUNK]
        found = finder.find([passage_of(entry["text"]) for entry in chunk])
        for entry, facts in zip(chunk, found, strict=True):
            yield {"id": entry["id"], "labels": [fact_fields(fact) for fact in facts]}


def link_lines(source: Path, register: Path, out: Path, settings: Settings) -> int:
    """Link the mentions of a file; the number of them. UsageError at a line that is no mention,
    or where `out` cannot be written.
    """
    members = linking.read_register(register)
    entries = list(read_entries(source, _MENTION))
    linker = linking.build(members, settings.linking)
    lines = ({"id": e["id"], **link_fields(linker.link(_mention(e)))} for e in entries)
    _write(out, lines)
    return len(entries)


def _write(out: Path, lines: Iterator[Entry]) -> None:
    try:
        write_whole(out, lines)
    except OSError as error:
        raise not_writable(out, error) from error


def _mention(entry: Entry) -> Mention:
    text = compose(entry["mention"])
    return Mention(
        text=text,
        span=Span(0, max(1, len(text))),
        context=compose(entry.get("context") or ""),
        branch=entry.get("branch") or None,
        birth_year=entry.get("birth_year") or None,
    )


def read_entries(source: Path, wanted: Mapping[str, tuple[type, ...]]) -> Iterator[Entry]:
    """The objects of a JSON Lines file that have every wanted key in one of its types; a key that
    may be null may also be left out.

    UsageError names the first line that is not such an object, and what is wrong with it.
    """
    with source.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                entry = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
            except ValueError as error:
                raise _bad_line(source, number, "JSON UTF-8", str(error)) from error
            for key, types in wanted.items():
                if not isinstance(entry, dict) or not isinstance(entry.get(key), types):
                    kinds = " / ".join("null" if kind is _NULL else kind.__name__ for kind in types)
                    raise _bad_line(source, number, f'"{key}" ({kinds})', "")
            yield entry


def _bad_line(source: Path, number: int, lacking: str, detail: str) -> UsageError:
    more = f" ({detail})" if detail else ""
    return UsageError(
        Wording(
            vi=f"{source}, dòng {number}: cần {lacking}{more}. Hãy sửa dòng này.",
            en=f"{source}, line {number}: needs {lacking}{more}. Mend this line.",
        )
    )
