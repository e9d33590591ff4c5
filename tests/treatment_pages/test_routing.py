"""Addresses lead to their pages in one query, and nowhere else."""

import pytest
from django.db.models import Value
from django.test import RequestFactory
from wagtail.models import Page, Site

from tests import factories
from treatment_pages.models import TreatmentIndexPage, TreatmentPage
from treatment_pages.models.routing import is_routed, joined_specific, known_ancestors


@pytest.fixture
def routed(home_page):
    """The page that an address leads to, as the server finds it."""

    def route(path: str) -> Page:
        Site.clear_site_root_paths_cache()
        return Page.route_for_request(RequestFactory().get(path, SERVER_NAME="testserver"), path)[0]

    return route


@pytest.fixture
def person(treatment_index):
    return factories.PractitionerPageFactory(parent=treatment_index, slug="alex")


@pytest.fixture
def article(treatment_index, treatment_page, person):
    return factories.TreatmentArticlePageFactory(
        parent=treatment_index, slug="article", treatment=treatment_page, author_page=person
    )


def test_every_page_type_below_an_index_is_found_as_itself(routed, treatment_page, article, person):
    for page in (treatment_page, article, person):
        found = routed(page.url)
        assert type(found) is type(page)
        assert found.pk == page.pk


def test_a_child_is_found_with_all_that_it_refers_to_in_one_query(treatment_index, article, django_assert_num_queries):
    index = TreatmentIndexPage.objects.get()
    request = RequestFactory().get("/")
    with django_assert_num_queries(1):
        page = index.route(request, ["article"]).page
        assert page.author_page.title
        assert page.author_page.portrait is None
        assert page.treatment.title
        assert page.locale.language_code
        assert page.get_parent() == index


@pytest.mark.parametrize("path", ["/treatments/nothing/", "/treatments/microneedling/below/", "/treatments/x/y/z/"])
def test_an_address_that_leads_nowhere_is_not_found(client, treatment_page, clinic, path):
    assert client.get(path).status_code == 404


def test_a_draft_is_not_found(client, treatment_page, clinic):
    treatment_page.unpublish()
    assert client.get("/treatments/microneedling/").status_code == 404


def test_a_page_behind_a_password_asks_for_it(client, treatment_page, clinic):
    treatment_page.view_restrictions.create(restriction_type="password", password="secret")
    response = client.get(treatment_page.url)
    assert treatment_page.summary not in response.content.decode()
    assert "Password required" in response.content.decode()


def test_a_page_of_another_type_is_routed_as_wagtail_does(routed, treatment_index):
    """No editor can put one there, but code of the host can."""
    treatment_index.add_child(instance=factories.InformationPageFactory.build(title="Odd", slug="odd"))
    assert routed("/treatments/odd/").specific_class.__name__ == "InformationPage"


def test_a_routed_page_knows_the_pages_above_it(routed, treatment_page, treatment_index, home_page):
    page = routed(treatment_page.url)
    assert known_ancestors(page) == [treatment_index, home_page]
    assert is_routed(page)
    assert not is_routed(TreatmentPage.objects.get())


def test_a_page_read_without_its_types_row_stays_unknown(treatment_page):
    assert joined_specific(Page.objects.get(pk=treatment_page.pk)) is None


def test_annotations_of_a_base_page_come_along(treatment_page):
    base = Page.objects.select_related("treatmentpage").annotate(mark=Value("x")).get(pk=treatment_page.pk)
    assert joined_specific(base).mark == "x"


def test_a_routed_page_takes_the_form_of_its_index_without_asking_again(
    routed, treatment_page, treatment_index, django_assert_num_queries
):
    treatment_index.enquiry_form = factories.make_form("index")
    treatment_index.save()
    page = routed(treatment_page.url)
    with django_assert_num_queries(0):
        assert page.get_enquiry_form().slug == "index"
