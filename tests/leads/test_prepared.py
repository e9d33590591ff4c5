"""A prepared query answers as the query that it was made from, with the values of each use."""

from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection
from django.db.models import BigIntegerField, CharField
from django.utils import timezone

from leads.models import Enquiry, EnquiryFormVersion
from leads.prepared import Parameter, Prepared
from tests import factories

by_name = Prepared(lambda: Enquiry.objects.filter(name=Parameter("name", CharField())).order_by("-received_at"))
versions = Prepared(
    lambda: EnquiryFormVersion.objects.select_related("form").filter(pk=Parameter("pk", BigIntegerField()))
)


def test_each_use_has_its_own_values(db):
    ada, bea = (factories.EnquiryFactory(name=name) for name in ("Ada", "Bea"))
    assert (by_name.first(name="Bea"), by_name.first(name="Ada"), by_name.first(name="Cleo")) == (bea, ada, None)


def test_rows_come_in_the_order_of_the_query(db):
    older = factories.EnquiryFactory(name="Ada", received_at=timezone.now() - timedelta(days=1))
    newer = factories.EnquiryFactory(name="Ada")
    assert by_name.all(name="Ada") == [newer, older]


def test_values_and_related_records_are_read_as_by_the_queryset(enquiry_form, django_assert_num_queries):
    version = EnquiryFormVersion.objects.get()
    versions.first(pk=version.pk)
    with django_assert_num_queries(1):
        found = versions.first(pk=version.pk)
        assert (found.form, found.definition, found.created_at) == (
            enquiry_form,
            version.definition,
            version.created_at,
        )


def test_nothing_equals_a_value_of_none(db):
    factories.EnquiryFactory(name="")
    assert by_name.all(name=None) == []


def test_quotes_and_percent_signs_are_text(db):
    odd = factories.EnquiryFactory(name="100 % O'Ada; --")
    assert by_name.all(name=odd.name) == [odd]


@pytest.mark.django_db(transaction=True)
def test_another_thread_asks_on_its_own_connection():
    factories.EnquiryFactory(name="Ada")
    by_name.first(name="Ada")
    found = []

    def ask():
        found.extend(by_name.all(name="Ada"))
        connection.close()

    thread = Thread(target=ask)
    thread.start()
    thread.join()
    assert [enquiry.name for enquiry in found] == ["Ada"]
