"""The invented people of the clinic: calm heads in cut paper, composed in the middle so that tall crops keep them."""

from collections.abc import Callable
from dataclasses import dataclass

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
from cms.demo.pictures.shapes import Outline, ellipse, mirrored, pebble, ribbon, smooth, tapered

AXIS = 800
_HEAD = ((0, 250), (76, 262), (128, 312), (144, 390), (134, 470), (96, 548), (44, 590), (0, 600))
_FRINGE = (
    (654, 404),
    (650, 300),
    (700, 226),
    (800, 202),
    (900, 226),
    (950, 300),
    (946, 404),
    (930, 344),
    (880, 300),
    (800, 304),
    (740, 288),
    (712, 300),
    (680, 340),
)
_CURLS = (
    (-150, 420, 74),
    (150, 420, 74),
    (-172, 320, 86),
    (172, 320, 86),
    (-112, 220, 92),
    (112, 220, 92),
    (0, 190, 104),
)
_SHOULDERS = ((80, 652), (104, 650), (190, 690), (272, 738), (326, 816), (346, 930), (352, 1120))
_NECKLINE = ((0, 772), (42, 716), (80, 652))


@dataclass(frozen=True)
class Sitter:
    """What tells one head from another; the hair is laid in two layers, behind and in front of it."""

    skin: Colour
    hair: Colour
    cloth: Colour
    ground: tuple[Colour, Colour]
    sun: Colour
    behind: Callable[[Canvas, Colour], None]
    front: Callable[[Canvas, Colour], None]
    brow: Colour
    has_glasses: bool = False


def _both(half: tuple[tuple[float, float], ...]) -> Outline:
    """A smooth shape from its right half, given as distances from the axis."""
    edge = smooth([(AXIS + across, y) for across, y in half])
    return [*edge, *mirrored(edge, AXIS)[::-1]]


def _paper(colour: Colour) -> Blend:
    return Blend(mix(colour, WHITE, 0.14), mix(colour, UMBER, 0.12))


def _draw(canvas: Canvas, sitter: Sitter) -> None:
    canvas.wash(Blend(*sitter.ground))
    canvas.glow((AXIS, 380), 760, WHITE, 0.7)
    canvas.sheet(ellipse(AXIS, 440, 322), Blend(WHITE, sitter.sun), lift=0.8)
    sitter.behind(canvas, sitter.hair)
    neck = [(AXIS - 66, 520), (AXIS + 66, 520), (AXIS + 80, 800), (AXIS - 80, 800)]
    canvas.sheet(neck, Blend(mix(sitter.skin, UMBER, 0.22), sitter.skin), lift=0.3)
    _clothes(canvas, sitter)
    for side in (-1, 1):
        canvas.sheet(ellipse(AXIS + side * 142, 430, 22, 38), _paper(sitter.skin), lift=0.3)
    head = _both(_HEAD)
    canvas.sheet(head, Blend(mix(sitter.skin, WHITE, 0.2), sitter.skin), lift=0.8)
    for side in (-1, 1):
        canvas.light(ellipse(AXIS + side * 84, 490, 44, 30), CLAY, 0.22, blur=16, within=head)
    _features(canvas, sitter)
    sitter.front(canvas, sitter.hair)
    if sitter.has_glasses:
        _glasses(canvas)


def _clothes(canvas: Canvas, sitter: Sitter) -> None:
    """A tunic with an open neck, and a paler edge along it."""
    edge = [(AXIS + across, y) for across, y in (*_NECKLINE, *smooth(list(_SHOULDERS)))]
    canvas.sheet([*edge, *mirrored(edge, AXIS)[::-1]], _paper(sitter.cloth), lift=0.9)
    for side in (-1, 1):
        path = [(AXIS + side * across, y) for across, y in _NECKLINE]
        canvas.sheet(ribbon(smooth(path), lambda place: 16), mix(sitter.cloth, WHITE, 0.45), lift=0.3)
        seam = smooth([(AXIS + side * across, y) for across, y in ((222, 838), (212, 930), (216, 1040))])
        canvas.light(ribbon(seam, lambda place: 4), SHADE, 0.28)


def _features(canvas: Canvas, sitter: Sitter) -> None:
    """Lowered lids, a hint of a nose and a quiet smile: less says more."""
    line = mix(sitter.skin, SHADE, 0.82)
    for side in (-1, 1):
        lid = smooth([(AXIS + side * across, y) for across, y in ((30, 424), (46, 435), (66, 438), (88, 426))])
        canvas.light(ribbon(lid, tapered(8, 0.4, 0.4)), line, 0.95)
        brow = smooth([(AXIS + side * across, y) for across, y in ((28, 388), (58, 374), (96, 386))])
        canvas.light(ribbon(brow, tapered(11, 0.3, 0.8)), sitter.brow, 0.9)
    nose = smooth([(AXIS + 4, 430), (AXIS + 12, 470), (AXIS + 16, 492), (AXIS - 2, 500)])
    canvas.light(ribbon(nose, tapered(6, 0.8, 0.5)), line, 0.55)
    mouth = smooth([(AXIS - 40, 534), (AXIS - 16, 546), (AXIS + 12, 547), (AXIS + 42, 532)])
    canvas.light(ribbon(mouth, tapered(9, 0.5, 0.5)), mix(TERRACOTTA, line, 0.6), 0.95)


def _glasses(canvas: Canvas) -> None:
    for side in (-1, 1):
        outer, inner = (ellipse(AXIS + side * 60, 428, 50 - inset, 42 - inset) for inset in (0, 6))
        canvas.light([*outer, outer[0], *inner[::-1], inner[-1]], DEEP, 0.9)
        temple = [(AXIS + side * 109, 420), (AXIS + side * 142, 414)]
        canvas.light(ribbon(temple, lambda place: 6), DEEP, 0.9)
    canvas.light(ribbon(smooth([(792, 420), (800, 416), (808, 420)]), lambda place: 6), DEEP, 0.9)


def _short_behind(canvas: Canvas, hair: Colour) -> None:
    canvas.sheet(_both(((0, 216), (90, 226), (150, 290), (158, 396), (0, 420))), _paper(hair), lift=0.5)


def _short_front(canvas: Canvas, hair: Colour) -> None:
    """A side parting, brushed over; grey at the temples."""
    fringe = smooth(list(_FRINGE), closed=True)
    canvas.sheet(fringe, _paper(hair), lift=0.5)
    for start, end in (((724, 276), (900, 232)), ((740, 286), (930, 268))):
        path = smooth([start, ((start[0] + end[0]) / 2, min(start[1], end[1]) - 12), end])
        canvas.light(ribbon(path, tapered(5, 0.3, 0.8)), WHITE, 0.35)


def _bun_behind(canvas: Canvas, hair: Colour) -> None:
    knot = pebble(AXIS + 6, 186, 76, lambda angle: 0, 1.12)
    canvas.sheet(knot, _paper(hair), lift=0.7)
    for turn in (-24, 14):
        canvas.light(ellipse(AXIS + 6, 186, 66, 22, turn), WHITE, 0.12)
    canvas.sheet(_both(((0, 214), (92, 224), (156, 292), (164, 420), (138, 512), (0, 520))), _paper(hair), lift=0.5)


def _bun_front(canvas: Canvas, hair: Colour) -> None:
    """Hair drawn back from a middle parting."""
    for side in (-1, 1):
        wing = [(0, 214), (84, 222), (150, 290), (162, 396), (146, 440), (128, 372), (92, 316), (40, 282), (0, 268)]
        canvas.sheet(smooth([(AXIS + side * x, y) for x, y in wing], closed=True), _paper(hair), lift=0.4)
        strand = smooth([(AXIS + side * x, y) for x, y in ((16, 250), (80, 280), (132, 350))])
        canvas.light(ribbon(strand, tapered(5, 0.4, 0.8)), WHITE, 0.3)


def _round_behind(canvas: Canvas, hair: Colour) -> None:
    """A wide crown of curls."""
    for index, (across, y, radius) in enumerate(_CURLS):
        canvas.sheet(ellipse(AXIS + across, y, radius), _paper(mix(hair, CLAY, 0.06 * (index % 3))), lift=0.5)
    canvas.sheet(ellipse(AXIS, 330, 196, 170), _paper(hair), lift=0)


def _round_front(canvas: Canvas, hair: Colour) -> None:
    for across, y, radius in ((-112, 292, 42), (112, 292, 42), (-58, 262, 46), (58, 262, 46), (0, 252, 48)):
        canvas.sheet(ellipse(AXIS + across, y, radius), _paper(mix(hair, CLAY, 0.08)), lift=0.3)
    for side in (-1, 1):
        canvas.sheet(ellipse(AXIS + side * 146, 486, 11), Blend(HONEY, CLAY), lift=0.3)


def _bob_behind(canvas: Canvas, hair: Colour) -> None:
    bob = ((0, 206), (104, 218), (178, 296), (192, 430), (196, 560), (170, 640), (96, 664), (0, 664))
    canvas.sheet(_both(bob), _paper(hair), lift=0.7)


def _bob_front(canvas: Canvas, hair: Colour) -> None:
    """A soft side fringe with one silver strand, and locks that frame the face."""
    left = [(742, 236), (690, 262), (634, 350), (616, 470), (612, 570), (634, 632), (660, 560), (664, 450), (690, 352)]
    right = [(742, 236), (860, 214), (950, 280), (984, 420), (988, 570), (966, 632), (940, 560), (938, 440), (900, 344)]
    canvas.sheet(smooth([*left, (740, 290)], closed=True), _paper(hair), lift=0.5)
    canvas.sheet(smooth([*right, (810, 296)], closed=True), _paper(hair), lift=0.5)
    silver = smooth([(752, 246), (850, 266), (926, 340), (952, 460)])
    canvas.light(ribbon(silver, tapered(12, 0.3, 0.9)), WHITE, 0.4)


_SITTERS = {
    "portrait-rowe": Sitter(
        skin=mix(BLUSH, PEACH, 0.35),
        hair=mix(SAND, SAGE, 0.5),
        cloth=TEAL,
        ground=(DAYLIGHT, mix(MIST, SEAGLASS, 0.4)),
        sun=mix(HONEY, WHITE, 0.3),
        behind=_short_behind,
        front=_short_front,
        brow=mix(SAGE, UMBER, 0.45),
        has_glasses=True,
    ),
    "portrait-wren": Sitter(
        skin=mix(BLUSH, PEACH, 0.6),
        hair=mix(TERRACOTTA, UMBER, 0.45),
        cloth=mix(CLAY, TERRACOTTA, 0.3),
        ground=(DAYLIGHT, mix(LINEN, SAGE, 0.35)),
        sun=mix(BLUSH, WHITE, 0.2),
        behind=_bun_behind,
        front=_bun_front,
        brow=UMBER,
    ),
    "portrait-adeyemi": Sitter(
        skin=mix(TERRACOTTA, UMBER, 0.35),
        hair=mix(SHADE, NIGHT, 0.25),
        cloth=LAGOON,
        ground=(DAYLIGHT, mix(LINEN, PEACH, 0.45)),
        sun=HONEY,
        behind=_round_behind,
        front=_round_front,
        brow=SHADE,
    ),
    "portrait-carvalho": Sitter(
        skin=mix(PEACH, CLAY, 0.55),
        hair=mix(SHADE, UMBER, 0.2),
        cloth=mix(SAND, WHITE, 0.2),
        ground=(DAYLIGHT, mix(MIST, LINEN, 0.5)),
        sun=mix(SEAGLASS, WHITE, 0.4),
        behind=_bob_behind,
        front=_bob_front,
        brow=SHADE,
    ),
}


def _composition(sitter: Sitter) -> Callable[[Canvas], None]:
    return lambda canvas: _draw(canvas, sitter)


COMPOSITIONS: dict[str, Callable[[Canvas], None]] = {name: _composition(one) for name, one in _SITTERS.items()}
