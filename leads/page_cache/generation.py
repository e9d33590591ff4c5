"""The content generation of each site: counted in the database, told to the cache that all web processes share."""

import time

from django.core.cache import BaseCache
from django.db import connections, router, transaction
from django.db.models import Sum
from wagtail.models import Site

from leads.models import ContentChange
from leads.page_cache import store
from leads.prepared import Prepared

Totals = dict[int, int]
"""Committed changes by site; under 0 those of all sites."""

PATIENCE = 1.0
"""Seconds that a commit waits for another that tells the cache just now."""

prepared = Prepared(
    lambda: (
        ContentChange.objects.using(database())
        .order_by()
        .values("site")
        .annotate(total=Sum("count"))
        .values_list("site", "total")
    )
)


class Memory:
    """What this process saw last; only where each process has a cache of its own."""

    totals: Totals | None = None


memory = Memory()


def database() -> str:
    """The alias of the database that changes are written to; a replica may be late."""
    return router.db_for_write(ContentChange)


def read_totals() -> Totals:
    """What the database says; one cheap query."""
    return {site or 0: int(total) for site, total in prepared.all()}


def number_of(totals: Totals, site: int) -> int:
    """The generation of a site; it only grows."""
    return totals.get(site, 0) + totals.get(0, 0)


def count_change(site: int | None = None, *, purges_site: bool = False) -> None:
    """Count a change of a site, or of all: within the caller's transaction, and told to the cache when it commits."""
    ContentChange.objects.create(site_id=site, purges_site=purges_site)
    publish_on_commit()


def publish_on_commit() -> None:
    """Tell the cache once when the transaction commits, however many changes it holds."""
    alias = database()
    waiting = connections[alias].run_on_commit
    if not connections[alias].in_atomic_block or all(entry[1] is not publish for entry in waiting):
        transaction.on_commit(publish, using=alias, robust=True)


def publish() -> None:
    """Tell the shared cache what the database says; a cache that cannot be told is told when it answers again."""
    cache = store.page_cache()
    if cache is None or not store.is_shared(cache):
        return
    store.try_to(lambda: store.tell_first(lambda: tell(cache, patience=PATIENCE)))


def current_totals(cache: BaseCache, found: object) -> Totals:
    """The totals that were found in the shared cache, or, where they have run out, those of the database."""
    if type(found) is dict:
        return found
    if store.is_shared(cache):
        return tell(cache, patience=0)
    totals = read_totals()
    if totals != memory.totals:
        # Wagtail keeps the addresses of sites in this process's memory for an hour, whatever other processes change.
        memory.totals = totals
        Site.clear_site_root_paths_cache()
    return totals


def tell(cache: BaseCache, *, patience: float) -> Totals:
    """Read the database and tell the cache. One at a time, so that no older number ever replaces a newer one.

    Whoever has no `patience` while another tells leaves it to them.
    """
    until = time.monotonic() + patience
    while not (is_alone := cache.add(store.TELLING, 1, store.TELLING_SECONDS)) and time.monotonic() < until:
        time.sleep(0.005)
    totals = read_totals()
    if is_alone or patience:
        cache.set(store.TOTALS, totals, store.TOTALS_SECONDS)
    if is_alone:
        cache.delete(store.TELLING)
    return totals
