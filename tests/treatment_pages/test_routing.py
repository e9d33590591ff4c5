"""Addresses lead to their pages in one query, and nowhere else."""

import pytest
from django.db.models import Value
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Locale, Page, Site

from cms.models import HomePage
from leads.joined import joined_specific
from tests import factories
from treatment_pages.models import TreatmentIndexPage, TreatmentPage
from treatment_pages.models.routing import is_routed, known_ancestors


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


def test_a_routed_page_that_everybody_may_see_asks_for_no_restrictions(
    routed, treatment_page, django_assert_num_queries
):
    page = routed(treatment_page.url)
    with django_assert_num_queries(0):
        assert not list(page.get_view_restrictions())


@pytest.mark.parametrize("place", ["page", "index", "home"])
def test_a_routed_page_below_a_restriction_has_it(routed, treatment_page, treatment_index, home_page, place):
    above = {"page": treatment_page, "index": treatment_index, "home": home_page}[place]
    restriction = above.view_restrictions.create(restriction_type="login")
    assert list(routed(treatment_page.url).get_view_restrictions()) == [restriction]


@pytest.mark.parametrize("place", ["page", "index"])
def test_a_routed_alias_has_the_restrictions_of_its_source(routed, treatment_page, treatment_index, home_page, place):
    """The query for the page looks at the places above the alias only."""
    source = {"page": treatment_page, "index": treatment_index}[place]
    restriction = source.view_restrictions.create(restriction_type="login")
    other = factories.TreatmentIndexPageFactory(parent=home_page, slug="other")
    parent = other if place == "page" else home_page
    alias = source.create_alias(parent=parent, update_slug="alias", recursive=True)
    url = alias.url if place == "page" else f"{alias.url}{treatment_page.slug}/"
    page = routed(url)
    assert page.alias_of_id == treatment_page.pk
    assert list(page.get_view_restrictions()) == [restriction]


def test_the_front_page_in_the_language_that_is_active_is_itself_without_a_query(
    routed, home_page, settings, django_assert_num_queries
):
    settings.WAGTAIL_I18N_ENABLED = True
    front = HomePage.objects.select_related("locale").get()
    with django_assert_num_queries(0):
        assert front.localized is front


@pytest.fixture
def german_front_page(home_page, settings):
    settings.WAGTAIL_I18N_ENABLED = True
    translated = home_page.copy_for_translation(Locale.objects.get_or_create(language_code="de")[0])
    translated.save_revision().publish()
    translated.refresh_from_db()
    return translated


def test_the_front_page_in_another_language_is_its_translation(german_front_page, home_page, django_assert_num_queries):
    front = HomePage.objects.select_related("locale").get(pk=home_page.pk)
    with translation.override("de"), django_assert_num_queries(1):
        found = front.localized
    assert (type(found), found.pk) == (HomePage, german_front_page.pk)


def test_a_front_page_whose_translation_is_a_draft_stays_itself(german_front_page, home_page):
    german_front_page.unpublish()
    with translation.override("de"):
        assert HomePage.objects.get(pk=home_page.pk).localized.pk == home_page.pk


def test_a_language_that_the_site_has_not_leaves_the_front_page_to_wagtail(german_front_page, home_page):
    with translation.override("fr"):
        assert HomePage.objects.get(pk=home_page.pk).localized.pk == home_page.pk
