"""What pages and the desk cost as there are more of them: `python -m tests.bench.growth --help`. Needs PostgreSQL.

The databases are made on the server of DATABASE_URL and removed afterwards.
"""

import argparse
import gc
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from statistics import median

import django

django.setup()

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import setup_test_environment

from tests.bench.charts import chart
from tests.bench.desk import look
from tests.bench.desk_databases import EVERYWHERE, databases, drop_databases, on_server, switch_to
from tests.bench.desk_requests import requests
from tests.bench.desk_rows import SIZES
from tests.bench.figures import Figure
from tests.bench.page_rows import FULL, WRITTEN, copy_pages, write_pages
from tests.bench.report import table
from tests.bench.reports import PREFIX as REPORTS
from tests.bench.reports import REPORT, paid
from tests.bench.reports import prepare as prepare_desk
from tests.bench.results import Part, add_result_options, finish
from treatment_pages.models import TreatmentPage

PREFIX = "bench_pages_"
WRITTEN_PAGES = f"{PREFIX}written"
PAGE, INDEX, SITEMAP, PUBLISH = "a treatment page", "the index page", "the sitemap", "publishing a page"
INBOX, SEARCH, LEAD, REPORTED = "the inbox", "a search", "a lead", "the report"
OF_THE_DESK = {INBOX: "the inbox as it opens", SEARCH: "search: a common name", LEAD: "a lead"}
TITLES = {
    "pages": ("What a page costs, by the number of treatment pages", "treatment pages"),
    "leads": ("What the desk costs, by the number of leads", "leads"),
}

Work = Callable[[], object]


@dataclass(frozen=True)
class Point:
    """Milliseconds of processor time that something cost at a size, the median of some times."""

    curves: str
    what: str
    size: int
    cost: float


def main() -> None:
    """Measure, print, and write down."""
    options = read_options()
    setup_test_environment()
    points: list[Point] = []
    try:
        if options.pages:
            points += measure("pages", {size: page_site(size) for size in sorted(options.pages)}, options)
        if options.leads:
            points += measure("leads", dict(desk(name) for name in options.leads), options)
    finally:
        if not options.keep:
            drop()
    drawings = {name: drawn(name, points) for name in TITLES if any(one.curves == name for one in points)}
    folder = options.report.parent / "charts" if options.report else options.json
    folder.mkdir(parents=True, exist_ok=True)
    for name, drawing in drawings.items():
        (folder / f"cost-by-{name}.svg").write_text(drawing)
    part = Part("growth", text_of(points), figures(points), {"times": options.times}, [asdict(one) for one in points])
    finish(part, options, "make bench-growth")


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", nargs="*", type=int, default=[WRITTEN, 100, 1_000, 10_000])
    parser.add_argument("--leads", nargs="*", choices=SIZES, default=["1k", "10k", "100k", "1m"])
    parser.add_argument("--times", type=int, default=15, help="of each, at every size")
    parser.add_argument("--keep", action="store_true", help="keep the databases for the next run")
    add_result_options(parser)
    return parser.parse_args()


def page_site(size: int) -> tuple[str, dict[str, Work]]:
    """The database of a site with so many treatment pages, and what is asked of it."""
    name = f"{PREFIX}{size}"
    if name not in databases():
        make_database(WRITTEN_PAGES, "template1", migrate_and_write)
        make_database(name, WRITTEN_PAGES, lambda: copy_pages(size))
    visitor = Client()

    def publish() -> None:
        TreatmentPage.objects.get(slug=FULL).save_revision().publish()

    return name, {
        PAGE: lambda: look(visitor, f"/treatments/{FULL}/"),
        INDEX: lambda: look(visitor, "/treatments/"),
        SITEMAP: lambda: look(visitor, "/sitemap.xml"),
        PUBLISH: publish,
    }


def make_database(name: str, template: str, fill: Work) -> None:
    """A database of that name, unless there is one: a copy of another that is filled then."""
    if name not in databases():
        on_server(f"CREATE DATABASE {name}_unfinished TEMPLATE {template}")
        switch_to(f"{name}_unfinished")
        fill()
        on_server(f"ALTER DATABASE {name}_unfinished RENAME TO {name}")


def migrate_and_write() -> None:
    """The tables, and the pages that are the same at every size."""
    call_command("migrate", verbosity=0)
    write_pages()


def desk(name: str) -> tuple[int, tuple[str, dict[str, Work]]]:
    """How many leads a desk has, its database, and what is asked of it."""
    prepare_desk(name, anew=False)
    switch_to(f"{REPORTS}{name}")
    user = get_user_model().objects.get(username=EVERYWHERE)
    staff = Client()
    staff.force_login(user)
    addresses = requests(user)
    works: dict[str, Work] = {
        what: lambda address=addresses[request]: look(staff, address) for what, request in OF_THE_DESK.items()
    }
    return SIZES[name].leads, (f"{REPORTS}{name}", {**works, REPORTED: lambda: look(staff, REPORT)})


def measure(curves: str, sites: dict[int, tuple[str, dict[str, Work]]], options: argparse.Namespace) -> Iterator[Point]:
    """All sizes by turns, after a first time that counts for nothing; garbage collection looks at nothing older."""
    costs: dict[tuple[str, int], list[float]] = {}
    for number in range(options.times + 1):
        if number == 1:
            gc.collect()
            gc.freeze()
        for size, (database, works) in sites.items():
            switch_to(database)
            for what, work in works.items():
                work() if number == 0 else None
                cost = paid(work)
                costs.setdefault((what, size), []).extend([cost] if number else [])
    for (what, size), each in costs.items():
        point = Point(curves, what, size, median(each))
        sys.stdout.write(f"{what}, {size:,} {curves}: {point.cost:.1f} ms\n")
        yield point


def drawn(name: str, points: list[Point]) -> str:
    """The curves of pages, or those of leads."""
    title, sizes = TITLES[name]
    return chart(title, sizes, by_what([one for one in points if one.curves == name]))


def by_what(points: list[Point]) -> dict[str, dict[int, float]]:
    """Costs by what was asked for and size."""
    curves: dict[str, dict[int, float]] = {}
    for one in points:
        curves.setdefault(one.what, {})[one.size] = one.cost
    return curves


def text_of(points: list[Point]) -> str:
    """A chart and a table of each."""
    texts = []
    for name, (title, sizes) in TITLES.items():
        own = [one for one in points if one.curves == name]
        if not own:
            continue
        counts = sorted({one.size for one in own})
        rows = [
            [what, *(f"{curve[size]:.0f}" for size in counts), f"{curve[counts[-1]] / curve[counts[0]]:.2f}"]
            for what, curve in by_what(own).items()
        ]
        head = [f"Processor time, ms, {sizes}:", *(f"{size:,}" for size in counts), "last : first"]
        texts.append(f"![{title}](charts/cost-by-{name}.svg)\n\n{table(head, rows)}")
    return "\n\n".join(texts)


def figures(points: list[Point]) -> list[Figure]:
    """The largest size against the smallest."""
    found = []
    for what, curve in by_what(points).items():
        small, large = min(curve), max(curve)
        found.append(Figure(f"{what} at {large:,}", curve[large], "ms", f"at {small:,}", curve[small]))
    return found


def drop() -> None:
    """Remove what was made here."""
    for name in databases():
        if name.startswith((PREFIX, REPORTS)):
            on_server(f"DROP DATABASE {name}")
    drop_databases()
    connection.close()


if __name__ == "__main__":
    main()
