"""An invitation in the middle of the text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from treatment_pages.blocks.base import ContentBlock
from treatment_pages.blocks.choosers import SharedPageChooserBlock


class CallToActionValue(blocks.StructValue):
    """The invitation and where its button leads."""

    @property
    def public_page(self):
        """The chosen page while visitors can open it; None leads to the enquiry form."""
        page = self.get("page")
        return page if page and page.live else None


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
        value_class = CallToActionValue
        template = "treatment_pages/blocks/call_to_action.html"
        label_format = "{heading}"
        preview_value = {
            "heading": _("Not sure yet?"),
            "text": _("Ask us; a consultation commits you to nothing."),
            "button": _("Ask about a consultation"),
        }
