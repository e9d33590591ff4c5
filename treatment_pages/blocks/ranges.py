"""Typed values: a range of whole numbers and an amount of money."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class RangeValue(blocks.StructValue):
    """A range; `str()` reads 3–6, or 3 where both ends are equal."""

    def __bool__(self) -> bool:
        return self.get("minimum") is not None or self.get("maximum") is not None

    def __str__(self) -> str:
        ends = [end for end in (self.get("minimum"), self.get("maximum")) if end is not None]
        return "–".join(str(end) for end in dict.fromkeys(ends))


class IntegerRangeBlock(blocks.StructBlock):
    """From–to in whole units; the unit stands in the label of the field that holds it."""

    minimum = blocks.IntegerBlock(label=_("From"), required=False, min_value=0)
    maximum = blocks.IntegerBlock(label=_("To"), required=False, min_value=0)

    class Meta:
        icon = "order"
        label = _("Range")
        description = _("A range of whole numbers.")
        value_class = RangeValue
        form_classname = "struct-block tp-range"
        template = "treatment_pages/blocks/range.html"
        preview_value = {"minimum": 3, "maximum": 6}

    def clean(self, value):
        value = super().clean(value)
        low, high = value["minimum"], value["maximum"]
        if low is not None and high is not None and low > high:
            raise StructBlockValidationError(
                block_errors={"maximum": ValidationError(_("Enter a number that is not smaller than “From”."))}
            )
        return value


class PriceValue(blocks.StructValue):
    """A price; `str()` reads “from £180 per session”."""

    def __bool__(self) -> bool:
        return self.get("amount_from") is not None

    @property
    def symbol(self) -> str:
        return {"GBP": "£", "EUR": "€", "USD": "$"}.get(self["currency"], f"{self['currency']} ")

    @property
    def amount(self) -> str:
        """The amount with its currency, such as £180 or £180–£240."""
        ends = [end for end in (self.get("amount_from"), self.get("amount_to")) if end is not None]
        return "–".join(
            f"{self.symbol}{end.normalize():,f}" if end == end.to_integral() else f"{self.symbol}{end:,.2f}"
            for end in dict.fromkeys(ends)
        )

    def __str__(self) -> str:
        words = [self.amount, self.get("unit") or ""]
        if self.get("amount_to") is None:
            words.insert(0, str(_("from")))
        return " ".join(word for word in words if word)


class PriceBlock(blocks.StructBlock):
    """What it costs, per what, under which conditions."""

    amount_from = blocks.DecimalBlock(label=_("From"), required=False, min_value=0, max_digits=8, decimal_places=2)
    amount_to = blocks.DecimalBlock(label=_("To"), required=False, min_value=0, max_digits=8, decimal_places=2)
    currency = blocks.ChoiceBlock(
        label=_("Currency"), choices=[("GBP", "GBP £"), ("EUR", "EUR €"), ("USD", "USD $")], default="GBP"
    )
    unit = blocks.CharBlock(label=_("Unit"), required=False, max_length=60, help_text=_("Such as per session."))
    conditions = blocks.CharBlock(
        label=_("Conditions"),
        required=False,
        max_length=200,
        help_text=_("What the price includes and depends on."),
    )
    consultation_fee = blocks.CharBlock(label=_("Consultation"), required=False, max_length=120)

    class Meta:
        icon = "tag"
        label = _("Price")
        description = _("What it costs, per what, under which conditions.")
        value_class = PriceValue
        template = "treatment_pages/blocks/price.html"
        preview_value = {"amount_from": 180, "currency": "GBP", "unit": _("per session")}

    def clean(self, value):
        value = super().clean(value)
        low, high = value["amount_from"], value["amount_to"]
        errors = {}
        if high is not None and (low is None or high < low):
            errors["amount_to"] = ValidationError(_("Enter a “From” amount that is not larger than this one."))
        if low is not None and not value["unit"]:
            errors["unit"] = ValidationError(_("Say what the price is for, such as “per session”."))
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value
