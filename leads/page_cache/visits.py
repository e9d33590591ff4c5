"""A request without a session, on its way to a public page: what it asks for, and what was found."""

import time
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.conf.urls.i18n import is_language_prefix_patterns_used
from django.core.cache import BaseCache
from django.utils import translation
from django.utils.translation import get_language_from_path

from leads import conf
from leads.page_cache import generation, policy, store
from leads.page_cache.encodings import ENCODINGS, best_encoding
from leads.page_cache.entries import Entry, read_entry
from leads.page_cache.keys import key_of, shared_query

HIDDEN = ("HTTP_ACCEPT_ENCODING", "QUERY_STRING")


def own_files() -> tuple[str, ...]:
    """Where the addresses of files begin, which are no pages; an unset MEDIA_URL reads as "/"."""
    return tuple(url for url in (settings.STATIC_URL, settings.MEDIA_URL) if (url or "/").strip("/"))


def is_visit(request, files: tuple[str, ...]) -> bool:
    """Whether anybody could have sent it, and the answer may be a page; Wagtail previews with dummies."""
    return (
        request.method in {"GET", "HEAD"}
        and not policy.has_session(request)
        and "HTTP_AUTHORIZATION" not in request.META
        and not getattr(request, "is_dummy", False)
        and not request.path.startswith(files)
    )


@dataclass
class Visit:
    """What is known of one request; without a `key` its page is rendered and not kept."""

    request: Any
    encoding: str
    cache: BaseCache | None = None
    key: str | None = None
    totals: generation.Totals = field(default_factory=dict)
    found: Entry | None = None
    answer: Entry | None = None
    """What another request rendered meanwhile."""
    is_renderer: bool = False
    """Whether this request alone renders the page, and keeps it for the others."""
    hidden: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, request, cache: BaseCache | None) -> "Visit":
        """The visit of a request."""
        encoding = best_encoding(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        return cls(request, encoding, cache, key_of(request) if cache is not None else None)

    def glance(self) -> bool:
        """Whether the page lies in the shared cache, and is current by what the cache itself says of the content."""
        if store.health.owes_a_telling:
            return False
        name = self.name()
        found = store.read(self.cache, store.TOTALS, name)
        self.found, totals = read_entry(found.get(name)), found.get(store.TOTALS)
        self.totals = totals if type(totals) is dict else {}
        return type(totals) is dict and self.is_current

    def name(self, encoding: str = "") -> str:
        """Under which the cache holds a variant, that of the visitor unless another is named."""
        return f"leads.page.{self.key}.{encoding or self.encoding}"

    def look(self) -> None:
        """Read the page and the generation, in one round trip where the cache is shared."""
        if store.health.owes_a_telling and store.is_shared(self.cache):
            store.tell_first(lambda: generation.tell(self.cache, patience=generation.PATIENCE))
        name = self.name()
        found = store.read(self.cache, store.TOTALS, name)
        self.found = read_entry(found.get(name))
        self.totals = generation.current_totals(self.cache, found.get(store.TOTALS))

    @property
    def is_current(self) -> bool:
        """Whether what was found shows the content as it is now."""
        found = self.found
        return (
            found is not None
            and found.number == generation.number_of(self.totals, found.site)
            and time.time() < found.until
        )

    @property
    def is_stale(self) -> bool:
        """Whether what was found was true a change ago, and still is by the calendar."""
        return self.found is not None and time.time() < self.found.until

    def number_for(self, site: int) -> int:
        """The generation of a site, as it was when the visit looked last."""
        return generation.number_of(self.totals, site)

    def keep(self, entries: dict[str, Entry]) -> None:
        """Store all variants."""
        self.cache.set_many({self.name(encoding): entry[:] for encoding, entry in entries.items()}, kept_for(entries))

    def forget(self) -> None:
        """Remove all variants: the page has become one that is not kept."""
        self.cache.delete_many([self.name(encoding) for encoding in ENCODINGS])

    def share(self) -> None:
        """Let the view see only what every visitor of the page sends."""
        meta = self.request.META
        self.hidden = {name: meta.pop(name) for name in HIDDEN if name in meta}
        query = self.hidden.get("QUERY_STRING", "")
        shared = shared_query(query, tuple(conf.get("PAGE_CACHE_QUERY_KEYS")))
        meta["QUERY_STRING"] = query if shared is None else shared
        self.request.__dict__.pop("GET", None)
        if hasattr(self.request, "LANGUAGE_CODE"):
            speak_language_of_address(self.request)

    def restore(self) -> None:
        """The request as it came."""
        self.request.META.update(self.hidden)
        self.request.__dict__.pop("GET", None)


def speak_language_of_address(request) -> None:
    """The language that the address names, else the main one; never what one visitor's browser prefers."""
    is_prefixed, _default = is_language_prefix_patterns_used(getattr(request, "urlconf", settings.ROOT_URLCONF))
    language = (is_prefixed and get_language_from_path(request.path_info)) or settings.LANGUAGE_CODE
    if language != translation.get_language():
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()


def kept_for(entries: dict[str, Entry]) -> int:
    """Seconds until the cache may drop it."""
    return max(1, round(next(iter(entries.values())).until - time.time()))
