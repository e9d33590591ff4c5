"""Compositions for treatments that work by touch: points, petals, drops and volumes."""

from math import sin

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
    mix,
    ramp,
)
from cms.demo.pictures.shapes import (
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


def microneedling(canvas: Canvas) -> None:
    """Fine parallel points that just enter the upper layers of the skin."""
    canvas.wash(Blend(DAYLIGHT, mix(LINEN, BLUSH, 0.6)))
    canvas.glow((800, 360), 900, WHITE, 0.85)
    canvas.sheet(ellipse(800, 400, 318), Blend(WHITE, mix(HONEY, BLUSH, 0.3)), lift=0.9)
    levels = [548, 622, 702, 780, 858, 930]
    colours = ramp([WHITE, BLUSH, PEACH, CLAY, TERRACOTTA], len(levels))
    for index, (level, colour) in enumerate(zip(levels, colours, strict=True)):
        if index == 2:
            _points(canvas)
        line = curve(swell(level, 30 - 2 * index, 1750, 2.2 + 0.5 * index))
        canvas.sheet(below(line), Blend(colour, mix(colour, CLAY, 0.3)), lift=1.1)
    _channels(canvas)


def _points(canvas: Canvas) -> None:
    for index in range(-8, 9):
        x = 800 + index * 31
        top, tip = 182 + 2.9 * index**2, 752 - 0.5 * index**2
        canvas.sheet(ribbon([(x, top + (tip - top) * s / 40) for s in range(41)], _needle), Blend(LAGOON, DEEP), 0.4)


def _needle(place: float) -> float:
    return 10.0 * min(1, (place * 60) ** 0.5) * min(1, (1 - place) * 2.6) ** 0.8


def _channels(canvas: Canvas) -> None:
    for index in range(-8, 9):
        x, reach = 800 + index * 31, 186 - 1.5 * index**2
        path = [(x, 742 + reach * step / 20) for step in range(21)]
        canvas.light(ribbon(path, tapered(6, 0.3, 1)), Blend(WHITE, BLUSH), 0.5)


def chemical_peel(canvas: Canvas) -> None:
    """Translucent petals that lie over one another like lifted layers."""
    canvas.wash(Blend(DAYLIGHT, LINEN))
    canvas.glow((800, 480), 900, WHITE, 0.9)
    base = (800, 838)
    rows = [
        (11, 13.5, 640, 270, [SAGE, MIST, BLUSH, PEACH, BLUSH, MIST, SAGE]),
        (8, 14.5, 500, 220, [BLUSH, PEACH, HONEY, PEACH, BLUSH]),
        (5, 15.0, 360, 165, [PEACH, CLAY, PEACH]),
    ]
    for count, step, length, width, stops in rows:
        _fan(canvas, base, count, step, (length, width), stops)
    canvas.sheet(petal(base, 236, 104, 0, tip=0.62), Blend(LAGOON, DEEP), lift=0.8)


def _fan(canvas: Canvas, base, count, step, size, stops) -> None:
    turns = [(index - (count - 1) / 2) * step for index in range(count)]
    fan = sorted(zip(turns, ramp(stops, count), strict=True), key=lambda one: -abs(one[0]))
    for turn, colour in fan:
        length = size[0] * (1 - 0.0021 * abs(turn))
        outline = petal(base, length, size[1], turn, tip=0.6)
        canvas.veil(outline, Blend(mix(colour, WHITE, 0.5), colour), lift=0.6)


def hydration(canvas: Canvas) -> None:
    """A drop made of nested layers above widening ripples."""
    canvas.wash(Blend(DAYLIGHT, mix(MIST, SEAGLASS, 0.35)))
    canvas.glow((800, 380), 860, WHITE, 0.9)
    rings = ramp([mix(MIST, WHITE, 0.6), MIST, SEAGLASS, LAGOON, TEAL], 7)
    for index, colour in enumerate(rings):
        share = 1 - index / 7.2
        ring = ellipse(800, 822, 930 * share**1.15, 218 * share**1.15)
        canvas.sheet(ring, Blend(colour, mix(colour, WHITE, 0.35), across=0.5), lift=0.8)
    for x, y, radius in ((536, 470, 46), (1092, 372, 58), (1010, 640, 26), (622, 236, 24), (1190, 600, 20)):
        _nested_drop(canvas, x, y, radius, 2)
    _nested_drop(canvas, 800, 478, 172, 4)
    shine = smooth([(672, 500), (684, 560), (726, 604), (770, 618)])
    canvas.light(ribbon(shine, tapered(20, 0.6, 0.6)), WHITE, 0.75, blur=1)


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


def _volume(height: float):
    depth = 0.12 * (1 - 0.6 * height)
    return lambda angle: depth * sin(2 * angle + 0.5 + height) + 0.5 * depth * sin(3 * angle + 1.4 - height)
