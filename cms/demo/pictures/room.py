"""The consultation room: window light, an arch, a plant and two chairs."""

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
from cms.demo.pictures.shapes import (
    Outline,
    arch,
    box,
    ellipse,
    mirrored,
    petal,
    placed,
    ribbon,
    rounded,
    smooth,
    tapered,
)

_FLOOR = 838
_LEAVES = (
    (-74, 220, 62, MOSS),
    (70, 230, 62, SAGE),
    (-50, 320, 74, SAGE),
    (50, 330, 74, MOSS),
    (-30, 410, 80, MOSS),
    (28, 400, 80, SAGE),
    (-10, 470, 84, LAGOON),
    (12, 330, 72, MOSS),
    (-60, 180, 56, LAGOON),
    (58, 176, 56, TEAL),
    (-26, 236, 62, SAGE),
    (30, 210, 58, LAGOON),
)
_VASE = ((-13, -98), (-9, -78), (-13, -62), (-30, -40), (-33, -20), (-20, 0))


def clinic(canvas: Canvas) -> None:
    """A calm room, its left third kept for words."""
    canvas.wash(Blend(mix(DAYLIGHT, LINEN, 0.5), mix(LINEN, BLUSH, 0.55), across=0.5))
    canvas.glow((260, 240), 900, WHITE, 0.55)
    _window_light(canvas)
    _garden_arch(canvas, 905)
    canvas.sheet(box(-100, _FLOOR - 40, 1700, 1100), Blend(mix(SAND, PEACH, 0.2), mix(SAND, CLAY, 0.5)), lift=0.6)
    canvas.sheet(ellipse(905, 918, 520, 62), Blend(DAYLIGHT, LINEN), lift=0.4)
    _plant(canvas, 1362)
    _chair(canvas, 660, 1, TEAL)
    _chair(canvas, 1150, -1, CLAY)
    _table(canvas, 905)
    _lamp(canvas, 905)


def _window_light(canvas: Canvas) -> None:
    """The panes of a window out of sight, thrown slanting on the wall."""
    for column in range(2):
        for row in range(3):
            x, y = 150 + column * 150, 170 + row * 170 + column * 42
            pane = [(x, y), (x + 132, y + 37), (x + 132, y + 191), (x, y + 154)]
            canvas.light(pane, Blend(WHITE, mix(WHITE, HONEY, 0.6)), 0.85, blur=2)


def _garden_arch(canvas: Canvas, x: float) -> None:
    floor = _FLOOR - 40
    for width, colour in ((580, mix(LINEN, SAND, 0.3)), (510, DAYLIGHT)):
        canvas.sheet(arch(x, floor, width, width + 128), Blend(mix(colour, WHITE, 0.4), colour), lift=0.9)
    view = arch(x, floor, 440, 592)
    canvas.light(view, Blend(mix(MIST, WHITE, 0.3), HONEY), 1)
    canvas.light(ellipse(x + 70, 440, 74), WHITE, 0.95, within=view)
    hills = ((600, MIST, -120), (650, SEAGLASS, 140), (700, SAGE, -60), (748, MOSS, 120))
    for y, colour, shift in hills:
        canvas.light(ellipse(x + shift, y + 190, 420, 190), Blend(colour, mix(colour, WHITE, 0.2)), 1, within=view)
    reveal = [*arch(x, floor, 470, 622), *arch(x + 14, floor + 10, 440, 592)[::-1]]
    canvas.light(reveal, SHADE, 0.22, blur=9, within=view)


def _lamp(canvas: Canvas, x: float) -> None:
    canvas.sheet(box(x - 2, -60, x + 2, 130), UMBER, lift=0.4)
    canvas.glow((x, 236), 280, HONEY, 0.6)
    edge = smooth([(x + 16, 118), (x + 22, 136), (x + 74, 164), (x + 112, 216), (x + 118, 232)])
    canvas.sheet([*edge, *mirrored(edge, x)[::-1]], Blend(LAGOON, TEAL), lift=0.9)


def _chair(canvas: Canvas, x: float, facing: int, colour: Colour) -> None:
    """A lounge chair from the side; `facing` is 1 to the right and -1 to the left."""

    def put(points: Outline) -> Outline:
        return [(x + facing * a, _FLOOR + 70 + b) for a, b in points]

    for foot, knee in ((-96, -62), (118, 92)):
        canvas.sheet(ribbon(put([(knee, -96), (foot, 0)]), lambda place: 13 - 6 * place), UMBER, lift=0.4)
    shell = smooth([(-132, -344), (-120, -258), (-98, -160), (-48, -108), (40, -100), (132, -108)], steps=60)
    depth = mix(colour, DEEP if colour == TEAL else UMBER, 0.3)
    canvas.sheet(ribbon(put(shell), rounded(56, 0.055)), Blend(colour, depth), lift=0.9)
    seat = smooth([(-66, -158), (30, -154), (130, -160)], steps=60)
    canvas.sheet(ribbon(put(seat), rounded(52, 0.13)), Blend(mix(colour, WHITE, 0.28), colour), lift=0.7)


def _table(canvas: Canvas, x: float) -> None:
    canvas.sheet(ribbon([(x, 750), (x, 900)], lambda place: 12), UMBER, lift=0.4)
    canvas.sheet(ellipse(x, 902, 54, 10), UMBER, lift=0.4)
    canvas.sheet(box(x - 96, 738, x + 96, 756, 9), Blend(PEACH, TERRACOTTA), lift=0.8)
    for turn, length in ((-26, 120), (4, 150), (30, 112)):
        canvas.sheet(petal((x, 652), length, 40, turn, foot=1.6, tip=0.9), Blend(SAGE, MOSS), lift=0.4)
    side = smooth([(x + across, 738 + down) for across, down in _VASE])
    canvas.sheet([*side, *mirrored(side, x)[::-1]], Blend(WHITE, LINEN, across=0.8), lift=0.6)


def _plant(canvas: Canvas, x: float) -> None:
    foot = (x, 764)
    for turn, length, width, colour in _LEAVES:
        leaf = petal(foot, length, width, turn, foot=1.5, tip=0.9)
        canvas.sheet(leaf, Blend(mix(colour, WHITE, 0.12), mix(colour, DEEP, 0.3)), lift=0.6)
        vein = placed([(0, -length * step / 20) for step in range(4, 20)], foot, turn)
        canvas.light(ribbon(vein, tapered(3.5, 0.2, 1)), WHITE, 0.3)
    pot = [(x - 86, 742), (x + 86, 742), (x + 62, 906), (x - 62, 906)]
    canvas.sheet(pot, Blend(PEACH, TERRACOTTA, across=0.6), lift=0.8)
    canvas.sheet(box(x - 94, 730, x + 94, 762, 8), Blend(BLUSH, CLAY), lift=0.5)
