"""One round: a form is read, sent and followed by so many visitors, and every phase is paid for separately."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.bench.contestants import Contestant
from tests.bench.load import Answer, in_parallel
from tests.bench.sites import Site


@dataclass(frozen=True)
class Spent:
    """Seconds that a phase of a round cost: processor time of web processes and database server, and by the clock."""

    database: str
    contestant: str
    number: int
    phase: str
    web: float
    server: float
    clock: float

    @property
    def cpu(self) -> float:
        """Processor time of everything on the site's side."""
        return self.web + self.server


def run_round(contestant: Contestant, number: int, enquiries: int, concurrency: int) -> list[Spent]:
    """What each phase of a round cost; fails unless every enquiry was stored as it should be."""
    contestant.clear()
    each = partial(in_parallel, count=enquiries, concurrency=concurrency)
    spent = []

    def measured(phase: str, visit: Callable[[int], Answer | None]) -> list[Answer | None]:
        before = time.perf_counter(), *costs(contestant.site)
        answers = each(visit)
        after = time.perf_counter(), *costs(contestant.site)
        clock, web, server = (end - begin for begin, end in zip(before, after, strict=True))
        spent.append(Spent(contestant.site.database.name, contestant.name, number, phase, web, server, clock))
        return answers

    pages = measured("read", contestant.read)
    answers = measured("send", lambda visitor: contestant.send(visitor, pages[visitor]))
    measured("see next", lambda visitor: contestant.see_next(answers[visitor]))
    contestant.check(enquiries)
    return spent


def costs(site: Site) -> tuple[float, float]:
    """Processor time so far, of the web processes and of the database server."""
    return site.seconds(), site.database.seconds()
