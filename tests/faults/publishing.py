"""Publishes a page again and again: `python -m tests.faults.publishing SECONDS PER_MINUTE`.

Prints a line when each publishing is committed: its number, which the page shows, and the generation from then on.
"""

import sys
import time

import django

django.setup()

from wagtail.models import Page, Site

from leads.page_cache.generation import number_of, read_totals


def main(seconds: float, per_minute: float) -> None:
    """Publish at even distances, or as fast as it goes."""
    site = Site.objects.get(is_default_site=True).pk
    until, number = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        began, number = time.monotonic(), number + 1
        page = Page.objects.get(slug="microneedling").specific
        page.summary = f"Edition {number}."
        page.save_revision().publish()
        sys.stdout.write(f"{number} {number_of(read_totals(), site)}\n")
        sys.stdout.flush()
        time.sleep(max(0.0, 60 / per_minute - (time.monotonic() - began)))


if __name__ == "__main__":
    main(float(sys.argv[1]), float(sys.argv[2]))
