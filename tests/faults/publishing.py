"""Publishes a page again and again: `python -m tests.faults.publishing TIMES PER_MINUTE`.

Prints a line when each publishing is committed: its number, which the page shows; the generation from then on; the
moment, in seconds since the machine started; and the processor time that this process used for it.
"""

import sys
import time

import django

django.setup()

from wagtail.models import Page, Site

from leads.page_cache.generation import number_of, read_totals


def main(times: int, per_minute: float) -> None:
    """Publish at even distances; what is late is made up for."""
    site = Site.objects.get(is_default_site=True).pk
    began = time.monotonic()
    for number in range(1, times + 1):
        used = time.process_time()
        publish(number)
        published_at, used = time.monotonic(), time.process_time() - used
        sys.stdout.write(f"{number} {number_of(read_totals(), site)} {published_at} {used}\n")
        sys.stdout.flush()
        time.sleep(max(0.0, began + number * 60 / per_minute - time.monotonic()))


def publish(number: int) -> None:
    """Another edition of the page, published as an editor does."""
    page = Page.objects.get(slug="microneedling").specific
    page.summary = f"Edition {number}."
    page.save_revision().publish()


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
