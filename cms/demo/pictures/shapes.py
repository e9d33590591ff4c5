"""Outlines as lists of points, in the 1600 × 1000 units every picture is composed in (y grows downwards)."""

from collections.abc import Callable
from math import cos, hypot, pi, radians, sin

Point = tuple[float, float]
Outline = list[Point]

WIDTH, HEIGHT = 1600, 1000
BLEED = 120


def smooth(points: Outline, closed: bool = False, steps: int = 14) -> Outline:
    """A Catmull–Rom curve through the points."""
    count = len(points)
    spans = count if closed else count - 1

    def knot(index: int) -> Point:
        return points[index % count] if closed else points[min(max(index, 0), count - 1)]

    curve = []
    for span in range(spans):
        a, b, c, d = (knot(span + offset) for offset in (-1, 0, 1, 2))
        curve += [_between(a, b, c, d, step / steps) for step in range(steps)]
    return curve if closed else [*curve, points[-1]]


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def along(p: float, q: float, r: float, s: float) -> float:
        return q + 0.5 * t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)))

    return along(a[0], b[0], c[0], d[0]), along(a[1], b[1], c[1], d[1])


def curve(height_at: Callable[[float], float], left: float = -BLEED, right: float = WIDTH + BLEED) -> Outline:
    """The line y = height_at(x), sampled finely enough to look smooth."""
    return [(x, height_at(x)) for x in range(round(left), round(right) + 1, 8)]


def swell(level: float, rise: float, length: float, phase: float = 0.0) -> Callable[[float], float]:
    """A calm horizon: one long wave with a shorter, weaker one upon it."""

    def height_at(x: float) -> float:
        angle = 2 * pi * x / length + phase
        return level - rise * (sin(angle) + 0.28 * sin(1.9 * angle + 1.3))

    return height_at


def below(line: Outline) -> Outline:
    """Everything under a line that runs from left to right, down past the picture's edge."""
    return [*line, (line[-1][0], HEIGHT + BLEED), (line[0][0], HEIGHT + BLEED)]


def ellipse(x: float, y: float, rx: float, ry: float | None = None, turn: float = 0.0) -> Outline:
    """An ellipse, or a circle without `ry`, turned by degrees."""
    ry = rx if ry is None else ry
    return placed([(rx * cos(step * pi / 180), ry * sin(step * pi / 180)) for step in range(360)], (x, y), turn)


def box(left: float, top: float, right: float, bottom: float, radius: float = 0.0) -> Outline:
    """A rectangle with round corners."""
    corners = [(right, bottom, 0), (left, bottom, 90), (left, top, 180), (right, top, 270)]
    outline = []
    for x, y, start in corners:
        inset_x = radius if x == left else -radius
        inset_y = radius if y == top else -radius
        outline += sector_edge((x + inset_x, y + inset_y), radius, start, start + 90)
    return outline


def arch(x: float, bottom: float, width: float, height: float) -> Outline:
    """A doorway with a half-round top, standing on `bottom`."""
    radius = width / 2
    top = sector_edge((x, bottom - height + radius), radius, 180, 360)
    return [(x - radius, bottom), *top, (x + radius, bottom)]


def sector_edge(centre: Point, radius: float, start: float, end: float) -> Outline:
    """The arc between two angles in degrees, clockwise from three o'clock."""
    steps = max(int(abs(end - start) / 2), 6)
    angles = [radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)) for angle in angles]


def petal(base: Point, length: float, width: float, turn: float, foot: float = 1.2, tip: float = 0.5) -> Outline:
    """A petal that grows upwards from its base; a larger `foot` or `tip` is a more pointed end."""
    fullest = foot / (foot + tip)
    peak = fullest**foot * (1 - fullest) ** tip
    places = [(1 - cos(step * pi / 60)) / 2 for step in range(61)]
    half = [(width / 2 * place**foot * (1 - place) ** tip / peak, -length * place) for place in places]
    return placed(half + [(-x, y) for x, y in reversed(half)], base, turn)


def drop(x: float, y: float, radius: float) -> Outline:
    """A falling drop whose round part is centred on the point."""
    outline = []
    for step in range(180):
        angle = step * pi / 90
        taper = sin(angle / 2) ** 1.5
        outline.append((x + 1.16 * radius * sin(angle) * taper, y - 0.28 * radius - 1.32 * radius * cos(angle)))
    return outline


def pebble(x: float, y: float, radius: float, wobble: Callable[[float], float], stretch: float = 1.0) -> Outline:
    """A round, uneven form; `wobble` gives the relative change of radius at an angle in radians."""
    angles = [step * pi / 240 for step in range(480)]
    reach = [radius * (1 + wobble(angle)) for angle in angles]
    return [(x + stretch * r * cos(a), y + r * sin(a)) for r, a in zip(reach, angles, strict=True)]


def ribbon(path: Outline, width_at: Callable[[float], float]) -> Outline:
    """A stroke along a path; `width_at` takes the place on it, 0 at the start and 1 at the end."""
    left, right = [], []
    last = len(path) - 1
    for index, (x, y) in enumerate(path):
        before, after = path[max(index - 1, 0)], path[min(index + 1, last)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        reach = width_at(index / last) / 2 / (hypot(dx, dy) or 1)
        left.append((x - dy * reach, y + dx * reach))
        right.append((x + dy * reach, y - dx * reach))
    return left + right[::-1]


def rounded(width: float, end: float) -> Callable[[float], float]:
    """A ribbon's width that closes in a half circle over the share `end` at either end."""

    def width_at(place: float) -> float:
        near = min(place, 1 - place, end) / end
        return width * (1 - (1 - near) ** 2) ** 0.5

    return width_at


def tapered(width: float, foot: float, tip: float) -> Callable[[float], float]:
    """A ribbon's width that swells in between; the exponents say how slowly each end grows."""
    fullest = foot / (foot + tip)
    peak = fullest**foot * (1 - fullest) ** tip
    return lambda place: width * place**foot * (1 - place) ** tip / peak


def placed(outline: Outline, at: Point, turn: float = 0.0, size: float = 1.0) -> Outline:
    """An outline drawn around the origin, turned by degrees, enlarged and moved to its place."""
    c, s = cos(radians(turn)) * size, sin(radians(turn)) * size
    return [(at[0] + x * c - y * s, at[1] + x * s + y * c) for x, y in outline]


def mirrored(outline: Outline, axis: float) -> Outline:
    """The same outline on the other side of the upright line at x = axis."""
    return [(2 * axis - x, y) for x, y in outline]
