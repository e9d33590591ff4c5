"""Charts as plain geometry: the template draws them as SVG, with the table of the same numbers behind them."""

from dataclasses import dataclass

from leads.reports.figures import Figures, Response

WIDTH, HEIGHT = 960, 260
"""The drawing's own units; it is scaled to the page."""

LEFT, BOTTOM, TOP = 40, 32, 20
GAP = 0.25
"""Share of a bar's place that stays empty."""

MOST_LABELS = 13
HEAT_LEVELS = 5

BUCKETS = ((15, "≤ 15 min"), (60, "≤ 1 h"), (240, "≤ 4 h"), (1_440, "≤ 1 d"), (2_880, "≤ 2 d"), (None, "> 2 d"))
"""Upper ends (minutes) of the bars that show how long people waited."""


@dataclass(frozen=True)
class Bar:
    """One bar with another in front of it, which is a part of it."""

    x: float
    width: float
    y: float
    height: float
    part_y: float
    part_height: float
    number: int
    part: int
    label: str
    is_labelled: bool

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return self.x + self.width / 2


@dataclass(frozen=True)
class Chart:
    """Bars above a line, and the lines that help the eye."""

    bars: list[Bar]
    lines: list[tuple[float, int]]
    highest: Bar | None
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    base: int = HEIGHT - BOTTOM


def draw(numbers: list[tuple[str, int, int]]) -> Chart:
    """A chart of labels, numbers and the parts of them that are shown in front."""
    top = nice_top(max((number for _label, number, _part in numbers), default=0))
    room, base = HEIGHT - BOTTOM - TOP, HEIGHT - BOTTOM
    place = (WIDTH - LEFT) / max(1, len(numbers))
    every = -(-len(numbers) // MOST_LABELS)
    bars = []
    for position, (label, number, part) in enumerate(numbers):
        height, part_height = room * number / top, room * part / top
        bars.append(
            Bar(
                x=round(LEFT + place * (position + GAP / 2), 1),
                width=round(place * (1 - GAP), 1),
                y=round(base - height, 1),
                height=round(height, 1),
                part_y=round(base - part_height, 1),
                part_height=round(part_height, 1),
                number=number,
                part=part,
                label=label,
                is_labelled=position % every == 0,
            )
        )
    steps = [top * n // 4 for n in range(5)] if top >= 4 else range(top + 1)
    return Chart(bars, [(round(base - room * step / top, 1), step) for step in steps], highest_of(bars))


def highest_of(bars: list[Bar]) -> Bar | None:
    """The bar that a chart is summed up by; None where nothing was counted."""
    return max((bar for bar in bars if bar.number), key=lambda bar: bar.number, default=None)


def draw_weeks(figures: Figures, write) -> Chart:
    """Leads by week, and those of them that became patients; `write` says how a day is written.

    The first and the last week may be shorter than seven days.
    """
    first = figures.period.first
    return draw([(write(max(monday, first)), sums.leads, sums.converted) for monday, sums in figures.weeks])


def draw_buckets(buckets: list[tuple[str, int]]) -> Chart:
    """How many people waited how long."""
    return draw([(label, number, 0) for label, number in buckets])


def buckets_of(response: Response) -> list[tuple[str, int]]:
    """The people of each stretch of waiting."""
    buckets, last = [], -1
    for end, label in BUCKETS:
        number = sum(
            count for minutes, count in response.counts.items() if minutes > last and (end is None or minutes <= end)
        )
        buckets.append((label, number))
        last = end or last
    return buckets


def nice_top(largest: int) -> int:
    """The end of the scale: a multiple of four that is easy to read, not below the largest number."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if 4 * step * factor >= largest:
                return max(1, 4 * step * factor if largest > 3 else largest)
        step *= 10


@dataclass(frozen=True)
class HeatCell:
    """An hour of a weekday; `level` from 0 (nothing) to HEAT_LEVELS (the busiest hour)."""

    number: int
    level: int


def heat_rows(heat: dict[tuple[int, int], int]) -> list[list[HeatCell]]:
    """Seven rows of 24 hours, Monday first."""
    busiest = max(heat.values(), default=0)
    return [[heat_cell(heat.get((day, hour), 0), busiest) for hour in range(24)] for day in range(7)]


def heat_cell(number: int, busiest: int) -> HeatCell:
    """A cell on the scale of the busiest one."""
    return HeatCell(number, -(-HEAT_LEVELS * number // busiest) if busiest else 0)
