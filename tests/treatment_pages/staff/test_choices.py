"""Choosing several of many records in the page editor."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale

from tests import factories
from treatment_pages.models import Concern
from treatment_pages.staff.choices import SearchableCheckboxes


@pytest.fixture
def admin(client, admin_user):
    client.force_login(admin_user)
    return client


@pytest.fixture
def concerns(root_page):
    return Concern.objects.bulk_create(
        Concern(name=f"Concern {number:03}", slug=f"concern-{number}", locale=Locale.get_default())
        for number in range(200)
    )


def editor_of(admin, page) -> str:
    return admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def offered(html: str, name: str) -> list[str]:
    return re.findall(rf'<input type="checkbox" name="{name}" value="(\d+)"', html)


def test_every_one_of_two_hundred_can_be_ticked_and_found(admin, treatment_page, concerns):
    html = editor_of(admin, treatment_page)
    assert len(offered(html, "concerns")) == 200
    assert 'type="search"' in html


def test_what_is_chosen_stands_first(admin, treatment_page, concerns):
    treatment_page.concerns = [concerns[150], concerns[199]]
    treatment_page.save_revision().publish()
    html = editor_of(admin, treatment_page)
    assert offered(html, "concerns")[:3] == [str(concerns[number].pk) for number in (150, 199, 0)]
    assert html.count("checked") >= 2


def test_two_hundred_cost_no_more_queries_than_three(admin, treatment_page, concerns):
    editor_of(admin, treatment_page)
    with CaptureQueriesContext(connection) as many:
        editor_of(admin, treatment_page)
    Concern.objects.filter(pk__gt=concerns[2].pk).delete()
    with CaptureQueriesContext(connection) as few:
        editor_of(admin, treatment_page)
    assert len(many) <= len(few)


def test_only_terms_of_the_pages_language_are_offered(admin, treatment_page, concerns):
    german = Locale.objects.create(language_code="de")
    Concern.objects.create(name="Rötung", slug="roetung", locale=german)
    html = editor_of(admin, treatment_page)
    assert "Rötung" not in html
    assert len(offered(html, "concerns")) == 200


def test_names_are_escaped():
    html = SearchableCheckboxes(choices=[(1, "<script>alert(1)</script>")]).render("concerns", [], {"id": "x"})
    assert "<script>alert" not in html


def test_a_list_without_records_says_so():
    html = SearchableCheckboxes(choices=[]).render("concerns", [], {"id": "x"})
    assert "There is nothing to choose yet." in html


def test_a_practitioner_is_tied_to_treatments_in_the_same_way(admin, treatment_index, treatment_page):
    person = factories.PractitionerPageFactory(parent=treatment_index)
    assert offered(editor_of(admin, person), "treatments") == [str(treatment_page.pk)]
