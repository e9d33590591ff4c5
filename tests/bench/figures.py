"""A cost beside what it is measured against in the same run, with the goal that it has."""

from dataclasses import asdict, dataclass
from typing import Any

from tests.bench.report import table

DEARER = 1.15
"""How much larger a ratio must be than in the run that is kept, to be worth a word."""


@dataclass(frozen=True)
class Goal:
    """A bound: of the ratio, of its inverse (how many of ours fit into one of the other), or of the cost alone."""

    kind: str
    bound: float
    of: str
    is_inverse: bool = False
    is_cost: bool = False

    def value(self, figure: "Figure") -> float:
        """What is held against the bound."""
        if self.is_cost:
            return figure.cost
        return 1 / figure.ratio if self.is_inverse else figure.ratio

    def is_reached(self, figure: "Figure") -> bool:
        """Whether it is."""
        value = self.value(figure)
        return value >= self.bound if self.kind == "at least" else value <= self.bound


@dataclass(frozen=True)
class Figure:
    """What something of ours costs, and what `reference` costs in the same run and unit."""

    name: str
    cost: float
    unit: str
    reference: str
    reference_cost: float
    goal: Goal | None = None

    @property
    def ratio(self) -> float:
        """Our cost for each of the other's; the speed of the machine is not in it."""
        return self.cost / self.reference_cost

    def as_json(self) -> dict[str, Any]:
        """What is kept."""
        return {**asdict(self), "ratio": round(self.ratio, 5)}


def goal_table(figures: list[Figure]) -> str:
    """What was to be reached, and whether it was."""
    rows = [
        [
            one.name,
            f"{one.goal.kind} {one.goal.bound} {one.goal.of}",
            f"{one.goal.value(one):.2f}",
            "yes" if one.goal.is_reached(one) else "**no**",
        ]
        for one in figures
        if one.goal
    ]
    return table(["Goal", "", "measured", "reached"], rows) if rows else ""


def dearer(figures: list[Figure], kept: list[dict[str, Any]]) -> list[str]:
    """A line for each figure whose ratio is more than 15 % larger than it was in the run that is kept."""
    before = {(one["name"], one["reference"]): one["ratio"] for one in kept}
    lines = []
    for figure in figures:
        was = before.get((figure.name, figure.reference))
        if was and figure.ratio > was * DEARER:
            more = (figure.ratio / was - 1) * 100
            lines.append(f"{figure.name}: {figure.ratio:.3g} × {figure.reference}, was {was:.3g} (+{more:.0f} %)")
    return lines
