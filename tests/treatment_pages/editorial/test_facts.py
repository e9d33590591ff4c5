"""Facts that contradict each other."""

import pytest

from tests.treatment_pages.editorial.pages import build_page, findings, section

pytestmark = pytest.mark.django_db

FACTS = (
    "key_facts",
    {
        "sessions": {"minimum": 3, "maximum": 6},
        "session_minutes": {"minimum": 30, "maximum": 60},
        "downtime_time": {"minimum": 2, "maximum": 4, "unit": "days"},
        "longevity_time": {"minimum": 12, "maximum": 18, "unit": "months"},
        "price": {"amount_from": 180, "unit": "per session", "currency": "GBP"},
    },
)


def contradictions(*blocks) -> list[str]:
    return [found.sentence for found in findings(build_page(*blocks), "STR-10")]


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no downtime.",
        "You will see the difference after a single session.",
        "We recommend eight to ten sessions.",
        "The treatment takes 15 minutes.",
    ],
)
def test_sentence_that_contradicts_the_key_facts_is_found(sentence):
    assert contradictions(FACTS, section(sentence)) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Plan for two days of redness.",
        "We recommend four to six sessions.",
        "The session takes 45 to 60 minutes.",
        "A single session costs £180.",
        "It is not done in a single session.",
        "Some people see no change after one session.",
    ],
)
def test_sentence_that_fits_the_key_facts_is_not(sentence):
    assert contradictions(FACTS, section(sentence)) == []


def test_two_sentences_can_contradict_each_other():
    page = section("There is no downtime.", "Redness and swelling last three to five days.")

    assert contradictions(page) == ["There is no downtime."]


def test_times_in_the_results_block_agree_with_the_key_facts():
    in_years = ("results", {"longevity": {"minimum": 1, "unit": "years"}})
    shorter = ("results", {"longevity": {"minimum": 3, "maximum": 6, "unit": "months"}})

    assert contradictions(FACTS, in_years) == []
    (found,) = findings(build_page(FACTS, shorter), "STR-10")
    assert (found.block_type, found.path) == ("results", "longevity")


def test_price_of_the_key_facts_stands_in_the_price_list():
    def listed(amount):
        price = {"amount_from": amount, "unit": "per session", "currency": "GBP"}
        return "prices", {"items": [{"name": "Face", "price": price}]}

    assert contradictions(FACTS, listed(180)) == []
    (found,) = findings(build_page(FACTS, listed(150)), "STR-10")
    assert found.path == "price.amount_from"
