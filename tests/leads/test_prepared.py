"""A prepared query answers as the query that it was made from, with the values of each use."""

from datetime import timedelta
from threading import Thread

import pytest
import wagtail_factories
from django.db import connection
from django.db.models import BigIntegerField, CharField, Exists, F, Value
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.models import Page

from leads.models import Enquiry, EnquiryForm, EnquiryFormVersion
from leads.prepared import CountOf, Parameter, Prepared, PreparedAnswers
from tests import factories

by_name = Prepared(lambda: Enquiry.objects.filter(name=Parameter("name", CharField())).order_by("-received_at"))
versions = Prepared(
    lambda: EnquiryFormVersion.objects.select_related("form").filter(pk=Parameter("pk", BigIntegerField()))
)
kept_versions = Prepared(
    lambda: (
        EnquiryFormVersion.objects.select_related("form")
        .defer("definition")
        .annotate(form_slug=F("form__slug"))
        .filter(pk=Parameter("pk", BigIntegerField()))
    ),
    keeps_records=True,
)
of_name = PreparedAnswers(
    lambda: {
        "is_known": Exists(Enquiry.objects.filter(name=Parameter("name", CharField()))),
        "count": CountOf(Enquiry.objects.filter(name=Parameter("name", CharField())).values("pk")),
    }
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


def test_values_of_several_tables_come_as_they_were_asked_for(enquiry_form):
    ada = factories.EnquiryFactory(name="Ada")
    names = Prepared(
        lambda: (
            Enquiry.objects.order_by()
            .filter(name=Parameter("name", CharField()))
            .annotate(kind=Value("enquiry"))
            .values_list("kind", "pk", "name")
            .union(EnquiryForm.objects.order_by().annotate(kind=Value("form")).values_list("kind", "pk", "title"))
        )
    )
    assert set(names.all(name="Ada")) == {("enquiry", ada.pk, "Ada"), ("form", enquiry_form.pk, enquiry_form.title)}


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


def test_what_a_row_holds_is_told_anew_each_time(enquiry_form):
    pk = EnquiryFormVersion.objects.get().pk
    assert kept_versions.first(pk=pk).form_slug == enquiry_form.slug
    EnquiryForm.objects.update(slug="moved", title="Moved")
    found = kept_versions.first(pk=pk)
    assert (found.form.title, found.form.slug, found.form_slug) == ("Moved", "moved", "moved")


def test_a_kept_record_is_changed_by_nobody_else(enquiry_form):
    pk = EnquiryFormVersion.objects.get().pk
    found = kept_versions.first(pk=pk)
    found.sha256, found.form.title = "changed", "changed"
    again = kept_versions.first(pk=pk)
    assert (again.sha256, again.form.title) == (EnquiryFormVersion.objects.get().sha256, enquiry_form.title)


def test_a_kept_record_is_one_of_the_database(enquiry_form):
    found = kept_versions.first(pk=EnquiryFormVersion.objects.get().pk)
    assert (found._state.adding, found._state.db) == (False, "default")
    assert found.definition == EnquiryFormVersion.objects.get().definition


def test_several_questions_are_answered_at_once(db, django_assert_num_queries):
    factories.EnquiryFactory.create_batch(2, name="Ada")
    with django_assert_num_queries(1):
        assert tuple(of_name.first(name="Ada")) == (True, 2)
    assert tuple(of_name.first(name="Bea")) == (False, 0)


needs_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite keeps what it planned by itself"
)


@needs_postgresql
def test_postgresql_plans_what_comes_again_once_where_the_host_lets_it(db, monkeypatch):
    monkeypatch.setattr(connection.connection, "prepare_threshold", 2)
    ada = factories.EnquiryFactory(name="Ada")
    for name in ("Bea", "Cleo", "Dora"):
        by_name.all(name=name)
    assert by_name.all(name="Ada") == [ada]
    assert prepared_statements("name") == 1


@needs_postgresql
def test_postgresql_keeps_no_plan_where_the_host_does_not(db, monkeypatch):
    monkeypatch.setattr(connection.connection, "prepare_threshold", None)
    before = prepared_statements("name")
    for name in ("Ada", "Bea", "Cleo"):
        by_name.all(name=name)
    assert prepared_statements("name") == before


def prepared_statements(column: str) -> int:
    """How many searches of enquiries by this column the server knows on this connection."""
    with connection.cursor() as cursor:
        pattern = f'%FROM "leads_enquiry" WHERE "leads_enquiry"."{column}" = ($1)%'
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s", [pattern])
        return cursor.fetchone()[0]


def test_each_copy_of_a_kept_record_opens_a_file_of_its_own(db):
    picture = wagtail_factories.ImageFactory()
    kept = Prepared(lambda: Image.objects.filter(pk=Parameter("pk", BigIntegerField())), keeps_records=True)
    first, second = (kept.first(pk=picture.pk) for _time in range(2))
    with first.file.open() as opened:
        assert second.file is not first.file
        assert second.file.closed
        assert opened.read(4)
    assert (second.file.url, second.width) == (picture.file.url, picture.width)


def test_kept_records_that_lead_to_each_other_do_so_in_every_copy(home_page):
    kept = Prepared(
        lambda: Page.objects.select_related("homepage").filter(pk=Parameter("pk", BigIntegerField())),
        keeps_records=True,
    )
    first, second = (kept.first(pk=home_page.pk) for _time in range(2))
    assert first.homepage.page_ptr is first
    assert first.homepage is not second.homepage
