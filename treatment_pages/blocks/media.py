"""Pictures in the text, each described for people who cannot see it."""

from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.models import Filter

from treatment_pages.blocks.base import ContentBlock
from treatment_pages.blocks.choosers import SharedImageChooserBlock


class ExampleImage:
    """Stands in for an image where nobody has chosen one yet: a drawing of ours, in the block picker."""

    pk = None
    width, height = 1200, 900

    def __init__(self, drawing: str) -> None:
        self.url = static(f"treatment_pages/examples/{drawing}.svg")

    def is_svg(self) -> bool:
        return True

    def is_portrait(self) -> bool:
        return False

    def get_renditions(self, *filters: Filter) -> dict[str, "ExampleImage"]:
        """The drawing itself, whatever the size."""
        return {filters[0].spec: self}


class PictureValue(blocks.StructValue):
    """A picture and what it shows."""

    @property
    def alt_text(self) -> str:
        """The alternative text; "" for a picture that adds nothing to the text."""
        return "" if self.get("is_decorative") else self.get("alt") or ""


def example_picture() -> dict:
    """A drawing with its description, for the block picker."""
    return {"image": ExampleImage("room"), "alt": _("A bright treatment room")}


class PictureBlock(ContentBlock):
    """A picture with its description, inside another block; `Meta.picture_role` says how large it is shown."""

    image = SharedImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("Description"),
        required=False,
        max_length=250,
        default="",
        help_text=_("What the picture shows here, in one sentence, for people who cannot see it."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture and what it shows.")
        value_class = PictureValue
        template = "treatment_pages/blocks/picture.html"
        picture_role = "figure"
        preview_value = staticmethod(example_picture)

    def publishing_errors(self, value) -> dict[str, str]:
        """Nobody is left to guess what the picture shows."""
        if (value.get("alt") or "").strip():
            return {}
        return {"alt": _("Describe what the picture shows, for people who cannot see it.")}


def example_figure() -> dict:
    """A drawing with a caption, for the block picker."""
    return example_picture() | {"caption": _("The room in which we talk before anything else.")}


class FigureBlock(PictureBlock):
    """A picture in the text, with or without a caption."""

    is_decorative = blocks.BooleanBlock(
        label=_("Decorative"),
        required=False,
        default=False,
        help_text=_("The picture adds nothing to the text; screen readers pass it over."),
    )
    caption = blocks.CharBlock(
        label=_("Caption"), required=False, max_length=250, default="", help_text=_("Shown below the picture.")
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture in the text, with a caption.")
        template = "treatment_pages/blocks/image.html"
        label_format = "{alt}"
        preview_value = staticmethod(example_figure)

    def publishing_errors(self, value) -> dict[str, str]:
        """A picture is either described or said to need no description."""
        if value.get("is_decorative") or (value.get("alt") or "").strip():
            return {}
        return {"alt": _("Describe what the picture shows, or tick “Decorative” if it adds nothing to the text.")}
