"""Real people as their browsers show them: none is held back by default. And a robot: it is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.models import Enquiry, EnquiryQuestion, Verdict
from tests.leads.pages import answers, hidden_values

pytestmark = pytest.mark.django_db

FORM = "/enquiries/consultation/"
AUTOFILL = {"website": "https://visitor.example", "elapsed": "1900"}
"""What a password manager does: every field at once, also the one that nobody sees."""


def verdict_of(client, posted: dict, **headers) -> str:
    response = client.post(FORM, posted, headers={"Sec-Fetch-Site": "same-origin", "Origin": "null", **headers})
    assert response.status_code == 303
    return Enquiry.objects.order_by("-pk").first().verdict


@pytest.fixture
def old_page(hidden, enquiry_form):
    """The form of a page that was cached before the form was edited, renamed and archived."""
    enquiry_form.questions = [EnquiryQuestion(label="Since when?", is_required=True)]
    enquiry_form.title, enquiry_form.slug, enquiry_form.is_archived = "Another name", "another", True
    enquiry_form.save()
    return hidden


@pytest.mark.parametrize("posted", [{"elapsed": "1900"}, AUTOFILL], ids=["fast", "fast and every field"])
def test_autofill_in_two_seconds_is_let_through(client, hidden, posted):
    assert verdict_of(client, hidden | answers(client_key="one", **posted)) == Verdict.ACCEPTED


def test_a_browser_without_javascript_is_let_through(client, hidden):
    assert verdict_of(client, hidden | answers()) == Verdict.ACCEPTED


def test_an_old_cached_page_is_let_through(client, old_page):
    assert verdict_of(client, old_page | answers(client_key="one", elapsed="40000")) == Verdict.ACCEPTED


def test_autofill_without_javascript_on_an_old_page_is_let_through(client, old_page):
    assert verdict_of(client, old_page | answers(**AUTOFILL)) == Verdict.ACCEPTED


@pytest.mark.parametrize("posted", [{"client_key": "one"}, {}, {"elapsed": "1900"}], ids=["script", "none", "fast"])
def test_twenty_people_in_one_office_are_let_through(client, hidden, posted):
    for number in range(20):
        person = answers(email=f"person{number}@example.com", **posted)
        assert verdict_of(client, hidden | person) == Verdict.ACCEPTED, number


@pytest.mark.parametrize(
    "message",
    [
        "Is it this one? https://example.com/peel",
        "Like https://example.com/before and www.example.org/after",
        "My site is example.com, see http://example.com",
    ],
)
@pytest.mark.parametrize("posted", [{"client_key": "one"}, {}, {"elapsed": "1900"}], ids=["script", "none", "fast"])
def test_a_message_with_a_link_or_two_is_let_through(client, hidden, message, posted):
    assert verdict_of(client, hidden | answers(message=message, **posted)) == Verdict.ACCEPTED


ROBOTS = {
    "every field at once": {"website": "https://spam.example", "elapsed": "80", "client_key": "one"},
    "every field, no script, links": {
        "website": "x",
        "message": "http://a.example http://b.example http://c.example",
    },
    "many links": {"message": "Buy [url=http://spam.example/x]this[/url] " * 5},
}


@pytest.mark.parametrize("robot", ROBOTS.values(), ids=ROBOTS)
def test_a_robot_is_held_back(client, hidden, robot):
    assert verdict_of(client, hidden | answers(**robot)) == Verdict.QUARANTINED


def test_a_robot_on_another_website_is_held_back(client, hidden):
    posted = hidden | answers(website="x", client_key="one", elapsed="20000")
    assert verdict_of(client, posted, **{"Sec-Fetch-Site": "cross-site"}) == Verdict.QUARANTINED


def test_reasons_are_kept_under_ids_with_their_points(client, hidden):
    client.post(FORM, hidden | answers(website="x"))
    assert Enquiry.objects.get().spam_reasons == [
        {"signal": "honeypot", "points": 30, "reason": "A field that people do not see was filled in."},
        {"signal": "no_script", "points": 5, "reason": "It was sent without JavaScript."},
    ]


def test_yesterdays_page_is_as_good_as_todays(client, hidden, treatment_page):
    assert hidden_values(client.get(treatment_page.url)) == hidden
    client.post(FORM, hidden | answers())
    Enquiry.objects.rewrite(received_at=timezone.now() - timedelta(days=1))
    assert verdict_of(client, hidden | answers(message="One more question")) == Verdict.ACCEPTED
