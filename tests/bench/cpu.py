"""How much processor time processes have used, as Linux counts it."""

import os
from contextlib import suppress
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
    """The processes that any thread of a process has started, and that still run; none of one that is gone."""
    children: list[int] = []
    with suppress(FileNotFoundError, ProcessLookupError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            with suppress(FileNotFoundError, ProcessLookupError):
                children += map(int, Path(f"/proc/{pid}/task/{thread}/children").read_text().split())
    return children


def exact_seconds_of_tree(pid: int) -> float:
    """The same of processes that stay, to a millionth of a second: what ended is not in it."""
    return exact_seconds_of(pid) + sum(exact_seconds_of_tree(child) for child in children_of(pid))


def exact_seconds_of(pid: int) -> float:
    """Time that the scheduler gave to the threads of a process that live."""
    nanoseconds = 0
    with suppress(FileNotFoundError, ProcessLookupError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            with suppress(FileNotFoundError, ProcessLookupError):
                nanoseconds += int(Path(f"/proc/{pid}/task/{thread}/schedstat").read_text().split()[0])
    return nanoseconds / 1_000_000_000
