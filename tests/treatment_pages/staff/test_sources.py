"""The library of sources in Wagtail admin."""

import pytest
from django.urls import reverse

from tests import factories
from treatment_pages.models import Source, SourceKind

LIST = "wagtailsnippets_treatment_pages_source:list"


@pytest.fixture
def admin(client, admin_user):
    client.force_login(admin_user)
    return client


def test_the_list_shows_how_many_pages_cite_a_source(admin, treatment_page):
    source = factories.SourceFactory(title="Cited study")
    factories.SourceFactory(title="Lonely study")
    claim = {"statement": "A", "source": source}
    treatment_page.body = [("section", {"heading": "One", "text": "", "claims": [claim, claim]})]
    treatment_page.save_revision().publish()
    rows = admin.get(reverse(LIST)).context["object_list"]
    assert {row.title: row.usage_count for row in rows} == {"Cited study": 1, "Lonely study": 0}


def test_the_list_can_be_searched_by_author(admin):
    factories.SourceFactory(title="Wanted", authors="Okafor A")
    factories.SourceFactory(title="Other", authors="Lindqvist B")
    rows = admin.get(reverse(LIST), {"q": "okaf"}).context["object_list"]
    assert [row.title for row in rows] == ["Wanted"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [({"kind": "guideline"}, ["Guide"]), ({"year__gte": 2020}, ["Guide"]), ({"year__lte": 2010}, ["Old"])],
)
def test_the_list_can_be_filtered(admin, query, titles):
    factories.SourceFactory(title="Guide", kind=SourceKind.GUIDELINE, year=2022)
    factories.SourceFactory(title="Old", kind=SourceKind.ARTICLE, year=2001)
    assert [row.title for row in admin.get(reverse(LIST), query).context["object_list"]] == titles


def test_the_list_sorts_by_use(admin):
    factories.SourceFactory.create_batch(2)
    assert admin.get(reverse(LIST), {"ordering": "-usage_count"}).status_code == 200


@pytest.mark.parametrize("ordering", ["title", "-authors", "year", "kind", "evidence_level", "usage_count", "x"])
def test_what_a_search_finds_sorts_by_every_column(admin, ordering):
    factories.SourceFactory.create_batch(2)
    assert admin.get(reverse(LIST), {"q": "study", "ordering": ordering, "kind": "article"}).status_code == 200


@pytest.mark.parametrize("query", ["year__gte=x", "kind=x", "p=0", "p=9999", "q=%00", "year__gte=99999999999999999999"])
def test_nonsense_in_the_address_is_no_error(admin, query):
    factories.SourceFactory()
    assert admin.get(f"{reverse(LIST)}?{query}").status_code in (200, 302, 404)


def test_two_hundred_sources_cost_no_more_queries_than_three(admin, django_assert_max_num_queries):
    factories.SourceFactory.create_batch(200)
    admin.get(reverse(LIST))
    with django_assert_max_num_queries(15):
        assert len(admin.get(reverse(LIST)).context["object_list"]) == 50


def test_an_editor_adds_a_source(admin):
    data = {"title": "A study", "authors": "", "publication": "", "kind": "article", "evidence_level": "", "year": ""}
    admin.post(
        reverse("wagtailsnippets_treatment_pages_source:add"),
        {**data, "doi": "https://doi.org/10.1000/xyz", "url": ""},
    )
    assert Source.objects.get().doi == "10.1000/xyz"


def test_a_source_can_be_added_from_within_a_claim(admin):
    chooser = Source.snippet_viewset.chooser_viewset
    form = admin.get(reverse(chooser.get_url_name("choose"))).context["creation_form"]
    data = {"title": "A study", "kind": "article", "doi": "10.1000/new"}
    admin.post(reverse(chooser.get_url_name("create")), {form.add_prefix(name): data[name] for name in data})
    assert Source.objects.get().title == "A study"


def test_the_chooser_tells_sources_apart(admin):
    factories.SourceFactory(title="Same", authors="Okafor A", year=2021)
    chooser = Source.snippet_viewset.chooser_viewset
    html = admin.get(reverse(chooser.get_url_name("choose_results"))).content.decode()
    assert "Okafor A" in html
    assert "2021" in html


def test_someone_without_permission_sees_no_sources(client, editor):
    client.force_login(editor)
    assert client.get(reverse(LIST)).status_code == 302
