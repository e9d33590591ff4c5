"""What a page costs bare and cached, beside plain Wagtail and nginx: `python -m tests.bench.pages --help`."""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass, replace
from functools import reduce
from itertools import groupby
from operator import add, attrgetter
from pathlib import Path
from statistics import median

from tests.bench.databases import kinds
from tests.bench.figures import Figure, Goal
from tests.bench.page_contestants import (
    APP_CACHED,
    BARE,
    EDGE_CACHED,
    FILE,
    PLAIN,
    PROXY_CACHE,
    UNCACHED,
    Contestant,
    sites,
)
from tests.bench.readers import Readers
from tests.bench.report import table
from tests.bench.resident import resident_memory
from tests.bench.results import Part, add_result_options, finish

WARM_UP = 40
TURNS = 20
"""Into so many pieces a round of quick contestants is cut, so that a machine that slows down does so for all."""

PARTS = ("web", "database", "Redis", "nginx")


@dataclass(frozen=True)
class Round:
    """Seconds of processor time that each part paid for so many requests, and seconds by the clock."""

    contestant: str
    number: int
    requests: int
    bytes: int
    cpu: dict[str, float]
    clock: float

    def __add__(self, more: "Round") -> "Round":
        """Both together."""
        cpu = {part: seconds + more.cpu[part] for part, seconds in self.cpu.items()}
        return replace(self, requests=self.requests + more.requests, cpu=cpu, clock=self.clock + more.clock)


def main() -> None:
    """Measure, print, and write down."""
    options = read_options()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, sites(options.database, Path(folder)) as running:
        rounds = compare(running.contestants, options)
        memory = {
            "ours": resident_memory(running.bare.web.running.pid),
            "plain": resident_memory(running.plain.web.running.pid),
        }
    costs = milliseconds(rounds)
    part = Part(
        "pages",
        f"{page_table(costs, rounds)}\n\n{memory_table(memory)}",
        [*page_figures(costs), *memory_figures(memory)],
        {"rounds": options.rounds, "requests": options.requests, "concurrency": options.concurrency},
        [asdict(one) for one in rounds],
    )
    finish(part, options, f"make bench-pages BENCH_ROUNDS={options.rounds} BENCH_REQUESTS={options.requests}")


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=200, help="a round, of a page that is rendered")
    parser.add_argument("--concurrency", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--database", choices=kinds(), default=kinds()[-1])
    add_result_options(parser)
    return parser.parse_args()


def compare(contestants: list[Contestant], options: argparse.Namespace) -> list[Round]:
    """The rounds of all contestants; in each those that are about as quick take turns."""
    for contestant in contestants:
        with closing(Readers(contestant.page, options.concurrency)) as readers:
            readers.read(min(WARM_UP, options.requests))
    names, rounds = [contestant.name for contestant in contestants], []
    for number in range(1, options.rounds + 1):
        done = []
        for _pace, alike in groupby(sorted(contestants, key=attrgetter("pace")), attrgetter("pace")):
            done += take_turns(list(alike), number, options)
        rounds += sorted(done, key=lambda one: names.index(one.contestant))
    return rounds


def take_turns(contestants: list[Contestant], number: int, options: argparse.Namespace) -> list[Round]:
    """One round of each of them; what is slow is measured in one piece."""
    pace = contestants[0].pace
    turns = TURNS if pace > 1 else 1
    requests = max(options.requests * pace // turns, options.concurrency)
    with ExitStack() as stack:
        asking = [
            (contestant, stack.enter_context(closing(Readers(contestant.page, options.concurrency))))
            for contestant in contestants
        ]
        pieces = [[measure(*one, number, requests) for one in asking] for _turn in range(turns)]
    done = [reduce(add, own) for own in zip(*pieces, strict=True)]
    for one in done:
        sys.stdout.write(f"round {number}, {one.contestant}: {sum(one.cpu.values()) / one.requests * 1000:.3f} ms\n")
    sys.stdout.flush()
    return done


def measure(contestant: Contestant, readers: Readers, number: int, requests: int) -> Round:
    """A piece of a round of a contestant, after a first look of each reader that counts for nothing."""
    readers.read(len(readers.all))
    before, started = {name: cost() for name, cost in contestant.costs.items()}, time.perf_counter()
    answer = readers.read(requests)
    clock = time.perf_counter() - started
    cpu = {name: cost() - before[name] for name, cost in contestant.costs.items()}
    return Round(contestant.name, number, requests, len(answer.body), cpu, clock)


def milliseconds(rounds: list[Round]) -> dict[str, dict[str, float]]:
    """The medians over the rounds of what a request cost, by contestant and part; `all` is that of the sums."""
    costs: dict[str, dict[str, float]] = {}
    for name in dict.fromkeys(one.contestant for one in rounds):
        own = [one for one in rounds if one.contestant == name]
        costs[name] = {part: median(one.cpu[part] / one.requests * 1000 for one in own) for part in own[0].cpu}
        costs[name]["all"] = median(sum(one.cpu.values()) / one.requests * 1000 for one in own)
    return costs


def page_table(costs: dict[str, dict[str, float]], rounds: list[Round]) -> str:
    """A line for each contestant: what a request costs, of which in which part, and against plain Wagtail's article."""
    sizes = {one.contestant: one.bytes for one in rounds}
    head = ["Processor time a request, ms", "all", *PARTS, "a CPU second", "of plain Wagtail's article", "bytes"]
    rows = [
        [
            name,
            figure(cost["all"]),
            *(figure(cost[part]) if part in cost else "" for part in PARTS),
            f"{1000 / cost['all']:,.0f}",
            f"{cost['all'] / costs[PLAIN]['all']:.4g}" if cost["all"] > 0 else "",
            f"{sizes[name]:,}",
        ]
        for name, cost in costs.items()
    ]
    return table(head, rows)


def figure(value: float) -> str:
    """Milliseconds with as many digits as mean something."""
    return f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def page_figures(costs: dict[str, dict[str, float]]) -> Iterator[Figure]:
    """What is compared with an earlier run, and what has a goal."""
    for cookies in ("", ", with cookies"):
        plain, cache = PLAIN + cookies, PROXY_CACHE + cookies
        goals = {
            UNCACHED: (plain, Goal("at most", 1.5, "× plain Wagtail's article")),
            APP_CACHED: (BARE + cookies, Goal("at most", 0.5, "ms", is_cost=True)),
            EDGE_CACHED: (cache, Goal("at least", 0.95, "of proxy_cache's requests", is_inverse=True)),
            PROXY_CACHE: (plain, None),
            FILE: (plain, None),
        }
        for name, (reference, goal) in goals.items():
            name += cookies
            yield Figure(name, costs[name]["all"], "ms", reference, costs[reference]["all"], goal)


def memory_table(memory: dict[str, dict[str, float]]) -> str:
    """What the web processes hold after all that."""
    rows = [
        [f"{site}, {kind} of the web processes", f"{value:.0f} MB", ""]
        for site, kinds_of in memory.items()
        for kind, value in kinds_of.items()
    ]
    for row in rows[:2]:
        kind = row[0].split()[1]
        row[2] = f"{memory['ours'][kind] / memory['plain'][kind]:.2f}"
    return table(["Memory after the load", "", "of plain Wagtail"], rows)


def memory_figures(memory: dict[str, dict[str, float]]) -> Iterator[Figure]:
    """Memory as figures."""
    for kind, value in memory["ours"].items():
        yield Figure(f"memory, {kind}", value, "MB", "plain Wagtail", memory["plain"][kind])


if __name__ == "__main__":
    main()
