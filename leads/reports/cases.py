"""The leads of some days as reports count them, whether they are still there or were removed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from django.contrib.auth import get_user_model
from django.db.models import OuterRef, Q, QuerySet, Subquery
from wagtail.models import Site

from leads.clinics import clinic_of
from leads.clock import time_zone
from leads.models import (
    Activity,
    ActivityKind,
    Enquiry,
    Lead,
    LeadStatus,
    LostReason,
    Tombstone,
    TombstoneKind,
    Verdict,
)
from leads.models.tombstone import RELEASED

MINUTE = timedelta(minutes=1)

COUNTED = (
    "pk",
    "site_id",
    "page_id",
    "page_title",
    "source",
    "owner_id",
    "status",
    "lost_reason",
    "created_at",
    "clock_started_at",
    "first_response_at",
    "response_due_at",
    "breached_at",
    "emptied_into_id",
    "converted_at",
)
"""What a case is made of, besides its subject; nothing of the person is read."""

REMOVED_CASE = Q(kind=TombstoneKind.LEAD) & ~Q(lost_reason=LostReason.MOVED)
"""Tombstones of leads that were cases of their own."""


@dataclass(frozen=True)
class Case:
    """One lead: what it is counted by, and what became of it.

    `response_minutes` pass by the clock on the wall between the start of the response clock and the first answer.
    `is_kept` is None where no promise has fallen due.
    """

    day: date
    hour: int | None
    page: int | None
    page_title: str
    subject: str
    source: str
    owner: int | None
    owner_name: str
    status: str
    lost_reason: str
    was_booked: bool
    was_converted: bool
    response_minutes: int | None
    is_kept: bool | None


@dataclass(frozen=True)
class Arrival:
    """One enquiry that reached the desk, by its day and the page that it came from."""

    day: date
    page: int | None
    page_title: str
    subject: str


def zone_of(site: Site | None) -> tzinfo:
    """The time zone by which a site's days are counted."""
    return time_zone(clinic_of(site))


def day_in(moment: datetime, zone: tzinfo) -> date:
    """The local day of a moment."""
    return moment.astimezone(zone).date()


def span_of(first: date, last: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """The first instant of a local day, and that of the day after another."""
    return datetime.combine(first, time(), zone), datetime.combine(last + timedelta(days=1), time(), zone)


def cases_of(site: Site | None, first: date, last: date, zone: tzinfo) -> Iterator[Case]:
    """Every lead that a site received from one local day to another and that is a case of its own; four queries."""
    begin, end = span_of(first, last, zone)
    leads = Lead.objects.not_emptied().filter(site=site, created_at__gte=begin, created_at__lt=end).order_by()
    booked, names = booked_among(leads.values("pk")), names_of(leads.values("owner"))
    for row in rows_of(leads):
        yield case_of(row, zone, names, was_booked=row.pk in booked)
    removed = Tombstone.objects.filter(REMOVED_CASE, site=site, received_on__range=(first, last))
    yield from map(case_of_tombstone, removed.select_related("owner").order_by())


def cases_by_lead(leads: Iterable[Lead]) -> dict[int, Case]:
    """The cases of some leads by key, whatever their days; three queries and those for zones."""
    stored = Lead.objects.filter(pk__in=[lead.pk for lead in leads]).order_by()
    booked, names = booked_among(stored.values("pk")), names_of(stored.values("owner"))
    zones = Zones()
    return {row.pk: case_of(row, zones[row.site_id], names, was_booked=row.pk in booked) for row in rows_of(stored)}


def rows_of(leads: QuerySet[Lead]) -> Iterator:
    """What leads are counted by, as plain rows: a first counting reads all leads there are."""
    subject = Enquiry.objects.filter(lead=OuterRef("pk")).order_by("received_at", "pk").values("subject")[:1]
    return leads.annotate(page_subject=Subquery(subject)).values_list(*COUNTED, "page_subject", named=True)


def names_of(owners: QuerySet) -> dict[int | None, str]:
    """What users are called, by key; nobody is called nothing."""
    users = get_user_model()._default_manager.filter(pk__in=owners)
    return {None: ""} | {user.pk: name_of(user) for user in users}


class Zones(dict[int | None, tzinfo]):
    """Time zones by the keys of sites, looked up when first asked for."""

    def __missing__(self, site: int | None) -> tzinfo:
        self[site] = zone_of(Site.objects.filter(pk=site).first())
        return self[site]


def booked_among(leads) -> set[int]:
    """Those of the leads (keys, or a query for them) that have ever been booked, unless that was taken back."""
    bookings = Activity.objects.filter(lead__in=leads, kind=ActivityKind.STATUS, to_value=LeadStatus.BOOKED)
    return set(bookings.order_by().values_list("lead", flat=True))


def case_of(lead, zone: tzinfo, names: dict[int | None, str], *, was_booked: bool) -> Case:
    """A lead that is still there, from a row of `rows_of`; its subject is its first page's, never what was typed."""
    created = lead.created_at.astimezone(zone)
    return Case(
        day=created.date(),
        hour=created.hour,
        page=lead.page_id,
        page_title=lead.page_title,
        subject=lead.page_subject or "",
        source=lead.source,
        owner=lead.owner_id,
        owner_name=names.get(lead.owner_id, ""),
        status=lead.status,
        lost_reason=LostReason.MOVED.value if lead.emptied_into_id else lead.lost_reason,
        was_booked=was_booked,
        was_converted=lead.converted_at is not None,
        response_minutes=response_minutes(lead),
        is_kept=is_kept(lead),
    )


def case_of_tombstone(stone: Tombstone) -> Case:
    """A lead that was removed; the oldest tombstones do not know all of it."""
    return Case(
        day=stone.received_on,
        hour=stone.received_hour,
        page=stone.page_id,
        page_title=stone.page_title,
        subject=stone.subject,
        source=stone.source,
        owner=stone.owner_id,
        owner_name=name_of(stone.owner),
        status=stone.status,
        lost_reason=stone.lost_reason,
        was_booked=stone.was_booked,
        was_converted=stone.was_converted,
        response_minutes=stone.response_minutes,
        is_kept=stone.is_answered_in_time,
    )


def name_of(owner) -> str:
    """What a user is called; nobody is called nothing."""
    return (owner.get_full_name() or owner.get_username()) if owner else ""


def arrivals_of(site: Site | None, first: date, last: date, zone: tzinfo) -> Iterator[Arrival]:
    """Every enquiry that a site received in that time and that reached the desk; two queries."""
    begin, end = span_of(first, last, zone)
    stored = Enquiry.objects.filter(
        site=site, received_at__gte=begin, received_at__lt=end, lead__isnull=False, verdict=Verdict.ACCEPTED
    )
    removed = Tombstone.objects.filter(
        Q(verdict=Verdict.ACCEPTED) | Q(verdict=RELEASED),
        kind=TombstoneKind.ENQUIRY,
        site=site,
        received_on__range=(first, last),
    )
    place = ("page", "page_title", "subject")
    for moment, *about in stored.order_by().values_list("received_at", *place):
        yield Arrival(day_in(moment, zone), *about)
    for about in removed.order_by().values_list("received_on", *place):
        yield Arrival(*about)


def response_minutes(lead) -> int | None:
    """Whole minutes between the start of the lead's clock and its first answer; None without one."""
    if lead.first_response_at is None:
        return None
    return max(0, (lead.first_response_at - (lead.clock_started_at or lead.created_at)) // MINUTE)


def is_kept(lead) -> bool | None:
    """Whether the promise to answer was kept; None while it can still be, and where none was made."""
    if lead.response_due_at is None:
        return None
    if lead.first_response_at is None:
        return False if lead.breached_at else None
    return lead.first_response_at <= lead.response_due_at
