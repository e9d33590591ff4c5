"""How much processor time processes have used, as Linux counts it."""

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
"""Ticks a second; one is the smallest time that is counted, so measure seconds, not milliseconds."""

USER, SYSTEM, REAPED_USER, REAPED_SYSTEM = 11, 12, 13, 14
"""Places in /proc/PID/stat after the command's name, see proc(5)."""


def seconds_of_tree(pid: int) -> float:
    """User and system time of a process, of its living descendants, and of those that it waited for."""
    return seconds_of(pid) + sum(seconds_of_tree(child) for child in children_of(pid))


def seconds_of(pid: int) -> float:
    """User and system time of a process and of the children that it waited for; 0 when it is gone."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    fields = stat.rpartition(")")[2].split()
    return sum(int(fields[place]) for place in (USER, SYSTEM, REAPED_USER, REAPED_SYSTEM)) / TICKS


def children_of(pid: int) -> list[int]:
    """The processes that any thread of a process has started, and that still run."""
    children = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children += [int(child) for child in path.read_text().split()]
        except (FileNotFoundError, ProcessLookupError):
            continue
    return children


def exact_seconds_of_tree(pid: int) -> float:
    """The same of processes that stay, to a millionth of a second: what ended is not in it."""
    return exact_seconds_of(pid) + sum(exact_seconds_of_tree(child) for child in children_of(pid))


def exact_seconds_of(pid: int) -> float:
    """Time that the scheduler gave to the threads of a process that live."""
    nanoseconds = 0
    for path in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        try:
            nanoseconds += int(path.read_text().split()[0])
        except (FileNotFoundError, ProcessLookupError):
            continue
    return nanoseconds / 1_000_000_000
