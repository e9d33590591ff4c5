"""Questions that visitors ask."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from treatment_pages.blocks.base import TEXT_FEATURES, ContentBlock


class QuestionBlock(ContentBlock):
    """One question and its answer."""

    question = blocks.CharBlock(label=_("Question"), max_length=200, default="")
    answer = blocks.RichTextBlock(label=_("Answer"), features=TEXT_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question")
        description = _("One question and its answer.")
        template = "treatment_pages/blocks/faq_item.html"
        label_format = "{question}"
        preview_value = {"question": _("Does it hurt?"), "answer": _("<p>Most people feel a prickle.</p>")}


class FAQBlock(ContentBlock):
    """Questions that fold open, without script."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("Questions people ask"))
    items = blocks.ListBlock(QuestionBlock(), label=_("Questions"), default=[])

    class Meta:
        icon = "help"
        label = _("FAQ")
        description = _("Questions and answers that fold open.")
        template = "treatment_pages/blocks/faq.html"
        label_format = "{heading}"
        preview_value = {
            "heading": _("Questions people ask"),
            "items": [{"question": _("Does it hurt?"), "answer": _("<p>Most people feel a prickle.</p>")}],
        }

    def publishing_errors(self, value) -> dict[str, str]:
        """Questions and answers hold one pair at least."""
        return {} if value.get("items") else {"items": _("Add at least one question, or remove the block “FAQ”.")}
