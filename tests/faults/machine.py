"""What a machine does beside a test: whoever else works on it takes from what a clock would measure."""

import os
import time
from pathlib import Path

from tests.bench.cpu import TICKS, seconds_of_tree

IDLE = (3, 4)
"""Places of idle and of waiting for the disk in the first line of /proc/stat, see proc(5)."""

USED = 8
"""What follows is counted in one of these already."""


class Effort:
    """What this process, all that it started, and other programs by their `pids` use from now on until the end."""

    def __init__(self, *pids: int):
        self.pids = (os.getpid(), *pids)
        self.cores = os.cpu_count() or 1
        self.began = self.now()
        self.seconds = self.own = self.others = 0.0

    def now(self) -> tuple[float, float, float]:
        """The clock, what these processes have used, and what all have."""
        return time.monotonic(), sum(map(seconds_of_tree, self.pids)), busy_seconds()

    def end(self) -> None:
        """Say what it was."""
        self.seconds, self.own, everybody = (now - before for now, before in zip(self.now(), self.began, strict=True))
        self.others = max(0.0, everybody - self.own)

    @property
    def is_disturbed(self) -> bool:
        """Whether others took more than a tenth of the machine."""
        return self.others > self.seconds * self.cores / 10


def busy_seconds() -> float:
    """Processor time that anybody has used since the machine started."""
    ticks = Path("/proc/stat").read_text().splitlines()[0].split()[1:][:USED]
    return sum(int(one) for place, one in enumerate(ticks) if place not in IDLE) / TICKS
