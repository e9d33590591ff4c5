"""Wagtail's way to tell a cache before the site what to drop, with a limit on its time."""

import logging
from collections.abc import Iterable
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

from wagtail.contrib.frontend_cache.backends.http import HTTPBackend, PurgeRequest

logger = logging.getLogger(__name__)

SECONDS = 5.0
"""How long a cache may take to answer, unless TIMEOUT says otherwise; it only forgets a page."""


class TimedHTTPBackend(HTTPBackend):
    """Sends PURGE to `LOCATION`; what does not answer within `TIMEOUT` seconds is left alone until the next batch.

    Wagtail's own waits without end, and with it every later change of the process.
    """

    def __init__(self, params: dict) -> None:
        self.seconds = float(params.pop("TIMEOUT", SECONDS))
        super().__init__(params)

    def purge_batch(self, urls: Iterable[str]) -> None:
        """Drop what can be dropped; after an address without an answer the others would only wait as long."""
        for url in urls:
            if not self.is_answered(url):
                return

    def purge(self, url: str) -> None:
        """Drop one address."""
        self.purge_batch([url])

    def is_answered(self, url: str) -> bool:
        """Whether the cache took note of the address, if only to refuse."""
        parts = urlsplit(url)
        host = f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname
        place = parts._replace(scheme=self.cache_scheme, netloc=self.cache_netloc).geturl()
        try:
            with urlopen(PurgeRequest(place, headers={"Host": host}), timeout=self.seconds):  # noqa: S310 - LOCATION is the host's
                return True
        except HTTPError as error:
            logger.error("Couldn't purge %s: the cache answers %d", url, error.code)
            return True
        except (OSError, HTTPException) as error:
            logger.error("Couldn't purge %s (%s); pages in the cache are left to expire", url, type(error).__name__)
            return False
