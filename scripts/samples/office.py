"""PDF files made by LibreOffice Writer from a DOCX, with their dates and ids fixed."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

FIXED = (
    (re.compile(rb"(/CreationDate\s*\(D:)\d{14}"), rb"\g<1>20200101080000"),
    (re.compile(rb"(/ModDate\s*\(D:)\d{14}"), rb"\g<1>20200101080000"),
)
FILE_ID = re.compile(rb"/ID \[ <[0-9A-F]{32}>\s*<[0-9A-F]{32}> \]")
CHECKSUM = re.compile(rb"/DocChecksum /[0-9A-F]{32}")


class OfficeError(RuntimeError):
    """LibreOffice is missing or made no file."""


def pdf_bytes(docx: bytes, name: str) -> bytes:
    """The document as LibreOffice prints it; the same bytes on every run of one version."""
    program = shutil.which("soffice")
    if program is None:
        raise OfficeError("soffice is not installed; apt-get install libreoffice-writer")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name).with_suffix(".docx")
        path.write_bytes(docx)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        result = subprocess.run(
            [*command, str(path)], capture_output=True, check=False, timeout=180
        )
        made = path.with_suffix(".pdf")
        if not made.is_file():
            raise OfficeError(f"soffice made no {made.name}: {result.stderr.decode()}")
        return _fixed(made.read_bytes())


def _fixed(pdf: bytes) -> bytes:
    for pattern, replacement in FIXED:
        pdf = pattern.sub(replacement, pdf)
    pdf = CHECKSUM.sub(lambda match: match[0][:14] + b"0" * 32, pdf)
    return FILE_ID.sub(lambda match: re.sub(rb"[0-9A-F]{32}", b"0" * 32, match[0]), pdf)
