"""What should have happened and did not: a form that fell silent."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log

from django.db.models import Count, Max, Min
from django.utils import timezone
from wagtail.models import Site

from leads.models import Enquiry, EnquiryForm, Verdict
from leads.reports.cases import Zones

WEEK = timedelta(weeks=1)
LOOK_BACK = 8 * WEEK
"""From how much of its past it is judged what a form usually brings; a form that died longer ago is not named."""

KNOWN = 2 * WEEK
"""For how long a form must have brought enquiries before it is missed."""

USUAL = 8
"""Enquiries in that time below which a form is too quiet to be missed."""

CHANCE = 0.01
"""How unlikely a silence must be to be pointed out, if enquiries come by chance and as often as they used to.

Where `expected` of them usually come in the time, none comes with the chance exp(-expected) (Poisson process)."""

MISSED = -log(CHANCE)
"""Enquiries that usually come in a silence that is pointed out: 4.6."""

PEAK = 6
"""By how much the busiest hours of a week surpass its average at most; forms below that are not looked at closer."""


@dataclass(frozen=True)
class SilentForm:
    """A form that usually brings enquiries on a site and has had none since `last_at`."""

    form: EnquiryForm
    site: int | None
    last_at: datetime
    per_week: float


def silent_forms(sites: frozenset[int] | None, now: datetime | None = None) -> list[SilentForm]:
    """Forms in use that have been silent for longer than chance explains; two queries while all is well."""
    now = now or timezone.now()
    forms = EnquiryForm.objects.in_use().in_bulk()
    zones = Zones()
    return [
        SilentForm(forms[form], site, last, number / ((last - first) / WEEK))
        for form, site, number, first, last in brought(sites, now)
        if form in forms
        and number >= USUAL
        and last - first >= KNOWN
        and number / ((last - first) / WEEK) * ((now - last) / WEEK) * PEAK > MISSED
        and expected(moments(form, site, first), last, now, zones[site]) > MISSED
    ]


def brought(sites: frozenset[int] | None, now: datetime):
    """Form, site, number, first and last enquiry of all that brought some lately."""
    lately = Enquiry.objects.filter(verdict=Verdict.ACCEPTED, received_at__gt=now - LOOK_BACK, received_at__lte=now)
    if sites is not None:
        lately = lately.filter(site__in=sites)
    grouped = lately.filter(form__isnull=False).order_by().values_list("form", "site")
    return grouped.annotate(number=Count("pk"), first=Min("received_at"), last=Max("received_at"))


def moments(form: int, site: int | None, first: datetime) -> list[datetime]:
    """When its enquiries came."""
    came = Enquiry.objects.filter(form=form, site=site, verdict=Verdict.ACCEPTED, received_at__gte=first)
    return list(came.order_by().values_list("received_at", flat=True))


def expected(came: list[datetime], last: datetime, now: datetime, zone) -> float:
    """How many enquiries the same hours of the week usually bring: nights and weekends are no silence."""
    weeks = max(1.0, (max(came) - min(came)) / WEEK)
    whole, begin = (now - last) // WEEK, week_time(last, zone)
    length = (now - last) % WEEK
    inside = sum(timedelta() < (week_time(moment, zone) - begin) % WEEK <= length for moment in came)
    return (whole * len(came) + inside) / weeks


def week_time(moment: datetime, zone) -> timedelta:
    """How long after Monday's midnight on the clock on the wall."""
    local = moment.astimezone(zone)
    return timedelta(days=local.weekday(), hours=local.hour, minutes=local.minute, seconds=local.second)


def names_of_sites(silent: list[SilentForm]) -> dict[int, str]:
    """What the sites are called, where there are several; no query without a silent form."""
    if not silent or Site.objects.count() < 2:
        return {}
    return {site.pk: str(site) for site in Site.objects.filter(pk__in={one.site for one in silent if one.site})}
