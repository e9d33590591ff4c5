"""Silence and drift on Wagtail's home page, so that they are seen without opening the report."""

from dataclasses import dataclass

from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from leads.desk.permissions import lead_policy
from leads.reports.admin import URL_NAME
from leads.reports.drift import fallen_pages
from leads.reports.silence import silent_forms
from leads.reports.words import percent

KEPT_FOR = 300
"""Seconds for which the answer is kept for everybody with the same sites: a silence lasts longer."""

MOST = 3
"""Lines of each kind; the report has all."""


@dataclass(frozen=True)
class Notice:
    """A sentence about something that should have happened and did not."""

    text: str


def notices_for(user) -> list[Notice]:
    """What the report points out on the sites whose leads the user may see; four queries, most times none."""
    if not lead_policy.user_has_permission(user, "view"):
        return []
    sites = lead_policy.reach(user, "view").sites
    key = f"leads-report-notices-{'all' if sites is None else '-'.join(map(str, sorted(sites)))}"
    forms, pages = cache.get_or_set(key, lambda: found(sites), KEPT_FOR)
    return [*(silence(*form) for form in forms), *(fall(*page) for page in pages)]


def found(sites: frozenset[int] | None) -> tuple[list[tuple], list[tuple]]:
    """Silent forms and fallen pages by what is said of them."""
    forms = [(one.form.title, one.last_at) for one in silent_forms(sites)]
    return forms[:MOST], [(page.title, page.before, page.now) for page in fallen_pages(sites)][:MOST]


def silence(title: str, last_at) -> Notice:
    """What is said of a form that fell silent."""
    text = _("The form “%(form)s” has brought no enquiry since %(since)s, which is unusually long.")
    return Notice(text % {"form": title, "since": date_format(timezone.localtime(last_at), "DATE_FORMAT")})


def fall(title: str, before: float, now: float) -> Notice:
    """What is said of a page that brings fewer consultations."""
    text = _("“%(page)s” brings fewer consultations: %(now)s of its leads were booked lately, %(before)s before.")
    return Notice(text % {"page": title, "now": percent(now), "before": percent(before)})


class NoticePanel(Component):
    """The notices below the desk's figures; nothing at all while there are none."""

    name = "leads_report_notices"
    order = 25
    template_name = "leads/reports/notice_panel.html"

    def __init__(self, user) -> None:
        self.user = user

    def get_context_data(self, parent_context):
        return {"notices": notices_for(self.user), "url": reverse(URL_NAME)}


def add_notice_panel(request, panels: list) -> None:
    """Put the notices on the home page."""
    panels.append(NoticePanel(request.user))
