"""The frames of the film: one cross-section of skin through a session and the weeks after it."""

from collections.abc import Callable, Iterator
from math import cos, exp, pi

from PIL import Image

from cms.demo.pictures.canvas import Blend, Canvas
from cms.demo.pictures.palette import (
    BLUSH,
    CLAY,
    DAYLIGHT,
    DEEP,
    LAGOON,
    LINEN,
    PEACH,
    SAGE,
    SEAGLASS,
    TERRACOTTA,
    WHITE,
    mix,
    ramp,
)
from cms.demo.pictures.shapes import below, curve, ellipse, ribbon, smooth, swell, tapered

_NEEDLES = tuple(800 + 62 * place for place in range(-5, 6))
_SURFACE, _DEPTH, _DENT = 520, 190, 92


def frames(size: tuple[int, int], count: int) -> Iterator[Image.Image]:
    """The film in so many pictures; paper without its tooth, which would cost an encoder dearly."""
    for number in range(count):
        canvas = Canvas(size, seed="needling-film")
        _draw(canvas, number / (count - 1))
        yield canvas.finish(tooth=0)


def poster(canvas: Canvas) -> None:
    """The moment at which the needles are in the skin."""
    _draw(canvas, 0.26)


def _draw(canvas: Canvas, moment: float) -> None:
    """One moment, 0 at the start and 1 at the end: needles down, needles up, channels close, fibres form."""
    inserted = _eased(moment, 0.08, 0.22) - _eased(moment, 0.30, 0.42)
    opened, closed = _eased(moment, 0.18, 0.24), _eased(moment, 0.44, 0.62)
    mended = _eased(moment, 0.56, 0.94)
    canvas.wash(Blend(DAYLIGHT, LINEN))
    canvas.glow((800, 300), 900, WHITE, 0.8)
    surface = _surface(mended)
    skin = below(curve(surface))
    colours = ramp([mix(BLUSH, WHITE, 0.3), BLUSH, PEACH, CLAY, TERRACOTTA], 5)
    for layer, colour in enumerate(colours):
        line = _layer(surface, layer)
        canvas.sheet(below(curve(line)), Blend(colour, mix(colour, CLAY, 0.25)), lift=0.7)
    for x in _NEEDLES:
        _channel(canvas, x, surface(x), opened * (1 - closed))
        _fibres(canvas, x, surface(x), mended)
    flush = opened * (1 - mended)
    canvas.light(ellipse(800, _SURFACE + 60, 480, 90), TERRACOTTA, 0.22 * flush, blur=60, within=skin)
    if inserted > 0.001 or moment < 0.30:
        for x in _NEEDLES:
            _needle(canvas, x, -60 + (surface(x) + _DEPTH + 60) * inserted)


def _eased(moment: float, start: float, end: float) -> float:
    """0 before the start, 1 after the end, and a calm movement in between."""
    place = min(max((moment - start) / (end - start), 0), 1)
    return (1 - cos(pi * place)) / 2


def _surface(mended: float) -> Callable[[float], float]:
    calm = swell(_SURFACE, 10, 2000, 0.6)
    depth = _DENT * (1 - 0.55 * mended)
    return lambda x: calm(x) + depth * exp(-(((x - 800) / 150) ** 2))


def _layer(surface: Callable[[float], float], layer: int) -> Callable[[float], float]:
    """The deeper a layer, the less of the dent it shows."""
    share = max(1 - 0.3 * layer, 0)
    return lambda x: _SURFACE + 84 * layer + share * (surface(x) - _SURFACE)


def _needle(canvas: Canvas, x: float, tip: float) -> None:
    shaft = [(x, tip - 620 + 620 * step / 40) for step in range(41)]
    canvas.sheet(ribbon(shaft, lambda place: 12 * min(1, (1 - place) * 4) ** 0.9), Blend(LAGOON, DEEP), lift=0.3)


def _channel(canvas: Canvas, x: float, top: float, openness: float) -> None:
    if openness > 0.01:
        path = [(x, top + _DEPTH * step / 20) for step in range(21)]
        canvas.light(ribbon(path, tapered(14 * openness, 0.2, 0.9)), WHITE, 0.75 * openness)


def _fibres(canvas: Canvas, x: float, top: float, mended: float) -> None:
    """New fibres, woven between the layers where a channel was."""
    if mended < 0.02:
        return
    for row in range(3):
        y = top + 70 + 56 * row
        reach = 46 * mended
        weave = smooth([(x - reach, y + 10), (x - reach / 3, y - 8), (x + reach / 3, y + 8), (x + reach, y - 10)])
        canvas.light(ribbon(weave, tapered(9, 0.5, 0.5)), mix(SEAGLASS, SAGE, 0.3), 0.8 * mended)
