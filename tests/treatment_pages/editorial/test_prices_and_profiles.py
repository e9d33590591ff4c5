"""Prices, and the rules of single countries that read texts."""

import pytest

from tests.treatment_pages.editorial.pages import build_page, findings, section

pytestmark = pytest.mark.django_db


def price(**fields):
    return "key_facts", {"price": {"amount_from": 180, **fields}}


def test_price_needs_what_it_buys():
    assert [found.path for found in findings(build_page(price(amount_to=180)), "PRC-01")] == ["price.unit"]
    assert findings(build_page(price(amount_to=180, unit="per session")), "PRC-01") == []


def test_price_from_needs_what_makes_it_higher():
    listed = ("prices", {"items": [{"name": "Face", "price": {"amount_from": 180, "unit": "per session"}}]})

    assert [found.path for found in findings(build_page(listed), "PRC-02")] == ["items.0.price.conditions"]
    assert findings(build_page(price(unit="per session", conditions="more with neck")), "PRC-02") == []
    assert findings(build_page(price(unit="per session", amount_to=240)), "PRC-02") == []


def test_conditions_of_a_price_may_stand_in_the_next_sentence():
    page = build_page(section("Prices start from £99 per session. The price depends on the area."))

    assert findings(page, "PRC-02") == []


def test_japan_wants_a_price():
    assert findings(build_page(section("Words.")), "PRC-05", "jp")[0].severity == "error"
    assert findings(build_page(section("Words.")), "PRC-05", "base")[0].severity == "info"


@pytest.mark.parametrize("field", ["title", "seo_title", "search_description"])
def test_prescription_medicine_is_not_advertised_in_what_stands_out(field):
    (found,) = findings(build_page(section("Words."), **{field: "Botox in Leeds"}), "POM-01", "uk")

    assert (found.path, found.severity) == (field, "error")


def test_prescription_medicine_may_be_explained_further_down():
    page = build_page(section("Botulinum toxin is a prescription-only medicine."))

    assert findings(page, "POM-01", "uk") == []


@pytest.mark.parametrize(
    "block",
    [
        ("call_to_action", {"heading": "Ask about Botox", "button": "Ask"}),
        ("call_to_action", {"heading": "Ask", "button": "Book your Botox"}),
        ("prices", {"items": [{"name": "Dysport, one area", "price": {"amount_from": 200}}]}),
        ("key_facts", {"price": {"amount_from": 200, "unit": "per area of Botox"}}),
    ],
)
def test_prescription_medicine_has_no_price_and_no_button(block):
    assert len(findings(build_page(block), "POM-01", "uk")) == 1
    assert findings(build_page(block), "POM-01", "base") == []


@pytest.mark.parametrize("text", ["This offer ends on Friday.", "Book before Sunday.", "Only three places are left."])
def test_offer_that_ends_hurries_people(text):
    assert findings(build_page(section(text)), "PRC-03", "uk")[0].severity == "error"
    assert findings(build_page(section(text)), "PRC-03", "base") == []
    assert len(findings(build_page(section(text)), "CLM-08", "base")) == 1


def test_calm_words_about_time_hurry_nobody():
    page = build_page(section("There is no time limit on this price.", "The effect ends after four months."))

    assert findings(page, "PRC-03", "uk") == []


def test_use_beyond_the_label_is_found_in_the_united_states():
    page = build_page(section("Botox relaxes the masseter and slims the jaw."))

    assert findings(page, "USE-01", "us")[0].severity == "warning"
    assert findings(page, "USE-01", "base") == []
