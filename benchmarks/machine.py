"""What a reader must know of the machine and the versions; never its name or where it stands."""

import os
import platform
import subprocess
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks import ROOT
from vnparty_nlp import __version__
from vnparty_nlp.settings import Settings
from vnparty_nlp.tagging import model_id

PACKAGES = ("numpy", "onnxruntime", "pdfplumber", "pypdfium2", "rapidfuzz", "spacy", "torch")


def facts(settings: Settings) -> Mapping[str, str]:
    """Name → value: cores, processor, versions, model, commit."""
    found = {
        "cores": str(len(os.sched_getaffinity(0))),
        "processor": _processor(),
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        "vnparty_nlp": __version__,
        "model": model_id(settings.tagging),
        "commit": _commit(),
    }
    return found | {package: _version(package) for package in PACKAGES}


def load() -> str:
    """How many processes ran or waited, on average over the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text("utf-8").splitlines() if cpuinfo.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _commit() -> str:
    commit = _git("rev-parse", "--short", "HEAD")
    if not commit:
        return "unknown"
    return f"{commit} with changes" if _git("status", "--porcelain") else commit


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
