"""The list of prices."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from treatment_pages.blocks.base import INLINE_FEATURES, ContentBlock
from treatment_pages.blocks.ranges import PriceBlock


class PriceItemBlock(ContentBlock):
    """One thing to buy and what it costs."""

    name = blocks.CharBlock(label=_("Name"), max_length=120, help_text=_("Such as Face and neck."), default="")
    price = PriceBlock()
    text = blocks.TextBlock(
        label=_("Text"), required=False, rows=2, help_text=_("What it includes, in a sentence."), default=""
    )

    class Meta:
        icon = "tag"
        label = _("Price")
        description = _("One thing to buy and what it costs.")
        template = "treatment_pages/blocks/price_item.html"
        label_format = "{name}"
        preview_value = {
            "name": _("Face"),
            "price": {"amount_from": Decimal(180), "amount_to": Decimal(180), "unit": _("per session")},
        }

    def publishing_errors(self, value) -> dict[str, str]:
        """A line of the price list has a price."""
        if value.get("price"):
            return {}
        return {"price": _("Enter an amount, or remove this line.")}


class PricesBlock(ContentBlock):
    """What the treatment costs, line by line."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("What it costs"))
    items = blocks.ListBlock(PriceItemBlock(), label=_("Prices"), default=[])
    note = blocks.RichTextBlock(
        label=_("Note"),
        required=False,
        features=INLINE_FEATURES,
        help_text=_("What holds for all prices, such as how to pay or what a consultation costs."),
    )

    class Meta:
        icon = "tag"
        label = _("Prices")
        description = _("A list of prices, each with what it buys.")
        template = "treatment_pages/blocks/prices.html"
        label_format = "{heading}"
        form_layout = [
            "heading",
            "items",
            BlockGroup(["note"], heading=_("Note below the prices"), classname="collapsed", icon="info-circle"),
        ]
        preview_value = {
            "heading": _("What it costs"),
            "items": [
                {
                    "name": _("Face"),
                    "price": {"amount_from": Decimal(180), "amount_to": Decimal(180), "unit": _("per session")},
                },
                {
                    "name": _("Face and neck"),
                    "price": {
                        "amount_from": Decimal(220),
                        "unit": _("per session"),
                        "conditions": _("more for deep scars, which need longer"),
                    },
                },
            ],
        }

    def publishing_errors(self, value) -> dict[str, str]:
        """A price list has one line at least."""
        return {} if value.get("items") else {"items": _("Add at least one price, or remove the block “Prices”.")}
