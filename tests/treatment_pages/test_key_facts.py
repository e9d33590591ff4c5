"""The card of key facts: only what is known, in reading order."""

from decimal import Decimal

import pytest

from treatment_pages.blocks.key_facts import KeyFactsBlock


def facts(**values):
    """Facts as an editor's page holds them: every field present, most of them empty."""
    block = KeyFactsBlock()
    return block.to_python(block.get_prep_value(block.normalize(values)))


def texts(value) -> dict[str, str]:
    return {fact.key: fact.text for fact in value.rows}


def test_unknown_facts_are_left_out():
    assert KeyFactsBlock().get_default().rows == []
    assert texts(facts(downtime="2–3 days")) == {"downtime": "2–3 days"}


def test_facts_built_in_code_may_leave_fields_out():
    assert texts(KeyFactsBlock().normalize({"sessions": {"minimum": 3, "maximum": 6}})) == {"sessions": "3–6"}


def test_units_follow_their_numbers():
    many = facts(session_minutes={"minimum": 30, "maximum": 60}, maintenance_per_year=2)
    assert texts(many) == {"session": "30–60 minutes", "maintenance": "2 times a year"}
    one = facts(session_minutes={"minimum": 1}, maintenance_per_year=1)
    assert texts(one) == {"session": "1 minute", "maintenance": "once a year"}


def test_sessions_say_how_far_apart_they_are():
    sessions = {"minimum": 3, "maximum": 6}
    assert texts(facts(sessions=sessions, spacing_weeks={"minimum": 4, "maximum": 6})) == {
        "sessions": "3–6, with 4–6 weeks between"
    }
    assert texts(facts(sessions=sessions, spacing_weeks={"minimum": 1})) == {"sessions": "3–6, with 1 week between"}


def test_times_come_first_and_words_explain_them():
    value = facts(
        downtime_time={"minimum": 2, "maximum": 3, "unit": "days"},
        downtime="redness like mild sunburn",
        onset_time={"minimum": 4, "unit": "weeks"},
        longevity="as long as you protect your skin",
    )
    assert [(fact.key, fact.text, fact.note) for fact in value.rows] == [
        ("downtime", "2–3 days", "redness like mild sunburn"),
        ("onset", "4 weeks", ""),
        ("longevity", "as long as you protect your skin", ""),
    ]


@pytest.mark.parametrize("time", [{"minimum": 0}, {"maximum": 0, "unit": "hours"}])
def test_no_recovery_at_all_is_said_in_words(time):
    assert texts(facts(downtime_time=time)) == {"downtime": "the same day"}


def test_pages_are_compared_by_the_upper_end_of_their_times():
    value = facts(
        session_minutes={"minimum": 30, "maximum": 60},
        downtime_time={"minimum": 1, "maximum": 2, "unit": "weeks"},
        price={"amount_from": Decimal(180)},
    )
    assert (value.most_minutes, value.most_recovery_days, value.price_from) == (60, 14, 180)
    unknown = facts(downtime="a while")
    assert (unknown.most_minutes, unknown.most_recovery_days, unknown.price_from) == (None, None, None)


def test_spacing_alone_says_nothing():
    assert facts(spacing_weeks={"minimum": 4}).rows == []


def test_a_price_brings_its_conditions_and_the_consultation_its_own_line():
    value = facts(
        price={
            "amount_from": Decimal(180),
            "currency": "GBP",
            "unit": "per session",
            "conditions": "face only",
            "consultation_fee": "free",
        }
    )
    assert texts(value) == {"price": "from £180 per session", "consultation": "free"}
    assert value.rows[0].note == "face only"


def test_areas_are_joined_and_blank_ones_skipped():
    assert texts(facts(areas=["Face", "", "Neck"])) == {"areas": "Face, Neck"}


def test_a_card_shows_three_facts_at_most():
    value = facts(
        session_minutes={"minimum": 30},
        sessions={"minimum": 3},
        downtime_time={"minimum": 1, "unit": "days"},
        downtime="a little red",
        onset="4 weeks",
        longevity="a year",
    )
    assert [fact.key for fact in value.card_rows] == ["session", "sessions", "downtime"]
