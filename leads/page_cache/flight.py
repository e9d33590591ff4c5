"""Single flight: of all requests for a page one renders it, and the others are served without rendering."""

import time

from leads.page_cache.entries import Entry
from leads.page_cache.visits import Visit

RENDERING_SECONDS = 10
"""The life of the lock: after it nobody waits for a renderer that was killed."""

LONGEST_WAIT = 3.0
"""Seconds after which a request that waits renders for itself; there is no older copy, and the renderer is slow."""

GLANCE_EVERY = 0.02


def join(visit: Visit) -> Entry | None:
    """What to answer with; None for whoever has to render.

    The lock is the page's, whatever the generation: a slow renderer never overwrites what a later one stored. The
    generation is read once more under the lock, so that the page is rendered wholly after its label was read.
    """
    until = time.monotonic() + LONGEST_WAIT
    while True:
        if visit.cache.add(lock_of(visit), 1, RENDERING_SECONDS):
            visit.is_renderer = True
            visit.look()
            if not visit.is_current:
                return None
            leave(visit)
            return visit.found
        if visit.is_stale:
            return visit.found
        if time.monotonic() > until:
            return None
        time.sleep(GLANCE_EVERY)
        visit.look()
        if visit.is_current:
            return visit.found


def leave(visit: Visit) -> None:
    """Let others render."""
    visit.is_renderer = False
    visit.cache.delete(lock_of(visit))


def lock_of(visit: Visit) -> str:
    """Under which the cache says that the page is being rendered."""
    return f"leads.page.{visit.key}.rendering"
