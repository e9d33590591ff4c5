"""Compositions for treatments that work by touch: points, petals, drops and volumes."""

from collections.abc import Callable
from math import cos, pi, sin

from cms.demo.pictures.canvas import Blend, Canvas
from cms.demo.pictures.palette import (
    BLUSH,
    CLAY,
    DAYLIGHT,
    DEEP,
    HONEY,
    LAGOON,
    LINEN,
    MIST,
    PEACH,
    SAGE,
    SAND,
    SEAGLASS,
    TEAL,
    TERRACOTTA,
    WHITE,
    Colour,
    mix,
    ramp,
)
from cms.demo.pictures.shapes import (
    Point,
    below,
    curve,
    drop,
    ellipse,
    pebble,
    petal,
    ribbon,
    smooth,
    swell,
    tapered,
)

_PETALS = (
    (9, 15.0, (700, 282), [SAGE, MIST, BLUSH, PEACH, BLUSH, MIST, SAGE]),
    (8, 14.5, (535, 214), [SAGE, BLUSH, PEACH, BLUSH, SAGE]),
    (5, 16.0, (395, 164), [PEACH, CLAY, PEACH]),
)


def microneedling(canvas: Canvas) -> None:
    """Fine parallel points that just enter the upper layers of the skin."""
    canvas.wash(Blend(DAYLIGHT, mix(LINEN, BLUSH, 0.6)))
    canvas.glow((800, 360), 900, WHITE, 0.85)
    canvas.sheet(ellipse(800, 400, 318), Blend(WHITE, mix(HONEY, BLUSH, 0.3)), lift=0.9)
    levels = [548, 622, 702, 780, 858, 930]
    colours = ramp([WHITE, BLUSH, PEACH, CLAY, TERRACOTTA], len(levels))
    for index, (level, colour) in enumerate(zip(levels, colours, strict=True)):
        line = curve(swell(level, 30 - 2 * index, 1750, 2.2 + 0.5 * index))
        canvas.sheet(below(line), Blend(colour, mix(colour, CLAY, 0.3)), lift=1.1)
    for index in range(-8, 9):
        _point(canvas, 800 + index * 31, abs(index))


def _point(canvas: Canvas, x: float, rank: int) -> None:
    """One needle and the fine channel of light below it; the further from the middle, the shorter."""
    top, tip, end = 182 + 2.9 * rank**2, 742 - 0.7 * rank**2, 930 - 2.4 * rank**2
    channel = [(x, tip + 14 + (end - tip) * step / 20) for step in range(21)]
    canvas.light(ribbon(channel, tapered(6, 0.3, 1)), Blend(WHITE, BLUSH), 0.5)
    shaft = [(x, top + (tip - top) * (1 - cos(step * pi / 60)) / 2) for step in range(61)]
    canvas.sheet(ribbon(shaft, _needle), Blend(LAGOON, DEEP), lift=0.4)


def _needle(place: float) -> float:
    """A blunt end and a long fine point."""
    return 10.0 * min(1, (place * 110) ** 0.5) * min(1, (1 - place) * 3) ** 0.9


def chemical_peel(canvas: Canvas) -> None:
    """Translucent petals that lie over one another like lifted layers."""
    canvas.wash(Blend(DAYLIGHT, LINEN))
    canvas.glow((800, 480), 900, WHITE, 0.9)
    base = (800, 862)
    for row in _PETALS:
        _fan(canvas, base, *row)
    canvas.sheet(petal(base, 262, 108, 0, tip=0.7), Blend(LAGOON, DEEP), lift=0.9)


def _fan(canvas: Canvas, base: Point, count: int, step: float, size: tuple[int, int], stops: list[Colour]) -> None:
    """Petals spread by `step` degrees; the outer ones are shorter and lie beneath."""
    turns = [(index - (count - 1) / 2) * step for index in range(count)]
    fan = sorted(zip(turns, ramp(stops, count), strict=True), key=lambda one: -abs(one[0]))
    for turn, colour in fan:
        outline = petal(base, size[0] * (1 - 0.0024 * abs(turn)), size[1], turn, foot=1.5, tip=0.72)
        canvas.veil(outline, Blend(mix(colour, WHITE, 0.55), colour), milk=0.42, lift=0.7)


def hydration(canvas: Canvas) -> None:
    """A drop made of nested layers above widening ripples."""
    canvas.wash(Blend(DAYLIGHT, mix(MIST, SEAGLASS, 0.35)))
    canvas.glow((800, 380), 860, WHITE, 0.9)
    rings = ramp([mix(MIST, WHITE, 0.6), MIST, SEAGLASS, LAGOON, TEAL], 7)
    for index, colour in enumerate(rings):
        share = 1 - index / 7.2
        ring = ellipse(800, 822, 1010 * share**1.15, 226 * share**1.15)
        canvas.sheet(ring, Blend(colour, mix(colour, WHITE, 0.35), across=0.5), lift=0.8)
    for x, y, radius in ((506, 456, 50), (1102, 352, 58), (1226, 520, 24), (606, 214, 24), (382, 250, 18)):
        _nested_drop(canvas, x, y, radius, 2)
    _nested_drop(canvas, 800, 478, 172, 4)
    shine = smooth([(702, 470), (700, 540), (730, 592), (778, 612)])
    canvas.light(ribbon(shine, tapered(15, 0.7, 0.7)), WHITE, 0.6, blur=1.5)


def _nested_drop(canvas: Canvas, x: float, y: float, radius: float, layers: int) -> None:
    colours = ramp([WHITE, SEAGLASS, LAGOON, TEAL], 4)[:layers] if layers > 2 else [WHITE, SEAGLASS]
    for index, colour in enumerate(colours):
        inner = radius * (1 - 0.21 * index)
        fill = Blend(mix(colour, WHITE, 0.25), mix(colour, TEAL, 0.18))
        canvas.sheet(drop(x, y + radius * 0.1 * index, inner), fill, lift=min(radius / 130, 1))


def filler(canvas: Canvas) -> None:
    """Contours that rise softly to a volume, met by one fine line."""
    canvas.wash(Blend(LINEN, SAND))
    colours = ramp([DAYLIGHT, LINEN, BLUSH, PEACH, mix(PEACH, CLAY, 0.7)], 9)
    for index, colour in enumerate(colours):
        share = 1 - index / 9.6
        outline = pebble(800 + 10 * index, 540 - 7 * index, 560 * share, _volume(1 - share), 1.62 - 0.3 * (1 - share))
        canvas.sheet(outline, Blend(mix(colour, WHITE, 0.45), colour, across=0.6), lift=1.0)
    canvas.glow((846, 455), 120, WHITE, 0.55)
    canvas.sheet(ribbon([(1480, -40), (1165, 222), (900, 442)], lambda place: 9 - 6 * place), Blend(TEAL, DEEP), 1.2)


def _volume(height: float) -> Callable[[float], float]:
    """The unevenness of a contour, which calms down with height (0 to 1)."""
    depth = 0.12 * (1 - 0.6 * height)
    return lambda angle: depth * sin(2 * angle + 0.5 + height) + 0.5 * depth * sin(3 * angle + 1.4 - height)
