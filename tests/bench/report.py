"""What was measured, as a table in Markdown and as JSON."""

import json
import os
import platform
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown whose first column is words and whose other columns are figures."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def machine() -> str:
    """What the figures depend on most."""
    model = next(
        (line.partition(":")[2].strip() for line in cpu_lines() if line.startswith("model name")), platform.processor()
    )
    return f"{os.cpu_count()} cores ({model}), Python {platform.python_version()}, {platform.system()}"


def cpu_lines() -> list[str]:
    """What Linux says of the processors."""
    path = Path("/proc/cpuinfo")
    return path.read_text().splitlines() if path.exists() else []


def write_json(path: Path, measured: list[Any], **facts: Any) -> None:
    """Everything that was measured (dataclasses), with the facts about the run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"machine": machine(), "at": now().isoformat(), **facts, "measured": [asdict(one) for one in measured]}
    path.write_text(json.dumps(content, indent=1))


def write_into(path: Path, name: str, text: str) -> None:
    """Put `text` between the two marks of that name in a document; the words around it are kept."""
    begin, end = f"<!-- begin: {name}, written by make bench -->", f"<!-- end: {name} -->"
    before, mark, rest = path.read_text().partition(begin)
    _old, _mark, after = rest.partition(end)
    if not mark:
        raise ValueError(f"{path} has no place for {name}")
    path.write_text(f"{before}{begin}\n{text}\n{end}{after}")


def now() -> datetime:
    """The time of the report."""
    return datetime.now(tz=UTC)
