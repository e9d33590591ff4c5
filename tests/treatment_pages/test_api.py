"""Wagtail's API v2: content with words instead of keys, and nothing that visitors cannot read."""

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtail.rich_text import RichText

from tests import factories
from treatment_pages.models import Concern, PractitionerPage, QuestionStatus, ReaderQuestion


@pytest.fixture
def details(client):
    def fetch(page) -> dict:
        response = client.get(f"/api/v2/pages/{page.pk}/")
        assert response.status_code == 200
        return response.json()

    return fetch


@pytest.fixture
def reviewer(treatment_index):
    person = PractitionerPage(title="Dr Robin Wren", slug="robin", job_title="Dermatologist", summary="Treats skin.")
    return treatment_index.add_child(instance=person)


def block(found: dict, kind: str) -> dict:
    return next(entry["value"] for entry in found["body"] if entry["type"] == kind)


def test_a_treatment_tells_its_blocks_facts_and_sources(details, publish_full_page):
    found = details(publish_full_page())
    assert found["summary"] == "What it is, in one sentence."
    assert found["key_facts"]["sessions"] == {"minimum": 3, "maximum": 6}
    assert found["key_facts"]["price"]["amount_from"] == 180.0
    assert found["key_facts"]["onset_time"] is None
    assert {"section", "procedure", "risks", "faq"} <= {entry["type"] for entry in found["body"]}
    assert found["sources"][0]["url"].startswith("https://doi.org/")
    assert json.dumps(found)


def test_what_blocks_choose_is_told_in_words(details, publish_full_page, treatment_index):
    found = details(publish_full_page())
    assert block(found, "section")["claims"][0]["source"]["title"].startswith("A study of skin")
    assert block(found, "call_to_action")["page"]["html_url"] == treatment_index.full_url


def test_rich_text_is_html_for_visitors(details, treatment_page, treatment_index):
    source = factories.SourceFactory()
    text = (
        f'<p><a linktype="page" id="{treatment_index.pk}">All</a> <a linktype="claim" id="{source.pk}">Heals.</a></p>'
    )
    treatment_page.body = [("section", {"heading": "What", "text": RichText(text)})]
    treatment_page.save_revision().publish()
    found = details(treatment_page)
    assert block(found, "section")["text"] == '<p><a href="/treatments/">All</a> Heals.</p>'
    assert [entry["title"] for entry in found["sources"]] == [source.title]


def test_review_author_and_topics_are_told(details, treatment_page, reviewer):
    treatment_page.medical_reviewer = treatment_page.author_page = reviewer
    treatment_page.reviewed_on = date(2026, 2, 3)
    treatment_page.concerns = [Concern.objects.create(name="Acne scars", locale=treatment_page.locale)]
    treatment_page.save_revision().publish()
    found = details(treatment_page)
    assert found["review"]["reviewer"]["title"] == found["author"]["title"] == "Dr Robin Wren"
    assert (found["review"]["reviewed_on"], found["review"]["is_changed_since_review"]) == ("2026-02-03", False)
    assert found["concerns"] == [{"name": "Acne scars", "slug": "acne-scars"}]


def test_an_article_tells_author_dates_and_treatment(details, treatment_index, treatment_page):
    article = factories.TreatmentArticlePageFactory(
        parent=treatment_index,
        author="Alex Example",
        treatment=treatment_page,
        published_on=date(2026, 1, 5),
        introduction="<p>Words.</p>",
    )
    found = details(article)
    assert (found["author"], found["published_on"]) == ({"title": "Alex Example"}, "2026-01-05")
    assert found["treatment"]["title"] == "Microneedling"
    assert (found["introduction"], found["reading_minutes"]) == ("<p>Words.</p>", 1)


def test_a_practitioner_tells_registration_and_public_treatments(details, reviewer, treatment_page, treatment_index):
    reviewer.registration_body, reviewer.registration_number = "General Medical Council", "0000000"
    reviewer.treatments = [treatment_page, factories.TreatmentPageFactory(parent=treatment_index, live=False)]
    reviewer.save_revision().publish()
    found = details(reviewer)
    assert (found["registration_body"], found["registration_number"]) == ("General Medical Council", "0000000")
    assert [entry["title"] for entry in found["treatments"]] == ["Microneedling"]


def test_drafts_and_guarded_pages_do_not_exist(client, treatment_index, treatment_page):
    draft = factories.TreatmentPageFactory(parent=treatment_index, live=False)
    PageViewRestriction.objects.create(page=treatment_page, restriction_type="login")
    for page in (draft, treatment_page):
        assert client.get(f"/api/v2/pages/{page.pk}/").status_code == 404
    assert "Microneedling" not in client.get("/api/v2/pages/").content.decode()


def test_a_chosen_draft_is_not_told(details, treatment_page, treatment_index):
    draft = factories.TreatmentPageFactory(parent=treatment_index, live=False, title="Secret draft")
    treatment_page.body = [("call_to_action", {"heading": "Go", "page": draft})]
    treatment_page.save_revision().publish()
    found = details(treatment_page)
    assert block(found, "call_to_action")["page"] is None
    assert "Secret draft" not in json.dumps(found)


def test_chosen_pages_and_people_behind_a_login_are_not_told(details, treatment_page, treatment_index, reviewer):
    guarded = factories.TreatmentPageFactory(parent=treatment_index, title="Secret treatment")
    for page in (guarded, reviewer):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    treatment_page.body = [("call_to_action", {"heading": "Go", "page": guarded})]
    treatment_page.author_page = reviewer
    treatment_page.save_revision().publish()
    article = factories.TreatmentArticlePageFactory(parent=treatment_index, treatment=guarded)
    found = details(treatment_page)
    assert block(found, "call_to_action")["page"] is None
    assert found["author"] == {"title": reviewer.title}
    assert details(article)["treatment"] is None


def test_nothing_private_is_told(details, publish_full_page, treatment_index):
    page = publish_full_page()
    ReaderQuestion.objects.create(page=page, text="A private question", dedupe_key="a", status=QuestionStatus.HELD)
    text = json.dumps(details(page))
    for word in ("consent", "review_stamp", "evidence_level", "A private question", "C-20"):
        assert word not in text


def test_what_rests_on_a_lapsed_consent_is_not_told(details, treatment_page):
    consent = factories.ImageConsentFactory(expires_on=timezone.localdate() - timedelta(days=1))
    words = {"text": "They took their time.", "who": "Mrs K.", "provenance": "letter", "consent": consent}
    treatment_page.body = [("testimonial", words)]
    treatment_page.save_revision(clean=False).publish()
    assert details(treatment_page)["body"] == []


def test_a_listing_costs_no_more_queries_with_more_pages(client, treatment_index, publish_full_page):
    publish_full_page()

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            response = client.get("/api/v2/pages/?type=treatment_pages.TreatmentPage&fields=summary,key_facts&limit=20")
            assert response.status_code == 200
        return len(captured)

    queries()
    few = queries()
    for _ in range(12):
        factories.TreatmentPageFactory(parent=treatment_index, body=[("key_facts", {"downtime": "a day"})])
    assert queries() == few


def test_a_page_costs_few_queries(client, publish_full_page, django_assert_max_num_queries):
    page = publish_full_page(copies=2)
    client.get(f"/api/v2/pages/{page.pk}/")
    with django_assert_max_num_queries(24):
        client.get(f"/api/v2/pages/{page.pk}/")


@pytest.mark.parametrize("field", ["body", "sources", "review", "concerns"])
def test_what_would_cost_queries_for_every_page_is_told_in_details_only(client, treatment_page, field):
    response = client.get(f"/api/v2/pages/?type=treatment_pages.TreatmentPage&fields={field}")
    assert response.status_code == 400
    assert field in response.json()["message"]


@pytest.mark.parametrize(
    "query", ["type=nonsense", "fields=nonsense", "limit=x", "order=nonsense", "child_of=x", "bogus=1"]
)
def test_nonsense_gets_a_message(client, treatment_page, query):
    response = client.get(f"/api/v2/pages/?{query}")
    assert response.status_code == 400
    assert response.json()["message"]


@pytest.mark.parametrize(
    "query",
    [
        "type=treatment_pages.TreatmentPage&concerns=abc",
        "type=treatment_pages.TreatmentArticlePage&published_on=2026-13-45",
        "type=treatment_pages.PractitionerPage&treatments=",
        "offset=9999999999999999999",
    ],
)
def test_a_value_that_no_field_can_take_is_refused(client, treatment_page, query):
    assert client.get(f"/api/v2/pages/?{query}").status_code == 400


def test_a_key_beyond_all_keys_finds_nothing(client, treatment_page):
    """PostgreSQL compares such a number, SQLite cannot."""
    response = client.get("/api/v2/pages/?type=treatment_pages.TreatmentPage&hero_image=99999999999999999999")
    assert response.status_code in {200, 400}
    assert not response.json().get("items")


@pytest.mark.parametrize("words", ["%00", "%22", "a%22b", "%28", "*", "AND", "%27"])
def test_no_search_of_the_api_breaks_it(client, treatment_page, words):
    assert client.get(f"/api/v2/pages/?search={words}").status_code == 200


@pytest.mark.parametrize("query", ["id=x", "html_path=/%00/", "id=99999999999999999999999"])
def test_what_cannot_be_found_is_no_error_of_the_api(client, treatment_page, query):
    assert client.get(f"/api/v2/pages/find/?{query}").status_code in {400, 404}
