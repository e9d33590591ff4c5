"""Leads as XLSX, which never holds more than some of them in memory.

Imported by who is about to write a file: openpyxl takes a twentieth of the time in which a web process starts.
"""

from collections.abc import Iterable
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from leads.desk.export.columns import HEADINGS, Row
from leads.desk.export.text import is_formula, without_controls

MOMENT_IN_XLSX = "yyyy-mm-dd hh:mm"
NARROW, WIDE = 17, 28
WIDE_COLUMNS = {"name", "email", "phone", "subject", "page"}


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
