"""The cache in which pages are kept. It is a help, never a condition: when it fails, pages are rendered.

Whoever uses it catches `CacheFailedError`, or does so by `try_to()`. After a failure it is left alone for some
seconds, so that a server that hangs does not slow every page down.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.cache import BaseCache, caches
from django.core.cache.backends.dummy import DummyCache
from django.core.cache.backends.locmem import LocMemCache
from django.db import DatabaseError, InterfaceError

from leads import conf

TOTALS, TELLING = "leads.pages.totals", "leads.pages.telling"
TOTALS_SECONDS = 10
"""After this time the database is asked again: what a commit could not tell the cache is known then at the latest."""

TELLING_SECONDS = 3
LEFT_ALONE_SECONDS = 2.0
"""For so long a cache that failed is not asked again."""

LOG_EVERY = 60.0
"""Seconds between two lines about it in the log of one process."""

logger = logging.getLogger(__name__)


class CacheFailedError(Exception):
    """The cache does not answer, or is left alone because it did not."""


class Health:
    """What this process knows of the cache's state."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.asked_again_at = 0.0
        self.logged_at = -LOG_EVERY
        self.owes_a_telling = False
        """Whether the cache may have missed a commit, and must be told before it is believed."""

    def note_failure(self, error: Exception) -> None:
        """Leave the cache alone for a while; the log names the kind of error, nothing that was in the cache."""
        now = time.monotonic()
        self.asked_again_at, self.owes_a_telling = now + LEFT_ALONE_SECONDS, True
        if now - self.logged_at >= LOG_EVERY:
            self.logged_at = now
            logger.warning("The cache of pages fails (%s); pages are rendered meanwhile", type(error).__name__)

    @property
    def is_left_alone(self) -> bool:
        return time.monotonic() < self.asked_again_at


health = Health()


def page_cache() -> BaseCache | None:
    """The cache that LEADS["PAGE_CACHE"] names; None where pages are not kept."""
    alias = conf.get("PAGE_CACHE")
    if not alias:
        return None
    cache = caches[alias]
    return None if isinstance(cache, DummyCache) else getattr(cache, "strict", cache)


def is_shared(cache: BaseCache) -> bool:
    """Whether other processes see what is stored; what is in local memory they cannot be told of."""
    return not isinstance(cache, LocMemCache)


@contextmanager
def answering() -> Iterator[None]:
    """Use the cache; every error of it becomes `CacheFailedError`, also while it is left alone."""
    if health.is_left_alone:
        raise CacheFailedError
    try:
        yield
    except CacheFailedError:
        raise
    except (DatabaseError, InterfaceError) as error:
        raise CacheFailedError from error
    except Exception as error:  # each library of a cache has errors of its own
        health.note_failure(error)
        raise CacheFailedError from error


def read(cache: BaseCache, *keys: str, version: int | None = None) -> dict[str, Any]:
    """What lies under the keys, in one round trip; what cannot be read is removed and counts as missing."""
    try:
        return cache.get_many(keys, version=version)
    except Exception:  # a server that is down fails again here, a value that is broken does not
        cache.delete_many(keys, version=version)
        return {}


def try_to(job: Callable[[], object]) -> None:
    """Do with the cache what can be done."""
    try:
        with answering():
            job()
    except CacheFailedError:
        health.owes_a_telling = True


def tell_first(tell: Callable[[], object]) -> None:
    """Tell the cache what it may have missed before anybody believes it; the others wait meanwhile."""
    with health.lock:
        tell()
        health.owes_a_telling = False
