"""The articles below an index: their list, their tags, their place on the index."""

from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from tests import factories


@pytest.fixture
def articles(treatment_index):
    """Five articles, one a month; the first three carry tags."""

    def add(number: int, *tags: str):
        page = factories.TreatmentArticlePageFactory(
            parent=treatment_index, title=f"Article of month {number}", published_on=date(2026, number, 1)
        )
        page.tags.add(*tags)
        page.save()
        return page

    return [add(1, "scars"), add(2, "scars", "aftercare"), add(3, "aftercare"), add(4), add(5)]


@pytest.fixture
def shown(client):
    def get(path: str = "articles/"):
        response = client.get(f"/treatments/{path}")
        assert response.status_code == 200
        return response.context

    return get


def months(context) -> list[int]:
    return [page.published_on.month for page in context["articles"]]


def test_the_newest_article_comes_first(articles, shown):
    assert months(shown()) == [5, 4, 3, 2, 1]


def test_the_index_shows_the_three_newest_and_leads_to_all(articles, shown, client):
    assert months(shown("")) == [5, 4, 3]
    assert 'href="/treatments/articles/"' in client.get("/treatments/").content.decode()


def test_a_filtered_list_of_treatments_shows_no_articles(articles, treatment_page, shown):
    assert shown("?q=microneedling")["articles"] == []


def test_tags_stand_by_name_with_their_number_of_articles(articles, shown):
    assert [(tag.name, tag.count, url) for tag, url in shown()["tags"]] == [
        ("aftercare", 2, "/treatments/articles/tag/aftercare/"),
        ("scars", 2, "/treatments/articles/tag/scars/"),
    ]


def test_a_tag_has_a_list_of_its_own(articles, shown):
    context = shown("articles/tag/scars/")
    assert months(context) == [2, 1]
    assert context["seo"]["title"] == context["heading"] == "Articles about scars"
    assert context["seo"]["canonical"] == "/treatments/articles/tag/scars/"


def test_a_tag_of_hidden_articles_only_is_not_found(articles, client):
    for page in articles[:2]:
        page.unpublish()
    assert client.get("/treatments/articles/tag/scars/").status_code == 404


def test_drafts_restricted_articles_and_those_of_another_index_are_not_listed(articles, home_page, shown):
    articles[4].unpublish()
    PageViewRestriction.objects.create(page=articles[3], restriction_type="login")
    other = factories.TreatmentIndexPageFactory(parent=home_page, slug="other")
    factories.TreatmentArticlePageFactory(parent=other, published_on=date(2026, 6, 1))
    assert months(shown()) == [3, 2, 1]


@pytest.mark.parametrize(("page", "expected"), [("2", [3, 2]), ("9", [1]), ("x", [5, 4])])
def test_articles_have_pages(articles, shown, monkeypatch, page, expected):
    monkeypatch.setattr("treatment_pages.listing.views.ARTICLES_PAGE_SIZE", 2)
    context = shown(f"articles/?page={page}")
    assert months(context) == expected


def test_a_later_page_of_articles_is_canonical_itself(articles, shown, monkeypatch):
    monkeypatch.setattr("treatment_pages.listing.views.ARTICLES_PAGE_SIZE", 2)
    seo = shown("articles/?page=2")["seo"]
    assert (seo["title"], seo["canonical"]) == ("Articles, page 2", "/treatments/articles/?page=2")


def test_an_index_without_articles_says_so(treatment_index, client):
    assert "No article is published here yet." in client.get("/treatments/articles/").content.decode()


@pytest.mark.parametrize("path", ["", "articles/", "articles/tag/scars/"])
def test_feed_readers_find_the_feed(articles, client, path):
    html = client.get(f"/treatments/{path}").content.decode()
    assert html.count('type="application/atom+xml" title=') == 1
    assert 'href="/treatments/articles/feed/"' in html
