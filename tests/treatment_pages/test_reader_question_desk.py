"""Staff answer what readers asked: the listing, one question, every step, and the move into the page's FAQ."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission, ModelLogEntry
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import rich_text

from tests import factories
from treatment_pages.models import QuestionStatus, ReaderQuestion, TreatmentArticlePage

pytestmark = pytest.mark.django_db

LISTING = "/admin/reader-questions/"
ANSWER = "<p>A day or <b>two</b>.</p>"
QUESTION_PERMISSIONS = ("treatment_pages.view_readerquestion", "treatment_pages.change_readerquestion")


@pytest.fixture
def article(treatment_index, clinic):
    page = factories.TreatmentArticlePageFactory(parent=treatment_index, title="Red skin", takes_questions=True)
    page.save_revision().publish()
    return TreatmentArticlePage.objects.get(pk=page.pk)


@pytest.fixture
def question(article) -> ReaderQuestion:
    return make_question(article, text="How long is the skin red?")


@pytest.fixture
def admin(client, admin_user):
    client.force_login(admin_user)
    return client


def make_question(article, **fields) -> ReaderQuestion:
    number = ReaderQuestion.objects.count()
    values = {"page": article, "page_title": "Red skin", "text": f"Question {number}?", "dedupe_key": f"made-{number}"}
    return ReaderQuestion.objects.create(**{**values, **fields})


def make_editor(article, *page_permissions, permissions=QUESTION_PERMISSIONS):
    """Somebody who answers questions and may do some things with the article."""
    user = factories.make_user(*permissions)
    group = Group.objects.create(name=f"Group of {user.pk}")
    for permission in page_permissions:
        GroupPagePermission.objects.create(group=group, page=article, permission_type=permission)
    user.groups.add(group)
    return user


def address(question, action: str = "edit") -> str:
    return f"{LISTING}{action}/{question.pk}/"


def press(client, question, step: str, answer: str = ANSWER, **values):
    """Press a button of the question's page."""
    return client.post(address(question), {"answer": rich_text(answer), "step": step, **values}, follow=True)


def now(question) -> ReaderQuestion:
    return ReaderQuestion.objects.get(pk=question.pk)


def faq_of(page) -> list[tuple[str, str]]:
    """Questions and answers of every FAQ of a page."""
    blocks = [block for block in page.body if block.block_type == "faq"]
    return [(item["question"], item["answer"].source) for block in blocks for item in block.value["items"]]


def draft_of(article):
    return TreatmentArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()


def live(article) -> TreatmentArticlePage:
    return TreatmentArticlePage.objects.get(pk=article.pk)


# The listing


def test_waiting_questions_come_first_in_order_of_work(admin, article):
    make_question(article, text="Drafted", answer=ANSWER, received_at="2026-11-20T10:00Z")
    make_question(article, text="Older", received_at="2026-11-18T10:00Z")
    make_question(article, text="Newer", received_at="2026-11-19T10:00Z")
    make_question(article, text="Spammy", status=QuestionStatus.QUARANTINED)
    html = admin.get(LISTING).content.decode()
    assert html.index(">Newer<") < html.index(">Older<") < html.index(">Drafted<")
    assert "Spammy" not in html


def test_every_status_has_a_tab_with_its_count(admin, article):
    for status in QuestionStatus:
        make_question(article, text=f"This is {status}", status=status)
    for status in QuestionStatus:
        response = admin.get(LISTING, {"status": status})
        assert [tab.count for tab in response.context["tabs"]] == [1, 1, 1, 1, 1, 5]
        shown = [question.status for question in response.context["object_list"]]
        assert shown == [status]
    assert len(admin.get(LISTING, {"status": "all"}).context["object_list"]) == 5


@pytest.mark.parametrize("words", ["SKIN long", "ada red", "bruise"])
def test_search_finds_every_word_in_any_status(admin, article, question, words):
    ReaderQuestion.objects.update(name="Ada", answer="<p>No bruise.</p>", status=QuestionStatus.DECLINED)
    make_question(article, text="Something else", page_title="Other")
    found = admin.get(f"{LISTING}results/", {"q": words}).context["object_list"]
    assert [item.pk for item in found] == [question.pk]


def test_listing_narrows_to_a_page(admin, article, question, treatment_page):
    make_question(treatment_page, text="Other")
    response = admin.get(LISTING, {"page": article.pk})
    assert [item.pk for item in response.context["object_list"]] == [question.pk]


@pytest.mark.parametrize(
    "query",
    [
        "status=nonsense",
        "page=x",
        "page=999999999999999999999",
        "received_from=yesterday",
        "ordering=bogus",
        "p=0",
        "p=x",
        "q=%00",
        "answered_by__password__startswith=p",
        "export=csv",
    ],
)
def test_nonsense_in_the_address_is_no_error(admin, question, query):
    assert admin.get(f"{LISTING}?{query}").status_code in {200, 404}


def test_listing_costs_the_same_for_many(admin, article, django_assert_max_num_queries):
    make_question(article)
    admin.get(LISTING)
    with CaptureQueriesContext(connection) as few:
        admin.get(LISTING)
    for _number in range(30):
        make_question(article)
    with django_assert_max_num_queries(len(few)):
        admin.get(LISTING)


def test_empty_listing_says_what_would_be_here(admin):
    assert "No question is waiting" in admin.get(LISTING).content.decode()
    assert "No question fits" in admin.get(LISTING, {"q": "nothing"}).content.decode()


# The question


def test_question_shows_the_words_and_the_suspicions_but_no_markup_of_the_reader(admin, article):
    question = make_question(
        article, text="<script>x</script>", status=QuestionStatus.QUARANTINED, spam_reasons=["It holds several links."]
    )
    html = admin.get(address(question)).content.decode()
    assert "&lt;script&gt;x&lt;/script&gt;" in html
    assert "It holds several links." in html
    assert "<script>x" not in html


def test_question_of_a_deleted_page_can_be_read_but_not_published(admin, article, question):
    article.delete()
    assert "page deleted" in admin.get(address(question)).content.decode()
    assert "was deleted" in press(admin, question, "publish").content.decode()
    assert "was deleted" in press(admin, question, "move").content.decode()
    assert now(question).status == QuestionStatus.HELD


@pytest.mark.parametrize("action", ["edit", "delete", "decline", "put-back", "history"])
def test_unknown_question_is_not_found(admin, action):
    assert admin.get(f"{LISTING}{action}/99999999999999999999/").status_code == 404


def test_draft_is_kept_and_nobody_sees_it(admin, client, admin_user, article, question):
    press(admin, question, "save")
    assert (now(question).status, now(question).answered_by) == (QuestionStatus.HELD, admin_user)
    assert "A day or" in now(question).answer
    assert "How long is the skin red?" not in client.get(article.url).content.decode()


def test_answer_and_publish_shows_both_below_the_article(admin, client, article, question):
    html = press(admin, question, "publish").content.decode()
    assert "Question and answer are published." in html
    assert now(question).published_at is not None
    page = client.get(article.url).content.decode()
    assert "How long is the skin red?" in page
    assert "<b>two</b>" in page


def test_published_answer_can_be_corrected_and_taken_back(admin, client, article, question):
    press(admin, question, "publish")
    published_at = now(question).published_at
    press(admin, question, "save", "<p>Three days.</p>")
    assert "Three days." in client.get(article.url).content.decode()
    assert now(question).published_at == published_at
    press(admin, question, "save", "")
    assert "Three days." in now(question).answer
    press(admin, question, "take_back", "<p>Four days.</p>")
    assert (now(question).status, now(question).published_at) == (QuestionStatus.HELD, None)
    assert "Four days." in now(question).answer


@pytest.mark.parametrize("step", ["publish", "move"])
@pytest.mark.parametrize("answer", ["", "<p></p>", "<p> </p><p>\u00a0</p>"])
def test_nothing_is_published_without_an_answer(admin, question, step, answer):
    assert "Write an answer first" in press(admin, question, step, answer).content.decode()
    assert now(question).status == QuestionStatus.HELD


def test_markup_that_the_editor_does_not_offer_is_not_kept(admin, question):
    press(admin, question, "save", '<p>Fine<script>alert(1)</script> <a href="javascript:alert(1)">link</a></p>')
    assert "<script" not in now(question).answer


def test_suspected_question_is_released_with_one_click(admin, article):
    question = make_question(article, status=QuestionStatus.QUARANTINED, spam_reasons=["It holds several links."])
    assert address(question, "put-back") in admin.get(LISTING, {"status": "quarantined"}).content.decode()
    assert admin.get(address(question, "put-back")).status_code == 302
    assert now(question).status == QuestionStatus.QUARANTINED
    admin.post(address(question, "put-back"))
    assert now(question).status == QuestionStatus.HELD
    assert now(question).spam_reasons == ["It holds several links."]


def test_suspected_question_is_not_published_before_it_is_released(admin, article):
    question = make_question(article, status=QuestionStatus.QUARANTINED)
    assert "Put the question back" in press(admin, question, "publish").content.decode()
    assert now(question).status == QuestionStatus.QUARANTINED


def test_declining_asks_first_and_can_be_undone(admin, question):
    assert "Yes, decline" in admin.get(address(question, "decline")).content.decode()
    assert now(question).status == QuestionStatus.HELD
    admin.post(address(question, "decline"))
    assert now(question).status == QuestionStatus.DECLINED
    admin.post(address(question, "put-back"))
    assert now(question).status == QuestionStatus.HELD


def test_published_question_is_not_declined_behind_the_readers_back(admin, question):
    press(admin, question, "publish")
    response = admin.post(address(question, "decline"), follow=True)
    assert "take a published one back first" in response.content.decode()
    assert now(question).status == QuestionStatus.PUBLISHED


def test_deleting_asks_first(admin, question):
    assert "How long is the skin red?" in admin.get(address(question, "delete")).content.decode()
    admin.post(address(question, "delete"))
    assert not ReaderQuestion.objects.exists()


def test_step_on_a_question_that_somebody_changed_meanwhile_changes_nothing_and_keeps_the_text(admin, question):
    seen = admin.get(address(question)).context["form"].initial["seen"]
    press(admin, question, "save", "<p>Of a colleague.</p>")
    response = press(admin, question, "publish", "<p>Mine.</p>", seen=seen)
    html = response.content.decode()
    assert "Somebody changed this question meanwhile" in html
    assert "Mine." in html
    assert "Of a colleague." in now(question).answer
    assert now(question).status == QuestionStatus.HELD


@pytest.mark.parametrize("values", [{}, {"answer": "nonsense"}, {"answer": "{}"}, {"answer": "null", "step": "x" * 99}])
def test_nonsense_posts_are_no_error(admin, question, values):
    for action in ("edit", "decline", "put-back"):
        assert admin.post(address(question, action), values).status_code in {200, 302}


def test_every_step_is_logged_without_the_words(admin, admin_user, article, question):
    press(admin, question, "save")
    press(admin, question, "publish")
    press(admin, question, "take_back")
    admin.post(address(question, "decline"))
    admin.post(address(question, "put-back"))
    press(admin, question, "move")
    entries = ModelLogEntry.objects.filter(object_id=str(question.pk)).order_by("timestamp", "pk")
    steps = ["answer", "publish", "take_back", "decline", "put_back", "move"]
    assert [entry.action for entry in entries] == [f"treatment_pages.question.{step}" for step in steps]
    assert {entry.user for entry in entries} == {admin_user}
    assert {entry.label for entry in entries} == {f"Question {question.pk}"}
    assert admin.get(address(question, "history")).status_code == 200


def test_refused_step_leaves_no_trace(admin, question):
    press(admin, question, "publish", "")
    assert not ModelLogEntry.objects.filter(object_id=str(question.pk)).exists()


# Who may


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("action", ["edit", "delete", "decline", "put-back", "history"])
def test_without_permission_there_is_nothing(client, editor, question, action, method):
    client.force_login(editor)
    assert getattr(client, method)(address(question, action)).status_code == 302
    assert client.get(LISTING).status_code == 302
    assert "Reader questions" not in client.get("/admin/").content.decode()
    assert now(question).status == QuestionStatus.HELD


def test_somebody_who_may_only_look_cannot_change_anything(client, article, question):
    client.force_login(make_editor(article, permissions=QUESTION_PERMISSIONS[:1]))
    html = client.get(address(question)).content.decode()
    assert "How long is the skin red?" in html
    assert "Answer and publish" not in html
    press(client, question, "publish")
    client.post(address(question, "decline"))
    client.post(address(question, "put-back"))
    client.post(address(question, "delete"))
    assert (now(question).status, now(question).answer) == (QuestionStatus.HELD, "")


def test_permissions_can_be_given_in_the_group_editor(admin):
    html = admin.get("/admin/groups/new/").content.decode()
    assert "reader question" in html.lower()


# Into the FAQ


def test_question_moves_into_a_new_faq_that_is_live_at_once(admin, client, admin_user, article, question):
    html = press(admin, question, "move").content.decode()
    assert "now stands in the FAQ" in html
    assert [asked for asked, _answer in faq_of(live(article))] == ["How long is the skin red?"]
    assert now(question).status == QuestionStatus.MOVED
    page = client.get(article.url).content.decode()
    assert page.count("How long is the skin red?") == 1
    assert not live(article).has_unpublished_changes
    assert live(article).latest_revision.user == admin_user


def test_question_is_appended_to_the_first_faq(admin, article, question):
    items = [{"question": "Does it hurt?", "answer": RichText("<p>No.</p>")}]
    article.body = [
        ("section", {"heading": "One", "text": RichText("<p>Words.</p>")}),
        ("faq", {"heading": "Questions", "items": items}),
        ("faq", {"heading": "More", "items": items}),
    ]
    article.save_revision().publish()
    press(admin, question, "move")
    faqs = [block.value for block in live(article).body if block.block_type == "faq"]
    assert [len(faq["items"]) for faq in faqs] == [2, 1]
    assert "A day or" in faqs[0]["items"][1]["answer"].source
    assert [block.block_type for block in live(article).body] == ["section", "faq", "faq"]


def test_new_faq_stands_before_the_enquiry_form_and_the_sources(admin, article, question):
    article.body = [
        ("section", {"heading": "One", "text": RichText("<p>Words.</p>")}),
        ("enquiry_form", {}),
        ("sources", {}),
    ]
    article.save_revision().publish()
    press(admin, question, "move")
    assert [block.block_type for block in live(article).body] == ["section", "faq", "enquiry_form", "sources"]
    assert live(article).body[1].value["heading"]


def test_page_without_content_gets_its_faq(admin, article, question):
    article.body = []
    article.save_revision().publish()
    press(admin, question, "move")
    assert len(faq_of(live(article))) == 1


def test_long_question_keeps_every_word(admin, article):
    text = "Is it so?\n" * 90
    question = make_question(article, text=text)
    press(admin, question, "move")
    ((asked, answer),) = faq_of(live(article))
    assert len(asked) == 200
    assert answer.count("Is it so?") == 90


def test_page_with_other_changes_stays_a_draft(admin, article, question):
    draft = draft_of(article)
    draft.title = "Not ready"
    draft.save_revision()
    html = press(admin, question, "move").content.decode()
    assert "other changes that are not published yet" in html
    assert (live(article).title, faq_of(live(article))) == ("Red skin", [])
    assert (draft_of(article).title, len(faq_of(draft_of(article)))) == ("Not ready", 1)
    assert now(question).status == QuestionStatus.MOVED


def test_unpublished_page_stays_unpublished(admin, article, question):
    article.unpublish()
    assert "The page is not published." in press(admin, question, "move").content.decode()
    assert not live(article).live
    assert len(faq_of(draft_of(article))) == 1


def test_somebody_who_may_not_publish_leaves_a_draft(client, article, question):
    client.force_login(make_editor(article, "change"))
    assert "may publish the page has to publish it" in press(client, question, "move").content.decode()
    assert (faq_of(live(article)), len(faq_of(draft_of(article)))) == ([], 1)


def test_somebody_who_may_publish_publishes(client, article, question):
    client.force_login(make_editor(article, "change", "publish"))
    press(client, question, "move")
    assert len(faq_of(live(article))) == 1


def test_somebody_who_may_not_edit_the_page_moves_nothing(client, article, question):
    client.force_login(make_editor(article))
    assert "You may not edit the page" in press(client, question, "move").content.decode()
    assert now(question).status == QuestionStatus.HELD
    assert faq_of(draft_of(article)) == []


def test_locked_page_is_left_alone_and_the_message_says_so(admin, article, question):
    TreatmentArticlePage.objects.update(locked=True, locked_by=factories.make_user())
    html = press(admin, question, "move").content.decode()
    assert "is locked" in html
    assert "A day or" in html
    assert now(question).status == QuestionStatus.HELD
    assert faq_of(draft_of(article)) == []


def test_publishing_that_is_refused_leaves_a_draft_and_says_why(admin, article, question, monkeypatch):
    def refuse(*arguments, **options):
        raise ValidationError("A claim has no source.")

    monkeypatch.setattr(TreatmentArticlePage, "publish", refuse)
    assert "A claim has no source." in press(admin, question, "move").content.decode()
    assert (faq_of(live(article)), len(faq_of(draft_of(article)))) == ([], 1)


def test_published_question_moves_too_and_is_no_longer_below_the_article(admin, client, article, question):
    press(admin, question, "publish")
    press(admin, question, "move")
    assert f'id="question-{question.pk}"' not in client.get(article.url).content.decode()
    assert len(faq_of(live(article))) == 1


def test_moving_twice_appends_once(admin, article, question):
    press(admin, question, "move")
    press(admin, question, "move")
    assert len(faq_of(draft_of(article))) == 1


def test_page_type_without_a_faq_is_explained(admin, question, home_page):
    ReaderQuestion.objects.update(page=home_page)
    assert "have no FAQ" in press(admin, question, "move").content.decode()
