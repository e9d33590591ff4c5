"""What reports say equals what a look at every row says."""

from datetime import date, timedelta

import pytest

from leads.models import DayTally, TallyDimension
from leads.reports.figures import Response, figures_of, totals_of
from leads.reports.periods import Period
from leads.reports.upkeep import count_changes
from tests.leads.reports.histories import live, make_world
from tests.leads.reports.plain import all_rows, as_plain, plain_figures

pytestmark = pytest.mark.django_db

ALL = Period(date(2026, 2, 1), date(2026, 6, 30))
PERIODS = [ALL, Period(date(2026, 3, 28), date(2026, 3, 29)), Period(date(2026, 3, 4), date(2026, 4, 17))]


@pytest.fixture
def world(root_page):
    return make_world(root_page)


def test_the_figures_of_ten_thousand_random_leads_equal_a_plain_recomputation(world):
    live(world, 10_000, seed=20_261_122)
    assert count_changes()
    rows = all_rows(world.zones)
    main = [site.pk for site in world.sites[:2]]
    for period, sites in [*((period, None) for period in PERIODS), (ALL, main), (ALL, main[1:]), (ALL, [])]:
        assert as_plain(figures_of(period, sites)) == plain_figures(period, sites, rows)
        assert totals_of(period, sites)[0] == figures_of(period, sites).total
        assert totals_of(period, sites)[1] == figures_of(period, sites).response
    total = figures_of(ALL, None).total
    assert total.leads > 10_000
    assert min(total.booked, total.converted, total.lost, total.answered, total.due, total.kept) > 1_000


@pytest.mark.parametrize("number", [0, 1, 2, 3, 10, 11])
def test_percentiles_are_times_that_somebody_waited(number):
    response = Response(dict.fromkeys(range(1, number + 1), 1))
    expected = {0: (None, None), 1: (1, 1), 2: (1, 2), 3: (2, 3), 10: (5, 9), 11: (6, 10)}[number]
    assert (response.median, response.ninetieth) == expected


def test_a_period_is_compared_with_as_many_days_before_it():
    before = Period(date(2026, 3, 2), date(2026, 3, 29)).before
    assert (before.first, before.last, before.days) == (date(2026, 2, 2), date(2026, 3, 1), 28)


def test_days_without_leads_leave_no_rows(world):
    live(world, 40, seed=1)
    count_changes()
    assert not DayTally.objects.filter(leads=0, enquiries=0).exists()


def test_shares_of_nothing_are_none(db):
    figures = figures_of(ALL, None)
    assert (figures.total.booked_share, figures.total.kept_share, figures.response.median) == (None, None, None)
    assert len(figures.weeks) == 23


def test_a_title_that_is_a_number_is_no_page(world):
    live(world, 60, seed=2)
    count_changes()
    values = set(DayTally.objects.filter(dimension=TallyDimension.PAGE).values_list("value", flat=True))
    assert "=12" in values
    assert {value for value in values if value.isdecimal()} <= {str(page.pk) for page in world.pages if page}


def test_the_weeks_of_a_report_begin_on_mondays():
    weeks = Period(date(2026, 3, 4), date(2026, 3, 16)).weeks()
    assert weeks == [date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 16)]
    assert all(monday.weekday() == 0 for monday in weeks)
    assert weeks[1] - weeks[0] == timedelta(days=7)
