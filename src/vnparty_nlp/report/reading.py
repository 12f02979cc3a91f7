"""What a run has written, read back for its report."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from vnparty_nlp.output import DOCUMENTS, FINDINGS, RUN, TEXT, read_json_lines

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RunOutput:
    """The files of one run; `finished_at` is when it ended, in local time."""

    folder: Path
    run: Entry
    finished_at: datetime
    documents: Sequence[Entry]
    findings: Sequence[Entry]

    def text(self, doc_id: str) -> str:
        """The extracted text of a document; findings' spans are offsets in it."""
        # Line breaks are left as they are: a translated one would shift every span behind it.
        with (self.folder / TEXT / f"{doc_id}.txt").open(encoding="utf-8", newline="") as file:
            return file.read()


def read_output(folder: Path) -> RunOutput:
    """The output of the run that wrote into `folder`."""
    run = json.loads((folder / RUN).read_text("utf-8"))
    return RunOutput(
        folder=folder,
        run=run,
        finished_at=datetime.fromisoformat(run["finished_at"]).astimezone(),
        documents=list(read_json_lines(folder / DOCUMENTS)),
        findings=list(read_json_lines(folder / FINDINGS)),
    )
