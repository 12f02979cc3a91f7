"""What the operating system is asked: cores, memory, and a limit on it."""

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path


def cores() -> int:
    """How many cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def limit_memory(megabytes: int) -> None:
    """Keep this process from holding more data than that; 0 sets no limit.

    Linux alone enforces it. Limited is what was allocated (RLIMIT_DATA), not the address space:
    models and libraries that are mapped from their files may take several times as much of that.
    """
    if sys.platform == "linux" and megabytes:
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = megabytes * 1_000_000
        if most != resource.RLIM_INFINITY:
            wanted = min(wanted, most)
        resource.setrlimit(resource.RLIMIT_DATA, (wanted, most))


def lead_group() -> None:
    """Let this process and the programs that it starts be ended together by `end_group`."""
    if sys.platform != "win32":
        os.setpgid(0, 0)


def end_group(leader: int) -> None:
    """End every program of the group that the process `leader` leads; none where it leads none."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(leader, signal.SIGKILL)


def peak_memory_megabytes() -> dict[str, float]:
    """Peak resident memory of this process and of the largest of its children that have ended;
    empty on Windows, which does not tell.
    """
    if sys.platform == "win32":
        return {}
    import resource

    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    peaks = {
        name: resource.getrusage(who).ru_maxrss / unit
        for name, who in (("parent", resource.RUSAGE_SELF), ("worker", resource.RUSAGE_CHILDREN))
    }
    if sys.platform == "linux":
        # There the figure above also counts the program that started this one.
        peaks["parent"] = _own_peak_kilobytes() / unit
    return {name: round(peak, 1) for name, peak in peaks.items()}


def _own_peak_kilobytes() -> int:
    lines = Path("/proc/self/status").read_text("ascii", errors="replace").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
