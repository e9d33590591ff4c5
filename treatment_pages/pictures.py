"""The one place that knows in which sizes pictures are shown, and has them made when a page is published."""

import logging
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from django.apps import apps
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django_tasks import task
from wagtail import blocks
from wagtail.images.models import AbstractImage, AbstractRendition, Filter
from wagtail.models import Page

logger = logging.getLogger(__name__)

MOST_ADDRESSES = 4_096
"""Addresses of files that are kept in memory."""

FORMATS = ("avif", "webp", "jpeg")
"""Best first; the last one is for browsers that know no other, and for whoever reads a plain address."""


class Cut(NamedTuple):
    """One size in pixels; without a height the picture keeps its shape. No picture is enlarged."""

    width: int
    height: int | None = None

    @property
    def operation(self) -> str:
        """Wagtail's name for it."""
        return f"fill-{self.width}x{self.height}" if self.height else f"width-{self.width}"

    def width_from(self, image: AbstractImage) -> int:
        """The width that a picture has after the cut."""
        scale = min(1, image.width / self.width, image.height / self.height if self.height else 1)
        return round(self.width * scale)


class Role(NamedTuple):
    """What a picture is shown as: its sizes, the room it gets (as in the attribute `sizes`), and how soon."""

    cuts: tuple[Cut, ...]
    room: str
    is_first_seen: bool = False
    formats: tuple[str, ...] = FORMATS

    def specs(self, image: AbstractImage) -> list[str]:
        """Wagtail's filters, without the sizes that come out no larger than the one before."""
        cuts: dict[int, Cut] = {}
        for cut in self.cuts:
            cuts.setdefault(cut.width_from(image), cut)
        operations = [cut.operation for cut in cuts.values()]
        if image.is_svg():
            return operations
        return [f"format-{name}|{operation}" for name in self.formats for operation in operations]


TEXT = "94vw - 1.2rem"
"""The width of a narrow window without the room at its sides, which is 0.6rem + 3vw as in our stylesheet."""

COLUMN = "(min-width: 80rem) 49rem, (min-width: 72rem) 62vw"
"""The room of the text column beside the rail."""

ROLES = {
    "hero": Role(
        (Cut(480, 320), Cut(800, 533), Cut(1200, 800), Cut(1600, 1067)), f"{COLUMN}, 100vw", is_first_seen=True
    ),
    "card": Role(
        (Cut(384, 256), Cut(660, 440), Cut(960, 640)),
        f"(min-width: 72rem) 23rem, (min-width: 40rem) 46vw, calc({TEXT})",
    ),
    "figure": Role((Cut(400), Cut(660), Cut(960), Cut(1600)), f"{COLUMN}, min(49rem, {TEXT})"),
    "pair": Role((Cut(400), Cut(660), Cut(1280)), f"min(40rem, {TEXT})"),
    "portrait": Role((Cut(240, 300), Cut(480, 600), Cut(720, 900)), f"(min-width: 72rem) 23rem, min(22rem, {TEXT})"),
    "face": Role((Cut(240, 300), Cut(480, 600)), "8.5rem"),
    "poster": Role((Cut(400, 225), Cut(656, 369), Cut(960, 540), Cut(1600, 900)), f"{COLUMN}, min(49rem, {TEXT})"),
    "share": Role((Cut(1200, 630),), "", formats=("jpeg",)),
}
"""A share is what stands beside a link to the page elsewhere, in the shape that social networks show. A host may add
roles of its own."""


def renditions(image: AbstractImage, role: str) -> dict[str, AbstractRendition]:
    """The picture in all sizes of a role, by filter; made now where missing, and {} if that cannot be done.

    Costs no query when the image came with its renditions prefetched. A file that is gone or unreadable is logged:
    a page without one picture is better than no page.
    """
    try:
        return image.get_renditions(*map(filter_of, ROLES[role].specs(image)))
    except Exception as error:  # image libraries raise whatever their decoders do
        logger.warning("Picture %s cannot be shown as %s: %r", image.pk, role, error)
        return {}


@cache
def filter_of(spec: str) -> Filter:
    """Wagtail's filter, made once: it works out what its words mean whenever a new one is used."""
    return Filter(spec)


def picture(image: AbstractImage, role: str, alt: str, **attributes) -> SafeString | None:
    """The picture as `<picture>`, with room reserved before it loads; None if it cannot be shown."""
    made = renditions(image, role)
    if not made:
        return None
    has_sizes = len({rendition.width for rendition in made.values()}) > 1
    attrs = {
        "alt": alt,
        "sizes": ROLES[role].room if has_sizes else None,
        "loading": "eager" if ROLES[role].is_first_seen else "lazy",
        "fetchpriority": "high" if ROLES[role].is_first_seen else None,
        "decoding": "async",
    }
    formats = () if image.is_svg() else ROLES[role].formats
    return picture_tag(list(made.values()), formats, {**attrs, **attributes})


def picture_tag(made: list[AbstractRendition], formats: Sequence[str], attrs: dict[str, str | None]) -> SafeString:
    """What Wagtail's `Picture` writes, for renditions in one format after the other; an SVG comes without formats.

    A page holds some eighty renditions, whose attributes Wagtail would format one by one.
    """
    size = len(made) // max(1, len(formats))
    groups = [made[begin : begin + size] for begin in range(0, len(made), size)]
    others = "".join(
        tag("source", {"srcset": srcset(group), "sizes": attrs["sizes"], "type": f"image/{name}"})
        for name, group in zip(formats, groups[:-1], strict=False)
    )
    last = groups[-1]
    defaults = apps.get_app_config("wagtailimages").default_attrs
    fallback = {"src": address(last[0]), "width": last[0].width, "height": last[0].height, **defaults, **attrs}
    if len(last) > 1:
        fallback["srcset"] = srcset(last)
    return mark_safe(f"<picture>{others}{tag('img', fallback)}</picture>")  # noqa: S308 - `tag` escapes each value


def srcset(group: list[AbstractRendition]) -> str:
    """The addresses of one format, each with its width if there are several."""
    if len(group) == 1:
        return address(group[0])
    return ", ".join(f"{address(rendition)} {rendition.width}w" for rendition in group)


def tag(name: str, attrs: dict[str, object]) -> str:
    """An element without content; what is None is left out."""
    values = "".join(f' {key}="{escape(value)}"' for key, value in sorted(attrs.items()) if value is not None)
    return f"<{name}{values}>"


def address(rendition: AbstractRendition) -> str:
    """The URL of its file, or of the drawing that stands for one in an example."""
    file = getattr(rendition, "file", None)
    if file and file.storage.__class__.url is FileSystemStorage.url:
        return address_on_disk(file.storage, file.storage.base_url, file.name)
    return rendition.url


@lru_cache(MOST_ADDRESSES)
def address_on_disk(storage: FileSystemStorage, base_url: str, name: str) -> str:
    """The URL of a file in a folder, which depends on nothing else; other storages may sign theirs anew each time."""
    return storage.url(name)


class Preload(NamedTuple):
    """What a browser needs to ask for a picture before it has read the page as far as the picture."""

    mime_type: str
    srcset: str
    room: str = ""


def preload(image: AbstractImage, role: str) -> Preload | None:
    """The picture in the best format of a role; None for one that cannot be shown, and for a drawing without sizes.

    A browser that does not know the format skips the hint, and finds the picture where it stands.
    """
    if image.is_svg():
        return None
    made = list(renditions(image, role).values())[: len(ROLES[role].specs(image)) // len(ROLES[role].formats)]
    if not made:
        return None
    mime_type = f"image/{ROLES[role].formats[0]}"
    if len(made) == 1:
        return Preload(mime_type, address(made[0]))
    return Preload(mime_type, srcset(made), ROLES[role].room)


def single(image: AbstractImage, role: str) -> AbstractRendition | None:
    """The picture in the last format at a middling size, for whoever takes a single one."""
    made = list(renditions(image, role).values())
    plain = made if image.is_svg() else made[-len(made) // len(ROLES[role].formats) :]
    return plain[len(plain) // 2] if plain else None


def pictures_in(block: blocks.Block, value) -> Iterator[tuple[AbstractImage, str]]:
    """The pictures below a block, each with its role: what blocks with `Meta.picture_role` hold as `image`."""
    if isinstance(block, blocks.StructBlock) and value:
        role = getattr(block.meta, "picture_role", None)
        if role and value.get("image"):
            yield value["image"], role
        for name, child in block.child_blocks.items():
            yield from pictures_in(child, value.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in value or []:
            yield from pictures_in(block.child_block, item)


@task()
def make_pictures_of_page(page_pk: int) -> None:
    """Make what visitors of a page and of its cards will be shown."""
    page = Page.objects.filter(pk=page_pk).specific().first()
    for image, role in page.pictures() if page else ():
        renditions(image, role)


def make_after_publishing(instance: Page, **kwargs) -> None:
    """Once a page is published for good, make its pictures; pages name them in a method `pictures`."""
    if hasattr(instance, "pictures"):
        transaction.on_commit(lambda: make_pictures_of_page.enqueue(instance.pk), robust=True)
