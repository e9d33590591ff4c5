"""Who answers for a text, and when it was written."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.treatment_pages.editorial.pages import build_page, findings, section
from treatment_pages.editorial.engine import check_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewed_page(treatment_index, home_page):
    return factories.TreatmentPageFactory(
        parent=treatment_index,
        medical_reviewer=factories.PractitionerPageFactory(parent=home_page),
        reviewed_on=timezone.localdate(),
    )


def test_reviewed_page_has_nothing_to_say_about_its_review(reviewed_page):
    assert [found.rule for found in check_page(reviewed_page).findings if found.rule.startswith("REV")] == []


def test_review_needs_a_day(reviewed_page):
    reviewed_page.reviewed_on = None

    assert [found.path for found in findings(reviewed_page, "REV-01")] == ["reviewed_on"]


def test_overdue_review_came_by_time(reviewed_page):
    reviewed_page.reviewed_on = timezone.localdate() - timedelta(days=500)

    (found,) = findings(reviewed_page, "REV-02")
    assert (found.severity, found.time_driven) == ("warning", True)


def test_change_since_the_review_is_found_before_anything_is_saved(reviewed_page):
    reviewed_page.summary = "Another sentence."

    assert len(findings(reviewed_page, "REV-03")) == 1


def test_new_review_vouches_for_the_new_text(reviewed_page):
    reviewed_page.summary = "Another sentence."
    reviewed_page.reviewed_on = timezone.localdate() - timedelta(days=1)

    assert findings(reviewed_page, "REV-03") == []


@pytest.mark.parametrize("text", ["Updated: May 13", "We opened on 3 March.", "Written on the 4th of July."])
def test_date_without_year_is_found(text):
    assert len(findings(build_page(section(text)), "REV-05")) == 1


@pytest.mark.parametrize(
    "text",
    ["Updated: May 13, 2024", "We opened on 3 March 2021.", "It may 2 times a year.", "You may 5 to 10 days later."],
)
def test_date_with_year_and_what_is_no_date_are_not(text):
    assert findings(build_page(section(text)), "REV-05") == []


def test_article_of_a_named_author_needs_its_day():
    undated = build_page(kind="article", author="Anna Berg")
    dated = build_page(kind="article", author="Anna Berg", published_on=date(2026, 5, 1))

    assert [found.path for found in findings(undated, "REV-05")] == ["published_on"]
    assert findings(dated, "REV-05") == []


@pytest.mark.parametrize("author", ["luxemedspa", "Glow Clinic", "The Editorial Team", "admin", "user 12", ""])
def test_author_who_is_nobody_is_found(author):
    assert len(findings(build_page(kind="article", author=author), "AUT-01")) == 1


@pytest.mark.parametrize("author", ["Anna Berg", "Dr. Anna Berg", "Jean-Luc O’Neill", "李 小龙"])
def test_author_who_is_a_person_is_not(author):
    assert findings(build_page(kind="article", author=author), "AUT-01") == []
