"""The list of prices."""

import re
from decimal import Decimal

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from treatment_pages.blocks.prices import PriceItemBlock, PricesBlock

BLOCK = PricesBlock()


def prices(*items):
    return BLOCK.normalize({"heading": "What it costs", "items": list(items)})


def line(name="Face", low=None, high=None, **price):
    amounts = {"amount_from": low and Decimal(low), "amount_to": high and Decimal(high)}
    return {"name": name, "price": {**amounts, "unit": "per session", **price}}


def item_errors(**values) -> dict:
    block = PriceItemBlock()
    with pytest.raises(StructBlockValidationError) as error:
        block.clean(block.normalize(values))
    return error.value.block_errors


def test_every_line_says_what_it_costs_and_for_what():
    html = BLOCK.render(prices(line("Face", "180", "180"), line("Neck", "220", conditions="more for scars")))
    assert re.findall(r"<dt>([^<]+)</dt>", html) == ["Face", "Neck"]
    assert re.findall(r'tp-prices__amount">([^<]+)<', html) == ["£180", "from £220"]
    assert html.count("per session") == 2
    assert "More for scars" in html


def test_a_consultation_fee_stands_with_its_price():
    assert "Consultation: £40" in BLOCK.render(prices(line(low="180", consultation_fee="£40")))


def test_what_an_editor_types_is_not_markup():
    html = BLOCK.render(prices(line("<b>Face</b>", "180", unit="<i>each</i>", conditions="a & b")))
    assert "&lt;b&gt;Face" in html
    assert "&lt;i&gt;each" in html
    assert "A &amp; b" in html


def test_a_line_without_an_amount_says_what_to_do():
    assert item_errors(**line())["price"].messages == ["Enter an amount, or remove this line."]


@pytest.mark.parametrize(
    ("price", "field", "message"),
    [
        ({"low": "180", "unit": ""}, "unit", "Say what the price is for, such as “per session”."),
        ({"low": "-5", "high": "10"}, "amount_from", "Ensure this value is greater than or equal to 0."),
        ({"low": "240", "high": "180"}, "amount_to", "Enter an amount that is not smaller than “From”."),
        (
            {"high": "180"},
            "amount_from",
            "Enter the lower amount too. For a fixed price enter the same amount twice.",
        ),
        (
            {"low": "180", "currency": "XXX"},
            "currency",
            "Select a valid choice. XXX is not one of the available choices.",
        ),
        ({"low": "1234567890"}, "amount_from", "Ensure that there are no more than 8 digits in total."),
    ],
)
def test_a_price_that_cannot_stand_says_why(price, field, message):
    error = item_errors(**line(**price))["price"].block_errors[field]
    assert message in error.messages


def test_a_draft_may_hold_a_price_that_is_still_being_typed():
    draft = prices(line("", "240", "180", unit=""))
    assert BLOCK.clean_deferred(draft)["items"][0]["price"]["amount_from"] == 240
