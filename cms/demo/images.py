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
    "portrait-rowe": "Paper-cut portrait: a man with short grey hair and round glasses, in a teal tunic.",
    "portrait-wren": "Paper-cut portrait: a woman with auburn hair in a bun, in a clay-coloured tunic.",
    "portrait-adeyemi": "Paper-cut portrait: a woman with a crown of dark curls and small earrings, in a green tunic.",
    "portrait-carvalho": "Paper-cut portrait: a woman with a dark bob and one silver strand, in a sand-coloured tunic.",
    "scars-before": "Drawn cross-section of skin: a surface with six dents of different depth and width.",
    "scars-after": "Drawn cross-section of skin: the same six dents, shallower; the narrow ones changed least.",
    "needling-film": "Drawn cross-section of skin: eleven fine needles stand in the upper layers around a dent.",
    "peel-layers": "Drawn cross-section of skin: of five layers only the thin uppermost one lifts off in flakes.",
    "parasol": "Paper-cut drawing: a striped parasol throws shade on sand; a bottle of sunscreen lies beneath it.",
    "raking-light": "Paper-cut drawing: low sun from the left shows shallow hollows in rows of rounded ground.",
    "two-frames": "Paper-cut drawing: two arched frames show the same hills, in cool and in warm light.",
    "card-default": "Paper-cut drawing: a pale sun behind soft layered waves, one of them edged in teal.",
}


def load_images(names: Iterable[str]) -> dict[str, object]:
    """Draw and store the named pictures; the images by name."""
    return {name: load_image(name, DESCRIPTIONS[name]) for name in dict.fromkeys(names)}


def _size(name: str) -> tuple[int, int]:
    """Portraits are upright; drawings to compare and posters are never shown as large as the rest."""
    width, height = SIZE
    if name.startswith("portrait-"):
        return width * 9 // 20, width * 9 // 16
    return (width * 4 // 5, height * 4 // 5) if name.startswith(("scars-", "needling-")) else SIZE


def load_image(name: str, description: str):
    """Draw and store one picture with what it shows, in the words of its readers."""
    content = BytesIO()
    draw(name, *_size(name)).save(content, "JPEG", quality=88, optimize=True, progressive=True)
    title = name.replace("-", " ").capitalize()
    image = get_image_model()(
        title=title, description=description, file=ImageFile(BytesIO(content.getvalue()), name=f"{name}.jpg")
    )
    image.full_clean()
    image.save()
    return image
