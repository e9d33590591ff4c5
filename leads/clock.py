"""Counts promised minutes in the clinic's opening hours."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db.models import BigIntegerField
from django.utils import timezone

from leads.models import ClinicSettings, ClosedDay, OpeningHours
from leads.prepared import Parameter, Prepared

LOOK_AHEAD_DAYS = 1_000
"""Where counting ends for a clinic that hardly ever opens."""
MOST_KEPT = 64
"""Clinics whose hours are kept ready, by the text that they are read from."""

children = {
    "opening_hours": Prepared(lambda: OpeningHours.objects.filter(clinic=Parameter("clinic", BigIntegerField()))),
    "closed_days": Prepared(lambda: ClosedDay.objects.filter(clinic=Parameter("clinic", BigIntegerField()))),
}

Week = dict[int, list[tuple[time, time]]]
Span = tuple[datetime, datetime]


def due_at(received: datetime, minutes: int, clinic: ClinicSettings) -> datetime:
    """The instant (UTC) at which `minutes` of opening time have passed since `received`.

    A clinic without opening hours is taken to be open around the clock. Opening and closing times are local and the
    sums are made in UTC, so an hour that the clocks skip or repeat counts as long as it lasts.
    """
    moment, left = received.astimezone(UTC), timedelta(minutes=minutes)
    week = opening_week(clinic)
    for opens, closes in opening_spans(moment, clinic, week) if week else ():
        start = max(opens, moment)
        if start + left <= closes:
            return start + left
        if start < closes:
            left -= closes - start
            moment = closes
    return moment + left


def opening_week(clinic: ClinicSettings) -> Week:
    """Opening and closing times by weekday, earliest first; weekdays that stay closed are missing. Not to be changed.

    What was read with `clinic`, or stays on it, costs no query.
    """
    if "opening_hours_text" in vars(clinic):
        return week_of_text(clinic.opening_hours_text or "[]")
    return week_of((row.weekday, row.opens, row.closes) for row in rows_of(clinic, "opening_hours"))


@lru_cache(MOST_KEPT)
def week_of_text(text: str) -> Week:
    """The same of what the database put into one text."""
    spans = json.loads(text)
    return week_of((weekday, *map(time.fromisoformat, span)) for weekday, *span in spans)


def week_of(spans: Iterable[tuple[int, time, time]]) -> Week:
    """The spans sorted into weekdays."""
    week: Week = defaultdict(list)
    for weekday, opens, closes in spans:
        week[weekday].append((opens, closes))
    return {weekday: sorted(spans) for weekday, spans in week.items()}


def days_closed(clinic: ClinicSettings) -> frozenset[date]:
    """The dates on which the clinic stays closed; read as `opening_week` reads."""
    if "closed_days_text" in vars(clinic):
        return dates_of_text(clinic.closed_days_text or "[]")
    return frozenset(row.date for row in rows_of(clinic, "closed_days"))


@lru_cache(MOST_KEPT)
def dates_of_text(text: str) -> frozenset[date]:
    """The same of what the database put into one text."""
    return frozenset(date.fromisoformat(day) for [day] in json.loads(text))


def opening_spans(since: datetime, clinic: ClinicSettings, week: Week) -> Iterator[Span]:
    """The clinic's opening times as instants in UTC, in order, from the local day of `since` on."""
    zone = time_zone(clinic)
    closed = days_closed(clinic)
    first = since.astimezone(zone).date()
    for day in (first + timedelta(days=offset) for offset in range(LOOK_AHEAD_DAYS)):
        for opens, closes in week.get(day.weekday(), ()) if day not in closed else ():
            yield (
                datetime.combine(day, opens, zone).astimezone(UTC),
                datetime.combine(day, closes, zone).astimezone(UTC),
            )


def rows_of(clinic: ClinicSettings, relation: str) -> list[OpeningHours] | list[ClosedDay]:
    """What `get_object_list` of a relation reads and keeps, at a fraction of the price."""
    kept = clinic.__dict__.setdefault("_cluster_related_objects", {})
    if relation not in kept:
        kept[relation] = children[relation].all(clinic=clinic.pk) if clinic.pk else []
    return kept[relation]


def time_zone(clinic: ClinicSettings) -> tzinfo:
    """The clinic's zone; the project's where this machine does not know it, so that an enquiry is never refused."""
    try:
        return ZoneInfo(clinic.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return timezone.get_default_timezone()
