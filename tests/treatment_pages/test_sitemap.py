"""sitemap.xml: what visitors can open, with the day it last changed."""

from xml.etree import ElementTree

import pytest
from wagtail.models import Locale, PageViewRestriction

from tests import factories
from treatment_pages.models import Concern

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def sitemap(client):
    def fetch() -> dict[str, str]:
        response = client.get("/sitemap.xml")
        assert response["Content-Type"].startswith("application/xml")
        urls = ElementTree.fromstring(response.content).findall("s:url", NAMES)  # noqa: S314
        return {url.findtext("s:loc", None, NAMES): url.findtext("s:lastmod", "", NAMES) for url in urls}

    return fetch


def test_every_public_page_is_listed_with_its_last_change(sitemap, home_page, treatment_index, treatment_page):
    treatment_page.save_revision().publish()
    treatment_page.refresh_from_db()
    found = sitemap()
    assert set(found) == {home_page.full_url, treatment_index.full_url, treatment_page.full_url}
    assert found[treatment_page.full_url][:10] == f"{treatment_page.last_published_at:%Y-%m-%d}"


def test_drafts_and_guarded_pages_are_not_listed(sitemap, treatment_index, treatment_page):
    draft = factories.TreatmentPageFactory(parent=treatment_index, live=False)
    PageViewRestriction.objects.create(page=treatment_page, restriction_type="login")
    assert not {draft.full_url, treatment_page.full_url} & set(sitemap())


def test_lists_of_concerns_and_articles_are_listed_when_they_hold_something(sitemap, treatment_index, treatment_page):
    concern = Concern.objects.create(name="Acne scars", locale=treatment_page.locale)
    Concern.objects.create(name="Unused", locale=treatment_page.locale)
    treatment_page.concerns = [concern]
    treatment_page.save_revision().publish()
    factories.TreatmentArticlePageFactory(parent=treatment_index).save_revision().publish()
    found = sitemap()
    assert found[f"http://testserver{treatment_index.term_url(concern)}"]
    assert found[f"http://testserver{treatment_index.articles_url}"]
    assert not [url for url in found if "unused" in url]


def test_the_list_of_a_concern_that_only_a_guarded_page_has_is_not_listed(sitemap, treatment_page):
    concern = Concern.objects.create(name="Acne scars", locale=treatment_page.locale)
    treatment_page.concerns = [concern]
    treatment_page.save_revision().publish()
    PageViewRestriction.objects.create(page=treatment_page, restriction_type="login")
    assert not [url for url in sitemap() if "acne-scars" in url]


def test_every_address_of_the_sitemap_opens(sitemap, client, treatment_index, treatment_page):
    concern = Concern.objects.create(name="Acne scars", locale=treatment_page.locale)
    treatment_page.concerns = [concern]
    treatment_page.save_revision().publish()
    assert {client.get(url).status_code for url in sitemap()} == {200}


def test_translations_are_listed(sitemap, treatment_page):
    german = treatment_page.copy_for_translation(Locale.objects.create(language_code="de"), copy_parents=True)
    german.save_revision().publish()
    assert german.full_url in sitemap()


def test_many_pages_cost_few_queries(client, treatment_index, django_assert_max_num_queries):
    for _ in range(30):
        factories.TreatmentPageFactory(parent=treatment_index).save_revision().publish()
    with django_assert_max_num_queries(20):
        client.get("/sitemap.xml")


def test_the_sitemap_is_the_same_for_everybody(client, treatment_page):
    response = client.get("/sitemap.xml", headers={"Accept-Language": "de"})
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()
