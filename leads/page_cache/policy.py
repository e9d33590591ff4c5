"""Which responses are meant for everybody, and what they tell shared caches."""

from django.conf import settings
from django.utils.cache import patch_vary_headers

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


def is_public_page(request) -> bool:
    """Whether the URL was answered by Wagtail's page tree, by an enquiry form's own page, or by a `public` view."""
    match = request.resolver_match
    if not match:
        return False
    return getattr(match.func, "is_public", False) or (match.app_name, match.url_name) in PUBLIC_VIEWS


def has_session(request) -> bool:
    """Whether a session came in; cookies are read only where its name stands among them."""
    cookies = request.META.get("HTTP_COOKIE")
    return bool(cookies) and settings.SESSION_COOKIE_NAME in cookies and settings.SESSION_COOKIE_NAME in request.COOKIES


def is_personal(request, response) -> bool:
    """Whether the response may hold something of this visitor's: a session came in, or a cookie goes out."""
    return has_session(request) or bool(response.cookies)


def drop_personal_vary(response) -> None:
    """Leave in `Vary` only what the response really depends on."""
    kept = [name for name in vary_of(response) if name.lower() not in PERSONAL_VARY]
    del response["Vary"]
    if kept:
        patch_vary_headers(response, kept)


def is_shared(response) -> bool:
    """Whether its view left it to shared caches."""
    return not UNSHARED & set(response.get("Cache-Control", "").replace(",", " ").split())


def may_be_kept(request, response) -> bool:
    """Whether the finished response of a public page is the same for everybody who asks for its address."""
    return (
        response.get("Cache-Control") == PUBLIC
        and {name.lower() for name in vary_of(response)} <= {"accept-encoding"}
        and not getattr(request, "is_preview", False)
    )


def vary_of(response) -> list[str]:
    """The headers that the response says it depends on."""
    return [name.strip() for name in response.get("Vary", "").split(",") if name.strip()]
