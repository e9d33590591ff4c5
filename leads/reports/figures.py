"""What the tallies of a period add up to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Max, QuerySet, Sum
from django.db.models.functions import ExtractIsoWeekDay

from leads.models import DayTally, TallyDimension
from leads.reports.periods import Period

MEASURES = ("leads", "enquiries", "booked", "converted", "lost", "answered", "due", "kept")


@dataclass(frozen=True)
class Sums:
    """The sums over one value of a dimension, or over all of them."""

    leads: int = 0
    enquiries: int = 0
    booked: int = 0
    converted: int = 0
    lost: int = 0
    answered: int = 0
    due: int = 0
    kept: int = 0

    @property
    def booked_share(self) -> float | None:
        """Of the leads, how many were booked for a consultation; None without leads."""
        return share(self.booked, self.leads)

    @property
    def converted_share(self) -> float | None:
        """Of the leads, how many became patients."""
        return share(self.converted, self.leads)

    @property
    def kept_share(self) -> float | None:
        """Of the promises that fell due, how many were kept."""
        return share(self.kept, self.due)


@dataclass(frozen=True)
class Row:
    """One value of a dimension with its sums."""

    value: str
    label: str
    sums: Sums


@dataclass(frozen=True)
class Figures:
    """Everything that a report shows of one period."""

    period: Period
    total: Sums
    weeks: list[tuple[date, Sums]]
    tables: dict[str, list[Row]]
    heat: dict[tuple[int, int], int]
    """Leads by weekday (0 is Monday) and local hour."""
    response: "Response"


@dataclass(frozen=True)
class Response:
    """How long people waited for the first answer, in minutes; None where nobody was answered."""

    counts: dict[int, int] = field(default_factory=dict)

    @property
    def median(self) -> int | None:
        """Half of the people were answered within this time."""
        return self.quantile(0.5)

    @property
    def ninetieth(self) -> int | None:
        """Nine of ten people were answered within this time."""
        return self.quantile(0.9)

    def quantile(self, part: float) -> int | None:
        """The smallest time within which at least this part was answered (nearest rank)."""
        left = part * sum(self.counts.values())
        for minutes in sorted(self.counts):
            left -= self.counts[minutes]
            if left <= 1e-9:
                return minutes
        return None


TABLES = (
    TallyDimension.SUBJECT,
    TallyDimension.PAGE,
    TallyDimension.SOURCE,
    TallyDimension.OWNER,
    TallyDimension.STATUS,
    TallyDimension.LOST_REASON,
)
"""Dimensions that are shown as tables of their values."""


def figures_of(period: Period, sites: Iterable[int] | None) -> Figures:
    """The figures of a period on some sites, or on all with None; four queries however many leads there were."""
    tallies = tallies_of(period, sites)
    days = sums_by(tallies.filter(dimension=TallyDimension.ALL), "day")
    return Figures(
        period=period,
        total=total_of(days.values()),
        weeks=by_week(period, days),
        tables=tables_of(tallies),
        heat=heat_of(tallies),
        response=response_of(tallies),
    )


def totals_of(period: Period, sites: Iterable[int] | None) -> tuple[Sums, Response]:
    """Only what another period is compared with; two queries."""
    tallies = tallies_of(period, sites)
    sums = tallies.filter(dimension=TallyDimension.ALL).aggregate(**{name: Sum(name, default=0) for name in MEASURES})
    return Sums(**sums), response_of(tallies)


def tallies_of(period: Period, sites: Iterable[int] | None) -> QuerySet[DayTally]:
    """The rows of a period."""
    rows = DayTally.objects.filter(day__gte=period.first, day__lte=period.last).order_by()
    return rows if sites is None else rows.filter(site__in=sites)


def is_anything_counted(sites: Iterable[int] | None) -> bool:
    """Whether a lead or an enquiry ever came."""
    return (DayTally.objects.all() if sites is None else DayTally.objects.filter(site__in=sites)).exists()


def sums_by(rows: QuerySet, name: str) -> dict:
    """The sums for every value of a column."""
    grouped = rows.values(name).annotate(**{f"n_{measure}": Sum(measure) for measure in MEASURES})
    return {row[name]: Sums(**{measure: row[f"n_{measure}"] for measure in MEASURES}) for row in grouped}


def total_of(sums: Iterable[Sums]) -> Sums:
    """Several sums added up."""
    sums = list(sums)
    return Sums(**{name: sum(getattr(one, name) for one in sums) for name in MEASURES})


def by_week(period: Period, days: dict[date, Sums]) -> list[tuple[date, Sums]]:
    """The sums of each week from its Monday on, empty weeks too."""
    weeks: dict[date, list[Sums]] = defaultdict(list)
    for day, sums in days.items():
        weeks[day - timedelta(days=day.weekday())].append(sums)
    return [(monday, total_of(weeks[monday])) for monday in period.weeks()]


def tables_of(tallies: QuerySet) -> dict[str, list[Row]]:
    """The values of every dimension that is shown as a table, those with the most leads first."""
    grouped = (
        tallies.filter(dimension__in=TABLES)
        .values("dimension", "value")
        .annotate(newest_label=Max("label"), **{f"n_{measure}": Sum(measure) for measure in MEASURES})
    )
    tables: dict[str, list[Row]] = {dimension.value: [] for dimension in TABLES}
    for row in grouped:
        sums = Sums(**{measure: row[f"n_{measure}"] for measure in MEASURES})
        tables[row["dimension"]].append(Row(row["value"], row["newest_label"], sums))
    for rows in tables.values():
        rows.sort(key=lambda row: (-row.sums.leads, -row.sums.enquiries, row.label, row.value))
    return tables


def heat_of(tallies: QuerySet) -> dict[tuple[int, int], int]:
    """Leads by weekday and hour."""
    hours = tallies.filter(dimension=TallyDimension.HOUR).values_list(ExtractIsoWeekDay("day"), "value")
    return {(weekday - 1, int(hour)): number for weekday, hour, number in hours.annotate(number=Sum("leads"))}


def response_of(tallies: QuerySet) -> Response:
    """How many people waited how long."""
    rows = tallies.filter(dimension=TallyDimension.RESPONSE).values_list("value").annotate(number=Sum("leads"))
    return Response({int(value): number for value, number in rows})


def share(part: int, whole: int) -> float | None:
    """A part of a whole, from 0 to 1."""
    return part / whole if whole else None
