"""Questions that visitors ask."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from treatment_pages.blocks.text import TEXT_FEATURES


class QuestionBlock(blocks.StructBlock):
    """One question and its answer."""

    question = blocks.CharBlock(label=_("Question"), max_length=200)
    answer = blocks.RichTextBlock(label=_("Answer"), features=TEXT_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question")
        description = _("One question and its answer.")
        template = "treatment_pages/blocks/faq_item.html"
        preview_value = {"question": _("Does it hurt?"), "answer": _("<p>Most people feel a prickle.</p>")}


class FAQBlock(blocks.StructBlock):
    """Questions that fold open, without script."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("Questions people ask"))
    items = blocks.ListBlock(QuestionBlock(), label=_("Questions"), min_num=1)

    class Meta:
        icon = "help"
        label = _("FAQ")
        description = _("Questions and answers that fold open.")
        template = "treatment_pages/blocks/faq.html"
        preview_value = {
            "heading": _("Questions people ask"),
            "items": [{"question": _("Does it hurt?"), "answer": _("<p>Most people feel a prickle.</p>")}],
        }
