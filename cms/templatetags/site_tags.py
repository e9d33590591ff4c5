"""What the site's theme asks of the database: the menu and the opening hours, in one query each."""

from dataclasses import dataclass
from datetime import time
from itertools import groupby
from typing import NamedTuple

from django import template
from django.conf import settings
from django.db.models import CharField, IntegerField
from django.utils.formats import time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from leads.clock import opening_week
from leads.models import ClinicSettings
from leads.models.clinic import Weekday
from leads.prepared import Parameter, Prepared
from treatment_pages.head import translations
from treatment_pages.models import TreatmentIndexPage, TreatmentPage
from treatment_pages.models.routing import known_ancestors

register = template.Library()

SIGNPOSTED = 6
"""Treatments that a page not found leads to."""


menu_pages = Prepared(
    lambda: (
        Page.objects.live()
        .in_menu()
        .filter(depth=Parameter("depth", IntegerField()), path__startswith=Parameter("path", CharField()))
        .order_by("path")
    ),
    keeps_records=True,
)


@dataclass(frozen=True)
class MenuItem:
    """A link of the menu; `current` is the value of aria-current, empty when the visitor is elsewhere."""

    title: str
    url: str
    current: str


class Language(NamedTuple):
    """The page in another language, by the name that its readers give it."""

    name: str
    code: str
    url: str


def _current(url: str, path: str) -> str:
    """`page` on the linked page itself, `true` on a page below it."""
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""


@register.simple_tag(takes_context=True)
def main_menu(context) -> list[MenuItem]:
    """The published children of the front page that are marked “show in menus”; empty without a site."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None:
        return []
    front = _front_page(context, site)
    pages = menu_pages.all(path=front.path, depth=front.depth + 1)
    urls = ((page.title, page.get_url(request)) for page in pages)
    return [MenuItem(title, url, _current(url, request.path)) for title, url in urls if url]


def _front_page(context, site: Site) -> Page:
    """The front page in the visitor's language; no query on a page that was routed or is in the main language."""
    page = context.get("page")
    above = [page, *known_ancestors(page)][-1] if isinstance(page, Page) else None
    if above and above.translation_key == site.root_page.translation_key:
        return above
    return site.root_page if get_language() == settings.LANGUAGE_CODE else site.root_page.localized


@register.simple_tag(takes_context=True)
def other_languages(context) -> list[Language]:
    """The page in other languages that visitors can read it in; no query besides that of the page's head."""
    page, request = context.get("page"), context.get("request")
    if not isinstance(page, Page) or not page.pk:
        return []
    names = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    found = ((one.locale.language_code, one.get_url(request)) for one in translations(page))
    return sorted(Language(names.get(code, code), code, url) for code, url in found if url)


@register.simple_tag(takes_context=True)
def signpost(context) -> tuple[TreatmentIndexPage | None, list[TreatmentPage]]:
    """For visitors who lost their way: the site's treatment index and its first treatments, in the editors' order."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None:
        return None, []
    root = _front_page(context, site)
    index = TreatmentIndexPage.objects.descendant_of(root).live().public().first()
    treatments = TreatmentPage.objects.descendant_of(root).live().public().defer_streamfields().order_by("path")
    return index, list(treatments[:SIGNPOSTED])


@register.simple_tag
def opening_days(clinic: ClinicSettings) -> list[tuple[str, list[str]]]:
    """The week from Monday as (days, spans of time); neighbouring days that open alike share a row.

    Empty for a clinic that states no opening hours.
    """
    week = opening_week(clinic)
    days_alike = [list(days) for _spans, days in groupby(Weekday, key=week.get)] if week else []
    return [(_days_label(days), [_span_label(*span) for span in week.get(days[0], [])]) for days in days_alike]


def _span_label(opens: time, closes: time) -> str:
    """Such as 09:00–18:00."""
    return f"{time_format(opens, 'H:i')}–{time_format(closes, 'H:i')}"


def _days_label(days: list[Weekday]) -> str:
    """“Monday”, or “Tuesday to Friday” for several in a row."""
    if len(days) == 1:
        return str(days[0].label)
    return _("%(first)s to %(last)s") % {"first": days[0].label, "last": days[-1].label}
