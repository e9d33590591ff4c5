"""The picture of a link to a page that has none of its own: the page's title on the clinic's colours.

It is drawn when the page is published and kept under a name made of all that it shows, so that its address never
changes its meaning and may be cached for ever. Only what a live page shows now is drawn on demand.
"""

import hashlib
import io
import json
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.urls import NoReverseMatch, reverse
from django_tasks import task
from PIL import Image, ImageDraw, ImageFont
from wagtail.models import Page

from leads.clinics import clinic_of
from treatment_pages import conf

CARD_SIZE = (1200, 630)
"""Pixels, in the shape that social networks show."""
PICTURE_FIELDS = ("hero_image", "portrait", "image")
"""Where page types keep the picture that stands for them; a page with one needs no card."""
DESIGN = 1
"""Grows when the drawing changes, so that cards are drawn anew."""
FOLDER = "treatment-cards"
MARGIN, TEXT_WIDTH, TEXT_BOTTOM = 84, 830, 452
TITLE_SIZES = (124, 108, 92, 80, 68, 58, 50, 44)
"""Tried from the largest; at the smallest one the title is cut after its last whole line."""
LINE_HEIGHT = 1.12
SMOOTHING = 3
"""Shapes are drawn this many times larger and scaled down, so that curves are smooth."""


def card_digest(title: str, clinic_name: str) -> str:
    """Names a card by all that it shows."""
    shown = [DESIGN, title, clinic_name, Path(conf.get("CARD_FONT")).name, conf.get("CARD_COLOURS")]
    return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:32]


def card_path(page: Page, clinic_name: str) -> str:
    """Where the page's card is served; empty for a page without key, and where the host does not mount it."""
    if page.pk is None:
        return ""
    try:
        return reverse("treatment_discovery:card", args=[page.pk, card_digest(page.title, clinic_name)])
    except NoReverseMatch:
        return ""


def stored_card(page: Page, digest: str) -> bytes | None:
    """The card of a page as PNG, drawn now if it was not yet; None for a digest of anything else."""
    name = f"{FOLDER}/{page.pk}-{digest}.png"
    if default_storage.exists(name):
        with default_storage.open(name) as file:
            return file.read()
    clinic_name = clinic_of(page.get_site()).name
    if digest != card_digest(page.title, clinic_name):
        return None
    card = draw_card(page.title, clinic_name)
    default_storage.save(name, ContentFile(card))
    return card


def store_card_after_publishing(instance: Page, **kwargs) -> None:
    """Once a page without a picture is published for good, draw its card, so that no visitor waits for it."""
    if not any(getattr(instance, name, None) for name in PICTURE_FIELDS):
        transaction.on_commit(lambda: draw_card_of_page.enqueue(instance.pk), robust=True)


@task()
def draw_card_of_page(page_pk: int) -> None:
    """Store the card that the page shows now."""
    page = Page.objects.filter(pk=page_pk).first()
    site = page.get_site() if page else None
    if site:
        stored_card(page, card_digest(page.title, clinic_of(site).name))


def draw_card(title: str, clinic_name: str) -> bytes:
    """A PNG of `CARD_SIZE`: the title, and below it the clinic's name."""
    colours = conf.get("CARD_COLOURS")
    card = _shapes(colours)
    pen = ImageDraw.Draw(card)
    lines, font = _fitted(title)
    line_height = font.size * LINE_HEIGHT
    top = MARGIN + max(0, (TEXT_BOTTOM - MARGIN - line_height * len(lines)) * 0.4)
    for number, line in enumerate(lines):
        pen.text((MARGIN, top + number * line_height), line, font=font, fill=colours["ink"])
    pen.rectangle((MARGIN, 508, MARGIN + 72, 512), fill=colours["accent"])
    pen.text((MARGIN, 530), _cut(clinic_name, _font(34), TEXT_WIDTH), font=_font(34), fill=colours["accent"])
    file = io.BytesIO()
    card.save(file, "PNG", optimize=True)
    return file.getvalue()


def _shapes(colours: dict[str, str]) -> Image.Image:
    """The card without words: paper, and quiet circles that leave its edge on the right."""
    width, height = (side * SMOOTHING for side in CARD_SIZE)
    large = Image.new("RGB", (width, height), colours["paper"])
    pen = ImageDraw.Draw(large)
    for x, y, radius, strength in ((1180, 590, 300, 0.12), (1150, 84, 160, 0.2), (975, 338, 58, 0.85)):
        box = tuple(side * SMOOTHING for side in (x - radius, y - radius, x + radius, y + radius))
        pen.ellipse(box, fill=_blend(colours["paper"], colours["accent"], strength))
    return large.resize(CARD_SIZE, Image.Resampling.LANCZOS)


def _blend(paper: str, accent: str, strength: float) -> tuple[int, ...]:
    """Accent on paper, as thick as `strength` says."""
    pairs = zip(_rgb(paper), _rgb(accent), strict=True)
    return tuple(round(below + (above - below) * strength) for below, above in pairs)


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _fitted(title: str) -> tuple[list[str], ImageFont.FreeTypeFont]:
    """The title's lines and the largest font in which all of it has room."""
    for size in TITLE_SIZES:
        font = _font(size)
        room = int((TEXT_BOTTOM - MARGIN) / (size * LINE_HEIGHT))
        lines = _wrapped(title, font)
        if len(lines) <= room:
            return lines, font
    return [*lines[: room - 1], _cut(" ".join(lines[room - 1 :]), font, TEXT_WIDTH)], font


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Lines no wider than the text's column; a single word that is wider is cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= TEXT_WIDTH:
            lines[-1] = longer
        else:
            lines.append(_cut(word, font, TEXT_WIDTH))
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    """The text, shortened by an ellipsis until it fits."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1].rstrip()
    return f"{text}…"


def _font(size: int) -> ImageFont.FreeTypeFont:
    path = conf.get("CARD_FONT")
    return ImageFont.truetype(str(path), size) if path else ImageFont.load_default(size)
