"""From the visitor's browser to the desk: what is sent is stored once, as it was meant and as it was asked."""

import pytest
from django.test import Client

from leads.models import Enquiry, EnquiryQuestion, Lead, QuestionType, Verdict
from leads.sealing import open_value
from tests.factories import make_clinic, make_form
from tests.leads.pages import answers, hidden_values

pytestmark = pytest.mark.django_db

FORM = "/enquiries/consultation/"
SCRIPT = {"Accept": "application/json"}


def assert_no_cookie(response):
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


def test_an_enquiry_from_a_treatment_page_becomes_a_lead(client, hidden, treatment_page):
    response = client.post(FORM, hidden | answers(treatment="Microneedling"))
    assert response.status_code == 303
    enquiry = Enquiry.objects.get()
    assert (enquiry.page_title, enquiry.flags, enquiry.verdict) == ("Microneedling", [], Verdict.ACCEPTED)
    assert enquiry.page_url == f"http://testserver{treatment_page.url}"
    assert (enquiry.page_id, enquiry.page_revision_id) == (treatment_page.pk, treatment_page.live_revision_id)
    assert enquiry.lead == Lead.objects.get()


def test_no_cookie_is_set_anywhere(client, hidden, treatment_page):
    sent = client.post(FORM, hidden | answers())
    pages = [client.get(treatment_page.url), client.get(FORM), client.get(sent["Location"])]
    for response in [sent, *pages, client.post(FORM, {})]:
        assert not response.cookies
    for response in [sent, *pages]:
        assert_no_cookie(response)


def test_two_visitors_with_the_very_same_page_are_two(hidden):
    for name in ("Ada", "Bea"):
        Client().post(FORM, hidden | answers(name=name, email=f"{name}@example.com"))
    assert (Enquiry.objects.count(), Lead.objects.count()) == (2, 2)


def test_a_reload_of_the_post_leads_to_the_same_page(client, hidden):
    replies = {client.post(FORM, hidden | answers(client_key="one"))["Location"] for _time in range(3)}
    assert len(replies) == 1
    assert Enquiry.objects.count() == 1


def test_the_script_gets_an_address_instead_of_a_redirect(client, hidden):
    response = client.post(FORM, hidden | answers(client_key="one"), headers=SCRIPT)
    assert response.status_code == 201
    assert client.get(response.json()["location"]).status_code == 200


@pytest.mark.parametrize("address", [FORM, FORM.rstrip("/")])
def test_a_missing_slash_loses_nothing(client, hidden, address):
    assert client.post(address, hidden | answers()).status_code == 303


def test_a_post_does_not_need_a_token(hidden):
    assert Client(enforce_csrf_checks=True).post(FORM, hidden | answers()).status_code == 303


@pytest.mark.parametrize(
    ("headers", "points"),
    [
        ({}, 0),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}, 0),
        ({"Origin": "http://testserver"}, 0),
        ({"Origin": "null"}, 0),
        ({"Sec-Fetch-Site": "none", "Origin": "null"}, 0),
        ({"Sec-Fetch-Site": "cross-site"}, 30),
        ({"Origin": "https://elsewhere.example"}, 30),
    ],
)
def test_a_post_from_another_website_is_scored_not_refused(client, hidden, headers, points):
    response = client.post(FORM, hidden | answers(client_key="one"), headers=headers)
    assert response.status_code == 303
    assert Enquiry.objects.get().spam_score == points


def test_what_is_held_back_is_thanked_for_like_everything_else(client, hidden):
    robot = answers(website="http://spam.example", elapsed="120", client_key="one")
    response = client.post(FORM, hidden | robot)
    assert Enquiry.objects.get().verdict == Verdict.QUARANTINED
    assert Enquiry.objects.get().reference in client.get(response["Location"]).content.decode()


def test_the_campaign_in_the_address_of_the_page_is_kept(client, hidden):
    client.post(FORM, hidden | answers(), headers={"Referer": "http://testserver/treatments/?utm_source=news&x=y"})
    assert Enquiry.objects.get().attribution == {"last": {"landing_path": "/treatments/", "utm_source": "news"}}


def test_only_a_hash_of_the_address_is_kept(client, hidden):
    client.post(FORM, hidden | answers(), REMOTE_ADDR="203.0.113.7")
    assert len(Enquiry.objects.get().address_hash) == 64


def test_a_post_costs_a_bounded_number_of_queries(client, hidden, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        client.post(FORM, hidden | answers(client_key="one", phone="020 7946 0000"))


# What the visitor saw, whatever became of it since


def test_a_form_that_was_edited_since_is_stored_in_the_old_words(client, site):
    form = make_form(questions=[{"label": "Any allergies?"}])
    make_clinic(site, form)
    hidden = hidden_values(client.get(FORM))
    question = form.questions.get()
    question.label = "Do you have allergies?"
    form.questions = [question]
    form.save()
    client.post(FORM, hidden | answers(**{"q-any-allergies": "Latex"}))
    enquiry = Enquiry.objects.get()
    assert [(answer["label"], answer["value"]) for answer in enquiry.answers] == [("Any allergies?", "Latex")]
    assert enquiry.form_version != form.current_version


def test_a_question_that_was_added_since_is_not_asked_afterwards(client, site):
    form = make_form()
    make_clinic(site, form)
    hidden = hidden_values(client.get(FORM))
    form.questions = [form.questions.model(label="New", is_required=True)]
    form.save()
    assert client.post(FORM, hidden | answers()).status_code == 303


def test_the_page_may_be_deleted_before_the_post(client, hidden, treatment_page):
    url = f"http://testserver{treatment_page.url}"
    treatment_page.delete()
    assert client.post(FORM, hidden | answers(), headers={"Referer": f"{url}?utm_source=x"}).status_code == 303
    enquiry = Enquiry.objects.get()
    assert (enquiry.page, enquiry.page_url) == (None, url)


def test_the_page_may_be_deleted_after_the_post(client, hidden, treatment_page):
    url = f"http://testserver{treatment_page.url}"
    client.post(FORM, hidden | answers())
    treatment_page.delete()
    for record in (Enquiry.objects.get(), Lead.objects.get()):
        assert (record.page, record.page_title, record.page_url) == (None, "Microneedling", url)


def test_an_archived_form_still_answers_for_pages_that_show_it(client, hidden, enquiry_form):
    enquiry_form.is_archived = True
    enquiry_form.save()
    assert client.post(FORM, hidden | answers()).status_code == 303
    assert Enquiry.objects.get().flags == ["archived_form"]


@pytest.mark.parametrize("name_at_first", ["Ada Example", ""], ids=["at once", "after an error"])
def test_the_page_is_known_though_its_form_was_deleted(client, hidden, treatment_page, enquiry_form, name_at_first):
    make_clinic(treatment_page.get_site(), make_form("successor"))
    enquiry_form.delete()
    response = client.post(FORM, hidden | answers(name=name_at_first))
    if not name_at_first:
        client.post(FORM, hidden_values(response) | answers())
    enquiry = Enquiry.objects.get()
    assert (enquiry.page.pk, enquiry.lead.page_title) == (treatment_page.pk, treatment_page.title)


def test_an_unknown_address_is_stored_and_flagged(client, clinic):
    response = client.post("/enquiries/nobody-knows/", answers(**{"q-allergies": "Latex", "consent-0": "on"}))
    assert response.status_code == 303
    enquiry = Enquiry.objects.get()
    assert set(enquiry.flags) == {"unknown_form", "broken_context", "unknown_fields"}
    assert {answer["label"]: open_value(answer) for answer in enquiry.answers} == {
        "q-allergies": "Latex",
        "consent-0": "on",
    }
    assert enquiry.lead.deliveries.count() == 2


@pytest.mark.parametrize("context", ["", "nonsense", "a:b", "\x00"])
def test_a_broken_context_is_stored_and_flagged(client, clinic, context):
    assert client.post(FORM, answers(context=context)).status_code == 303
    assert Enquiry.objects.get().flags == ["broken_context"]


def test_what_nobody_asked_for_is_kept_within_reason(client, clinic):
    extra = {f"field-{number}": "x" * 20_000 for number in range(60)}
    assert client.post("/enquiries/nobody-knows/", answers(**extra)).status_code == 303
    kept = Enquiry.objects.get().answers
    assert len(kept) == 40
    assert {len(open_value(answer)) for answer in kept} == {10_000}
    assert {answer["sensitivity"] for answer in kept} == {"sensitive"}


# Every kind of words


def key_of(label: str) -> str:
    return EnquiryQuestion.objects.get(label=label).key


def test_every_type_of_question_comes_back_as_it_was_answered(client, site):
    labels = {kind: f"Question {kind.value}" for kind in QuestionType}
    questions = [{"label": label, "type": kind, "choices": "Face\nNeck"} for kind, label in labels.items()]
    make_clinic(site, make_form(questions=questions))
    posted = {
        "short_text": "Two words",
        "long_text": "Many\r\nlines",
        "email": "other@example.com",
        "phone": "01632 960123",
        "number": "2.5",
        "date": "2026-12-24",
        "one_choice": "Neck",
        "several_choices": ["Face", "Neck"],
        "yes_no": "yes",
    }
    typed = {f"q-{key_of(labels[QuestionType(kind)])}": value for kind, value in posted.items()}
    response = client.post(FORM, hidden_values(client.get(FORM)) | answers() | typed)
    assert response.status_code == 303
    stored = {answer["type"]: answer["value"] for answer in Enquiry.objects.get().answers}
    assert stored == {**posted, "long_text": "Many\nlines", "yes_no": "Yes"}


@pytest.mark.parametrize(
    "message",
    [
        "x" * 10_000,
        "👩🏽‍⚕️🩹 " * 100,
        "שלום وأهلا \u202eevil\u202c",
        "<script>alert(1)</script>",
        "' OR 1=1; --",
        "{{ 7*7 }}",
    ],
    ids=["long", "emoji", "right to left", "script", "SQL", "template"],
)
def test_words_are_stored_as_they_were_typed(client, hidden, message):
    assert client.post(FORM, hidden | answers(message=message)).status_code == 303
    assert Enquiry.objects.get().message == message


def test_nul_characters_go_and_nothing_else(client, hidden):
    client.post(FORM, hidden | answers(name="A\x00da", message="one\x00 two", **{"extra\x00": "\x00three"}))
    enquiry = Enquiry.objects.get()
    assert (enquiry.name, enquiry.message) == ("Ada", "one two")
    assert enquiry.answers[0]["label"] == "extra"
