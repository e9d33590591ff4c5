"""Drawn explanations: cross-sections of skin, never of a person."""

from collections.abc import Callable
from math import exp

from cms.demo.pictures.canvas import Blend, Canvas
from cms.demo.pictures.palette import (
    BLUSH,
    CLAY,
    DAYLIGHT,
    HONEY,
    LINEN,
    MIST,
    PEACH,
    SEAGLASS,
    TERRACOTTA,
    WHITE,
    mix,
    ramp,
)
from cms.demo.pictures.shapes import below, curve, ellipse, petal, swell

_DENTS = ((250, 96, 58), (520, 64, 30), (730, 128, 76), (1010, 84, 36), (1230, 110, 66), (1420, 58, 34))
"""Where a dent lies, how deep it is and how wide: shallow bowls and narrow notches."""
_SURFACE, _STEP = 470, 62


def scars_before(canvas: Canvas) -> None:
    """A surface with six dents, and the layers beneath drawn down by them."""
    _scarred_skin(canvas, 1.0)


def scars_after(canvas: Canvas) -> None:
    """The same surface with the same dents, shallower; the narrow ones have changed least."""
    _scarred_skin(canvas, 0.5)


def _scarred_skin(canvas: Canvas, remaining: float) -> None:
    canvas.wash(Blend(DAYLIGHT, mix(MIST, LINEN, 0.5)))
    canvas.glow((360, 120), 900, WHITE, 0.9)
    for index, colour in enumerate(ramp([BLUSH, PEACH, CLAY, TERRACOTTA], 6)):
        line = curve(_dented(_SURFACE + index * _STEP * 1.4, remaining, index))
        canvas.sheet(below(line), Blend(colour, mix(colour, CLAY, 0.25)), lift=0.9)
    for x, depth, width in _DENTS:
        shade = ellipse(x, _SURFACE + 0.42 * depth * _kept(remaining, width), 1.2 * width, 0.36 * depth)
        canvas.light(shade, TERRACOTTA, 0.26 * remaining, blur=18, within=below(curve(_dented(_SURFACE, remaining, 0))))


def _dented(level: float, remaining: float, layer: int) -> Callable[[float], float]:
    """A calm line that every dent pulls down; the deeper the layer, the less."""
    calm = swell(level, 14, 1900, 0.8)
    share = max(1 - 0.24 * layer, 0)

    def height_at(x: float) -> float:
        pull = sum(
            depth * _kept(remaining, width) * exp(-(((x - place) / width) ** 2)) for place, depth, width in _DENTS
        )
        return calm(x) + share * pull

    return height_at


def _kept(remaining: float, width: float) -> float:
    """How much of a dent is left: narrow notches keep more of their depth than wide bowls."""
    return remaining if width > 40 else 1 - (1 - remaining) * 0.35


def peel_layers(canvas: Canvas) -> None:
    """Skin in layers: only the topmost, thin one lifts off in flakes."""
    canvas.wash(Blend(DAYLIGHT, mix(MIST, SEAGLASS, 0.3)))
    canvas.glow((1100, 160), 900, WHITE, 0.9)
    canvas.glow((1100, 160), 420, HONEY, 0.4)
    levels = (470, 500, 590, 720, 880)
    colours = [mix(LINEN, WHITE, 0.5), BLUSH, PEACH, CLAY, TERRACOTTA]
    for index, (level, colour) in enumerate(zip(levels, colours, strict=True)):
        line = swell(level, 20 - 2 * index, 1900, 0.6 + 0.3 * index)
        canvas.sheet(below(curve(line)), Blend(colour, mix(colour, CLAY, 0.2)), lift=0.9)
    for x, y, turn, size in (
        (250, 446, -14, 1.0),
        (470, 418, -26, 1.2),
        (720, 380, -38, 1.3),
        (950, 300, -58, 1.15),
        (1130, 226, -20, 0.95),
        (1300, 130, -70, 0.8),
    ):
        _flake(canvas, (x, y), turn, size)


def _flake(canvas: Canvas, at: tuple[float, float], turn: float, size: float) -> None:
    flake = petal((at[0], at[1] + 40), 210 * size, 78 * size, turn + 90, foot=0.75, tip=0.75)
    canvas.veil(flake, Blend(mix(LINEN, BLUSH, 0.5), WHITE), milk=0.6, lift=0.8)


COMPOSITIONS: dict[str, Callable[[Canvas], None]] = {
    "scars-before": scars_before,
    "scars-after": scars_after,
    "peel-layers": peel_layers,
}
