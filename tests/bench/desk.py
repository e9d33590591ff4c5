"""What the desk costs with a thousand leads and with a million: `python -m tests.bench.desk --help`."""

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median, quantiles

import django

django.setup()

from django.contrib.auth import get_user_model
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from tests.bench.desk_databases import ELSEWHERE, EVERYWHERE, drop_databases, make_database, switch_to
from tests.bench.desk_requests import requests
from tests.bench.desk_rows import SIZES
from tests.bench.figures import Figure, Goal
from tests.bench.plans import sequential_scans, values_in_the_sql
from tests.bench.report import table
from tests.bench.results import Part, add_result_options, finish


@dataclass
class Measured:
    """The times of one request at one size, in milliseconds."""

    request: str
    user: str
    size: str
    queries: int = 0
    rows: int = 0
    scans: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    @property
    def p50(self) -> float:
        return median(self.times)

    @property
    def p95(self) -> float:
        return quantiles(self.times, n=20, method="inclusive")[-1]


class Desk:
    """A desk of one size, and the browsers of its users."""

    def __init__(self, size: str):
        self.size = size
        self.database = make_database(SIZES[size])
        switch_to(self.database)
        users = get_user_model().objects.in_bulk([EVERYWHERE, ELSEWHERE], field_name="username")
        self.addresses = {name: requests(user) for name, user in users.items()}
        self.clients = {name: signed_in(user) for name, user in users.items()}

    def read_plans(self, one: Measured) -> None:
        """Ask once: queries and rows are counted, and the plans of the queries read."""
        switch_to(self.database)
        client, address = self.clients[one.user], self.addresses[one.user][one.request]
        with values_in_the_sql(), CaptureQueriesContext(connection) as queries:
            one.rows = look(client, address).content.count(b'class="leads-inbox__name"')
        one.queries = max(one.queries, len(queries))
        one.scans = sequential_scans(queries.captured_queries)

    def measure(self, one: Measured, times: int) -> None:
        """Ask a few times, after a first look that counts for nothing; the very first one also reads the plans."""
        switch_to(self.database)
        client, address = self.clients[one.user], self.addresses[one.user][one.request]
        look(client, address) if one.times else self.read_plans(one)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            [[server]] = cursor.fetchall()
        for _number in range(times):
            before = processor_time(server)
            look(client, address)
            one.times.append(processor_time(server) - before)


def signed_in(user) -> Client:
    """The browser of a user of the database in use."""
    client = Client()
    client.force_login(user)
    return client


def processor_time(server: int) -> float:
    """Milliseconds that this process and the one that serves its connection have worked; others do not count."""
    nanoseconds = int(Path(f"/proc/{server}/schedstat").read_text().split()[0])
    return (time.process_time_ns() + nanoseconds) / 1_000_000


def look(client: Client, address: str) -> HttpResponse:
    response = client.get(address)
    assert response.status_code == 200, f"{response.status_code}: {address}"
    return response


def main() -> None:
    """Measure, print, and write down; an error when something is not found by an index."""
    options = read_options()
    with override_settings(ALLOWED_HOSTS=["*"]):
        measured = list(measure(options))
    facts = {name: getattr(options, name) for name in ("sizes", "rounds", "times")}
    part = Part("desk", result(measured, options.sizes), figures(measured, options.sizes), facts)
    part.measured = [asdict(one) for one in measured]
    finish(part, options, "make bench-desk")
    if not options.keep:
        drop_databases()
    scanned = [f"{one.request} ({one.user}): {', '.join(one.scans)}" for one in measured if is_large(one) and one.scans]
    if scanned:
        sys.exit("Tables were read whole:\n" + "\n".join(scanned))


def is_large(one: Measured) -> bool:
    """Whether the tables are too large to be read whole; a thousand rows may."""
    return SIZES[one.size].leads >= 1_000_000


def measure(options) -> Iterator[Measured]:
    """Every request at all sizes in turn, so that a busy machine is busy for all of them."""
    desks = [Desk(size) for size in options.sizes]
    for request in desks[0].addresses[EVERYWHERE]:
        if not any(part in request for part in options.only):
            continue
        for user in options.users:
            ones = {desk.size: Measured(request, user, desk.size) for desk in desks}
            for _round in range(options.rounds):
                for desk in desks:
                    desk.measure(ones[desk.size], options.times)
            say(ones.values())
            yield from ones.values()


def say(ones) -> None:
    """A line a request, to see that something happens."""
    figures = "  ".join(f"{one.size} {one.p50:.0f}/{one.p95:.0f} ms, {one.queries} queries" for one in ones)
    first = next(iter(ones))
    sys.stdout.write(f"{first.request} ({first.user}): {figures}\n")
    sys.stdout.flush()


def result(measured: list[Measured], sizes: list[str]) -> str:
    """A table of p50 and p95 with the ratios of p95 to that at the smallest size."""
    rows = []
    for one in measured:
        if one.size != sizes[0]:
            continue
        same = {other.size: other for other in measured if (other.request, other.user) == (one.request, one.user)}
        figures = [f"{same[size].p50:.0f} / {same[size].p95:.0f}" for size in sizes]
        ratios = [f"{same[size].p95 / one.p95:.2f}" for size in sizes[1:]]
        name = one.request if one.user == EVERYWHERE else f"{one.request} (one site)"
        shown = " → ".join(str(same[size].rows) for size in sizes)
        rows.append([name, str(max(other.queries for other in same.values())), shown, *figures, *ratios])
    head = [
        "Processor time, p50 / p95 in ms",
        "queries",
        "rows",
        *sizes,
        *(f"p95 {size} : {sizes[0]}" for size in sizes[1:]),
    ]
    return table(head, rows)


def figures(measured: list[Measured], sizes: list[str]) -> list[Figure]:
    """The p95 of each request at the largest size, against that at the smallest."""
    goal = Goal("at most", 2, f"× the p95 at {sizes[0]}")
    by_size = {(one.request, one.user, one.size): one for one in measured}
    return [
        Figure(f"{one.request} ({one.user}) at {sizes[-1]}", one.p95, "ms", f"at {sizes[0]}", first.p95, goal)
        for one in measured
        if one.size == sizes[-1] != sizes[0] and (first := by_size[one.request, one.user, sizes[0]])
    ]


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=["1k", "100k", "1m"])
    parser.add_argument("--users", nargs="+", choices=[EVERYWHERE, ELSEWHERE], default=[EVERYWHERE, ELSEWHERE])
    parser.add_argument("--only", nargs="+", default=[""], help="requests whose name contains any of this")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--times", type=int, default=4, help="in a round")
    parser.add_argument("--keep", action="store_true", help="keep the databases for the next run")
    add_result_options(parser)
    return parser.parse_args()


if __name__ == "__main__":
    main()
