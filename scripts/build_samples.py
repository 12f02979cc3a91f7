"""Builds the sample documents from their marked-up sources, and checks the gold against them.

python scripts/build_samples.py            builds corpora/samples/files
python scripts/build_samples.py 01 07      builds only the sources whose names start so
python scripts/build_samples.py --check    builds nothing, checks the gold
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from samples import check, office, paper, plain, web, word
from samples.markup import Source, read_source

SAMPLES = Path(__file__).resolve().parent.parent / "corpora" / "samples"


def _office_pdf(source: Source) -> bytes:
    return office.pdf_bytes(word.docx_bytes(source), source.output)


MAKERS: dict[str, Callable[[Source], bytes]] = {
    "reportlab": paper.pdf_bytes,
    "libreoffice": _office_pdf,
    "docx": word.docx_bytes,
    "html": web.html_bytes,
    "txt": plain.txt_bytes,
}


def main(arguments: list[str]) -> int:
    """Exit code 0, or 1 where the gold does not fit the sources."""
    parser = argparse.ArgumentParser(description="Build the sample documents.")
    parser.add_argument("prefix", nargs="*", help="build only sources whose names start so")
    parser.add_argument("--check", action="store_true", help="check the gold, build nothing")
    chosen = parser.parse_args(arguments)
    paths = sorted((SAMPLES / "sources").glob("[0-9]*.txt"))
    sources = {path: read_source(path) for path in paths}
    if chosen.check:
        problems = check.problems(SAMPLES, list(sources.values()))
        print("\n".join(problems) or f"{len(sources)} sources: the gold fits")
        return 1 if problems else 0
    (SAMPLES / "files").mkdir(exist_ok=True)
    for path, source in sources.items():
        if chosen.prefix and not path.name.startswith(tuple(chosen.prefix)):
            continue
        target = SAMPLES / "files" / source.output
        target.write_bytes(MAKERS[source.settings["maker"]](source))
        print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
