"""Where a part of the bench leaves its results: on the screen, under var/bench/, and, when asked to, in the document.

The document's neighbour of the same name with `.json` holds the figures of the run that is kept, by part.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.figures import Figure, dearer, goal_table
from tests.bench.report import machine, now, write_into

KEPT = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.json"


@dataclass
class Part:
    """What a part of the bench found out: text for people, figures to compare, and all that was measured."""

    name: str
    text: str
    figures: Sequence[Figure]
    facts: dict[str, Any]
    measured: list[dict[str, Any]] = field(default_factory=list)


def add_result_options(parser: argparse.ArgumentParser) -> None:
    """The two places."""
    parser.add_argument("--json", type=Path, default=Path(os.environ.get("VAR_DIR", "var")) / "bench")
    parser.add_argument("--report", type=Path, help="a document with a place for the tables, to keep this run")


def finish(part: Part, options: argparse.Namespace, command: str) -> None:
    """Print, compare with the run that is kept, write down; a time that became longer is no error."""
    made = f"`{command}` on {now():%-d %B %Y}; {machine()}, load {os.getloadavg()[0]:.0f}."
    text = "\n\n".join(filter(None, [made, part.text, goal_table(part.figures)]))
    sys.stdout.write(f"\n{text}\n\n{comparison(part)}\n")
    write_part(file_of(part.name, options.json), part)
    if options.report:
        write_into(options.report, part.name, text)
        keep(options.report.with_suffix(".json"), part)


def comparison(part: Part) -> str:
    """What became dearer since the run that is kept."""
    kept = read_kept(KEPT).get(part.name)
    if not kept:
        return "No earlier run of this part is kept."
    lines = dearer(list(part.figures), kept["figures"])
    since = f"the run of {kept['at'][:10]} that is kept"
    return "\n".join([f"Dearer than in {since}:", *lines]) if lines else f"Nothing is 15 % dearer than in {since}."


def file_of(name: str, folder: Path) -> Path:
    """Where the last run of a part lies."""
    return folder / f"{name.replace(' ', '-')}.json"


def write_part(path: Path, part: Part) -> None:
    """Everything that was measured."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**summary(part), "measured": part.measured}, indent=1) + "\n")


def keep(path: Path, part: Part) -> None:
    """Put the figures into the place of those that were kept for this part; other parts stay."""
    path.write_text(json.dumps({**read_kept(path), part.name: summary(part)}, indent=1, sort_keys=True) + "\n")


def read_kept(path: Path) -> dict[str, Any]:
    """The run that is kept, by part."""
    return json.loads(path.read_text()) if path.exists() else {}


def summary(part: Part) -> dict[str, Any]:
    """Figures and the facts about the run."""
    figures = [figure.as_json() for figure in part.figures]
    return {"machine": machine(), "at": now().isoformat(), **part.facts, "figures": figures}
