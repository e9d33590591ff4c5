"""What a person might do instead of this treatment."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from treatment_pages.blocks.base import ContentBlock, PageLinkValue
from treatment_pages.blocks.choosers import SharedPageChooserBlock


class AlternativeBlock(ContentBlock):
    """One alternative; with a page its name leads there."""

    name = blocks.CharBlock(label=_("Name"), max_length=120, default="")
    text = blocks.TextBlock(label=_("Text"), rows=2, help_text=_("When it may be the better choice."), default="")
    page = SharedPageChooserBlock(
        label=_("Page"), required=False, help_text=_("The name leads there while the page is published.")
    )

    class Meta:
        icon = "redirect"
        label = _("Alternative")
        description = _("One other way, and when it may be the better choice.")
        value_class = PageLinkValue
        template = "treatment_pages/blocks/alternative.html"
        label_format = "{name}"
        form_layout = [
            "name",
            "text",
            BlockGroup(["page"], heading=_("Page about it"), classname="collapsed", icon="link"),
        ]
        preview_value = {"name": _("Chemical peel"), "text": _("Milder, for uneven tone rather than scars.")}


class AlternativesBlock(ContentBlock):
    """Other ways, doing nothing included."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("Other ways"))
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2, default="")
    items = blocks.ListBlock(AlternativeBlock(), label=_("Alternatives"), default=[])

    class Meta:
        icon = "redirect"
        label = _("Alternatives")
        description = _("Other treatments, or none, with links to their pages.")
        template = "treatment_pages/blocks/alternatives.html"
        label_format = "{heading}"
        preview_value = {
            "heading": _("Other ways"),
            "items": [
                {"name": _("Chemical peel"), "text": _("Milder, for uneven tone rather than scars.")},
                {"name": _("Doing nothing"), "text": _("Many scars fade by themselves within a year.")},
            ],
        }

    def publishing_errors(self, value) -> dict[str, str]:
        """A list of alternatives names one at least."""
        if value.get("items"):
            return {}
        return {"items": _("Add at least one alternative, or remove the block “Alternatives”.")}
