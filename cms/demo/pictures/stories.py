"""Compositions for articles: shade on a bright day, low light on uneven ground, one view in two frames."""

from collections.abc import Callable

from cms.demo.pictures.canvas import Blend, Canvas, Fill
from cms.demo.pictures.palette import (
    BLUSH,
    CLAY,
    DAYLIGHT,
    HONEY,
    LAGOON,
    LINEN,
    MIST,
    MOSS,
    PEACH,
    SAGE,
    SAND,
    SEAGLASS,
    SHADE,
    TEAL,
    TERRACOTTA,
    UMBER,
    WHITE,
    Colour,
    mix,
)
from cms.demo.pictures.shapes import Outline, arch, below, box, curve, ellipse, ribbon, sector_edge, swell


def parasol(canvas: Canvas) -> None:
    """A wide parasol throws shade on sand under a high sun."""
    canvas.wash(Blend(mix(HONEY, WHITE, 0.5), DAYLIGHT))
    canvas.glow((1180, 210), 760, WHITE, 0.9)
    canvas.sheet(ellipse(1180, 210, 118), Blend(WHITE, HONEY), lift=0.6)
    canvas.sheet(below(curve(swell(640, 10, 2400, 1.0))), Blend(SEAGLASS, mix(SEAGLASS, WHITE, 0.5)), lift=0.6)
    canvas.sheet(below(curve(swell(730, 26, 1900, 2.0))), Blend(LINEN, SAND), lift=0.8)
    canvas.light(ellipse(640, 880, 420, 62), SHADE, 0.3, blur=16)
    canvas.sheet(ribbon([(700, 226), (712, 880)], lambda place: 13), UMBER, lift=0.4)
    _canopy(canvas, 700, 500, 400)
    canvas.sheet(box(430, 822, 640, 872, 22), Blend(mix(TEAL, WHITE, 0.1), TEAL), lift=0.6)
    canvas.sheet(box(630, 832, 672, 862, 8), Blend(WHITE, LINEN), lift=0.4)


def _canopy(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Eight panels in two colours, each with a hem of its own."""
    for index in range(8):
        left, right = (x + radius * (-1 + 2 * place / 8) for place in (index, index + 1))
        colour = (CLAY, mix(LINEN, WHITE, 0.4))[index % 2]
        hem = sector_edge(((left + right) / 2, y - 2), (right - left) / 2, 0, 180)
        valance = [(a, y + 0.5 * (b - y)) for a, b in hem]
        panel = [*_fold(x, y, radius, left)[::-1], *valance[::-1], *_fold(x, y, radius, right)]
        canvas.sheet(panel, Blend(mix(colour, WHITE, 0.2), colour), lift=0.4)


def _fold(x: float, y: float, radius: float, edge: float) -> Outline:
    """The seam from the hem up to the tip, bowed as cloth over a rib."""
    return [(x + (edge - x) * (1 - step / 20) ** 0.5, y - 0.66 * radius * step / 20) for step in range(21)]


def raking_light(canvas: Canvas) -> None:
    """Low light from one side shows every hollow of the ground."""
    canvas.wash(Blend(mix(MIST, SEAGLASS, 0.35), mix(HONEY, DAYLIGHT, 0.4), across=0.6))
    canvas.glow((170, 330), 820, HONEY, 0.7)
    canvas.sheet(ellipse(170, 330, 130), Blend(WHITE, HONEY), lift=0.6)
    for index, (level, colour) in enumerate(((470, BLUSH), (590, PEACH), (730, CLAY))):
        line = swell(level, 34, 2100, 1.4 + 1.2 * index)
        canvas.sheet(below(curve(line)), Blend(mix(colour, WHITE, 0.35), colour, across=-0.8), lift=0.9)
        _hollows(canvas, line, index)


def _hollows(canvas: Canvas, line: Callable[[float], float], row: int) -> None:
    """Shallow bowls: dark on the side towards the light, bright on the far one."""
    for place in range(5 + row):
        x = 150 + (1500 / (5 + row)) * place + 60 * row
        y = line(x) + 62 + 16 * (place % 3)
        width = (46, 74, 58)[(place + row) % 3] * (1 + 0.16 * row)
        bowl = ellipse(x, y, width, 0.36 * width)
        canvas.light(bowl, TERRACOTTA, 0.42)
        canvas.light(ellipse(x + 0.3 * width, y + 0.1 * width, 0.7 * width, 0.24 * width), WHITE, 0.4, 6, within=bowl)


def two_frames(canvas: Canvas) -> None:
    """One view in two frames: flat daylight in the first, warm evening light in the second."""
    canvas.wash(Blend(DAYLIGHT, mix(LINEN, BLUSH, 0.4)))
    canvas.glow((800, 300), 900, WHITE, 0.8)
    _framed(canvas, 500, (mix(MIST, WHITE, 0.2), mix(MIST, SEAGLASS, 0.4)), 0.0)
    _framed(canvas, 1100, (mix(HONEY, WHITE, 0.4), HONEY), 1.0)
    canvas.sheet(box(-100, 866, 1700, 1100), Blend(mix(SAND, PEACH, 0.3), mix(SAND, CLAY, 0.4)), lift=0.7)


def _framed(canvas: Canvas, x: float, sky: tuple[Colour, Colour], warmth: float) -> None:
    canvas.sheet(arch(x, 866, 470, 700), Blend(mix(TEAL, LAGOON, 0.4), TEAL), lift=0.9)
    canvas.sheet(arch(x, 840, 410, 640), Blend(WHITE, LINEN), lift=0.3)
    view = arch(x, 812, 350, 584)
    canvas.light(view, Blend(*sky), 1)
    canvas.light(ellipse(x + 70, 400 + 60 * warmth, 52), WHITE, 0.95, within=view)
    for y, shift, cold, warm in ((600, -70, SEAGLASS, PEACH), (668, 90, SAGE, CLAY), (740, -40, MOSS, TERRACOTTA)):
        fill: Fill = mix(cold, warm, 0.75 * warmth)
        canvas.light(ellipse(x + shift, y + 180, 320, 180), Blend(fill, mix(fill, WHITE, 0.25)), 1, within=view)


COMPOSITIONS: dict[str, Callable[[Canvas], None]] = {
    "parasol": parasol,
    "raking-light": raking_light,
    "two-frames": two_frames,
}
