"""The way from the home to a page."""

import pytest
from django.test import RequestFactory
from wagtail.models import Page, Site

from tests import factories
from treatment_pages.models import TreatmentPage
from treatment_pages.trail import index_above, trail_to


@pytest.fixture
def request_(home_page):
    return RequestFactory().get("/", SERVER_NAME="testserver")


def test_the_breadcrumb_leads_from_the_home_to_the_page(client, treatment_page, clinic):
    html = client.get(treatment_page.url).content.decode()
    breadcrumb = html[html.index("tp-breadcrumb") : html.index("</nav>", html.index("tp-breadcrumb"))]
    assert '<a href="/">Home</a>' in breadcrumb
    assert '<a href="/treatments/">Treatments</a>' in breadcrumb
    assert '<li aria-current="page">Microneedling</li>' in breadcrumb


def test_a_page_that_was_not_routed_finds_its_way_in_one_query(treatment_page, request_, django_assert_num_queries):
    page = TreatmentPage.objects.get()
    Site.find_for_request(request_)
    with django_assert_num_queries(1):
        steps = trail_to(page, request_)
    assert [step.title for step in steps] == ["Home", "Treatments"]


def test_nothing_stands_above_the_home(home_page, request_):
    assert trail_to(home_page, request_) == []


def test_a_site_below_another_page_begins_at_its_own_home(treatment_page, treatment_index, request_):
    Site.objects.update(root_page=treatment_index)
    assert [step.title for step in trail_to(treatment_page, RequestFactory().get("/"))] == ["Home"]


def test_without_a_site_the_tree_tells_the_way(treatment_page):
    page = TreatmentPage.objects.get()
    assert [step.title for step in trail_to(page, None)] == ["Home", "Treatments"]


def test_a_page_knows_the_index_above_it(treatment_page, treatment_index, home_page):
    assert index_above(TreatmentPage.objects.get()) == treatment_index
    assert index_above(Page.objects.get(pk=home_page.pk)) is None


def test_a_page_outside_of_any_index_has_none(home_page):
    person = factories.PractitionerPageFactory(parent=home_page)
    assert index_above(person) is None
