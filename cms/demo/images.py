"""The drawn pictures as Wagtail images, each with a description for people who cannot see it."""

from collections.abc import Iterable
from io import BytesIO

from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from cms.demo.pictures import draw

SIZE = (1600, 1000)

DESCRIPTIONS = {
    "microneedling": "Paper-cut drawing: rows of fine upright points above soft layered waves of skin-coloured paper.",
    "chemical-peel": "Paper-cut drawing: translucent petals that overlap and lift away from one another.",
    "ipl": "Paper-cut drawing: broad bands of warm light that fall across layered hills of paper.",
    "hydration": "Paper-cut drawing: clear drops of different sizes that fall towards calm water.",
    "led": "Paper-cut drawing: soft rings of red and amber light that shine from a row of small lamps.",
    "filler": "Paper-cut drawing: rounded pebbles that lie side by side under a smooth curve.",
    "laser-hair": "Paper-cut drawing: thin curved strands and one straight beam of light.",
    "clinic": "Paper-cut drawing: an arched doorway with a plant beside it, in daylight.",
    "about": "Paper-cut drawing: two chairs at a round table by a window.",
}


def load_images(names: Iterable[str]) -> dict[str, object]:
    """Draw and store the named pictures; the images by name."""
    return {name: _load_image(name) for name in dict.fromkeys(names)}


def _load_image(name: str):
    content = BytesIO()
    draw(name, *SIZE).save(content, "JPEG", quality=88, optimize=True, progressive=True)
    title = name.replace("-", " ").capitalize()
    image = get_image_model()(
        title=title, description=DESCRIPTIONS[name], file=ImageFile(BytesIO(content.getvalue()), name=f"{name}.jpg")
    )
    image.full_clean()
    image.save()
    return image
