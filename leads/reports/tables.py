"""The tables of a report: which figures each of them shows, and in which words."""

from collections import Counter
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leads.models import Lead, TallyDimension
from leads.reports.figures import TABLES, Figures, Row, Sums, share
from leads.reports.words import NOTHING, label_of, percent

MOST_ROWS = 25
"""Rows that are shown of a table; the files hold all."""

PLACES = ("enquiries", "leads", "booked", "converted", "lost", "kept")
PEOPLE = ("leads", "booked", "converted", "lost", "kept")
ENDS = ("leads",)

MEASURES_OF = {
    TallyDimension.SUBJECT: PLACES,
    TallyDimension.PAGE: PLACES,
    TallyDimension.SOURCE: PEOPLE,
    TallyDimension.OWNER: PEOPLE,
    TallyDimension.STATUS: ENDS,
    TallyDimension.LOST_REASON: ENDS,
}
"""What each table shows; enquiries have no owner and no status."""

HEADINGS = {
    "enquiries": _("Enquiries"),
    "leads": _("Leads"),
    "booked": _("Booked"),
    "converted": _("Converted"),
    "lost": _("Lost"),
    "kept": _("Promise kept"),
}

WHOLES = {"booked": "leads", "converted": "leads", "lost": "leads", "kept": "due"}
"""What a number is a part of."""


@dataclass(frozen=True)
class Cell:
    """A number, and which share of what it is."""

    text: str
    share: str = ""


@dataclass(frozen=True)
class Table:
    """One table of a report; `left_out` rows are in the files only."""

    key: str
    heading: str | Promise
    columns: list[str | Promise]
    rows: list[tuple[str, list[Cell]]]
    left_out: int = 0


def tables_of(figures: Figures) -> list[Table]:
    """The tables that have any rows."""
    shown = {**figures.tables, TallyDimension.PAGE: told_apart(figures.tables[TallyDimension.PAGE])}
    return [table_of(dimension, rows) for dimension in TABLES if (rows := shown[dimension])]


def told_apart(rows: list[Row]) -> list[Row]:
    """Pages; those that share a title, such as translations, with their place in the tree. One query."""
    titles = Counter(row.label for row in rows)
    pages = Lead._meta.get_field("page").related_model._default_manager
    numbers = [int(row.value) for row in rows if row.value.isdecimal()]
    places = {str(pk): place for pk, place in pages.filter(pk__in=numbers).values_list("pk", "url_path")}
    return [
        replace(row, label=f"{row.label} ({places[row.value]})")
        if titles[row.label] > 1 and row.value in places
        else row
        for row in rows
    ]


def table_of(dimension: TallyDimension, rows: list[Row]) -> Table:
    """The table of one dimension."""
    measures, everything = MEASURES_OF[dimension], sum(row.sums.leads for row in rows)
    columns = [HEADINGS[measure] for measure in measures]
    return Table(
        dimension.value,
        dimension.label,
        columns if measures is not ENDS else [*columns, _("Share")],
        [(label_of(dimension, row), cells_of(row.sums, measures, everything)) for row in rows[:MOST_ROWS]],
        max(0, len(rows) - MOST_ROWS),
    )


def weeks_table(figures: Figures, write) -> Table:
    """The numbers behind the chart of weeks; `write` says how a day is written."""
    rows = [(write(max(monday, figures.period.first)), cells_of(sums, PLACES)) for monday, sums in figures.weeks]
    return Table("weeks", _("Week from"), [HEADINGS[measure] for measure in PLACES], rows)


def waiting_table(buckets: list[tuple[str, int]]) -> Table:
    """The numbers behind the chart of waiting times."""
    everybody = sum(number for _label, number in buckets)
    rows = [(label, [Cell(str(number)), Cell(percent(share(number, everybody)))]) for label, number in buckets]
    return Table("waiting", _("Waited"), [_("People"), _("Share")], rows)


def cells_of(sums: Sums, measures: tuple[str, ...], everything: int = 0) -> list[Cell]:
    """The cells of a row."""
    if measures is ENDS:
        return [Cell(str(sums.leads)), Cell(percent(share(sums.leads, everything)))]
    return [cell_of(sums, measure) for measure in measures]


def cell_of(sums: Sums, measure: str) -> Cell:
    """A measure with its share, a dash where there is nothing it could be a share of."""
    whole = WHOLES.get(measure)
    if whole is None:
        return Cell(str(getattr(sums, measure)))
    if not getattr(sums, whole):
        return Cell(NOTHING)
    return Cell(str(getattr(sums, measure)), percent(share(getattr(sums, measure), getattr(sums, whole))))
