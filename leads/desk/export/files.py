"""Leads as CSV, which never holds more than some of them in memory."""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime

from leads.desk.export.columns import HEADINGS, Row
from leads.desk.export.text import as_cell, phone_as_cell

BOM = "\ufeff"
"""Without it Excel reads a CSV in the code page of the country."""

MOMENT = "%Y-%m-%d %H:%M"
LINES_AT_A_TIME = 200


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
