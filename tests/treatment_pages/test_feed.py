"""The Atom feed of an index's articles."""

from datetime import date
from xml.etree import ElementTree

import pytest

from tests import factories

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def feed(client):
    def get():
        response = client.get("/treatments/articles/feed/")
        assert response.status_code == 200
        assert response["Content-Type"].startswith("application/atom+xml")
        return ElementTree.fromstring(response.content)  # noqa: S314 - our own bytes

    return get


def texts(entry, *names: str) -> list[str]:
    return [entry.findtext(ATOM + name) for name in names]


def test_the_feed_holds_the_articles_the_newest_first(treatment_index, feed):
    for month in (1, 2):
        factories.TreatmentArticlePageFactory(
            parent=treatment_index, title=f"Month {month}", published_on=date(2026, month, 1)
        )
    assert [entry.findtext(f"{ATOM}title") for entry in feed().iter(f"{ATOM}entry")] == ["Month 2", "Month 1"]


def test_an_entry_says_who_when_what_and_where(treatment_index, feed):
    page = factories.TreatmentArticlePageFactory(
        parent=treatment_index,
        title="Needles & skin",
        slug="needles",
        author="Dr Imogen Rowe",
        published_on=date(2026, 7, 1),
        updated_on=date(2026, 8, 2),
    )
    page.tags.add("scars")
    page.save()
    entry = feed().find(f"{ATOM}entry")
    assert texts(entry, "title", "summary", "published", "updated") == [
        "Needles & skin",
        "What it is, in one sentence.",
        "2026-07-01T00:00:00+01:00",
        "2026-08-02T00:00:00+01:00",
    ]
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Dr Imogen Rowe"
    assert entry.find(f"{ATOM}link").get("href") == "http://testserver/treatments/needles/"
    assert entry.find(f"{ATOM}category").get("term") == "scars"


def test_the_feed_names_itself_and_its_page_in_full(treatment_index, feed):
    links = {link.get("rel"): link.get("href") for link in feed().findall(f"{ATOM}link")}
    assert links == {
        "alternate": "http://testserver/treatments/articles/",
        "self": "http://testserver/treatments/articles/feed/",
    }


def test_an_article_without_author_or_date_is_in_the_feed_too(treatment_index, feed):
    factories.TreatmentArticlePageFactory(parent=treatment_index, first_published_at=None)
    assert len(feed().findall(f"{ATOM}entry")) == 1


def test_an_empty_feed_says_the_same_at_every_request(treatment_index, client):
    assert len({client.get("/treatments/articles/feed/").content for _ in range(2)}) == 1


def test_the_feed_is_cached_like_a_page(treatment_index, client):
    response = client.get("/treatments/articles/feed/")
    assert "public" in response["Cache-Control"]
    assert not response.cookies


def test_many_articles_cost_no_more_queries_than_few(treatment_index, client, django_assert_max_num_queries):
    for _ in range(12):
        page = factories.TreatmentArticlePageFactory(parent=treatment_index)
        page.tags.add("scars")
        page.save()
    with django_assert_max_num_queries(12):
        client.get("/treatments/articles/feed/")


def test_characters_that_xml_cannot_hold_do_not_break_the_feed(treatment_index, feed):
    factories.TreatmentArticlePageFactory(
        parent=treatment_index, title="Pasted\x0bfrom slides", author="A.\x01 Guest", summary="One\x0ctwo."
    )
    entry = feed().find(f"{ATOM}entry")
    assert texts(entry, "title", "summary") == ["Pasted from slides", "One two."]


def test_the_feed_names_itself_by_the_address_of_its_site(client, treatment_index, settings):
    settings.ALLOWED_HOSTS = ["*"]
    response = client.get("/treatments/articles/feed/", headers={"host": "elsewhere.example"})
    assert b"elsewhere.example" not in response.content
