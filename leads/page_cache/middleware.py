"""Makes public pages the same bytes for everybody, keeps them, and serves what it kept."""

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import get_conditional_response, set_response_etag

from leads import conf
from leads.page_cache import flight, policy, store
from leads.page_cache.entries import Entry, variants
from leads.page_cache.lifetime import true_until
from leads.page_cache.visits import Visit, is_visit, own_files
from leads.sites import site_for, site_to_route

VISIT = "_leads_visit"
GZIP = "django.middleware.gzip.GZipMiddleware"


class PublicPageMiddleware:
    """Stands outside all other middleware.

    A visitor without a session gets a public, revalidated, compressed page without `Vary: Cookie`, from the cache where
    it lies there; one with a session, a page behind a password, and any response that sets a cookie are private. Other
    responses pass unchanged. Nothing of a public page is compressed twice: Django's own compression, where a host has
    it, is left what is not meant for everybody, since it pads every response at random (BREACH).
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.files = own_files()
        self.gzip = GZipMiddleware(get_response) if GZIP in settings.MIDDLEWARE else None

    def __call__(self, request):
        if not is_visit(request, self.files):
            return self.unkept(request)
        visit = Visit.of(request, store.page_cache())
        if visit.key is not None:
            look(visit)
            if visit.is_current:
                return visit.found.respond(request)
        setattr(request, VISIT, visit)
        return self.served(visit)

    def process_view(self, request, view, args, kwargs):
        """A public page is about to be rendered: for everybody, and by one request only."""
        visit = getattr(request, VISIT, None)
        if visit is None or not policy.is_public_page(request):
            return None
        visit.share()
        site_to_route(request)  # which Wagtail then need not look for
        if visit.key is not None and request.method == "GET":
            visit.answer = joined(visit)
        return HttpResponse() if visit.answer else None

    def unkept(self, request):
        """The answer to whoever may see something of their own."""
        response = self.get_response(request)
        if policy.is_public_page(request):
            if policy.is_personal(request, response):
                response["Cache-Control"] = policy.PRIVATE
            elif is_page(request, response):
                policy.drop_personal_vary(response)
                return make_public(request, response) if policy.is_shared(response) else response
        return response

    def served(self, visit: Visit):
        """The answer of the view, or of another request's; whatever was hidden from the view is back afterwards."""
        request = visit.request
        entries: dict[str, Entry] = {}
        try:
            response = self.get_response(request)
            visit.restore()
            if visit.answer:
                return visit.answer.respond(request)
            if not policy.is_public_page(request):
                return response
            response, entries = finished(visit, response)
        finally:
            if visit.is_renderer:
                land(visit, entries)
        if self.gzip and response.get("Cache-Control") != policy.PUBLIC:
            return self.gzip.process_response(request, response)
        return response


def look(visit: Visit) -> None:
    """Look for the page; a cache that fails leaves the visit without a key."""
    try:
        with store.answering():
            visit.look()
    except store.CacheFailedError:
        visit.key, visit.found = None, None


def joined(visit: Visit) -> Entry | None:
    """The page as somebody else renders it; None where this request has to."""
    try:
        with store.answering():
            return flight.join(visit)
    except store.CacheFailedError:
        visit.is_renderer = False
        return None


def land(visit: Visit, entries: dict[str, Entry]) -> None:
    """Keep what was rendered, or forget what was kept under its address, and let others render."""
    store.try_to(lambda: visit.keep(entries) if entries else visit.forget())
    store.try_to(lambda: flight.leave(visit))


def finished(visit: Visit, response) -> tuple[HttpResponse, dict[str, Entry]]:
    """The visitor's response, and the variants that are to be kept."""
    request = visit.request
    if response.cookies:
        response["Cache-Control"] = policy.PRIVATE
        return response, {}
    if not is_page(request, response):
        return response, {}
    policy.drop_personal_vary(response)
    if not policy.is_shared(response):
        return response, {}
    response.setdefault("Cache-Control", policy.PUBLIC)
    if response["Cache-Control"] != policy.PUBLIC or response.has_header("Content-Encoding"):
        return make_public(request, response), {}
    if not visit.is_renderer or not is_kept(request, response):
        return variants(response, encodings=[visit.encoding])[visit.encoding].respond(request), {}
    site = site_for(request).pk
    number = visit.number_for(site)
    entries = variants(response, site=site, number=number, until=true_until(request))
    return entries[visit.encoding].respond(request), entries


def is_page(request, response) -> bool:
    """Whether it is a page at all, whole and in memory."""
    return request.method in {"GET", "HEAD"} and response.status_code == 200 and not response.streaming


def is_kept(request, response) -> bool:
    """Whether the page is kept: for everybody, of one of our sites, and not too large."""
    return (
        policy.may_be_kept(request, response)
        and len(response.content) <= conf.get("PAGE_CACHE_MAX_BYTES")
        and has_valid_host(request)
        and site_for(request) is not None
    )


def has_valid_host(request) -> bool:
    """Whether Django accepts the host, which is part of the key: nothing is ever found under another one."""
    try:
        request.get_host()
    except DisallowedHost:
        return False
    return True


def make_public(request, response):
    """Let shared caches keep the response for 60 s, or as long as its view says, and revalidate it by ETag.

    May answer 304.
    """
    response.setdefault("Cache-Control", policy.PUBLIC)
    set_response_etag(response)
    return get_conditional_response(request, etag=response.get("ETag"), response=response)
