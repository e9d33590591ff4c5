"""The clinic's colours: daylight, linen, clay and sage, with deep teal as the one confident accent."""

Colour = tuple[int, int, int]

WHITE: Colour = (255, 252, 246)
DAYLIGHT: Colour = (249, 244, 235)
LINEN: Colour = (238, 229, 215)
SAND: Colour = (223, 207, 185)
BLUSH: Colour = (236, 207, 187)
PEACH: Colour = (226, 180, 151)
CLAY: Colour = (200, 141, 110)
TERRACOTTA: Colour = (169, 104, 76)
UMBER: Colour = (112, 72, 56)
HONEY: Colour = (246, 222, 170)
MIST: Colour = (219, 228, 219)
SAGE: Colour = (174, 188, 164)
MOSS: Colour = (126, 146, 122)
SEAGLASS: Colour = (160, 196, 186)
LAGOON: Colour = (78, 142, 132)
TEAL: Colour = (11, 93, 86)
DEEP: Colour = (7, 64, 60)
NIGHT: Colour = (5, 47, 46)
SHADE: Colour = (58, 40, 30)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour `share` (0 to 1) of the way from the first to the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def ramp(stops: list[Colour], count: int) -> list[Colour]:
    """`count` colours spread evenly over the stops, both ends included."""
    colours = []
    for index in range(count):
        place = index / max(count - 1, 1) * (len(stops) - 1)
        left = min(int(place), len(stops) - 2)
        colours.append(mix(stops[left], stops[left + 1], place - left))
    return colours
