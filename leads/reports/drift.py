"""Pages whose leads are booked less often than before."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, lgamma

from django.db.models import Max, QuerySet
from django.utils import timezone

from leads.models import DayTally, TallyDimension
from leads.reports.figures import Sums, sums_by, total_of
from leads.reports.periods import Period, weeks_until

RECENT_WEEKS, EARLIER_WEEKS = 4, 12
ENOUGH = 10
"""Leads of a page, lately and before, below which its share of consultations says nothing."""

CHANCE = 0.05
"""How likely it may be that any page is named although nothing has changed.

Each of n pages is tested at CHANCE / n (Bonferroni), by Fisher's exact test, one-sided."""


@dataclass(frozen=True)
class FallenPage:
    """A page of whose leads fewer are booked than before; shares from 0 to 1."""

    title: str
    value: str
    before: float
    now: float


def fallen_pages(sites: frozenset[int] | None, today: date | None = None) -> list[FallenPage]:
    """Pages whose leads of the last weeks were booked less often than those of the weeks before; two queries or three.

    The very last week is left out: its leads have had no time to be booked. By what all pages have fallen, because of a
    holiday or because bookings take time, none of them is called fallen.
    """
    recent = weeks_until((today or timezone.localdate()) - timedelta(weeks=1), RECENT_WEEKS)
    earlier = weeks_until(recent.first - timedelta(days=1), EARLIER_WEEKS)
    now, before = by_page(recent, sites), by_page(earlier, sites)
    compared = [value for value in now if value in before and min(now[value].leads, before[value].leads) >= ENOUGH]
    fallen = [value for value in compared if has_fallen(value, before, now, CHANCE / len(compared))]
    titles = titles_of(fallen, recent) if fallen else {}
    return sorted(
        (FallenPage(titles[value], value, before[value].booked_share, now[value].booked_share) for value in fallen),
        key=lambda page: page.now - page.before,
    )


def has_fallen(value: str, before: dict[str, Sums], now: dict[str, Sums], chance: float) -> bool:
    """Whether a page's share of booked leads is lower than chance, and what became of the other pages, explain."""
    booked = round(before[value].booked * min(1, change_elsewhere(value, before, now)))
    return chance_of_so_few(now[value].booked, now[value].leads, booked, before[value].leads) < chance


def change_elsewhere(value: str, before: dict[str, Sums], now: dict[str, Sums]) -> float:
    """By what factor the share of all other pages has changed; 1 where there is too little to tell."""
    then, lately = (total_of(sums for page, sums in pages.items() if page != value) for pages in (before, now))
    if min(then.leads, lately.leads) < ENOUGH or not then.booked:
        return 1.0
    return lately.booked_share / then.booked_share


def chance_of_so_few(booked: int, leads: int, booked_before: int, leads_before: int) -> float:
    """How likely so few or fewer of the leads are booked if all leads are alike (hypergeometric distribution)."""
    all_booked, all_leads = booked + booked_before, leads + leads_before
    ways = log_choose(all_leads, leads)
    return sum(
        exp(log_choose(all_booked, n) + log_choose(all_leads - all_booked, leads - n) - ways)
        for n in range(max(0, all_booked - leads_before), booked + 1)
    )


def log_choose(whole: int, part: int) -> float:
    """The logarithm of the number of ways to choose a part of a whole."""
    return lgamma(whole + 1) - lgamma(part + 1) - lgamma(whole - part + 1)


def rows_of(period: Period, sites: frozenset[int] | None) -> QuerySet[DayTally]:
    """The tallies of pages; an enquiry without a page is none."""
    rows = DayTally.objects.filter(dimension=TallyDimension.PAGE, day__gte=period.first, day__lte=period.last)
    rows = rows.exclude(value="").order_by()
    return rows if sites is None else rows.filter(site__in=sites)


def by_page(period: Period, sites: frozenset[int] | None) -> dict[str, Sums]:
    """The sums of every page."""
    return sums_by(rows_of(period, sites), "value")


def titles_of(values: list[str], period: Period) -> dict[str, str]:
    """What pages were called last."""
    rows = rows_of(period, None).filter(value__in=values)
    return dict(rows.values_list("value").annotate(newest=Max("label")))
