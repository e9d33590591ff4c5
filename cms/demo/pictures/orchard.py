"""The clinic's namesakes, a wren and the orchard row, and the plain contours for any other card."""

from cms.demo.pictures.canvas import Blend, Canvas, Fill
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
    SAND,
    SEAGLASS,
    TEAL,
    TERRACOTTA,
    UMBER,
    WHITE,
    Colour,
    mix,
    ramp,
)
from cms.demo.pictures.shapes import (
    Outline,
    Point,
    below,
    curve,
    ellipse,
    petal,
    placed,
    ribbon,
    smooth,
    swell,
    tapered,
)

_HILLS = ((740, 0.4, MIST), (806, 2.6, mix(MIST, SAGE, 0.6)), (872, 4.4, SAGE), (936, 1.2, MOSS))
_LEAVES = (
    (452, 560, -78),
    (520, 580, 205),
    (560, 592, -24),
    (664, 606, 160),
    (1000, 602, 24),
    (1062, 612, 196),
    (1170, 600, -20),
    (1250, 588, 200),
    (1330, 574, 30),
    (1430, 552, 160),
    (1500, 528, -14),
)
_BODY = (
    (-108, -66),
    (-84, -102),
    (-44, -116),
    (-4, -102),
    (44, -70),
    (98, -52),
    (116, -22),
    (92, 26),
    (44, 62),
    (-14, 72),
    (-66, 50),
    (-98, 6),
    (-108, -36),
)


def about(canvas: Canvas) -> None:
    """A wren on an apple branch, the orchard's hills behind."""
    canvas.wash(Blend(DAYLIGHT, mix(MIST, HONEY, 0.25)))
    canvas.glow((860, 380), 900, WHITE, 0.9)
    canvas.sheet(ellipse(860, 430, 300), Blend(WHITE, HONEY), lift=0.7)
    for level, phase, colour in _HILLS:
        canvas.sheet(below(curve(swell(level, 34, 1500, phase))), Blend(colour, mix(colour, WHITE, 0.2)), lift=0.9)
    _branch(canvas)
    _wren(canvas, (820, 470), 1.25)


def _branch(canvas: Canvas) -> None:
    bough = smooth([(1720, 470), (1400, 560), (1100, 610), (860, 590), (640, 610), (440, 560)])
    canvas.sheet(ribbon(bough, lambda place: 34 * (1 - place) ** 0.8 + 4), Blend(TERRACOTTA, UMBER), lift=0.8)
    for x, y in ((1146, 694), (1390, 652), (604, 694)):
        canvas.sheet(ribbon([(x + 4, y - 100), (x, y - 40)], lambda place: 5), UMBER, lift=0.4)
        canvas.sheet(ellipse(x, y, 50, 47), Blend(PEACH, TERRACOTTA, across=0.5), lift=0.8)
        canvas.glow((x - 16, y - 16), 30, WHITE, 0.4)
    for index, (x, y, turn) in enumerate(_LEAVES):
        _leaf(canvas, (x, y), turn, (MOSS, TEAL, SAGE, LAGOON)[index % 4])


def _leaf(canvas: Canvas, stem: Point, turn: float, colour: Colour) -> None:
    outline = petal(stem, 132, 62, turn, foot=0.8, tip=0.9)
    canvas.sheet(outline, Blend(mix(colour, WHITE, 0.15), mix(colour, DEEP, 0.2)), lift=0.6)
    vein = placed([(0, -6.0 * step) for step in range(1, 20)], stem, turn)
    canvas.light(ribbon(vein, tapered(4, 0.1, 0.8)), WHITE, 0.35)


def _wren(canvas: Canvas, at: Point, size: float) -> None:
    """Round body, cocked tail, fine beak; it looks to the left."""

    def cut(outline: Outline, fill: Fill, lift: float = 0.0) -> None:
        canvas.sheet(placed(outline, at, 0, size), fill, lift)

    for turn in (38, 30, 22):
        cut(petal((88, -18), 148, 30, turn, foot=0.5, tip=0.25), Blend(TERRACOTTA, UMBER), lift=0.4)
    for x in (-6, 20):
        cut(ribbon([(x + 4, 54), (x, 76), (x - 6, 98)], lambda place: 5), UMBER, lift=0.2)
    cut([(-98, -78), (-156, -62), (-100, -54)], UMBER, lift=0.4)
    body = smooth(list(_BODY), closed=True)
    cut(body, Blend(mix(TERRACOTTA, UMBER, 0.15), PEACH), lift=0.9)
    brow = placed(smooth([(-98, -84), (-72, -94), (-40, -88), (-18, -72)]), at, 0, size)
    canvas.light(ribbon(brow, tapered(9, 0.5, 0.8)), BLUSH, 0.85)
    canvas.light(placed(ellipse(-58, 24, 62, 44, 38), at, 0, size), DAYLIGHT, 0.5, 14, placed(body, at, 0, size))
    for index, colour in enumerate((TEAL, LAGOON, SEAGLASS)):
        feather = petal((-34 + 7 * index, -40 + 6 * index), 158 - 44 * index, 74 - 18 * index, 111, foot=0.5, tip=0.9)
        cut(feather, Blend(colour, mix(colour, DEEP, 0.5)), lift=0.5)
    cut(ellipse(-76, -72, 6.5), NIGHT)
    cut(ellipse(-78, -74, 1.8), WHITE)


def card_default(canvas: Canvas) -> None:
    """Quiet contours with one accent line."""
    canvas.wash(Blend(DAYLIGHT, LINEN))
    canvas.glow((800, 300), 900, WHITE, 0.9)
    canvas.sheet(ellipse(930, 410, 250), Blend(WHITE, BLUSH), lift=0.8)
    colours = ramp([DAYLIGHT, LINEN, SAND, mix(SAND, CLAY, 0.4)], 6)
    for index, colour in enumerate(colours):
        wave = swell(500 + 84 * index, 70 - 6 * index, 1500, 0.5 + 0.7 * index)
        canvas.sheet(below(curve(wave)), Blend(mix(colour, WHITE, 0.3), colour))
        if index == 2:
            canvas.sheet(ribbon(curve(lambda x, wave=wave: wave(x) - 22), lambda place: 7), TEAL, lift=0.4)
