"""A row with an INSERT that is written once is the row that Django would have stored."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, models
from django.db.models.signals import post_save, pre_save
from django.utils import timezone

from leads.insertion import insert, insert_all
from leads.models import (
    Activity,
    ActivityKind,
    ConsentRecord,
    Delivery,
    DeliveryKind,
    Enquiry,
    Lead,
    LeadStatus,
)
from leads.models.written_once import EnquiryImmutableError
from tests import factories

INSERTED = (Enquiry, Lead, Activity, ConsentRecord, Delivery)


def stored(row: models.Model, *but: str) -> dict:
    """What the database holds of a row, besides its key."""
    [values] = type(row).objects.filter(pk=row.pk).values()
    return {name: value for name, value in values.items() if name not in {"id", *but}}


@pytest.fixture
def make_enquiry(enquiry_form, site):
    """Makes unsaved enquiries with something of every kind of value."""
    lead = factories.LeadFactory()
    return lambda: Enquiry(
        received_at=timezone.now() - timedelta(days=1),
        form=enquiry_form,
        site=site,
        page_revision_id=2**40,
        name="100 % O'Ada; -- “Ünïcode”",
        answers=[{"key": "a", "value": ["x", 'quo"ted']}],
        attribution={},
        spam_reasons=["text"],
        spam_score=7,
        lead=lead,
        dedupe_key="k",
    )


def test_every_value_is_stored_as_save_stores_it(make_enquiry):
    first, second = make_enquiry(), make_enquiry()
    second.received_at = first.received_at
    first.save()
    insert(second)
    assert stored(second, "reference") == stored(first, "reference")


@pytest.mark.parametrize("text", ["", "null", "1", '"'])
def test_a_text_in_a_field_of_json_stays_a_text(db, text):
    entry = insert(Activity(lead=factories.LeadFactory(), kind=ActivityKind.NOTE, data=text))
    assert stored(entry)["data"] == text


def test_what_nobody_gave_has_its_default(db):
    lead = insert(Lead(name="Ada"))
    assert (lead.status, stored(lead)["status"], stored(lead)["is_unread"]) == (LeadStatus.NEW, "new", True)


def test_the_row_can_be_changed_and_saved_afterwards(make_enquiry, django_assert_num_queries):
    lead = insert(Lead(name="Ada"))
    lead.subject = "Peel"
    with django_assert_num_queries(1):
        lead.save(update_fields=["subject"])
    assert stored(lead)["subject"] == "Peel"
    enquiry = insert(make_enquiry())
    enquiry.name = "Somebody else"
    with pytest.raises(EnquiryImmutableError):
        enquiry.save()


def test_whoever_listens_to_signals_hears_of_it(db):
    heard = []

    def listen(signal, instance, **kwargs):
        heard.append((signal, instance.pk is None, kwargs.get("created")))

    for signal in (pre_save, post_save):
        signal.connect(listen, sender=Lead)
    try:
        insert(Lead(name="Ada"))
    finally:
        for signal in (pre_save, post_save):
            signal.disconnect(listen, sender=Lead)
    assert heard == [(pre_save, True, None), (post_save, False, True)]


def messages(number: int) -> list[Delivery]:
    return [Delivery(kind=DeliveryKind.DIGEST, recipient="a@example.com", dedupe_key=f"{n}") for n in range(number)]


def test_more_rows_than_one_statement_takes_are_stored_all_the_same(db):
    insert_all(messages(200))
    assert set(Delivery.objects.values_list("dedupe_key", flat=True)) == {f"{n}" for n in range(200)}


def test_few_rows_are_one_statement_and_none_are_no_statement(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        insert_all(messages(3))
        insert_all([])


def test_a_row_that_is_there_already_is_refused_unless_that_may_be(db):
    [first, second] = messages(2)
    insert_all([first])
    insert_all([first, second], ignores_conflicts=True)
    assert Delivery.objects.count() == 2
    with pytest.raises(IntegrityError):
        insert_all([first])


@pytest.mark.parametrize("model", INSERTED)
def test_nothing_is_made_only_when_such_a_row_is_saved(model):
    """`insert` reads the values as they are: no field of these models may make its own, and the database makes keys."""
    assert isinstance(model._meta.pk, models.BigAutoField)
    assert not [
        field.name
        for field in model._meta.local_concrete_fields
        if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False) or field.has_db_default()
    ]
    assert not model._meta.parents
