"""The clinic's namesakes, a wren and the orchard row, and the plain contours for any other card."""

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
    SAND,
    TEAL,
    TERRACOTTA,
    UMBER,
    WHITE,
    mix,
    ramp,
)
from cms.demo.pictures.shapes import (
    Point,
    below,
    curve,
    ellipse,
    petal,
    placed,
    ribbon,
    smooth,
    swell,
)


def about(canvas: Canvas) -> None:
    """A wren on an apple branch, the orchard's hills behind."""
    canvas.wash(Blend(DAYLIGHT, mix(MIST, HONEY, 0.25)))
    canvas.glow((860, 380), 900, WHITE, 0.9)
    canvas.sheet(ellipse(860, 430, 300), Blend(WHITE, HONEY), lift=0.7)
    for level, phase, colour in (
        (740, 0.4, MIST),
        (806, 2.6, mix(MIST, SAGE, 0.6)),
        (872, 4.4, SAGE),
        (936, 1.2, MOSS),
    ):
        canvas.sheet(below(curve(swell(level, 34, 1500, phase))), Blend(colour, mix(colour, WHITE, 0.2)), lift=0.9)
    _branch(canvas)
    _wren(canvas, (820, 470), 1.25)


def _branch(canvas: Canvas) -> None:
    bough = smooth([(1720, 470), (1400, 560), (1100, 610), (860, 590), (640, 610), (440, 560)])
    canvas.sheet(ribbon(bough, lambda place: 34 * (1 - place) ** 0.8 + 4), Blend(TERRACOTTA, UMBER), lift=0.8)
    leaves = [
        (470, 566, -70),
        (520, 580, 200),
        (600, 604, -30),
        (660, 606, 160),
        (1010, 604, 20),
        (1080, 606, 150),
        (1180, 596, -20),
        (1260, 586, 190),
        (1330, 572, 30),
        (1440, 550, 160),
        (1500, 530, -10),
    ]
    for index, (x, y, turn) in enumerate(leaves):
        colour = (MOSS, TEAL, SAGE, LAGOON)[index % 4]
        canvas.sheet(
            petal((x, y), 130, 62, turn, foot=0.8, tip=0.9),
            Blend(mix(colour, WHITE, 0.15), mix(colour, DEEP, 0.2)),
            lift=0.6,
        )
    for x, y in ((1130, 690), (1380, 650), (600, 690)):
        canvas.sheet(ellipse(x, y, 50, 47), Blend(PEACH, TERRACOTTA, across=0.5), lift=0.8)


def _wren(canvas: Canvas, at: Point, size: float) -> None:
    """Round body, cocked tail, fine beak; it looks to the left."""

    def put(points):
        return placed(points, at, 0, size)

    body = [
        (-104, -72),
        (-74, -108),
        (-30, -112),
        (14, -88),
        (66, -58),
        (108, -44),
        (104, 4),
        (56, 56),
        (-10, 72),
        (-68, 46),
        (-100, 2),
        (-108, -40),
    ]
    canvas.sheet(put(petal((92, -20), 150, 50, 28, foot=0.4, tip=0.2)), Blend(UMBER, TERRACOTTA), lift=0.6)
    canvas.sheet(put([(-100, -70), (-158, -62), (-102, -50)]), UMBER, lift=0.4)
    canvas.sheet(put(smooth(body, closed=True)), Blend(TERRACOTTA, PEACH), lift=0.9)
    canvas.sheet(put(petal((-30, -34), 150, 74, 112, foot=0.5, tip=0.9)), Blend(TEAL, DEEP), lift=0.6)
    canvas.sheet(put(ellipse(-74, -72, 6)), NIGHT, lift=0)
    for x in (-6, 18):
        canvas.sheet(put(ribbon([(x, 60), (x - 6, 96)], lambda place: 5)), UMBER, lift=0.2)


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
