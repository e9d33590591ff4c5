"""Plain prose: the section, and the explanation of how a treatment works."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from treatment_pages.blocks.base import TEXT_FEATURES, ContentBlock
from treatment_pages.blocks.evidence import claims_block, claims_group


class SectionBlock(ContentBlock):
    """A heading with text."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default="")
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)
    claims = claims_block()

    class Meta:
        icon = "pilcrow"
        label = _("Section")
        description = _("A heading and text, for whatever has no block of its own.")
        template = "treatment_pages/blocks/section.html"
        label_format = "{heading}"
        form_layout = ["heading", "text", claims_group()]
        preview_value = {
            "heading": _("What is microneedling?"),
            "text": _("<p>A hand-held device moves very fine needles over the skin.</p>"),
        }


class HowItWorksBlock(ContentBlock):
    """What the treatment does in the body, in words a lay reader follows."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("How it works"))
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)
    claims = claims_block()

    class Meta:
        icon = "cogs"
        label = _("How it works")
        description = _("What the treatment does, in words a lay reader follows.")
        template = "treatment_pages/blocks/how_it_works.html"
        label_format = "{heading}"
        form_layout = ["heading", "text", claims_group()]
        preview_value = {
            "heading": _("How it works"),
            "text": _("<p>Each tiny channel closes within hours; the skin answers by building collagen.</p>"),
        }
