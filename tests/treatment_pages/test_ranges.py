"""Ranges and prices as readers see them, and what stops their publication."""

from decimal import Decimal

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from treatment_pages.blocks.ranges import DurationBlock, IntegerRangeBlock, PriceBlock


def range_of(**ends):
    return IntegerRangeBlock().normalize(ends)


def duration_of(low=None, high=None, unit="days"):
    return DurationBlock().normalize({"minimum": low, "maximum": high, "unit": unit})


def price_of(low=None, high=None, unit="per session", currency="GBP"):
    amounts = {"amount_from": low and Decimal(low), "amount_to": high and Decimal(high)}
    return PriceBlock().normalize({**PriceBlock().get_default(), **amounts, "unit": unit, "currency": currency})


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(3, 6, "3–6"), (3, 3, "3"), (3, None, "3"), (None, 6, "up to 6"), (None, None, ""), (0, 1, "0–1"), (0, 0, "0")],
)
def test_a_range_reads_as_people_say_it(low, high, text):
    assert str(range_of(minimum=low, maximum=high)) == text


@pytest.mark.parametrize(("low", "high", "text"), [(30, 60, "30–60 minutes"), (1, None, "1 minute"), (None, None, "")])
def test_a_range_of_minutes_brings_its_unit(low, high, text):
    assert range_of(minimum=low, maximum=high).in_minutes == text


@pytest.mark.parametrize(
    ("low", "high", "unit", "text"),
    [
        (2, 3, "days", "2–3 days"),
        (1, None, "weeks", "1 week"),
        (1, 1, "years", "1 year"),
        (None, 1, "days", "up to 1 day"),
        (None, 24, "hours", "up to 24 hours"),
        (0, 1, "days", "0–1 days"),
        (0, 0, "days", "0 days"),
        (0, None, "minutes", "0 minutes"),
        (12, 18, "months", "12–18 months"),
        (None, None, "days", ""),
        (3, None, "", "3 days"),
        (3, None, None, "3 days"),
        (3, 4, "fortnights", "3–4 fortnights"),
    ],
)
def test_a_duration_reads_as_people_say_it(low, high, unit, text):
    assert str(duration_of(low, high, unit)) == text


@pytest.mark.parametrize(
    ("low", "high", "unit", "text"),
    [
        (1, 3, "days", "Days 1–3"),
        (1, None, "days", "Day 1"),
        (2, 2, "weeks", "Week 2"),
        (0, 24, "hours", "First 24 hours"),
        (None, 3, "months", "First 3 months"),
        (0, 1, "days", "First day"),
        (None, 1, "hours", "First hour"),
        (0, None, "days", "At once"),
        (0, 0, "hours", "At once"),
        (None, None, "days", ""),
        (1, 2, "fortnights", "1–2 fortnights"),
    ],
)
def test_a_duration_says_when_on_a_timeline(low, high, unit, text):
    assert duration_of(low, high, unit).as_period == text


@pytest.mark.parametrize(
    ("low", "high", "unit", "days"),
    [
        (2, 3, "days", 3),
        (0, None, "days", 0),
        (30, None, "minutes", 1),
        (48, None, "hours", 2),
        (1, 2, "weeks", 14),
        (1, None, "months", 31),
        (1, None, "years", 366),
        (None, None, "weeks", None),
        (2, None, "fortnights", None),
    ],
)
def test_a_duration_is_known_in_whole_days(low, high, unit, days):
    assert duration_of(low, high, unit).most_days == days


def test_a_duration_built_without_a_unit_counts_days():
    assert str(DurationBlock().normalize({"minimum": 2})) == "2 days"


def test_a_duration_survives_storage():
    stored = DurationBlock().get_prep_value(duration_of(2, 3, "weeks"))
    assert str(DurationBlock().to_python(stored)) == "2–3 weeks"


def test_a_range_is_false_only_while_it_is_empty():
    assert not range_of(minimum=None, maximum=None)
    assert not range_of()
    assert range_of(minimum=0, maximum=None)


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        ("180", None, "from £180 per session"),
        ("180", "240", "£180–£240 per session"),
        ("180", "180", "£180 per session"),
        ("1180.50", "1180.50", "£1,180.50 per session"),
        ("0", "0", "£0 per session"),
        (None, None, ""),
    ],
)
def test_a_price_reads_as_people_say_it(low, high, text):
    assert str(price_of(low, high)) == text


@pytest.mark.parametrize(("currency", "sign"), [("EUR", "€"), ("USD", "$"), (None, "£")])
def test_a_price_carries_its_currency(currency, sign):
    assert price_of("180", "180", currency=currency).amount == f"{sign}180"


def test_a_price_survives_storage():
    stored = PriceBlock().get_prep_value(price_of("180.50", "180.50"))
    assert str(PriceBlock().to_python(stored)) == "£180.50 per session"


def errors(block, value) -> dict:
    with pytest.raises(StructBlockValidationError) as error:
        block.clean(value)
    return error.value.block_errors


def test_a_range_must_be_in_order_to_be_published():
    assert list(errors(IntegerRangeBlock(), range_of(minimum=6, maximum=3))) == ["maximum"]


@pytest.mark.parametrize(
    ("value", "field"),
    [
        (duration_of(6, 3), "maximum"),
        (duration_of(-1), "minimum"),
        (duration_of(10**6), "minimum"),
        (duration_of(2, unit=""), "unit"),
        (duration_of(2, unit="fortnights"), "unit"),
    ],
)
def test_a_duration_that_cannot_stand_names_the_field(value, field):
    assert list(errors(DurationBlock(), value)) == [field]


def test_a_draft_may_hold_a_range_that_is_still_being_typed():
    value = range_of(minimum=30, maximum=6)
    assert IntegerRangeBlock().clean_deferred(value) == value


def test_an_amount_must_say_what_it_buys():
    assert list(errors(PriceBlock(), price_of("180", unit=""))) == ["unit"]


@pytest.mark.parametrize(("low", "high", "field"), [("240", "180", "amount_to"), (None, "180", "amount_from")])
def test_the_ends_of_a_price_must_be_in_order(low, high, field):
    assert list(errors(PriceBlock(), price_of(low, high))) == [field]


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [("180", None, "from £180"), ("180", "180", "£180"), (None, None, ""), (None, "180", "£180")],
)
def test_an_amount_is_announced_without_its_unit(low, high, text):
    assert price_of(low, high).headline == text


def test_no_price_at_all_is_fine():
    assert not PriceBlock().clean(PriceBlock().get_default())
