"""Compositions for treatments that work by light: bands, arcs and a beam."""

from collections.abc import Callable
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

_BEAM_REACH = 175
_ROOTS = range(-94, 1640, 37)
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
    canvas.light(ellipse(680, 660, 420, 90), WHITE, 0.4, blur=50, within=skin)
    _freckles(canvas)
    for x, width, colour in _BANDS:
        canvas.light(_band(x, width), Blend(WHITE, mix(colour, WHITE, 0.4)), 0.5, within=skin)


def _band(x: float, width: float) -> Outline:
    top, foot = _SLANT * 560, -_SLANT * 560
    return [(x + top, -60), (x + width + top, -60), (x + width + foot, 1060), (x + foot, 1060)]


def _freckles(canvas: Canvas) -> None:
    """Spots on the skin's dome, well inside its edge and clear of the light."""
    for _ in range(110):
        x = canvas.random.uniform(0, 1600)
        y = canvas.random.uniform(1526 - 860 * (1 - ((x - 760) / 1500) ** 2) ** 0.5, 990)
        radius = canvas.random.uniform(3, 10)
        across = x - _SLANT * (500 - y)
        if across < 400 or across > 1070:
            spot = pebble(x, y, radius, lambda angle: 0.15 * sin(2 * angle), 1.25)
            canvas.light(spot, UMBER, 0.3)


def led(canvas: Canvas) -> None:
    """Arcs of small lamps whose warm glow widens in a quiet dark room."""
    canvas.wash(Blend(DEEP, NIGHT))
    centre = (800, 850)
    for index, colour in enumerate(ramp([mix(DEEP, TEAL, 0.2), TEAL, LAGOON, SEAGLASS, HONEY, WHITE], 7)):
        canvas.sheet(ellipse(*centre, 760 - 104 * index), Blend(colour, mix(colour, HONEY, 0.03 * index)), lift=1.2)
    canvas.glow(centre, 820, HONEY, 0.5)
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
    for half, opacity, blur in ((190, 0.55, 10), (110, 0.6, 14), (46, 0.95, 9)):
        beam = [(800 - half / 5, -120), (800 + half / 5, -120), (800 + half, 900), (800 - half, 900)]
        canvas.light(beam, Blend(WHITE, mix(WHITE, HONEY, half / 190)), opacity, blur)
    skin = swell(742, 26, 1900, 2.4)
    _strands(canvas, skin)
    canvas.sheet(below(curve(skin)), Blend(BLUSH, PEACH), lift=0.9)
    _roots(canvas, skin)
    canvas.sheet(below(curve(swell(880, 24, 1700, 3.0))), Blend(PEACH, CLAY), lift=0.9)
    canvas.light(ellipse(800, 770, 230, 34), WHITE, 0.7, blur=22, within=below(curve(skin)))


def _strands(canvas: Canvas, skin: Callable[[float], float]) -> None:
    """Evenly rooted strands on either side of the beam, leaning the same way."""
    for root in _ROOTS:
        if abs(root - 800) < _BEAM_REACH:
            continue
        height, lean = canvas.random.uniform(210, 300), canvas.random.uniform(80, 130)
        if root < 800:
            lean = min(lean, 40 + 0.5 * (800 - _BEAM_REACH - root))
        foot = skin(root) + 16
        bends = ((0, 0), (0.02, 0.35), (0.22, 0.7), (0.58, 0.92), (1, 1))
        path = smooth([(root + lean * across, foot - height * up) for across, up in bends])
        canvas.sheet(ribbon(path, tapered(7.5, 0.1, 0.6)), Blend(LAGOON, DEEP), lift=0.5)


def _roots(canvas: Canvas, skin: Callable[[float], float]) -> None:
    """What is below the surface: roots with their bulbs, and only pale traces where the beam has been."""
    for x in _ROOTS:
        quiet = abs(x - 800) < _BEAM_REACH
        top = skin(x) + 6
        path = smooth([(x, top), (x - 4, top + 40), (x - 14, top + 78)])
        colour, opacity = (WHITE, 0.45) if quiet else (UMBER, 0.5)
        canvas.light(ribbon(path, lambda place: 4 + 2 * place), colour, opacity)
        canvas.light(ellipse(x - 16, top + 84, 8, 11, 14), colour, opacity)
