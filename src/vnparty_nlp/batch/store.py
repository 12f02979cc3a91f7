"""The growing output of a run: every finished document is on disk before the next is awaited.

A document's line in `documents.jsonl` is written last, so it vouches for its text and findings.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from vnparty_nlp.batch.outcome import Entry
from vnparty_nlp.errors import UsageError, Wording
from vnparty_nlp.output import DOCUMENTS, FINDINGS, TEXT, read_json_lines, write_json_line

# What went wrong inside the program, for its developers; there only if something did.
ERRORS = "errors.log"
DUPLICATE_OF = "duplicate_of"
"""The key, in the line of a second copy, of the source whose findings stand for both."""


class Store:
    """The output folder of one run. `kept` holds the lines of documents that an earlier, equal
    run has finished, by source.
    """

    def __init__(self, folder: Path, unchanged: Mapping[str, str], *, with_findings: bool) -> None:
        """`unchanged` maps the sources that need not be read again to the ids of their content."""
        self._folder = folder
        self._names = (DOCUMENTS, FINDINGS) if with_findings else (DOCUMENTS,)
        try:
            (folder / TEXT).mkdir(parents=True, exist_ok=True)
            (folder / ERRORS).unlink(missing_ok=True)
            self.kept = self._keep(unchanged)
            self._files = {
                name: (folder / name).open("a", encoding="utf-8", newline="\n")
                for name in self._names
            }
        except OSError as error:
            raise not_writable(folder, error) from error

    def _keep(self, unchanged: Mapping[str, str]) -> dict[str, Entry]:
        same: dict[str, Entry] = {
            line["source"]: line
            for line in _lines(self._folder / DOCUMENTS)
            if line["status"] != "failed" and unchanged.get(line["source"]) == line["doc_id"]
        }
        # A copy whose first is gone is read again: its own line has no findings.
        kept = {
            source: line
            for source, line in same.items()
            if DUPLICATE_OF not in line or line[DUPLICATE_OF] in same
        }
        write_whole(self._folder / DOCUMENTS, kept.values())
        if FINDINGS in self._names:
            findings = (x for x in _lines(self._folder / FINDINGS) if x["source"] in kept)
            write_whole(self._folder / FINDINGS, list(findings))
        return kept

    def add(self, document: Entry, findings: Sequence[Entry], text: str | None) -> None:
        """Write one document: its text, its findings, and then the line that vouches for them."""
        if text is not None:
            path = self._folder / TEXT / f"{document['doc_id']}.txt"
            replace_file(path, text)
        for name, lines in ((FINDINGS, findings), (DOCUMENTS, (document,))):
            if name in self._files:
                self._files[name].writelines(write_json_line(line) for line in lines)
                self._files[name].flush()

    def log(self, trace: str) -> None:
        """Tell the developers of a program error."""
        with (self._folder / ERRORS).open("a", encoding="utf-8", errors="backslashreplace") as out:
            out.write(trace)

    def sort(self, sources: Sequence[str]) -> None:
        """Put the lines of both files in the order of `sources`."""
        place = {source: index for index, source in enumerate(sources)}
        for name in self._names:
            lines = list(_lines(self._folder / name))
            write_whole(self._folder / name, sorted(lines, key=lambda x: place[x["source"]]))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for file in self._files.values():
            file.close()


def _lines(path: Path) -> Iterable[dict[str, Any]]:
    return read_json_lines(path) if path.exists() else ()


def not_writable(path: Path, error: OSError) -> UsageError:
    """What to tell where `--out` cannot be written."""
    return UsageError(
        Wording(
            vi=f"{path}: không ghi được ({error.strerror}). Hãy chọn --out khác.",
            en=f"{path}: cannot be written ({error.strerror}). Choose another: --out.",
        )
    )


def write_whole(path: Path, entries: Iterable[Entry]) -> None:
    """Write a JSON Lines file at once: a reader sees the old file or the new one, never a part."""
    replace_file(path, "".join(write_json_line(entry) for entry in entries))


def replace_file(path: Path, text: str) -> None:
    """Write a file at once, UTF-8 with line breaks as they are."""
    draft = path.with_name(path.name + ".part")
    with draft.open("w", encoding="utf-8", newline="") as out:
        out.write(text)
    draft.replace(path)
