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
    TEAL,
    TERRACOTTA,
    UMBER,
    WHITE,
    Colour,
    mix,
)
from cms.demo.pictures.shapes import (
    Outline,
    Point,
    arch,
    box,
    ellipse,
    petal,
    ribbon,
    rounded,
    smooth,
)

_FLOOR = 838


def clinic(canvas: Canvas) -> None:
    """A calm room, its left third kept for words."""
    canvas.wash(Blend(DAYLIGHT, mix(LINEN, SAND, 0.4), across=0.4))
    canvas.glow((300, 200), 900, WHITE, 0.8)
    _window_light(canvas)
    _garden_arch(canvas, 905)
    canvas.sheet(box(-100, _FLOOR - 40, 1700, 1100), Blend(SAND, mix(SAND, CLAY, 0.35)), lift=0.6)
    canvas.sheet(ellipse(905, 918, 520, 62), Blend(DAYLIGHT, LINEN), lift=0.4)
    _lamp(canvas, 905)
    _plant(canvas, 1375)
    _chair(canvas, 660, 1, TEAL)
    _chair(canvas, 1150, -1, CLAY)
    _table(canvas, 905)


def _window_light(canvas: Canvas) -> None:
    for column in range(2):
        for row in range(3):
            x, y = 150 + column * 150, 180 + row * 170 + column * 42
            pane = [(x, y), (x + 128, y + 36), (x + 128, y + 184), (x, y + 148)]
            canvas.light(pane, Blend(WHITE, HONEY), 0.6, blur=2)


def _garden_arch(canvas: Canvas, x: float) -> None:
    floor = _FLOOR - 40
    for width, colour in ((560, LINEN), (500, DAYLIGHT)):
        canvas.sheet(arch(x, floor, width, width + 128), colour, lift=0.8)
    view = arch(x, floor, 440, 592)
    canvas.light(view, Blend(WHITE, HONEY), 1)
    canvas.light(ellipse(x + 60, 420, 78), WHITE, 0.9, within=view)
    hills = ((600, MIST, -120), (650, SEAGLASS, 140), (700, SAGE, -60), (748, MOSS, 120))
    for y, colour, shift in hills:
        canvas.light(ellipse(x + shift, y + 190, 420, 190), Blend(colour, mix(colour, WHITE, 0.2)), 1, within=view)


def _lamp(canvas: Canvas, x: float) -> None:
    canvas.sheet(box(x - 2, -60, x + 2, 150), UMBER, lift=0.4)
    canvas.glow((x, 240), 260, HONEY, 0.55)
    shade = [(x - 30, 146), (x + 30, 146), *smooth([(x + 30, 146), (x + 92, 190), (x + 112, 238)])]
    canvas.sheet([*shade, *[(2 * x - a, b) for a, b in reversed(shade)]], Blend(LAGOON, TEAL), lift=0.9)


def _chair(canvas: Canvas, x: float, facing: int, colour: Colour) -> None:
    """A lounge chair from the side; `facing` is 1 to the right and -1 to the left."""

    def put(points: Outline) -> Outline:
        return [(x + facing * a, _FLOOR + 70 + b) for a, b in points]

    for foot, knee in ((-96, -62), (118, 92)):
        canvas.sheet(ribbon(put([(knee, -96), (foot, 0)]), lambda place: 13 - 6 * place), UMBER, lift=0.4)
    shell = smooth([(-132, -344), (-120, -258), (-98, -160), (-48, -108), (40, -100), (132, -108)])
    canvas.sheet(
        ribbon(put(shell), rounded(58, 0.07)), Blend(colour, mix(colour, DEEP if facing > 0 else UMBER, 0.3)), lift=0.9
    )
    seat = smooth([(-72, -160), (20, -154), (128, -160)])
    canvas.sheet(ribbon(put(seat), rounded(54, 0.13)), Blend(mix(colour, WHITE, 0.28), colour), lift=0.7)


def _table(canvas: Canvas, x: float) -> None:
    canvas.sheet(ribbon([(x, 750), (x, 900)], lambda place: 12), UMBER, lift=0.4)
    canvas.sheet(ellipse(x, 902, 54, 10), UMBER, lift=0.4)
    canvas.sheet(box(x - 92, 738, x + 92, 756, 9), Blend(PEACH, TERRACOTTA), lift=0.8)
    canvas.sheet(
        smooth(
            [
                (x - 14, 640),
                (x - 12, 664),
                (x - 32, 706),
                (x - 20, 738),
                (x + 20, 738),
                (x + 32, 706),
                (x + 12, 664),
                (x + 14, 640),
            ],
            closed=True,
        ),
        Blend(WHITE, LINEN),
        lift=0.6,
    )


def _plant(canvas: Canvas, x: float) -> None:
    leaves = [
        (-62, 250, MOSS),
        (58, 260, SAGE),
        (-34, 360, SAGE),
        (36, 350, MOSS),
        (-14, 440, LAGOON),
        (14, 410, MOSS),
        (-48, 190, LAGOON),
        (50, 190, TEAL),
    ]
    for turn, length, colour in leaves:
        leaf: Point = (x, 760)
        canvas.sheet(
            petal(leaf, length, 92, turn, foot=1.5, tip=0.9),
            Blend(mix(colour, WHITE, 0.15), mix(colour, DEEP, 0.25)),
            lift=0.6,
        )
    pot = [(x - 86, 742), (x + 86, 742), (x + 62, 906), (x - 62, 906)]
    canvas.sheet(pot, Blend(PEACH, TERRACOTTA, across=0.6), lift=0.8)
    canvas.sheet(box(x - 94, 730, x + 94, 762, 8), Blend(BLUSH, CLAY), lift=0.5)
