"""Moments to turn to somebody again: quick ones at which the clinic opens, and any other."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.forms.utils import from_current_timezone
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from leads.clock import opening_spans, opening_week, time_zone
from leads.models import ClinicSettings

USUAL_OPENING = time(9)
"""When a day begins at a clinic that says nothing about its opening hours."""

YEARS_AHEAD = 5
"""A date further away is a slip."""

TOMORROW, IN_THREE_DAYS, NEXT_WEEK = "tomorrow", "three_days", "next_week"
LABELS = {TOMORROW: _("Tomorrow"), IN_THREE_DAYS: _("In 3 days"), NEXT_WEEK: _("Next week")}


@dataclass(frozen=True)
class QuickDate:
    """A moment that is chosen by its name: on that day or, when the clinic is closed, on the next one."""

    key: str
    label: str
    at: datetime


class OpeningTimes:
    """When the clinic opens next, on its own clock; one look at its records however often it is asked."""

    def __init__(self, clinic: ClinicSettings, now: datetime | None = None) -> None:
        self.clinic = clinic
        self.zone = time_zone(clinic)
        self.now = timezone.localtime(now, self.zone)

    @property
    def today(self) -> date:
        return self.now.date()

    @cached_property
    def week(self) -> dict:
        return opening_week(self.clinic) if self.clinic.pk else {}

    @cached_property
    def moments(self) -> dict[str, datetime]:
        """What each name stands for."""
        days = {
            TOMORROW: self.today + timedelta(days=1),
            IN_THREE_DAYS: self.today + timedelta(days=3),
            NEXT_WEEK: self.today + timedelta(days=7 - self.today.weekday()),
        }
        openings = self.openings(min(days.values()), max(days.values()))
        usual = {key: datetime.combine(day, USUAL_OPENING, self.zone) for key, day in days.items()}
        return {
            key: next((opening for opening in openings if opening.date() >= day), usual[key])
            for key, day in days.items()
        }

    def quick_dates(self) -> list[QuickDate]:
        """What is offered; of names that stand for the same opening the first."""
        by_moment: dict[datetime, QuickDate] = {}
        for key, at in self.moments.items():
            by_moment.setdefault(at, QuickDate(key, LABELS[key], at))
        return list(by_moment.values())

    def openings(self, first: date, last: date) -> list[datetime]:
        """Every opening from the first day on, and the first one on or after the last day."""
        openings = []
        spans = opening_spans(datetime.combine(first, time.min, self.zone), self.clinic, self.week)
        for opens, _closes in spans if self.week else ():
            openings.append(opens.astimezone(self.zone))
            if openings[-1].date() >= last:
                break
        return openings

    def opening_on(self, day: date) -> time:
        """At what time that weekday begins, closed or not."""
        spans = self.week.get(day.weekday())
        return spans[0][0] if spans else USUAL_OPENING


def is_near(day: date, today: date) -> bool:
    """Whether a day can be reckoned with at all: not past, and not in another age."""
    return today <= day <= today + timedelta(days=366 * YEARS_AHEAD)


def moment(day: date, at: time) -> datetime:
    """An aware time by the clock in force; ValidationError for an hour that the clocks skip or repeat."""
    return from_current_timezone(datetime.combine(day, at))
