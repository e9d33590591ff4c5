"""The lists of pages under “Treatments”."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission

from tests import factories

LISTS = ["treatment_pages", "treatment_articles", "practitioners"]


@pytest.fixture
def admin(client, admin_user):
    client.force_login(admin_user)
    return client


def titles(response) -> set[str]:
    return {page.title for page in response.context["object_list"]}


def test_treatments_are_found_by_their_concern(admin, treatment_index):
    redness, scars = factories.ConcernFactory(name="Redness"), factories.ConcernFactory(name="Scars")
    factories.TreatmentPageFactory(parent=treatment_index, title="IPL", concerns=[redness])
    factories.TreatmentPageFactory(parent=treatment_index, title="Needling", concerns=[scars])
    assert titles(admin.get(reverse("treatment_pages:index"), {"concerns": redness.pk})) == {"IPL"}


def test_practitioners_are_listed_with_their_profession(admin, treatment_index):
    factories.PractitionerPageFactory(parent=treatment_index, title="Ada Wren", job_title="Nurse prescriber")
    response = admin.get(reverse("practitioners:index"))
    assert titles(response) == {"Ada Wren"}
    assert "Nurse prescriber" in response.content.decode()


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("query", ["p=x", "p=99", "concerns=x", "ordering=x", "ordering=-job_title", "q=%00", "q=a"])
def test_nonsense_in_the_address_is_no_error(admin, treatment_page, name, query):
    assert admin.get(f"{reverse(f'{name}:index')}?{query}").status_code in (200, 302, 404)


def test_two_hundred_practitioners_cost_no_more_queries_than_one(admin, treatment_index):
    factories.PractitionerPageFactory(parent=treatment_index)
    admin.get(reverse("practitioners:index"))
    with CaptureQueriesContext(connection) as few:
        admin.get(reverse("practitioners:index"))
    factories.PractitionerPageFactory.create_batch(30, parent=treatment_index)
    with CaptureQueriesContext(connection) as many:
        admin.get(reverse("practitioners:index"))
    assert len(many) <= len(few) + 1


def test_the_menu_shows_everyone_what_they_may_use(client, treatment_index):
    librarian = factories.make_user("treatment_pages.change_source")
    client.force_login(librarian)
    menu = client.get(reverse("wagtailsnippets_treatment_pages_source:list")).content.decode()
    assert "image-consents" not in menu
    assert reverse("practitioners:index") not in menu

    group = Group.objects.create(name="Marketing")
    GroupPagePermission.objects.create(group=group, page=treatment_index, permission_type="change")
    librarian.groups.add(group)
    menu = client.get(reverse("wagtailsnippets_treatment_pages_source:list")).content.decode()
    assert reverse("practitioners:index") in menu
