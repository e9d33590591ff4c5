"""What the site's theme asks of the database: the menu and the opening hours, in one query each."""

from dataclasses import dataclass
from datetime import time
from itertools import groupby

from django import template
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from wagtail.models import Site

from leads.clock import opening_week
from leads.models import ClinicSettings
from leads.models.clinic import Weekday

register = template.Library()


@dataclass(frozen=True)
class MenuItem:
    """A link of the menu; `current` is the value of aria-current, empty when the visitor is elsewhere."""

    title: str
    url: str
    current: str


def _current(url: str, path: str) -> str:
    """`page` on the linked page itself, `true` on a page below it."""
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""


@register.simple_tag(takes_context=True)
def main_menu(context) -> list[MenuItem]:
    """The published children of the site's root that are marked “show in menus”; empty without a site."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None:
        return []
    pages = site.root_page.get_children().live().in_menu()
    urls = ((page.title, page.get_url(request)) for page in pages)
    return [MenuItem(title, url, _current(url, request.path)) for title, url in urls if url]


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
