"""Finds the days whose tallies cannot be right, however that came about."""

from collections import defaultdict
from datetime import date, tzinfo

from django.contrib.auth import get_user_model
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate
from wagtail.models import Site

from leads.models import DayTally, Enquiry, Lead, TallyDimension, Tombstone, TombstoneKind, Verdict
from leads.models.tombstone import RELEASED
from leads.reports.cases import REMOVED_CASE, zone_of

Day = tuple[int | None, date]
"""A site's key, and a local day."""

Numbers = dict[Day, list[int]]
"""How many leads and how many enquiries there were on a day."""


def differing_days() -> set[Day]:
    """Days with more or fewer leads or enquiries than were counted, such as those that nobody has counted yet."""
    stored, tallied = stored_numbers(), tallied_numbers()
    return {day for day in {*stored, *tallied} if stored.get(day) != tallied.get(day)}


def outdated_days() -> set[Day]:
    """Days counted by a page or an owner that is gone since."""
    page_model = Lead._meta.get_field("page").related_model
    return {
        *days_with_gone(TallyDimension.PAGE, page_model._default_manager.all()),
        *days_with_gone(TallyDimension.OWNER, get_user_model()._default_manager.all()),
    }


def stored_numbers() -> Numbers:
    """What the tables of leads, enquiries and tombstones hold; two queries for each site."""
    numbers: Numbers = defaultdict(lambda: [0, 0])
    for site in [None, *Site.objects.all()]:
        zone = zone_of(site)
        leads = by_day(Lead.objects.not_emptied().filter(site=site), "created_at", zone)
        arrived = Enquiry.objects.filter(site=site, lead__isnull=False, verdict=Verdict.ACCEPTED)
        for place, counted in enumerate((leads, by_day(arrived, "received_at", zone))):
            for day, number in counted:
                numbers[site and site.pk, day][place] += number
    for site, day, *removed in removed_numbers():
        for place, number in enumerate(removed):
            numbers[site, day][place] += number
    return {day: pair for day, pair in numbers.items() if any(pair)}


def by_day(rows: QuerySet, field: str, zone: tzinfo) -> QuerySet:
    """Local days with their numbers of rows."""
    days = rows.order_by().values_list(TruncDate(field, tzinfo=zone))
    return days.annotate(number=Count("pk"))


def removed_numbers() -> QuerySet:
    """Site, day, leads and enquiries of what was removed."""
    is_arrival = Q(kind=TombstoneKind.ENQUIRY, verdict__in=[Verdict.ACCEPTED, RELEASED])
    stones = Tombstone.objects.order_by().values_list("site", "received_on")
    return stones.annotate(leads=Count("pk", filter=REMOVED_CASE), enquiries=Count("pk", filter=is_arrival))


def tallied_numbers() -> Numbers:
    """What was counted."""
    rows = DayTally.objects.filter(dimension=TallyDimension.ALL).order_by()
    return {(site, day): list(pair) for site, day, *pair in rows.values_list("site", "day", "leads", "enquiries")}


def days_with_gone(dimension: str, existing: QuerySet) -> set[Day]:
    """Days counted by something of which there is no row any more."""
    rows = DayTally.objects.filter(dimension=dimension).order_by()
    values = {value for value in rows.values_list("value", flat=True).distinct() if value.isdecimal()}
    gone = values - set(map(str, existing.filter(pk__in=values).values_list("pk", flat=True)))
    return set(rows.filter(value__in=gone).values_list("site", "day"))
