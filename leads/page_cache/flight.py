"""Single flight: of all requests for a page one renders it, and the others are served without rendering."""

import time

from leads.page_cache.entries import Entry
from leads.page_cache.generation import Totals, number_of
from leads.page_cache.visits import Visit

RENDERING_SECONDS = 10
"""The life of the lock: after it nobody waits for a renderer that was killed."""

LONGEST_WAIT = 3.0
"""Seconds after which a request that waits renders for itself; there is no older copy, and the renderer is slow."""

LONGEST_WAIT_BESIDE_A_COPY = 1.0
"""Seconds after which it is served the copy of before, so that no slow page holds all threads of a process."""

GLANCE_EVERY = 0.02


def join(visit: Visit) -> Entry | None:
    """What to answer with; None for whoever has to render.

    Whoever asks after a commit waits for a page that shows it, also where somebody began to render before the commit.

    The lock is the page's, whatever the generation: a slow renderer never overwrites what a later one stored. The
    generation is read once more under the lock, so that the page is rendered wholly after its label was read.
    """
    asked_at, began = visit.totals, time.monotonic()
    while True:
        if visit.cache.add(lock_of(visit), 1, RENDERING_SECONDS):
            visit.is_renderer = True
            visit.look()
            if not visit.is_current:
                return None
            leave(visit)
            return visit.found
        if time.monotonic() - began > (LONGEST_WAIT_BESIDE_A_COPY if visit.is_stale else LONGEST_WAIT):
            return visit.found if visit.is_stale else None
        time.sleep(GLANCE_EVERY)
        visit.look()
        if shows(visit, asked_at):
            return visit.found


def shows(visit: Visit, totals: Totals) -> bool:
    """Whether what was found shows all changes of that time; others may have followed meanwhile."""
    return visit.is_stale and visit.found.number >= number_of(totals, visit.found.site)


def leave(visit: Visit) -> None:
    """Let others render."""
    visit.is_renderer = False
    visit.cache.delete(lock_of(visit))


def lock_of(visit: Visit) -> str:
    """Under which the cache says that the page is being rendered."""
    return f"leads.page.{visit.key}.rendering"
