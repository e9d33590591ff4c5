"""Compositions for treatments that work by light: bands, arcs and a beam."""

from math import cos, radians, sin

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
    MOSS,
    NIGHT,
    PEACH,
    SAGE,
    SEAGLASS,
    TEAL,
    TERRACOTTA,
    UMBER,
    WHITE,
    mix,
    ramp,
)
from cms.demo.pictures.shapes import Outline, below, curve, ellipse, pebble, ribbon, smooth, swell, tapered

_SLANT = 0.42
_BANDS = (
    (430, 150, HONEY),
    (606, 118, PEACH),
    (748, 90, CLAY),
    (860, 66, SEAGLASS),
    (946, 48, LAGOON),
    (1012, 34, TEAL),
)


def ipl(canvas: Canvas) -> None:
    """Bands of light that cross freckled skin and leave it even."""
    canvas.wash(Blend(DAYLIGHT, LINEN))
    canvas.glow((900, 200), 900, WHITE, 0.9)
    for x, width, colour in _BANDS:
        canvas.sheet(_band(x, width), Blend(colour, mix(colour, WHITE, 0.5)), lift=0.9)
    skin = ellipse(760, 1500, 1500, 860)
    canvas.sheet(skin, Blend(BLUSH, CLAY))
    canvas.sheet(ellipse(700, 1560, 1480, 800), Blend(PEACH, TERRACOTTA))
    _freckles(canvas)
    for x, width, colour in _BANDS:
        canvas.light(_band(x, width), Blend(WHITE, mix(colour, WHITE, 0.4)), 0.5, within=skin)


def _band(x: float, width: float) -> Outline:
    top, foot = _SLANT * 560, -_SLANT * 560
    return [(x + top, -60), (x + width + top, -60), (x + width + foot, 1060), (x + foot, 1060)]


def _freckles(canvas: Canvas) -> None:
    for _ in range(110):
        x, y = canvas.random.uniform(0, 1600), canvas.random.uniform(690, 990)
        radius = canvas.random.uniform(3, 10)
        across = x - _SLANT * (500 - y)
        if across < 400 or across > 1070:
            canvas.light(pebble(x, y, radius, lambda angle: 0.15 * sin(2 * angle), 1.25), UMBER, 0.35)


def led(canvas: Canvas) -> None:
    """Arcs of small lamps whose warm glow widens in a quiet dark room."""
    canvas.wash(Blend(DEEP, NIGHT))
    centre = (800, 850)
    for index, colour in enumerate(ramp([mix(DEEP, NIGHT, 0.4), TEAL, LAGOON, SEAGLASS, HONEY, WHITE], 7)):
        canvas.sheet(ellipse(*centre, 760 - 104 * index), Blend(colour, mix(colour, HONEY, 0.25)), lift=1.2)
    canvas.glow(centre, 760, HONEY, 0.5)
    for ring in range(5):
        _lamps(canvas, centre, 708 - 104 * ring, 23 - 4 * ring)
    canvas.sheet(below(curve(swell(862, 22, 1900, 2.4))), Blend(mix(HONEY, BLUSH, 0.6), CLAY), lift=1.2)
    canvas.glow((800, 850), 460, WHITE, 0.3)


def _lamps(canvas: Canvas, centre: tuple[float, float], radius: float, count: int) -> None:
    for index in range(count):
        angle = radians(180 + 180 * (index + 0.5) / count)
        x, y = centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)
        canvas.glow((x, y), 34, HONEY, 0.7)
        canvas.light(ellipse(x, y, 7), WHITE, 0.95)


def laser_hair(canvas: Canvas) -> None:
    """One bright beam over fine curved strands, gone where it has passed."""
    canvas.wash(Blend(MIST, SAGE))
    canvas.glow((800, 300), 900, WHITE, 0.6)
    beam = [(778, -80), (822, -80), (1010, 900), (590, 900)]
    canvas.light(beam, Blend(WHITE, HONEY), 0.75, blur=5)
    canvas.light([(790, -80), (810, -80), (870, 900), (730, 900)], WHITE, 0.9, blur=6)
    skin = swell(742, 26, 1900, 2.4)
    _strands(canvas, skin)
    canvas.sheet(below(curve(skin)), Blend(BLUSH, PEACH), lift=0.9)
    canvas.sheet(below(curve(swell(850, 30, 1700, 3.0))), Blend(PEACH, CLAY), lift=0.9)
    canvas.light(ellipse(800, 800, 260, 40), WHITE, 0.7, blur=22, within=below(curve(skin)))


def _strands(canvas: Canvas, skin) -> None:
    roots = sorted((canvas.random.uniform(-60, 1660) for _ in range(90)), key=lambda x: -abs(x - 800))
    for x in roots:
        height = canvas.random.uniform(150, 330)
        lean = canvas.random.uniform(30, 120)
        if abs(x - 800) < 190:
            continue
        foot = skin(x) + 16
        path = smooth(
            [
                (x, foot),
                (x + lean * 0.1, foot - height * 0.5),
                (x + lean * 0.6, foot - height * 0.88),
                (x + lean * 1.3, foot - height),
            ]
        )
        colour = canvas.random.choice([TEAL, DEEP, MOSS, UMBER])
        canvas.sheet(ribbon(path, tapered(8, 0.15, 0.6)), colour, lift=0.3)
