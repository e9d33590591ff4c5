"""Typed values: a range of whole numbers and an amount of money."""

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from treatment_pages.blocks.base import ContentBlock


class RangeValue(blocks.StructValue):
    """A range; `str()` reads “3–6”, “3” where one number was given, “up to 6” where only the upper one was."""

    def __bool__(self) -> bool:
        return self.most is not None

    def __str__(self) -> str:
        low, high = self.get("minimum"), self.get("maximum")
        if low is None:
            return "" if high is None else gettext("up to %(number)s") % {"number": high}
        return str(low) if high in (None, low) else f"{low}–{high}"

    @property
    def most(self) -> int | None:
        """The upper end, by which a noun after the range takes its number."""
        high = self.get("maximum")
        return self.get("minimum") if high is None else high

    @property
    def in_minutes(self) -> str:
        """A range of minutes with its unit, such as “30–60 minutes”; "" while it is empty."""
        return ngettext("%(range)s minute", "%(range)s minutes", self.most) % {"range": self} if self else ""


class IntegerRangeBlock(ContentBlock):
    """From–to in whole units; the unit stands in the label of the field that holds it."""

    minimum = blocks.IntegerBlock(label=_("From"), required=False, min_value=0)
    maximum = blocks.IntegerBlock(label=_("To"), required=False, min_value=0)

    class Meta:
        icon = "order"
        label = _("Range")
        description = _("A range of whole numbers.")
        value_class = RangeValue
        form_classname = "struct-block tp-range"
        label_format = "{minimum}–{maximum}"
        template = "treatment_pages/blocks/range.html"
        preview_value = {"minimum": 3, "maximum": 6}

    def publishing_errors(self, value) -> dict[str, str]:
        """The ends stand in order."""
        low, high = value.get("minimum"), value.get("maximum")
        if low is not None and high is not None and low > high:
            return {"maximum": _("Enter a number that is not smaller than “From”.")}
        return {}


class Currency(models.TextChoices):
    """ISO 4217 codes of the currencies that prices can be given in."""

    GBP = "GBP", _("Pound £")
    EUR = "EUR", _("Euro €")
    USD = "USD", _("US dollar $")


CURRENCY_SIGNS = {Currency.GBP: "£", Currency.EUR: "€", Currency.USD: "$"}


class PriceValue(blocks.StructValue):
    """A price; `str()` reads “from £180 per session”, without “from” where the upper end is given."""

    def __bool__(self) -> bool:
        return self.get("amount_from") is not None

    def __str__(self) -> str:
        if not self:
            return ""
        text = f"{self.amount} {self.get('unit') or ''}".strip()
        return text if self.get("amount_to") is not None else gettext("from %(price)s") % {"price": text}

    @property
    def amount(self) -> str:
        """The amount with its currency, such as £180 or £180–£240."""
        ends = (self.get("amount_from"), self.get("amount_to"))
        return "–".join(self._money(end) for end in dict.fromkeys(ends) if end is not None)

    def _money(self, amount: Decimal) -> str:
        sign = CURRENCY_SIGNS.get(self.get("currency") or Currency.GBP, "")
        return f"{sign}{amount:,.0f}" if amount == int(amount) else f"{sign}{amount:,.2f}"


class PriceBlock(ContentBlock):
    """What it costs, per what, under which conditions."""

    amount_from = blocks.DecimalBlock(label=_("From"), required=False, min_value=0, max_digits=8, decimal_places=2)
    amount_to = blocks.DecimalBlock(label=_("To"), required=False, min_value=0, max_digits=8, decimal_places=2)
    currency = blocks.ChoiceBlock(
        label=_("Currency"), choices=Currency.choices, default=Currency.GBP.value, search_index=False
    )
    unit = blocks.CharBlock(
        label=_("Unit"), required=False, max_length=60, help_text=_("Such as per session."), default=""
    )
    conditions = blocks.CharBlock(
        label=_("Conditions"),
        required=False,
        max_length=200,
        help_text=_("What the price includes and depends on."),
        default="",
    )
    consultation_fee = blocks.CharBlock(
        label=_("Consultation"),
        required=False,
        max_length=120,
        help_text=_("Such as £40, taken off the price."),
        default="",
    )

    class Meta:
        icon = "tag"
        label = _("Price")
        description = _("What it costs, per what, under which conditions.")
        value_class = PriceValue
        form_classname = "struct-block tp-price"
        help_text = _("Without “To” it reads “from …”. For a fixed price enter the same amount twice.")
        label_format = "{amount_from} {unit}"
        template = "treatment_pages/blocks/price.html"
        preview_value = {"amount_from": Decimal(180), "currency": "GBP", "unit": _("per session")}

    def publishing_errors(self, value) -> dict[str, str]:
        """The ends stand in order, and an amount says what it buys."""
        low, high = value.get("amount_from"), value.get("amount_to")
        errors = {}
        if high is not None and (low is None or high < low):
            errors["amount_from"] = _("Enter an amount that is not larger than “To”.")
        if low is not None and not value.get("unit"):
            errors["unit"] = _("Say what the price is for, such as “per session”.")
        return errors
