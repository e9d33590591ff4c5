"""A page that brings fewer consultations than before is named; one whose figures chance explains is not."""

from datetime import date, timedelta

import pytest

from leads.models import DayTally, TallyDimension
from leads.reports.drift import chance_of_so_few, fallen_pages

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)
LATELY, BEFORE = TODAY - timedelta(days=20), TODAY - timedelta(days=60)


def tally(page: str, day: date, leads: int, booked: int, site=None) -> None:
    DayTally.objects.create(
        site=site,
        day=day,
        dimension=TallyDimension.PAGE,
        value=page,
        label=f"Page {page}",
        leads=leads,
        booked=booked,
    )


def fallen(sites=None) -> list[str]:
    return [page.title for page in fallen_pages(sites, TODAY)]


def test_a_page_whose_leads_are_booked_no_more_is_named(db):
    tally("1", BEFORE, 100, 40)
    tally("1", LATELY, 40, 2)
    [page] = fallen_pages(None, TODAY)
    assert (page.title, page.before, page.now) == ("Page 1", 0.4, 0.05)


@pytest.mark.parametrize(("before", "lately"), [((100, 40), (40, 14)), ((100, 40), (40, 16)), ((100, 40), (40, 30))])
def test_a_page_whose_figures_chance_explains_is_not(before, lately):
    tally("1", BEFORE, *before)
    tally("1", LATELY, *lately)
    assert fallen() == []


def test_a_page_with_few_leads_says_nothing(db):
    tally("1", BEFORE, 100, 90)
    tally("1", LATELY, 9, 0)
    assert fallen() == []


def test_by_what_all_pages_fell_no_page_is_named(db):
    for page in "12345":
        tally(page, BEFORE, 100, 40)
        tally(page, LATELY, 40, 4)
    assert fallen() == []


def test_the_one_page_that_fell_is_named_among_others(db):
    for page in "12345":
        tally(page, BEFORE, 100, 40)
        tally(page, LATELY, 40, 16 if page != "3" else 2)
    assert fallen() == ["Page 3"]


def test_the_last_week_is_left_out(db):
    tally("1", BEFORE, 100, 40)
    tally("1", TODAY - timedelta(days=3), 40, 0)
    assert fallen() == []


def test_enquiries_without_a_page_are_none(db):
    tally("", BEFORE, 100, 40)
    tally("", LATELY, 40, 0)
    assert fallen() == []


def test_only_the_sites_that_somebody_sees_are_looked_at(site):
    tally("1", BEFORE, 100, 40, site)
    tally("1", LATELY, 40, 2, site)
    assert fallen(frozenset({site.pk})) == ["Page 1"]
    assert fallen(frozenset()) == []


def test_the_test_is_fishers():
    """Fisher's tea: of eight cups four were told apart, all of them right; with one right the chance is 17 of 70."""
    assert chance_of_so_few(0, 4, 4, 4) == pytest.approx(1 / 70)
    assert chance_of_so_few(1, 4, 3, 4) == pytest.approx(17 / 70)
    assert chance_of_so_few(4, 4, 0, 4) == pytest.approx(1)
    assert chance_of_so_few(0, 5_000, 4_000, 10_000) == pytest.approx(0, abs=1e-12)
