"""The drawn pictures as Wagtail images, each with a description for people who cannot see it."""

from collections.abc import Iterable
from io import BytesIO

from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from cms.demo.pictures import draw

SIZE = (1600, 1000)

DESCRIPTIONS = {
    "microneedling": "Paper-cut drawing: fine upright needles in front of a pale sun reach into layers of skin tones.",
    "chemical-peel": "Paper-cut drawing: translucent petals from clay to sage overlap and open like a flower.",
    "ipl": "Paper-cut drawing: slanting bands of coloured light fall on a hill speckled with brown spots.",
    "hydration": "Paper-cut drawing: a large teal drop and smaller ones hang above rings of calm water.",
    "led": "Paper-cut drawing: arches set with small glowing lamps shine around a half-round light.",
    "filler": "Paper-cut drawing: one fine teal line touches the centre of soft, layered rings in skin tones.",
    "laser-hair": "Paper-cut drawing: a beam of light falls on bare skin between rows of fine, bent strands.",
    "clinic": "Paper-cut drawing: two armchairs at a small table before an arched window, with a tall plant.",
    "about": "Paper-cut drawing: a wren sits on a fruiting branch in front of a pale sun and green hills.",
    "card-default": "Paper-cut drawing: a pale sun behind soft layered waves, one of them edged in teal.",
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
