"""Lets browsers prepare the page that a visitor is about to open: the `Speculation-Rules` of public pages.

A browser that knows them (Chromium's) renders a link's page while the pointer rests on it or the finger goes down;
others pass them over. The rules are a file of the site's own, so a policy against inline scripts needs no exception.
"""

from contextlib import suppress

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from leads.page_cache.policy import is_personal, is_public_page, is_shared

CONTENT_TYPE = "application/speculationrules+json"
EAGERNESS = "moderate"

NOT_FOR_READING = {
    "wagtailadmin_home": ("", ()),
    "wagtaildocs_serve": ("1/document", (1, "document")),
    "leads:thanks": ("thanks/", ()),
    "reader_questions:thanks": ("thanks/", ()),
}
"""Views, each with the end of its address and what the address is made with. Below what is before that end nothing is
prepared: it is for staff, acts, or is no page."""


class SpeculationRulesMiddleware:
    """Names the rules on every page that shared caches may keep; a page for one person has no such header.

    Stands inside `PublicPageMiddleware`, which keeps the header with the page. A host that does not mount
    `treatment_pages.discovery.urls` has no rules, and its pages no header.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_public_html(request, response):
            with suppress(NoReverseMatch):
                response.setdefault("Speculation-Rules", f'"{reverse("treatment_discovery:speculation_rules")}"')
        return response


def is_public_html(request, response) -> bool:
    """Whether the response is a page that was found and is meant for everybody."""
    is_html = response.get("Content-Type", "").startswith("text/html")
    is_for_everybody = is_public_page(request) and is_shared(response) and not is_personal(request, response)
    return is_html and response.status_code == 200 and is_for_everybody


def speculation_rules() -> dict:
    """Every link to a page of the site is prepared, but none with a query, none that acts, and no file."""
    excluded = [f"{path}*" for path in excluded_paths()]
    where = {
        "and": [
            {"href_matches": "/*"},
            {"not": {"href_matches": [*excluded, "/*\\?(.+)", "/*.:ending(\\w+)"]}},
            {"not": {"selector_matches": "[rel~=nofollow], [rel~=external], [download], [target=_blank]"}},
        ]
    }
    return {"prerender": [{"where": where, "eagerness": EAGERNESS}]}


def excluded_paths() -> list[str]:
    """Where addresses begin behind which there is no page to read, in every language of the site."""
    paths = dict.fromkeys(url for url in (settings.STATIC_URL, settings.MEDIA_URL) if url and url.startswith("/"))
    for view, (end, arguments) in NOT_FOR_READING.items():
        for code, _name in settings.LANGUAGES:
            with translation.override(code):
                paths |= dict.fromkeys(_beginnings(view, end, arguments))
    return list(paths)


def _beginnings(view: str, end: str, arguments: tuple) -> list[str]:
    try:
        return [reverse(view, args=arguments).removesuffix(end)]
    except NoReverseMatch:
        return []
