"""Cost curves as SVG: sizes to the right in powers of ten, milliseconds upwards; legible on light and on dark paper."""

import math
from html import escape

WIDTH, HEIGHT = 760, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 200, 48, 48
COLOURS = [("#0b5cad", "#6cb6ff"), ("#a8480b", "#ffa657"), ("#2f6f2f", "#7ee787"), ("#7a3aa8", "#d2a8ff")]
"""Of each line, on light and on dark paper."""
DASHES = ["", "8 4", "2 4", "10 4 2 4"]
"""So that lines differ without colours too."""
STEPS = 4
LINE_HEIGHT = 16

Curve = dict[int, float]


def chart(title: str, sizes: str, curves: dict[str, Curve]) -> str:
    """The curves, each with its name at its end; `sizes` says what the sizes count."""
    points = sorted({size for curve in curves.values() for size in curve})
    top = nice_top(max(value for curve in curves.values() for value in curve.values()))
    summary = "; ".join(f"{name}: {', '.join(described(curve))}" for name, curve in curves.items())
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t d">',
        f'<title id="t">{escape(title)}</title><desc id="d">{escape(summary)}</desc>',
        style(len(curves)),
        f'<text class="title" x="{LEFT}" y="24">{escape(title)}</text>',
        *grid(points, top),
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{escape(sizes)}</text>',
        *lines(curves, points, top),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def described(curve: Curve) -> list[str]:
    """The curve in words, for those who do not see it."""
    return [f"{value:.0f} ms at {size:,}" for size, value in sorted(curve.items())]


def style(count: int) -> str:
    """Colours by the reader's preference."""
    light = "".join(f".c{n}{{stroke:{COLOURS[n][0]};color:{COLOURS[n][0]}}}" for n in range(count))
    dark = "".join(f".c{n}{{stroke:{COLOURS[n][1]};color:{COLOURS[n][1]}}}" for n in range(count))
    return (
        "<style>text{font:12px system-ui,sans-serif;fill:#3d444d}.title{font-size:15px;font-weight:600}"
        ".grid{stroke:#8b949e;stroke-opacity:.35}polyline{fill:none;stroke-width:2}circle{fill:currentColor;stroke:none}"
        "text.name{fill:currentColor;stroke:none}"
        f"{light}@media(prefers-color-scheme:dark){{text{{fill:#c9d1d9}}{dark}}}</style>"
    )


def grid(points: list[int], top: float) -> list[str]:
    """Lines across, with their milliseconds, and the sizes below."""
    parts = []
    for step in range(STEPS + 1):
        value = top * step / STEPS
        y = at_height(value, top)
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{value:g} ms</text>')
    for size in points:
        x = at_width(size, points)
        parts.append(f'<text x="{x}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:,}</text>')
    return parts


def lines(curves: dict[str, Curve], points: list[int], top: float) -> list[str]:
    """Each curve, its points, and its name; names keep their distance from each other."""
    parts = []
    ends = {name: at_height(curve[max(curve)], top) for name, curve in curves.items()}
    places = apart(ends)
    for number, (name, curve) in enumerate(curves.items()):
        at = [(at_width(size, points), at_height(value, top)) for size, value in sorted(curve.items())]
        dash = f' stroke-dasharray="{DASHES[number]}"' if DASHES[number] else ""
        parts.append(f'<polyline class="c{number}"{dash} points="{" ".join(f"{x},{y}" for x, y in at)}"/>')
        parts += [f'<circle class="c{number}" cx="{x}" cy="{y}" r="3"/>' for x, y in at]
        label = f"{name}, {curve[max(curve)]:.0f} ms"
        parts.append(f'<text class="name c{number}" x="{at[-1][0] + 10}" y="{places[name] + 4}">{escape(label)}</text>')
    return parts


def apart(heights: dict[str, float]) -> dict[str, float]:
    """The same heights, moved down where two lie closer than a line of text, and up again from the bottom."""
    placed: dict[str, float] = {}
    lowest = -math.inf
    for name, height in sorted(heights.items(), key=lambda item: item[1]):
        lowest = placed[name] = max(height, lowest + LINE_HEIGHT)
    beyond = max(0.0, lowest - (HEIGHT - BOTTOM))
    return {name: height - beyond for name, height in placed.items()}


def at_width(size: int, points: list[int]) -> float:
    """Where a size stands: each power of ten takes the same room."""
    low, high = math.log10(points[0]), math.log10(points[-1])
    share = (math.log10(size) - low) / (high - low) if high > low else 0.5
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def at_height(value: float, top: float) -> float:
    """Where milliseconds stand."""
    return round(HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM), 1)


def nice_top(most: float) -> float:
    """The next larger of 1, 2, 4, 6, 8 and 10 times a power of ten, so that the lines across have short figures."""
    power = 10.0 ** math.floor(math.log10(most)) if most > 0 else 1.0
    return next(step * power for step in (1, 2, 4, 6, 8, 10) if step * power >= most)
