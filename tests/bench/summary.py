"""All parts of the bench in one table, from what each of them left: `python -m tests.bench.summary --help`.

A part that was not measured anew has the figures of the run that is kept.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from tests.bench.figures import Figure, Goal, dearer
from tests.bench.report import table, write_into
from tests.bench.results import KEPT, add_result_options, file_of, read_kept

PARTS = ("pages", "cold start", "enquiry post", "desk", "reports", "growth")
HEAD = ["", "ours", "", "the other", "ratio", "goal", "reached", "ratio in the run that is kept"]


def main() -> None:
    """Print, and write into the document."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_result_options(parser)
    options = parser.parse_args()
    kept = read_kept(KEPT)
    found = {name: newest(name, options.json, kept) for name in PARTS}
    figures = {name: [figure_of(one) for one in part.get("figures", [])] for name, part in found.items()}
    text = one_table(figures, kept)
    lines = [line for name, own in figures.items() for line in dearer(own, kept.get(name, {}).get("figures", []))]
    more = "\n".join(["More than 15 % dearer than in the run that is kept:", *lines]) if lines else ""
    sys.stdout.write(f"\n{text}\n\n{more}\n")
    if options.report:
        write_into(options.report, "summary", text)


def newest(part: str, folder: Path, kept: dict[str, Any]) -> dict[str, Any]:
    """What a part left in the folder, else what is kept of it."""
    return read_kept(file_of(part, folder)) or kept.get(part, {})


def figure_of(kept: dict[str, Any]) -> Figure:
    """A figure as it was written down."""
    goal = Goal(**kept["goal"]) if kept["goal"] else None
    return Figure(kept["name"], kept["cost"], kept["unit"], kept["reference"], kept["reference_cost"], goal)


def one_table(figures: dict[str, list[Figure]], kept: dict[str, Any]) -> str:
    """A line for each figure of every part."""
    rows = []
    for part, own in figures.items():
        before = {one["name"]: one["ratio"] for one in kept.get(part, {}).get("figures", [])}
        rows += [line(one, before.get(one.name)) for one in own]
    return table(HEAD, rows)


def line(figure: Figure, before: float | None) -> list[str]:
    """One figure in words."""
    goal, reached = "", ""
    if figure.goal:
        goal = f"{figure.goal.kind} {figure.goal.bound} {figure.goal.of}"
        reached = f"{figure.goal.value(figure):.2f}: " + ("yes" if figure.goal.is_reached(figure) else "**no**")
    costs = [f"{cost:.3g} {figure.unit}" for cost in (figure.cost, figure.reference_cost)]
    was = "" if before is None else f"{before:.3g}"
    return [figure.name, costs[0], figure.reference, costs[1], f"{figure.ratio:.3g}", goal, reached, was]


if __name__ == "__main__":
    main()
