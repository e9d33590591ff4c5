"""The table of what came out, for the terminal and the documentation."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from tests.faults.outcome import Outcome

BEGIN, END = "<!-- begin: written by make test-faults -->", "<!-- end -->"

COLUMNS = {
    "fault": lambda row: row.scenario,
    "database": lambda row: row.database,
    "times": lambda row: row.faults,
    "acknowledged": lambda row: row.acknowledged,
    "tried again": lambda row: row.tried_again,
    "lost": lambda row: len(row.lost),
    "stored twice": lambda row: len(row.stored_twice),
    "mails sent": lambda row: row.sent,
    "given up, with reason": lambda row: row.dead - row.unexplained,
    "neither": lambda row: row.unsettled + row.unexplained + row.never_taken,
    "duplicate mails": lambda row: row.duplicates,
}


def table(rows: list[Outcome]) -> str:
    """The rows in Markdown."""
    lines = [list(COLUMNS), ["---", "---", *["--:"] * (len(COLUMNS) - 2)]]
    lines += [[str(cell(row)) for cell in COLUMNS.values()] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def write_report(path: Path, rows: list[Outcome]) -> None:
    """Put the table between its two marks; the words around it are kept, where there are any."""
    before, _mark, rest = (path.read_text() if path.exists() else "").partition(BEGIN)
    _table, _mark, after = rest.partition(END)
    command = f"FAULT_SECONDS={os.environ.get('FAULT_SECONDS', '60')} .venv/bin/python -m pytest tests/faults"
    load = f"{os.cpu_count()} cores with a load of {os.getloadavg()[2]:.0f}"
    machine = f"{load}, Python {platform.python_version()}, {platform.system()}"
    note = f"`{command}` on {datetime.now(tz=UTC):%d %B %Y}; {machine}."
    path.write_text(f"{before}{BEGIN}\n{note}\n\n{table(rows)}\n{END}{after}")
