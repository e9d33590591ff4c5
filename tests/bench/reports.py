"""What the report on leads costs when there are many of them, against a desk with few, on PostgreSQL.

    DATABASE_URL=postgres://root@127.0.0.1:5432/postgres python -m tests.bench.reports

Each size has a database of its own, a copy of the one that the desk is measured on; --drop removes them at the end.
What counts is processor time of this process and of the PostgreSQL process that serves it, not that of others. A
counting that was stopped goes on with the next run; --anew counts all days again.
"""

import argparse
import gc
import os
import statistics
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
django.setup()

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment

from leads.models import DayTally, Lead, TallyProgress
from leads.reports.checking import differing_days
from leads.reports.upkeep import count_changes
from tests.bench.desk_databases import EVERYWHERE, databases, make_database, on_server, switch_to
from tests.bench.desk_rows import SIZES
from tests.bench.figures import Figure
from tests.bench.report import table
from tests.bench.results import Part, add_result_options, finish

PREFIX = "bench_reports_"
FEW, MANY = "1k", "1m"
REPORT = "/admin/reports/leads/"
PATHS = {"12 weeks": REPORT, "52 weeks": f"{REPORT}?weeks=52", "12 weeks as CSV": f"{REPORT}csv/?weeks=12"}


@dataclass
class Measured:
    """One size of a desk; times are milliseconds of processor time."""

    leads: int
    days: int
    rows: int
    jobs: dict[str, float]
    pages: dict[str, list[float]] = field(default_factory=dict)
    queries: dict[str, int] = field(default_factory=dict)


def prepare(name: str, *, anew: bool) -> Measured:
    """A copy of a desk, all of whose days are counted, and whose tables the server knows as autovacuum lets it."""
    if f"{PREFIX}{name}" not in databases():
        source = make_database(SIZES[name])
        on_server(f"CREATE DATABASE {PREFIX}{name} TEMPLATE {source} STRATEGY file_copy")
    switch_to(f"{PREFIX}{name}")
    if anew:
        DayTally.objects.all().delete()
        TallyProgress.objects.all().delete()
    is_counted = TallyProgress.objects.exclude(counted_at=None).exists()
    jobs = {} if is_counted else {"counting all days for the first time": paid(count_changes)}
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    jobs["a round with nothing new"] = paid(count_changes)
    jobs["the daily check"] = paid(differing_days)
    days = DayTally.objects.filter(dimension="all").count()
    return Measured(Lead.objects.count(), days, DayTally.objects.count(), jobs)


def paid(job) -> float:
    """What a job costs."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [server] = cursor.fetchone()
    before = processor_time(server)
    job()
    return processor_time(server) - before


def processor_time(server: int) -> float:
    """Milliseconds that this process and the one that serves its connection have worked."""
    nanoseconds = int(Path(f"/proc/{server}/schedstat").read_text().split()[0])
    return (time.process_time_ns() + nanoseconds) / 1_000_000


def ask(measured: dict[str, Measured], rounds: int) -> None:
    """Ask both sizes in turn for every page; the first answers warm up, and their queries are counted.

    What lives in memory by then is left out of garbage collection: looking through all of Wagtail costs two hundred
    milliseconds and would hit now and then one request of either size.
    """
    for number in range(rounds + 1):
        if number == 1:
            gc.collect()
            gc.freeze()
        for name, one in measured.items():
            switch_to(f"{PREFIX}{name}")
            client = Client()
            client.force_login(get_user_model().objects.get(username=EVERYWHERE))
            for label, path in PATHS.items():
                if number:
                    one.pages.setdefault(label, []).append(paid(lambda path=path, client=client: client.get(path)))
                    continue
                with CaptureQueriesContext(connection) as captured:
                    assert client.get(path).status_code == 200
                one.queries[label] = len(captured)


def p95(times: list[float]) -> float:
    """The time that one in twenty takes longer than."""
    return sorted(times)[int(len(times) * 0.95)]


def in_words(few: Measured, many: Measured) -> str:
    """Both sizes side by side."""
    rows = []
    for label in PATHS:
        for name, figure in (("p50", statistics.median), ("p95", p95)):
            one, other = figure(few.pages[label]), figure(many.pages[label])
            rows.append([f"{label}, {name}", f"{one:.0f} ms", f"{other:.0f} ms", f"{other / one:.2f}"])
        rows.append([f"{label}, queries", str(few.queries[label]), str(many.queries[label]), ""])
    for job in many.jobs:
        known = f"{few.jobs[job] / 1_000:.1f} s" if job in few.jobs else ""
        rows.append([job, known, f"{many.jobs[job] / 1_000:.1f} s", ""])
    rows.append(["days counted, of two sites", f"{few.days:,}", f"{many.days:,}", ""])
    rows.append(["rows of tallies", f"{few.rows:,}", f"{many.rows:,}", ""])
    head = ["processor time", f"{few.leads:,} leads", f"{many.leads:,} leads", "ratio"]
    return table(head, rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_result_options(parser)
    parser.add_argument("--many", choices=SIZES, default=MANY, help="The larger of the two sizes.")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--anew", action="store_true", help="Count all days again.")
    parser.add_argument("--drop", action="store_true", help="Remove the databases at the end.")
    options = parser.parse_args()
    setup_test_environment()
    measured = {name: prepare(name, anew=options.anew) for name in (FEW, options.many)}
    ask(measured, options.rounds)
    few, many = measured[FEW], measured[options.many]
    figures = [
        Figure(f"report, {label}, p95 at {many.leads:,}", p95(times), "ms", f"at {few.leads:,}", p95(few.pages[label]))
        for label, times in many.pages.items()
    ]
    facts = {"rounds": options.rounds}
    finish(
        Part("reports", in_words(few, many), figures, facts, [asdict(few), asdict(many)]), options, "make bench-reports"
    )
    if options.drop:
        for name in measured:
            on_server(f"DROP DATABASE IF EXISTS {PREFIX}{name}")


if __name__ == "__main__":
    main()
