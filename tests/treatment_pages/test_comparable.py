"""The columns that lists sort by say what the published key facts say."""

from decimal import Decimal

import pytest

from treatment_pages.models import TreatmentPage

FACTS = {
    "session_minutes": {"minimum": 30, "maximum": 60},
    "downtime_time": {"minimum": 1, "maximum": 2, "unit": "weeks"},
    "price": {"amount_from": Decimal(180), "unit": "each"},
}


@pytest.fixture
def columns(treatment_page):
    """What the database says of the page: price, minutes, days."""
    return lambda: TreatmentPage.objects.values_list("price_from", "session_minutes", "recovery_days").get()


def publish(page: TreatmentPage, body: list) -> None:
    page.body = body
    page.save_revision().publish()


def test_publishing_takes_the_columns_from_the_key_facts(treatment_page, columns):
    publish(treatment_page, [("key_facts", FACTS)])
    assert columns() == (180, 60, 14)


def test_a_draft_changes_nothing_until_it_is_published(treatment_page, columns):
    publish(treatment_page, [("key_facts", FACTS)])
    treatment_page.body = [("key_facts", {"price": {"amount_from": Decimal(95), "unit": "each"}})]
    revision = treatment_page.save_revision()
    assert columns() == (180, 60, 14)
    revision.publish()
    assert columns() == (95, None, None)


def test_facts_that_are_removed_leave_the_columns_empty(treatment_page, columns):
    publish(treatment_page, [("key_facts", FACTS)])
    publish(treatment_page, [])
    assert columns() == (None, None, None)


def test_an_earlier_revision_brings_its_columns_back(treatment_page, columns):
    publish(treatment_page, [("key_facts", FACTS)])
    earlier = treatment_page.latest_revision
    publish(treatment_page, [])
    earlier.publish()
    assert columns() == (180, 60, 14)


def test_saving_single_fields_leaves_the_columns_alone(treatment_page, columns):
    publish(treatment_page, [("key_facts", FACTS)])
    TreatmentPage.objects.update(price_from=1)
    page = TreatmentPage.objects.get()
    page.save(update_fields=["title"])
    assert columns() == (1, 60, 14)
