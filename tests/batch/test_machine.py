import os
import subprocess
import sys

import pytest

from vnparty_nlp.batch.machine import cores, limit_memory, peak_memory_megabytes

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone limits data")


def test_at_least_one_core() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)


def test_peaks_are_those_of_this_process_and_its_children() -> None:
    peaks = peak_memory_megabytes()
    assert set(peaks) == {"parent", "worker"}
    assert 10 < peaks["parent"] < 100_000


@LINUX
@pytest.mark.parametrize(
    ("megabytes", "code"),
    [
        pytest.param(200, "x = bytearray(300_000_000)", id="one block"),
        pytest.param(200, "x = []\nwhile True: x.append('a' * 1000)", id="many small things"),
    ],
)
def test_more_than_the_limit_is_a_memory_error(megabytes: int, code: str) -> None:
    limit = f"from vnparty_nlp.batch.machine import limit_memory\nlimit_memory({megabytes})\n"
    done = subprocess.run([sys.executable, "-c", limit + code], capture_output=True, text=True)
    assert done.returncode == 1
    assert "MemoryError" in done.stderr


@LINUX
def test_the_peak_is_not_that_of_the_program_that_started_this_one() -> None:
    small = (
        "from vnparty_nlp.batch.machine import peak_memory_megabytes as peak; "
        "print(peak()['parent'])"
    )
    large = f"""import subprocess, sys
held = bytearray(b'x' * 300_000_000)
print(subprocess.run([sys.executable, '-c', {small!r}], capture_output=True, text=True).stdout)"""
    done = subprocess.run([sys.executable, "-c", large], capture_output=True, text=True)
    assert 5 < float(done.stdout) < 200


@LINUX
def test_no_limit_changes_nothing() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_DATA)
    limit_memory(0)
    assert resource.getrlimit(resource.RLIMIT_DATA) == before
