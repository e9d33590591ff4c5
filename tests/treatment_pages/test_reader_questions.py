"""A reader asks under an article: nothing typed is lost, and nothing is shown unanswered."""

import re
from html import unescape

import pytest
from django.db import OperationalError, connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from leads.public import Signals
from tests import factories
from treatment_pages.models import QuestionStatus, ReaderQuestion, TreatmentArticlePage
from treatment_pages.reader_questions import views
from treatment_pages.reader_questions.capture import EAGER, FLOOD, assess, capture, dedupe_key, store
from treatment_pages.reader_questions.intake import AskedQuestion

pytestmark = pytest.mark.django_db

WORDS = "How long is the skin red?"
HIDDEN_VALUE = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


@pytest.fixture
def article(treatment_index, clinic):
    return factories.TreatmentArticlePageFactory(parent=treatment_index, title="Red skin", takes_questions=True)


@pytest.fixture
def address(article) -> str:
    return f"/reader-questions/{article.pk}/"


def context_on(article) -> dict[str, str]:
    """The hidden field that the form below an article carries."""
    form = Client().get(article.url).content.decode().partition('id="ask-a-question"')[2].partition("</form>")[0]
    return {"context": unescape(dict(HIDDEN_VALUE.findall(form))["context"])}


def make_question(article, **fields) -> ReaderQuestion:
    number = ReaderQuestion.objects.count()
    return ReaderQuestion.objects.create(
        **{
            "page": article,
            "page_title": article.title,
            "text": WORDS,
            "dedupe_key": f"made-{number}",
            "status": QuestionStatus.PUBLISHED,
            "published_at": "2026-11-01T12:00Z",
            "answer": "<p>A day or two.</p>",
            **fields,
        }
    )


# Below the article


def test_form_stands_only_where_questions_are_taken(client, article, treatment_index):
    silent = factories.TreatmentArticlePageFactory(parent=treatment_index)
    assert b'id="ask-a-question"' in client.get(article.url).content
    assert b"reader-question" not in client.get(silent.url).content


def test_page_with_the_form_is_the_same_for_everybody(client, article):
    first, second = client.get(article.url), Client().get(article.url)
    assert first.content == second.content
    assert not first.cookies
    assert b"csrf" not in first.content
    assert first["Cache-Control"].startswith("public")


@pytest.mark.parametrize("status", [status for status in QuestionStatus if status != QuestionStatus.PUBLISHED])
def test_only_published_questions_are_shown(client, article, status):
    make_question(article, status=status)
    assert WORDS not in client.get(article.url).content.decode()


def test_answered_questions_are_shown_the_latest_answer_first(client, article):
    make_question(article, text="An old one", published_at="2026-10-01T12:00Z")
    make_question(article, text="A <b>new</b> one", name="Ada")
    html = client.get(article.url).content.decode()
    assert html.index("A &lt;b&gt;new&lt;/b&gt; one") < html.index("An old one")
    assert "Asked by Ada" in html
    assert html.count("<p>A day or two.</p>") == 2


def test_answers_stay_when_the_page_takes_no_more_questions(client, article):
    make_question(article)
    TreatmentArticlePage.objects.update(takes_questions=False)
    html = client.get(article.url).content.decode()
    assert WORDS in html
    assert 'id="ask-a-question"' not in html


def test_many_questions_cost_as_many_queries_as_one(client, article, django_assert_num_queries):
    make_question(article)
    client.get(article.url)
    with CaptureQueriesContext(connection) as few:
        client.get(article.url)
    for _number in range(10):
        make_question(article)
    with django_assert_num_queries(len(few)):
        client.get(article.url)


def test_links_in_answers_lead_to_pages(client, article, treatment_page):
    make_question(article, answer=f'<p>See <a linktype="page" id="{treatment_page.pk}">this</a>.</p>')
    assert f'<a href="{treatment_page.url}">this</a>' in client.get(article.url).content.decode()


def test_preview_shows_the_form_without_letting_it_send(article):
    response = article.make_preview_request()
    html = response.content.decode().partition('id="ask-a-question"')[2].partition("</form>")[0]
    assert "<fieldset" in html
    assert "disabled" in html.partition(">")[2].partition("</form>")[0]


# Asking


def test_question_is_held_and_its_sender_thanked(client, article, address):
    response = client.post(address, {"text": WORDS, "name": " Ada ", **context_on(article)})
    assert response.status_code == 303
    question = ReaderQuestion.objects.get()
    assert (question.page_id, question.page_title, question.text, question.name) == (
        article.pk,
        "Red skin",
        WORDS,
        "Ada",
    )
    assert (question.status, question.spam_reasons) == (QuestionStatus.HELD, [])
    thanks = client.get(response["Location"])
    assert "Thank you, we have your question" in thanks.content.decode()
    assert WORDS not in thanks.content.decode()
    assert "Ada" not in response["Location"]
    assert (thanks["Cache-Control"], thanks["X-Robots-Tag"]) == ("no-store", "noindex")


@pytest.mark.parametrize("ref", ["", "1", "1:forged", "\x00", "ä" * 300])
def test_nobody_is_thanked_for_a_question_that_was_not_received(client, article, ref):
    html = client.get("/reader-questions/thanks/", {"ref": ref}).content.decode()
    assert "We cannot confirm a question here" in html


@pytest.mark.parametrize("sending", ["twice", "without a slash"])
def test_same_question_again_is_stored_once(client, article, address, sending):
    again = address if sending == "twice" else address.rstrip("/")
    first = client.post(address, {"text": WORDS})
    second = client.post(again, {"text": f" {WORDS}\r\n"})
    assert first["Location"] == second["Location"]
    assert ReaderQuestion.objects.count() == 1
    client.post(address, {"text": "Another question?"})
    assert ReaderQuestion.objects.count() == 2


@pytest.mark.parametrize(
    ("values", "advice"),
    [
        ({"text": " \n ", "name": "Ada"}, "Write your question before you send it."),
        ({"text": "x" * 1001, "name": "Ada"}, "Shorten this to 1000 characters; it has 1001 now."),
        ({"text": WORDS, "name": "y" * 61}, "Shorten this to 60 characters; it has 61 now."),
    ],
)
def test_mistakes_are_explained_and_the_text_is_kept(client, article, address, values, advice):
    response = client.post(address, values | context_on(article))
    html = response.content.decode()
    assert response.status_code == 422
    assert advice in html
    assert all(value.strip() in html for value in values.values())
    assert response["Cache-Control"] == "no-store"
    assert not ReaderQuestion.objects.exists()
    hidden = {name: unescape(value) for name, value in HIDDEN_VALUE.findall(html)}
    assert client.post(address, {"text": WORDS, **hidden}).status_code == 303


def test_form_has_a_page_of_its_own(client, article, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1
    assert not response.cookies


# Where no questions are taken


def unpublished(article):
    article.unpublish()


def switched_off(article):
    TreatmentArticlePage.objects.update(takes_questions=False)


def behind_a_password(article):
    PageViewRestriction.objects.create(page=article, restriction_type="password", password="secret")


def deleted(article):
    article.delete()


CHANGES = [unpublished, switched_off, behind_a_password, deleted]


@pytest.mark.parametrize("change", CHANGES)
def test_where_no_questions_are_taken_the_text_is_given_back(client, article, address, change):
    change(article)
    response = client.post(address, {"text": WORDS})
    assert response.status_code == 404
    assert WORDS in response.content.decode()
    assert "020 7946 0321" in response.content.decode()
    assert not ReaderQuestion.objects.exists()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_typed_on_a_page_that_changed_meanwhile_is_kept(client, article, address, change):
    context = context_on(article)
    change(article)
    response = client.post(address, {"text": WORDS, **context})
    assert response.status_code == 303
    question = ReaderQuestion.objects.get()
    assert (question.page_title, question.status) == ("Red skin", QuestionStatus.HELD)
    assert client.get(response["Location"]).status_code == 200


def test_mistake_on_a_page_that_is_gone_is_explained_too(client, article, address):
    context = context_on(article)
    article.delete()
    assert client.post(address, {"text": "", **context}).status_code == 422


@pytest.mark.parametrize("change", [unpublished, behind_a_password])
def test_a_form_from_before_tells_nothing_new_of_a_page_that_is_hidden_now(client, article, address, change):
    context = context_on(article)
    change(article)
    TreatmentArticlePage.objects.update(title="Secret title")
    handed_back = client.post(address, {"text": "", **context})
    thanks = client.get(client.post(address, {"text": WORDS, **context})["Location"])
    for response in (handed_back, thanks):
        assert "Secret title" not in response.content.decode()


def test_proof_of_one_page_is_no_proof_of_another(client, article, treatment_page):
    response = client.post(f"/reader-questions/{treatment_page.pk}/", {"text": WORDS, **context_on(article)})
    assert response.status_code == 404


def test_question_outlives_its_page(article):
    question = make_question(article)
    article.delete()
    question.refresh_from_db()
    assert (question.page, question.page_title) == (None, "Red skin")


# Spam


def test_one_sign_that_autofill_gives_holds_nothing_back(client, address):
    client.post(address, {"text": WORDS, "website": "filled by a browser"})
    question = ReaderQuestion.objects.get()
    assert question.status == QuestionStatus.HELD
    assert len(question.spam_reasons) == 1


def test_what_looks_like_spam_is_quarantined_with_reasons_and_thanked(client, address):
    text = "Buy http://a.example and http://b.example"
    response = client.post(address, {"text": text, "website": "x"}, headers={"Origin": "https://spam.example"})
    question = ReaderQuestion.objects.get()
    assert question.status == QuestionStatus.QUARANTINED
    assert question.spam_reasons == [
        "A field that people do not see was filled in.",
        "It was sent from another website.",
        "It holds several links.",
    ]
    assert "Thank you" in client.get(response["Location"]).content.decode()


def test_flood_from_one_connection_is_quarantined_and_another_connection_is_not(client, address):
    for number in range(FLOOD + 1):
        client.post(address, {"text": f"Question {number}?"})
    statuses = list(ReaderQuestion.objects.order_by("pk").values_list("status", flat=True))
    assert set(statuses[:FLOOD]) == {QuestionStatus.HELD}
    assert statuses[FLOOD] == QuestionStatus.QUARANTINED
    reasons = ReaderQuestion.objects.order_by("pk").values_list("spam_reasons", flat=True)
    assert [bool(found) for found in reasons] == [False] * EAGER + [True] * (FLOOD + 1 - EAGER)
    client.post(address, {"text": WORDS}, REMOTE_ADDR="203.0.113.9")
    assert ReaderQuestion.objects.get(text=WORDS).status == QuestionStatus.HELD


def test_only_a_keyed_hash_of_the_address_is_kept(client, address):
    client.post(address, {"text": WORDS}, REMOTE_ADDR="203.0.113.9")
    assert re.fullmatch("[0-9a-f]{64}", ReaderQuestion.objects.get().address_hash)


# Nonsense and accidents


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=st.dictionaries(st.sampled_from(["text", "name", "context", "website"]) | st.text(max_size=9), st.text()),
    page_id=st.integers(min_value=0),
)
def test_no_nonsense_is_answered_with_an_error_of_ours(client, address, values, page_id):
    assert client.post(address, values).status_code in {303, 422}
    assert client.post(f"/reader-questions/{page_id}/", values).status_code in {303, 404, 422}
    assert client.get(f"/reader-questions/{page_id}/").status_code in {200, 404}


@pytest.mark.parametrize("body", [b"\xff\xfe", b"a=b&" * 20_000, b"--x\r\n", b""])
@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "x; charset=?"]
)
def test_broken_bodies_are_explained(client, address, body, kind):
    response = client.post(address, body, content_type=kind)
    assert response.status_code in {400, 413, 422}


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
@pytest.mark.parametrize("place", ["ask", "thanks"])
def test_other_methods_are_refused(client, address, method, place):
    assert getattr(client, method)(address if place == "ask" else "/reader-questions/thanks/").status_code == 405


@pytest.mark.parametrize("step", ["find_page", "capture"])
def test_without_a_database_nobody_is_thanked_and_nothing_is_lost(client, article, address, step, monkeypatch):
    def away(*arguments):
        raise OperationalError("the database is away")

    values = {"text": 'Keep "this" <b>', "name": "Ada", **context_on(article)}
    with monkeypatch.context() as broken:
        broken.setattr(views, step, away)
        response = client.post(address, values)
    assert response.status_code == 503
    assert response["Cache-Control"] == "no-store"
    handed_back = {name: unescape(value) for name, value in HIDDEN_VALUE.findall(response.content.decode())}
    assert handed_back == values
    assert client.post(address, handed_back).status_code == 303


# What a host may do


def test_host_that_does_not_mount_our_addresses_shows_answers_without_a_form(article, settings, rf):
    make_question(article)
    settings.ROOT_URLCONF = "wagtail.urls"
    tag = Template("{% load reader_question_tags %}{% reader_questions page %}")
    html = tag.render(Context({"request": rf.get("/"), "page": article}))
    assert WORDS in html
    assert "<form" not in html


def test_twin_that_was_stored_at_the_same_instant_is_the_same_question(article):
    asked = AskedQuestion(article, article.title, WORDS)
    first = store(asked, dedupe_key(asked), assess(asked))
    assert store(asked, dedupe_key(asked), assess(asked)) == first
    assert ReaderQuestion.objects.count() == 1


def test_reasons_are_written_for_staff_and_not_in_the_language_of_the_visitor(article):
    signs = Signals(is_honeypot_filled=True, is_cross_site=True)
    with translation.override("de"):
        question = capture(AskedQuestion(article, article.title, WORDS, signals=signs))
    assert question.spam_reasons == [
        "A field that people do not see was filled in.",
        "It was sent from another website.",
    ]
