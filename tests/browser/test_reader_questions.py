"""A reader asks below an article; staff answer, publish, and move the question into the page's FAQ."""

import re

import pytest
from playwright.sync_api import expect

from tests import factories
from treatment_pages.models import QuestionStatus, ReaderQuestion

WORDS = "How long is the skin red after a peel?"


@pytest.fixture
def article(treatment_index, clinic):
    page = factories.TreatmentArticlePageFactory(
        parent=treatment_index, title="Red skin", slug="red-skin", takes_questions=True
    )
    page.save_revision().publish()
    return page


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_reader_asks_and_is_told_what_is_missing(javascript, open_browser, article):
    page = open_browser(java_script_enabled=javascript)
    page.goto(article.url)
    page.get_by_label("First name").fill("Ada")
    page.get_by_role("button", name="Send question").click()
    expect(page.get_by_role("alert")).to_contain_text("Write your question before you send it.")
    expect(page.get_by_label("First name")).to_have_value("Ada")

    page.get_by_role("textbox", name="Your question").fill(WORDS)
    page.get_by_role("button", name="Send question").click()
    expect(page).to_have_url(re.compile("/reader-questions/thanks/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you")
    page.reload()
    page.get_by_role("link", name="Back to “Red skin”").click()
    expect(page.get_by_text(WORDS)).to_have_count(0)
    question = ReaderQuestion.objects.get()
    assert (question.text, question.name, question.status) == (WORDS, "Ada", QuestionStatus.HELD)


def test_question_is_asked_answered_published_and_moved_into_the_faq(open_browser, article, admin_user, log_in):
    reader, staff = open_browser(java_script_enabled=False), open_browser()
    reader.goto(article.url)
    reader.get_by_role("textbox", name="Your question").fill(WORDS)
    reader.get_by_role("button", name="Send question").click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Thank you")

    log_in(staff, admin_user)
    staff.get_by_role("link", name=re.compile("reader question waits for an answer")).click()
    staff.get_by_role("link", name=WORDS).click()
    staff.locator("[contenteditable=true]").click()
    staff.keyboard.type("A day or two.")
    expect(staff.locator("input[name=answer]")).to_have_value(re.compile("A day or two."))
    staff.get_by_role("button", name="Answer and publish").click()
    expect(staff.get_by_text("Question and answer are published.")).to_be_visible()
    reader.goto(article.url)
    expect(reader.locator("dt", has_text=WORDS)).to_be_visible()
    expect(reader.locator("dd", has_text="A day or two.")).to_be_visible()

    staff.get_by_role("link", name=re.compile("^Published")).click()
    staff.get_by_role("link", name=WORDS).click()
    staff.get_by_role("button", name="Move into the page’s FAQ").click()
    expect(staff.get_by_text("now stands in the FAQ of “Red skin”")).to_be_visible()
    reader.goto(article.url)
    expect(reader.locator("dt", has_text=WORDS)).to_have_count(0)
    reader.locator("summary", has_text=WORDS).click()
    expect(reader.get_by_text("A day or two.")).to_be_visible()


def test_desk_fits_a_phone(open_browser, article, admin_user, log_in):
    page = open_browser(viewport={"width": 390, "height": 844})
    question = ReaderQuestion.objects.create(page=article, page_title="Red skin", text=WORDS * 5, dedupe_key="one")
    log_in(page, admin_user)
    for address in ("/admin/", "/admin/reader-questions/", f"/admin/reader-questions/edit/{question.pk}/"):
        page.goto(address)
        expect(page.get_by_role("heading").first).to_be_attached()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
