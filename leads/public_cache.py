"""Makes public Wagtail pages the same bytes for everybody, so that any shared cache may keep them."""

from django.conf import settings
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import get_conditional_response, patch_vary_headers, set_response_etag

PUBLIC = "public, max-age=0, s-maxage=60, stale-while-revalidate=600"
PRIVATE = "private, no-store"
PUBLIC_VIEWS = {("", "wagtail_serve"), ("leads", "enquiry"), ("leads", "thanks")}
"""App and name of the URLs below which the same page is meant for everybody."""

UNSHARED = {"private", "no-store", "no-cache"}
"""What a view may have said already; it knows better."""

PERSONAL_VARY = {"cookie", "accept-language"}
"""What anonymous pages do not depend on, though middleware below says so."""


def public(view):
    """Mark a view whose answer is meant for everybody, so that `PublicPageMiddleware` treats it as a page."""
    view.is_public = True
    return view


class PublicPageMiddleware:
    """Sets Cache-Control of public pages; other responses pass unchanged.

    A visitor without a session gets a public, revalidated page without `Vary: Cookie`; one with a session, a page
    behind a password, and any response that sets a cookie are private. Stands outside everything that varies
    by cookie, inside compression.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not is_public_page(request):
            return response
        if is_personal(request, response):
            response["Cache-Control"] = PRIVATE
            return response
        if request.method not in {"GET", "HEAD"} or response.status_code != 200 or response.streaming:
            return response
        drop_personal_vary(response)
        is_shared = not UNSHARED & set(response.get("Cache-Control", "").replace(",", " ").split())
        return make_public(request, response) if is_shared else response


class PublicPageGZipMiddleware(GZipMiddleware):
    """Compresses public pages to the same bytes for everybody; place it just outside `PublicPageMiddleware`.

    Django pads every compressed response at random, so that its length does not give away a secret within (BREACH).
    A public page holds no secret; every other response is left to Django's own middleware.
    """

    max_random_bytes = 0

    def process_response(self, request, response):
        if response.get("Cache-Control") != PUBLIC:
            return response
        return super().process_response(request, response)


def is_public_page(request) -> bool:
    """Whether the URL was answered by Wagtail's page tree, by an enquiry form's own page, or by a `public` view."""
    match = request.resolver_match
    if not match:
        return False
    return getattr(match.func, "is_public", False) or (match.app_name, match.url_name) in PUBLIC_VIEWS


def is_personal(request, response) -> bool:
    """Whether the response may hold something of this visitor's: a session came in, or a cookie goes out."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES or bool(response.cookies)


def drop_personal_vary(response) -> None:
    """Leave in `Vary` only what the response really depends on."""
    vary = [name.strip() for name in response.get("Vary", "").split(",") if name.strip()]
    del response["Vary"]
    kept = [name for name in vary if name.lower() not in PERSONAL_VARY]
    if kept:
        patch_vary_headers(response, kept)


def make_public(request, response):
    """Let shared caches keep the response for 60 s, or as long as its view says, and revalidate it by ETag.

    May answer 304.
    """
    response.setdefault("Cache-Control", PUBLIC)
    set_response_etag(response)
    return get_conditional_response(request, etag=response.get("ETag"), response=response)
