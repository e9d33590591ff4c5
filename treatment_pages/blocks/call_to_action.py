"""An invitation in the middle of the text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from treatment_pages.blocks.base import ContentBlock, PageLinkValue
from treatment_pages.blocks.choosers import SharedPageChooserBlock


class CallToActionBlock(ContentBlock):
    """An invitation with one button; without a page it leads to the enquiry form."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default="")
    text = blocks.TextBlock(label=_("Text"), required=False, rows=2, default="")
    button = blocks.CharBlock(label=_("Button"), max_length=40, default=_("Ask about a consultation"))
    page = SharedPageChooserBlock(
        label=_("Page"), required=False, help_text=_("Empty: the enquiry form on the same page.")
    )

    class Meta:
        icon = "arrow-right"
        label = _("Call to action")
        description = _("An invitation with one button.")
        value_class = PageLinkValue
        template = "treatment_pages/blocks/call_to_action.html"
        label_format = "{heading}"
        form_layout = [
            "heading",
            "text",
            "button",
            BlockGroup(["page"], heading=_("Where the button leads"), classname="collapsed", icon="link"),
        ]
        preview_value = {
            "heading": _("Not sure yet?"),
            "text": _("Ask us; a consultation commits you to nothing."),
            "button": _("Ask about a consultation"),
        }
