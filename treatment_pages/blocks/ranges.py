"""Typed values: a range of whole numbers, a length of time, an amount of money."""

import math
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext, gettext_lazy, ngettext, pgettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from treatment_pages.blocks.base import ContentBlock

MOST = 9999
"""The largest number of a range: enough for any treatment, and for the database's columns in days."""


class DurationUnit(models.TextChoices):
    """The units that durations are given in."""

    MINUTES = "minutes", _("minutes")
    HOURS = "hours", _("hours")
    DAYS = "days", _("days")
    WEEKS = "weeks", _("weeks")
    MONTHS = "months", _("months")
    YEARS = "years", _("years")


DAYS_IN = {
    DurationUnit.MINUTES: Fraction(1, 1440),
    DurationUnit.HOURS: Fraction(1, 24),
    DurationUnit.DAYS: Fraction(1),
    DurationUnit.WEEKS: Fraction(7),
    DurationUnit.MONTHS: Fraction("30.4375"),
    DurationUnit.YEARS: Fraction("365.25"),
}
"""Days in a unit; a month is a twelfth of a Julian year."""


def _with_unit(numbers: str, number: int, unit: str) -> str:
    """The numbers with their unit, in its form for `number`; a unit unknown here is written as it was stored."""
    words = {
        DurationUnit.MINUTES: ngettext("%(range)s minute", "%(range)s minutes", number),
        DurationUnit.HOURS: ngettext("%(range)s hour", "%(range)s hours", number),
        DurationUnit.DAYS: ngettext("%(range)s day", "%(range)s days", number),
        DurationUnit.WEEKS: ngettext("%(range)s week", "%(range)s weeks", number),
        DurationUnit.MONTHS: ngettext("%(range)s month", "%(range)s months", number),
        DurationUnit.YEARS: ngettext("%(range)s year", "%(range)s years", number),
    }
    return words[unit] % {"range": numbers} if unit in words else f"{numbers} {unit}"


class Period(NamedTuple):
    """How a unit reads when it says when, not how long."""

    first: str
    one: str
    several: str


PERIODS = {
    DurationUnit.MINUTES: Period(
        gettext_lazy("First minute"), gettext_lazy("Minute %(numbers)s"), gettext_lazy("Minutes %(numbers)s")
    ),
    DurationUnit.HOURS: Period(
        gettext_lazy("First hour"), gettext_lazy("Hour %(numbers)s"), gettext_lazy("Hours %(numbers)s")
    ),
    DurationUnit.DAYS: Period(
        gettext_lazy("First day"), gettext_lazy("Day %(numbers)s"), gettext_lazy("Days %(numbers)s")
    ),
    DurationUnit.WEEKS: Period(
        gettext_lazy("First week"), gettext_lazy("Week %(numbers)s"), gettext_lazy("Weeks %(numbers)s")
    ),
    DurationUnit.MONTHS: Period(
        gettext_lazy("First month"), gettext_lazy("Month %(numbers)s"), gettext_lazy("Months %(numbers)s")
    ),
    DurationUnit.YEARS: Period(
        gettext_lazy("First year"), gettext_lazy("Year %(numbers)s"), gettext_lazy("Years %(numbers)s")
    ),
}


class SpanValue(blocks.StructValue):
    """Two ends of which either may be missing; true as soon as there is one."""

    def __bool__(self) -> bool:
        return self.most is not None

    @property
    def numbers(self) -> str:
        """The ends without a unit: “3–6”, “3” where one number was given, “up to 6” where only the upper one was."""
        low, high = self.get("minimum"), self.get("maximum")
        if low is None:
            return "" if high is None else gettext("up to %(number)s") % {"number": high}
        return str(low) if high in (None, low) else f"{low}–{high}"

    @property
    def most(self) -> int | None:
        """The upper end, or the only one."""
        high = self.get("maximum")
        return self.get("minimum") if high is None else high

    @property
    def plural_number(self) -> int:
        """The number by which a noun after the range takes its form: it is “0–1 days” and “up to 1 day”."""
        is_pair = self.get("minimum") not in (None, self.most)
        return max(self.most, 2) if is_pair else self.most


class RangeValue(SpanValue):
    """A range of numbers; `str()` reads “3–6”."""

    def __str__(self) -> str:
        return self.numbers

    @property
    def in_minutes(self) -> str:
        """A range of minutes with its unit, such as “30–60 minutes”; "" while it is empty."""
        return _with_unit(self.numbers, self.plural_number, DurationUnit.MINUTES) if self else ""


class IntegerRangeBlock(ContentBlock):
    """From–to in whole units; the unit stands in the label of the field that holds it."""

    minimum = blocks.IntegerBlock(label=_("From"), required=False, min_value=0, max_value=MOST)
    maximum = blocks.IntegerBlock(label=_("To"), required=False, min_value=0, max_value=MOST)

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


class DurationValue(SpanValue):
    """A length of time; `str()` reads “2–3 days”."""

    def __str__(self) -> str:
        return _with_unit(self.numbers, self.plural_number, self.unit) if self else ""

    @property
    def unit(self) -> str:
        """The unit as stored; days where none is."""
        return self.get("unit") or DurationUnit.DAYS.value

    @property
    def most_days(self) -> int | None:
        """The upper end in whole days, rounded up; None while it is empty or its unit unknown."""
        days = DAYS_IN.get(self.unit)
        return math.ceil(self.most * days) if self and days is not None else None

    @property
    def as_period(self) -> str:
        """When something happens, counted from the treatment: “Days 1–3”, “Day 1”, “First 24 hours”."""
        if not self or self.unit not in PERIODS:
            return str(self)
        period = PERIODS[self.unit]
        if self.most == 0:
            return gettext("At once")
        if self.get("minimum"):
            return str(period.one if self.numbers == str(self.most) else period.several) % {"numbers": self.numbers}
        if self.most == 1:
            return str(period.first)
        return gettext("First %(time)s") % {"time": _with_unit(str(self.most), self.most, self.unit)}


class DurationBlock(IntegerRangeBlock):
    """From–to in a unit of time."""

    unit = blocks.ChoiceBlock(
        label=_("Unit"), choices=DurationUnit.choices, default=DurationUnit.DAYS.value, search_index=False
    )

    class Meta:
        icon = "time"
        label = _("Duration")
        description = _("A length of time, from–to.")
        value_class = DurationValue
        form_classname = "struct-block tp-range tp-duration"
        label_format = "{minimum}–{maximum} {unit}"
        preview_value = {"minimum": 2, "maximum": 3, "unit": DurationUnit.DAYS.value}


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
        return f"{self.headline} {self.get('unit') or ''}".strip()

    @property
    def headline(self) -> str:
        """The amount as it is announced, such as “from £180”; "" while there is none."""
        if not self or self.get("amount_to") is not None:
            return self.amount
        return gettext("from %(price)s") % {"price": self.amount}

    @property
    def amount(self) -> str:
        """The amount with its currency, such as £180 or £180–£240."""
        ends = (self.get("amount_from"), self.get("amount_to"))
        return "–".join(self._money(end) for end in dict.fromkeys(ends) if end is not None)

    def _money(self, amount: Decimal) -> str:
        number = number_format(amount, decimal_pos=0 if amount == int(amount) else 2, force_grouping=True)
        sign = CURRENCY_SIGNS.get(self.get("currency") or Currency.GBP, "")
        return pgettext("money", "%(sign)s%(number)s") % {"sign": sign, "number": number}


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
        help_text=_("What the price includes and depends on. A price “from” says here what makes it higher."),
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
        form_layout = [
            "amount_from",
            "amount_to",
            "unit",
            "conditions",
            BlockGroup(
                ["currency", "consultation_fee"],
                heading=_("Currency and consultation"),
                classname="collapsed",
                icon="sliders",
                label_format="",
            ),
        ]
        form_classname = "struct-block tp-price"
        help_text = _("Without “To” it reads “from …”. For a fixed price enter the same amount twice.")
        label_format = "{amount_from} {unit}"
        template = "treatment_pages/blocks/price.html"
        preview_value = {"amount_from": Decimal(180), "currency": "GBP", "unit": _("per session")}

    def publishing_errors(self, value) -> dict[str, str]:
        """The ends stand in order, and an amount says what it buys."""
        low, high = value.get("amount_from"), value.get("amount_to")
        errors = {}
        if high is not None and low is None:
            errors["amount_from"] = _("Enter the lower amount too. For a fixed price enter the same amount twice.")
        elif high is not None and high < low:
            errors["amount_to"] = _("Enter an amount that is not smaller than “From”.")
        if low is not None and not value.get("unit"):
            errors["unit"] = _("Say what the price is for, such as “per session”.")
        return errors
