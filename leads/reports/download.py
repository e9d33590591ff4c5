"""The figures of a report as a file: no personal data, and nothing that a spreadsheet would calculate."""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO

from django.http import Http404, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.views.generic import View

from leads.desk.export import FORMATS, XLSX, XLSX_TYPE
from leads.desk.export.files import BOM
from leads.desk.export.text import as_cell
from leads.reports.figures import MEASURES, TABLES, Figures, Response, Sums, figures_of, totals_of
from leads.reports.periods import Period
from leads.reports.views import OfPeriod
from leads.reports.words import label_of

Line = list[str | int | None]


class ReportFile(OfPeriod, View):
    """The report's figures, all of its rows, as CSV or XLSX."""

    def get(self, request, format: str):
        if format not in FORMATS:
            raise Http404
        figures, period = figures_of(self.period, self.sites), self.period
        lines = list(lines_of(figures, *totals_of(period.before, self.sites)))
        content = write_xlsx(lines) if format == XLSX else write_csv(lines)
        response = HttpResponse(content, content_type=XLSX_TYPE if format == XLSX else "text/csv; charset=utf-8")
        name = f"lead-report-{period.first}-{period.last}.{format}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        add_never_cache_headers(response)
        return response


def lines_of(figures: Figures, before: Sums, response_before: Response) -> Iterator[Line]:
    """One line for each value of each dimension, under a line of headings."""
    measures = [_("Leads"), _("Enquiries"), _("Booked"), _("Converted"), _("Lost"), _("Answered")]
    measures += [_("Promises due"), _("Promises kept")]
    yield [_("By"), _("Value"), *measures, _("Median minutes to first answer"), _("Nine of ten within minutes")]
    for period, sums, response in (
        (figures.period, figures.total, figures.response),
        (figures.period.before, before, response_before),
    ):
        yield [_("Period"), in_words(period), *numbers(sums), response.median, response.ninetieth]
    for monday, sums in figures.weeks:
        yield [_("Week from"), max(monday, figures.period.first).isoformat(), *numbers(sums), None, None]
    for dimension in TABLES:
        for row in figures.tables[dimension]:
            yield [str(dimension.label), label_of(dimension, row), *numbers(row.sums), None, None]
    for (day, hour), leads in sorted(figures.heat.items()):
        yield [_("Weekday and hour"), f"{WEEKDAYS[day]} {hour}:00", leads, *[None] * (len(MEASURES) + 1)]
    for minutes, leads in sorted(figures.response.counts.items()):
        yield [_("Minutes to first answer"), str(minutes), leads, *[None] * (len(MEASURES) + 1)]


def in_words(period: Period) -> str:
    """A period as people and programs read it."""
    return f"{period.first} – {period.last}"


def numbers(sums: Sums) -> list[int]:
    """The measures in the order of the headings."""
    return [getattr(sums, name) for name in MEASURES]


def write_csv(lines: list[Line]) -> bytes:
    """The file in UTF-8 with a mark for Excel."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerows([as_cell(cell) if isinstance(cell, str) else cell for cell in line] for line in lines)
    return (BOM + file.getvalue()).encode()


def write_xlsx(lines: list[Line]) -> bytes:
    """The file with numbers that are numbers."""
    from leads.desk.export.workbooks import Workbook, heading_cell, xlsx_cell  # see there

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Lead report"))
    sheet.freeze_panes = "A2"
    for column, width in (("A", 26), ("B", 36)):
        sheet.column_dimensions[column].width = width
    sheet.append([heading_cell(sheet, heading) for heading in lines[0]])
    for line in lines[1:]:
        sheet.append([xlsx_cell(sheet, cell) if isinstance(cell, str) else cell for cell in line])
    file = BytesIO()
    book.save(file)
    return file.getvalue()
