"""Counts the leads of each day, dimension by dimension, and stores the sums in place of the earlier ones."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import transaction
from wagtail.models import Site

from leads.matching import lock, lock_number
from leads.models import DayTally, LeadStatus, TallyDimension
from leads.reports.cases import Arrival, Case, arrivals_of, cases_of, zone_of

EXACT_MINUTES = 480
"""Up to eight hours the first response is counted to the minute, later ones to the hour."""

GONE = "="
"""What the key of a page that is gone begins with."""

Key = tuple[date, str, str]
"""A day, a dimension and a value."""


@transaction.atomic
def tally_days(site: Site | None, first: date, last: date) -> None:
    """Count days anew, from one to another; of two processes the second counts what the first has left."""
    lock_tallies()
    zone = zone_of(site)
    rows = count(cases_of(site, first, last, zone), arrivals_of(site, first, last, zone))
    DayTally.objects.filter(site=site, day__range=(first, last)).delete()
    for row in rows:
        row.site = site
    DayTally.objects.bulk_create(rows, batch_size=500)


def lock_tallies() -> None:
    """Wait until nobody counts, or removes what is counted; held until the transaction ends."""
    lock([lock_number("report tallies")])


def count(cases: Iterable[Case], arrivals: Iterable[Arrival]) -> list[DayTally]:
    """The sums of each day, one row for every value of every dimension."""
    rows: dict[Key, DayTally] = {}
    for case in cases:
        for dimension, value, label in values_of(case):
            add(row_of(rows, case.day, dimension, value, label), case)
    for arrival in arrivals:
        for dimension, value, label in places_of(arrival):
            row_of(rows, arrival.day, dimension, value, label).enquiries += 1
    return list(rows.values())


def row_of(rows: dict[Key, DayTally], day: date, dimension: str, value: str, label: str) -> DayTally:
    """The row of a value, made when it is first needed."""
    key = day, dimension, value[:255]
    if key not in rows:
        rows[key] = DayTally(day=day, dimension=dimension, value=value[:255], label=label[:255])
    return rows[key]


def values_of(case: Case) -> Iterator[tuple[str, str, str]]:
    """Dimension, value and label of everything that a lead is counted by."""
    yield from places_of(Arrival(case.day, case.page, case.page_title, case.subject))
    yield TallyDimension.SOURCE, case.source, ""
    yield TallyDimension.OWNER, str(case.owner or ""), case.owner_name
    yield TallyDimension.STATUS, case.status, ""
    if case.hour is not None:
        yield TallyDimension.HOUR, str(case.hour), ""
    if case.lost_reason:
        yield TallyDimension.LOST_REASON, case.lost_reason, ""
    if case.response_minutes is not None:
        yield TallyDimension.RESPONSE, str(rounded(case.response_minutes)), ""


def places_of(arrival: Arrival) -> Iterator[tuple[str, str, str]]:
    """What enquiries are counted by, too. A page that is gone is known by its title."""
    yield TallyDimension.ALL, "", ""
    yield TallyDimension.SUBJECT, arrival.subject, ""
    yield TallyDimension.PAGE, page_key(arrival), arrival.page_title


def page_key(arrival: Arrival) -> str:
    """A page's number; the title where the page is gone, with a mark, as a title may be a number too."""
    if arrival.page is None and arrival.page_title:
        return f"{GONE}{arrival.page_title}"
    return str(arrival.page or "")


def add(row: DayTally, case: Case) -> None:
    """Count a lead into a row."""
    row.leads += 1
    row.booked += case.was_booked
    row.converted += case.was_converted
    row.lost += case.status == LeadStatus.LOST
    row.answered += case.response_minutes is not None
    row.due += case.is_kept is not None
    row.kept += bool(case.is_kept)


def rounded(minutes: int) -> int:
    """Minutes as they are counted: exact while a visitor waits by the minute."""
    return minutes if minutes <= EXACT_MINUTES else minutes - minutes % 60
