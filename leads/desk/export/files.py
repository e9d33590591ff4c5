"""The two kinds of files; neither holds more than some leads in memory."""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from leads.desk.export.columns import HEADINGS, Row
from leads.desk.export.text import as_cell, is_formula, phone_as_cell, without_controls

BOM = "\ufeff"
"""Without it Excel reads a CSV in the code page of the country."""

MOMENT = "%Y-%m-%d %H:%M"
MOMENT_IN_XLSX = "yyyy-mm-dd hh:mm"
LINES_AT_A_TIME = 200
NARROW, WIDE = 17, 28
WIDE_COLUMNS = {"name", "email", "phone", "subject", "page"}


class Echo:
    """Gives the CSV writer's lines back."""

    def write(self, line: str) -> str:
        return line


def write_csv(rows: Iterable[Row]) -> Iterator[bytes]:
    """The file piece by piece; UTF-8 with a mark for Excel."""
    writer = csv.writer(Echo())
    lines = [BOM + writer.writerow([str(heading) for heading in HEADINGS.values()])]
    for row in rows:
        lines.append(writer.writerow([csv_value(row, key) for key in HEADINGS]))
        if len(lines) >= LINES_AT_A_TIME:
            yield "".join(lines).encode()
            lines = []
    yield "".join(lines).encode()


def csv_value(row: Row, key: str) -> str:
    value = row[key]
    if key == "phone":
        return phone_as_cell(value, row["phone_e164"])
    if isinstance(value, datetime):
        return value.strftime(MOMENT)
    return as_cell(value or "")


def write_xlsx(rows: Iterable[Row]) -> IO[bytes]:
    """The file, on disk until it is closed, to be read from its beginning."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Leads")
    sheet.freeze_panes = "A2"
    for number, key in enumerate(HEADINGS):
        sheet.column_dimensions[chr(ord("A") + number)].width = WIDE if key in WIDE_COLUMNS else NARROW
    sheet.append([heading_cell(sheet, str(heading)) for heading in HEADINGS.values()])
    for row in rows:
        sheet.append([xlsx_cell(sheet, row[key]) for key in HEADINGS])
    file = TemporaryFile()  # noqa: SIM115 - the response closes it
    book.save(file)
    file.seek(0)
    return file


def heading_cell(sheet, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def xlsx_cell(sheet, value: str | datetime | None):
    """A cell that is a moment or text; text that looks like a formula stays text also when somebody edits it."""
    if isinstance(value, datetime):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = MOMENT_IN_XLSX
        return cell
    text = without_controls(value or "")
    if not is_formula(text):
        return text or None
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell
