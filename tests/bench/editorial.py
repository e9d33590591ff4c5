"""What the editorial checks cost, a long page and a thousand pages: `python -m tests.bench.editorial --help`."""

import argparse
import io
import os
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from itertools import cycle, islice
from pathlib import Path
from statistics import median

import django

django.setup()

from django.core.management import call_command
from django.test.runner import DiscoverRunner
from wagtail.models import Page, Site

from tests import factories
from tests.bench.report import machine, now, table, write_into
from tests.treatment_pages.editorial.annotated import annotated_texts
from treatment_pages.editorial.engine import check_page
from treatment_pages.editorial.page_text import read_page
from treatment_pages.models import TreatmentIndexPage

LONG_PAGE_WORDS, PAGE_WORDS = 3000, 1000
RUNS = 25
LONG_PAGE_GOAL, COMMAND_GOAL = "100 ms", "60 s"


def main() -> None:
    options = parse()
    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        rows = [long_page(), command(options.pages)]
    finally:
        runner.teardown_databases(databases)
    made = f"`make bench-editorial` on {now():%-d %B %Y}; {machine()}, load {os.getloadavg()[0]:.0f}."
    text = "\n".join([made, "", table(["what", "words a page", "processor time", "by the clock", "goal"], rows)])
    print(text)
    if options.report:
        write_into(options.report, "editorial checks", text)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000, help="How many pages the command checks (default 1000).")
    parser.add_argument("--report", type=Path, help="The file that takes the figures.")
    return parser.parse_args()


def long_page() -> list[str]:
    """The median of some runs on one long page, in the profile with the most rules that read texts."""
    index = planted_index()
    page = factories.TreatmentPageFactory(parent=index, title="Long", body=body_of(LONG_PAGE_WORDS))
    paid, waited = zip(*(timed(lambda: check_page(page, profile="uk")) for _run in range(RUNS)), strict=True)
    milliseconds = [f"{median(times) * 1000:.0f} ms" for times in (paid, waited)]
    return ["one page, `check_page`", str(words_of(page)), *milliseconds, LONG_PAGE_GOAL]


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of processor time, and by the clock."""
    paid, started = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - paid, time.perf_counter() - started


def command(number: int) -> list[str]:
    """The command over many pages, in one process."""
    index, body = TreatmentIndexPage.objects.get(), body_of(PAGE_WORDS)
    for count in range(number):
        page = factories.TreatmentPageFactory(parent=index, title=f"Treatment {count}", body=body)
    with redirect_stdout(io.StringIO()):
        seconds = timed(lambda: call_until_done("check_content"))
    return [
        f"{number + 1} pages, `check_content`",
        str(words_of(page)),
        *(f"{took:.1f} s" for took in seconds),
        COMMAND_GOAL,
    ]


def call_until_done(name: str) -> None:
    """The command fails where errors stand, as they do on these pages."""
    try:
        call_command(name)
    except SystemExit:
        return


def planted_index() -> TreatmentIndexPage:
    root = Page.get_first_root_node()
    home = factories.HomePageFactory(parent=root, slug="front")
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    return factories.TreatmentIndexPageFactory(parent=home)


def body_of(words: int) -> list[tuple]:
    """Blocks of the annotated articles, one after the other, until they hold so many words."""
    source = factories.SourceFactory()
    blocks: list[tuple] = []
    for text in islice(cycle(annotated_texts()), 100):
        page = text.page(source.pk)
        blocks += [(block.block_type, block.value) for block in page.body]
        words -= words_of(page)
        if words <= 0:
            break
    return blocks


def words_of(page) -> int:
    return sum(len(passage.text.split()) for passage in read_page(page).passages)


if __name__ == "__main__":
    main()
