"""How much memory processes hold."""

from pathlib import Path

from tests.bench.cpu import children_of

KINDS = {"RSS": "Rss:", "PSS": "Pss:"}
"""All that a process has in memory, and the same with each shared page divided among those who share it."""


def resident_memory(pid: int) -> dict[str, float]:
    """Megabytes of a process and its descendants, by kind."""
    total = dict.fromkeys(KINDS, 0.0)
    for one in tree(pid):
        lines = dict(line.split()[:2] for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()[1:])
        for kind, name in KINDS.items():
            total[kind] += int(lines[name]) / 1024
    return total


def tree(pid: int) -> list[int]:
    """A process and its descendants."""
    return [pid, *(below for child in children_of(pid) for below in tree(child))]
