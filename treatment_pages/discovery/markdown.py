"""A page as Markdown: what visitors read on it, without the site around it."""

from typing import NamedTuple

from bs4 import BeautifulSoup
from django.http import Http404
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from wagtail.models import Page

from leads.clinics import clinic_for
from treatment_pages.discovery.to_markdown import to_markdown
from treatment_pages.head import MARKDOWN_TYPES

CONTENT = ("article.tp-article", "article", ".tp-page", "main")
"""Where a page's own content is, the best match first."""


class Document(NamedTuple):
    """A page in Markdown and the address of the page itself."""

    text: str
    canonical: str


def page_in_markdown(request, path: str) -> Document | None:
    """The page at `path`, its address without the last slash; None if visitors cannot open one there."""
    page = find_page(request, path)
    if page is None or page.get_view_restrictions().exists():
        return None
    canonical = page.get_full_url(request)
    html = render_to_string(page.get_template(request), page.get_context(request), request)
    clinic = clinic_for(request).name
    source = _("Page: %(url)s") % {"url": canonical}
    text = to_markdown(content_of(html), canonical)
    return Document(f"{text}\n\n---\n\n{clinic + '. ' if clinic else ''}{source}\n", canonical)


def find_page(request, path: str) -> Page | None:
    """The live page that Wagtail would serve at `path`, in the language of the path."""
    try:
        match = resolve(f"/{path}/")
    except Resolver404:
        return None
    if match.url_name != "wagtail_serve":
        return None
    try:
        route = Page.route_for_request(request, match.args[0] if match.args else match.kwargs["path"])
    except Http404:
        return None
    page = route.page if route else None
    return page if isinstance(page, MARKDOWN_TYPES) else None


def content_of(html: str):
    """The element that holds the page's own content, its title first."""
    soup = BeautifulSoup(html, "html.parser")
    content = next((found for selector in CONTENT if (found := soup.select_one(selector))), soup)
    if title := content.find("h1"):
        content.insert(0, title.extract())
    return content
