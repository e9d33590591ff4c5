"""Ranges and prices as readers see them, and what stops their publication."""

from decimal import Decimal

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from treatment_pages.blocks.ranges import IntegerRangeBlock, PriceBlock


def range_of(**ends):
    return IntegerRangeBlock().normalize(ends)


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


def test_a_draft_may_hold_a_range_that_is_still_being_typed():
    value = range_of(minimum=30, maximum=6)
    assert IntegerRangeBlock().clean_deferred(value) == value


def test_an_amount_must_say_what_it_buys():
    assert list(errors(PriceBlock(), price_of("180", unit=""))) == ["unit"]


@pytest.mark.parametrize(("low", "high"), [("240", "180"), (None, "180")])
def test_the_ends_of_a_price_must_be_in_order(low, high):
    assert list(errors(PriceBlock(), price_of(low, high))) == ["amount_from"]


def test_no_price_at_all_is_fine():
    assert not PriceBlock().clean(PriceBlock().get_default())
