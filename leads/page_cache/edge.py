"""Tells the caches in front of the site which addresses have changed, by Wagtail's `frontend_cache`.

Addresses are gathered in the transaction that changes them, and sent after its commit by a thread: a cache that fails
or hangs holds nobody up. Without WAGTAILFRONTENDCACHE nothing is gathered at all.
"""

import atexit
import logging
import queue
import threading
import time
from collections.abc import Callable, Iterable

from django.conf import settings
from django.db import connections, transaction
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import Page, Site

from leads.page_cache.generation import database
from leads.page_cache.page_sites import pages_with

MOST_PAGES = 500
"""More pages than this are left to the job, which drops the whole site."""

BATCH = 200
"""Addresses that are sent at once."""

WAIT_AT_EXIT = 5.0
"""Seconds that a process which ends waits for what it still has to send."""

logger = logging.getLogger(__name__)

_of_pages: list[Callable[[Page, str], Iterable[str]]] = []
_of_sites: list[Callable[[Site], Iterable[str]]] = []


def is_configured() -> bool:
    """Whether there is a cache to tell."""
    return any(getattr(settings, f"WAGTAILFRONTENDCACHE{end}", None) for end in ("", "_LOCATION"))


def register_page_addresses(addresses: Callable[[Page, str], Iterable[str]]) -> None:
    """Have `addresses(page, its_own)`, full ones, dropped whenever the page changes, beside the page's own."""
    _of_pages.append(addresses)


def register_site_addresses(addresses: Callable[[Site], Iterable[str]]) -> None:
    """Have `addresses(site)`, full ones, dropped whenever any page of the site changes."""
    _of_sites.append(addresses)


def purge_page(page: Page) -> None:
    """Drop a page, the pages above it, which list it, and those that refer to it."""
    if is_configured() and page.pk:
        purge_addresses(addresses_of([page, *pages_with(page)]))


def purge_pages_with(instance) -> None:
    """Drop the pages that refer to a record."""
    if is_configured() and instance.pk:
        purge_addresses(addresses_of(pages_with(instance)))


def purge_tree(page: Page, url_path_before: str = "") -> None:
    """Drop a page and all below it where they are, and where they were before their path changed."""
    if not is_configured():
        return
    pages = [page, *page.get_descendants().live()[:MOST_PAGES]]
    before = []
    if url_path_before:
        after = page.url_path
        before = [moved_back(one, url_path_before + one.url_path.removeprefix(after)) for one in pages]
    purge_addresses(addresses_of([*pages, *before]))


def moved_back(page: Page, url_path: str) -> Page:
    """The page as it stood at another path; never saved."""
    before = page.specific_deferred
    before.url_path = url_path
    return before


def addresses_of(pages: Iterable[Page]) -> set[str]:
    """Their own addresses, those of the pages above them, and what apps have registered."""
    batch, sites = PurgeBatch(), set()
    for page in with_ancestors(pages):
        if parts := page.get_url_parts():
            sites.add(parts[0])
            batch.add_urls(own_addresses(page, f"{parts[1]}{parts[2]}"))
    for site in Site.objects.filter(pk__in=sites):
        batch.add_urls(address for addresses in _of_sites for address in addresses(site))
    return batch.urls


def own_addresses(page: Page, address: str) -> set[str]:
    """A page's address, with the paths below it that its type names, and what apps have registered for it."""
    page = page.specific_deferred
    own = {address + path.lstrip("/") for path in page.get_cached_paths()}
    return own.union(*(addresses(page, address) for addresses in _of_pages))


def with_ancestors(pages: Iterable[Page]) -> list[Page]:
    """The pages and all above them, below the root of the tree."""
    found = list(pages)
    paths = {page.path[:end] for page in found for end in range(2 * page.steplen, len(page.path), page.steplen)}
    return [*found, *Page.objects.filter(path__in=paths)]


class Purge:
    """What a transaction makes old; sent when it commits."""

    def __init__(self) -> None:
        self.addresses: set[str] = set()
        self.is_sent = False

    def __call__(self) -> None:
        self.is_sent = True
        sender.send(self.addresses)


def purge_addresses(addresses: Iterable[str]) -> None:
    """Drop them after the commit, in one batch with whatever else the transaction drops."""
    alias = database()
    waiting = connections[alias].run_on_commit if connections[alias].in_atomic_block else []
    waiting_purges = (entry[1] for entry in waiting if isinstance(entry[1], Purge))
    purge = next((purge for purge in waiting_purges if not purge.is_sent), None)
    if purge is not None:
        purge.addresses.update(addresses)
        return
    purge = Purge()
    purge.addresses.update(addresses)
    transaction.on_commit(purge, using=alias, robust=True)


class Sender:
    """A thread that sends one batch after another; it is started when there is something to send."""

    def __init__(self) -> None:
        self.batches: queue.Queue[list[str]] = queue.Queue()
        self.lock = threading.Lock()
        self.thread: threading.Thread | None = None

    def send(self, addresses: Iterable[str]) -> None:
        """Have the addresses dropped soon."""
        ordered = sorted(addresses)
        for start in range(0, len(ordered), BATCH):
            self.batches.put(ordered[start : start + BATCH])
        with self.lock:
            if ordered and not (self.thread and self.thread.is_alive()):
                self.thread = threading.Thread(target=self.work, name="edge purge", daemon=True)
                self.thread.start()

    def work(self) -> None:
        """Send what there is, for as long as the process lives."""
        while True:
            batch = self.batches.get()
            try:
                PurgeBatch(batch).purge()
            except Exception as error:  # each backend has errors of its own; the change itself is stored
                logger.warning("The cache before the site was not told of a change (%s)", type(error).__name__)
            finally:
                self.batches.task_done()

    def wait(self, seconds: float) -> bool:
        """Whether everything was sent within the time."""
        until = time.monotonic() + seconds
        while self.batches.unfinished_tasks and time.monotonic() < until:
            time.sleep(0.01)
        return not self.batches.unfinished_tasks


sender = Sender()
atexit.register(lambda: sender.wait(WAIT_AT_EXIT))
