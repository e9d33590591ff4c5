"""The demo clinic's pictures: paper-cut compositions drawn by rule, so the project ships no photographs."""

from collections.abc import Callable

from PIL import Image

from cms.demo.pictures import (
    diagrams,
    light_treatments,
    needling_film,
    orchard,
    portraits,
    room,
    skin_treatments,
    stories,
)
from cms.demo.pictures.canvas import Canvas

_COMPOSITIONS: dict[str, Callable[[Canvas], None]] = {
    "microneedling": skin_treatments.microneedling,
    "chemical-peel": skin_treatments.chemical_peel,
    "ipl": light_treatments.ipl,
    "hydration": skin_treatments.hydration,
    "led": light_treatments.led,
    "filler": skin_treatments.filler,
    "laser-hair": light_treatments.laser_hair,
    "clinic": room.clinic,
    "about": orchard.about,
    "card-default": orchard.card_default,
    "needling-film": needling_film.poster,
    **portraits.COMPOSITIONS,
    **diagrams.COMPOSITIONS,
    **stories.COMPOSITIONS,
}

NAMES: tuple[str, ...] = tuple(_COMPOSITIONS)


def draw(name: str, width: int = 1600, height: int = 1000) -> Image.Image:
    """The named picture in RGB; the same name and size always give the same pixels."""
    if name not in _COMPOSITIONS:
        raise ValueError(f"There is no picture named {name!r}; choose one of: {', '.join(NAMES)}.")
    canvas = Canvas((width, height), seed=name)
    _COMPOSITIONS[name](canvas)
    return canvas.finish()
