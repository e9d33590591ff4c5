"""Who wrote a page, who reviewed it, and when."""

import datetime

import pytest

from tests import factories

REVIEWED = "The text has changed since this review."


@pytest.fixture
def author(home_page):
    return factories.PractitionerPageFactory(parent=home_page, title="Daniel Example")


@pytest.fixture
def reviewer(home_page):
    return factories.PractitionerPageFactory(parent=home_page, title="Miriam Example")


@pytest.fixture
def reviewed_page(treatment_page, author, reviewer, clinic):
    treatment_page.author_page, treatment_page.medical_reviewer = author, reviewer
    treatment_page.reviewed_on = datetime.date(2026, 1, 15)
    treatment_page.save_revision().publish()
    return treatment_page


def text_of(client, page) -> str:
    return " ".join(client.get(page.url).content.decode().split())


def test_author_and_reviewer_lead_to_their_pages(client, reviewed_page, author, reviewer):
    text = text_of(client, reviewed_page)
    assert f'By <a href="{author.url}" rel="author">Daniel Example</a>' in text
    assert f'Medically reviewed by <a href="{reviewer.url}">Miriam Example</a> on <time datetime="2026-01-15">' in text
    assert REVIEWED not in text


def test_people_without_a_live_page_are_named_without_a_link(client, reviewed_page, author, reviewer):
    author.unpublish()
    reviewer.unpublish()
    text = text_of(client, reviewed_page)
    assert "By <b>Daniel Example</b>" in text
    assert "Medically reviewed by <b>Miriam Example</b>" in text


def test_readers_are_told_that_the_text_changed_since_its_review(client, reviewed_page):
    reviewed_page.summary = "Something else entirely."
    reviewed_page.save_revision().publish()
    assert REVIEWED in text_of(client, reviewed_page)


def test_a_page_nobody_reviewed_says_nothing_of_a_review(client, treatment_page, clinic):
    assert "Medically reviewed" not in text_of(client, treatment_page)


def test_an_article_names_an_author_without_a_page(client, treatment_index, clinic):
    article = factories.TreatmentArticlePageFactory(parent=treatment_index, author="A. Guest")
    assert "By <b>A. Guest</b>" in text_of(client, article)


def test_an_article_ends_with_its_author(client, treatment_index, author, clinic):
    article = factories.TreatmentArticlePageFactory(parent=treatment_index, author_page=author)
    assert "Who wrote this" in text_of(client, article)
    author.unpublish()
    assert "Who wrote this" not in text_of(client, article)


def test_people_whose_pages_are_guarded_are_named_without_a_link(client, reviewed_page, author, reviewer):
    for person in (author, reviewer):
        person.view_restrictions.create(restriction_type="login")
    text = text_of(client, reviewed_page)
    assert "By <b>Daniel Example</b>" in text
    assert "Medically reviewed by <b>Miriam Example</b>" in text
    assert author.url not in text
    assert reviewer.url not in text


def test_an_article_tells_nothing_of_a_guarded_author_but_the_name(client, treatment_index, author, clinic):
    author.job_title = "A secret profession"
    author.save_revision().publish()
    author.view_restrictions.create(restriction_type="login")
    article = factories.TreatmentArticlePageFactory(parent=treatment_index, author_page=author)
    text = text_of(client, article)
    assert "By <b>Daniel Example</b>" in text
    assert "A secret profession" not in text
