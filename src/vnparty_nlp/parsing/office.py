"""DOC → DOCX with LibreOffice, then read as DOCX."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.protocol import FormatReader

_PROGRAMS = ("soffice", "libreoffice")
_FILTER = "docx:MS Word 2007 XML"
# No macro, no link and no active content of a document may do anything.
_SECURITY = {
    ("Common/Security/Scripting", "DisableMacrosExecution"): "true",
    ("Common/Security/Scripting", "MacroSecurityLevel"): "3",
    ("Common/Security/Scripting", "DisableActiveContent"): "true",
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks"): "true",
    ("Writer/Content/Update", "Link"): "0",
}
_ITEM = (
    '<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
)
# Ends the group when the pipe to the process that asked closes: also when that one is killed.
_WATCH = 'exec 3<&0; { read -r _ <&3; kill -9 0; } & "$@" 3<&- & wait $!'


class OfficeReader:
    """Reads the files of older Word versions where LibreOffice is installed."""

    def __init__(self, reader: FormatReader, *, seconds: int, max_bytes: int) -> None:
        self._reader = reader
        self._seconds, self._max_bytes = seconds, max_bytes

    def read(self, data: bytes, source: str) -> Reading:
        """What the reader for DOCX finds in LibreOffice's conversion.

        DocumentError where LibreOffice is missing, gives up, or takes longer than the limit.
        """
        program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
        if program is None:
            raise DocumentError(source, *problems.OFFICE_MISSING)
        with TemporaryDirectory(prefix="vnparty-") as folder:
            return self._reader.read(self._convert(program, data, Path(folder), source), source)

    def _convert(self, program: str, data: bytes, folder: Path, source: str) -> bytes:
        given, made = folder / "document.doc", folder / "made" / "document.docx"
        given.write_bytes(data)
        profile = folder / "profile"
        _write_profile(profile)
        command = [
            program,
            # With a profile of its own a conversion never waits for another one.
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nolockcheck",
            "--convert-to",
            _FILTER,
            "--outdir",
            str(made.parent),
            str(given),
        ]
        if not _run(command, folder, self._seconds):
            raise DocumentError(source, *problems.office_too_slow(self._seconds))
        if not made.is_file():
            raise DocumentError(source, *problems.DOC_BROKEN)
        if made.stat().st_size > self._max_bytes:
            raise DocumentError(source, *problems.unpacks_too_large(self._max_bytes // 1_000_000))
        return made.read_bytes()


def _write_profile(profile: Path) -> None:
    items = "".join(
        _ITEM.format(path=path, name=name, value=value) for (path, name), value in _SECURITY.items()
    )
    target = profile / "user" / "registrymodifications.xcu"
    target.parent.mkdir(parents=True)
    target.write_text(_PROFILE.format(items=items), encoding="utf-8")


def _run(command: Sequence[str], folder: Path, seconds: int) -> bool:
    """Whether the command ended in time; its children end with it in any case."""
    watched = command if sys.platform == "win32" else ["/bin/sh", "-c", _WATCH, "watch", *command]
    process = subprocess.Popen(
        watched,
        cwd=folder,
        env={**os.environ, "HOME": str(folder), "TMPDIR": str(folder)},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
    return True


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill the process and its children, which share a group of their own."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
