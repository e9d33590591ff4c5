"""Promised minutes are counted in opening hours, across closing times, holidays and changes of the clocks."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.clock import due_at
from leads.models import ClinicSettings, ClosedDay, OpeningHours

LONDON = ZoneInfo("Europe/London")
WEEK = tuple((weekday, time(9), time(18)) for weekday in range(5))


def make_clinic(*spans, closed=(), **fields) -> ClinicSettings:
    clinic = ClinicSettings(**fields)
    clinic.opening_hours = [OpeningHours(weekday=day, opens=opens, closes=closes) for day, opens, closes in spans]
    clinic.closed_days = [ClosedDay(date=day) for day in closed]
    return clinic


def london(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("received", "minutes", "due"),
    [
        pytest.param(london(2026, 11, 20, 17, 58), 15, london(2026, 11, 23, 9, 13), id="over the weekend"),
        pytest.param(london(2026, 11, 18, 10), 240, london(2026, 11, 18, 14), id="within a day"),
        pytest.param(london(2026, 11, 18, 14), 240, london(2026, 11, 18, 18), id="until the very end of a day"),
        pytest.param(london(2026, 11, 18, 18), 1, london(2026, 11, 19, 9, 1), id="at closing time"),
        pytest.param(london(2026, 11, 18, 3), 30, london(2026, 11, 18, 9, 30), id="at night"),
        pytest.param(london(2026, 11, 22, 12), 0, london(2026, 11, 23, 9), id="at once, but closed"),
        pytest.param(london(2026, 11, 18, 10), 3 * 540, london(2026, 11, 23, 10), id="several days"),
    ],
)
def test_minutes_pass_only_while_the_clinic_is_open(received, minutes, due):
    assert due_at(received, minutes, make_clinic(*WEEK)) == due


def test_a_lunch_break_does_not_count():
    clinic = make_clinic((2, time(14), time(18)), (2, time(9), time(12)))
    assert due_at(london(2026, 11, 18, 11, 50), 30, clinic) == london(2026, 11, 18, 14, 20)


def test_hours_that_overlap_count_once():
    clinic = make_clinic((2, time(9), time(12)), (2, time(10), time(13)), (2, time(10), time(11)))
    assert due_at(london(2026, 11, 18, 9), 240, clinic) == london(2026, 11, 18, 13)


def test_a_closed_day_does_not_count():
    clinic = make_clinic(*WEEK, closed=[date(2026, 12, 25), date(2026, 12, 28)])
    assert due_at(london(2026, 12, 24, 17, 30), 60, clinic) == london(2026, 12, 29, 9, 30)


def test_without_opening_hours_the_clock_never_stops():
    assert due_at(london(2026, 11, 21, 23), 120, make_clinic()) == london(2026, 11, 22, 1)


@pytest.mark.parametrize(
    ("night", "hours"),
    [pytest.param(date(2026, 3, 29), 3, id="an hour is skipped"), pytest.param(date(2026, 10, 25), 5, id="repeated")],
)
def test_an_hour_counts_as_long_as_it_lasts(night, hours):
    clinic = make_clinic((night.weekday(), time(0), time(4)))
    opens, closes = (datetime.combine(night, moment, LONDON) for moment in (time(0), time(4)))
    assert due_at(opens, hours * 60, clinic) == closes


def test_opening_times_are_those_of_the_clinics_own_place():
    clinic = make_clinic(*WEEK, time_zone="Asia/Tokyo")
    assert due_at(london(2026, 11, 18, 0), 60, clinic) == london(2026, 11, 18, 1)
    assert due_at(london(2026, 11, 18, 9), 60, clinic) == london(2026, 11, 19, 1)


def test_an_unknown_time_zone_does_not_stop_an_enquiry():
    assert due_at(london(2026, 11, 18, 10), 60, make_clinic(*WEEK, time_zone="Mars/Olympus")) == london(
        2026, 11, 18, 11
    )


def test_counting_ends_for_a_clinic_that_is_always_closed():
    clinic = make_clinic((0, time(9), time(9, 1)))
    assert due_at(london(2026, 11, 18, 10), 20_160, clinic) > london(2029, 1, 1)


@given(st.integers(0, 1_000_000), st.integers(0, 20_160), st.integers(0, 20_160))
def test_a_longer_promise_is_never_due_earlier(minute, minutes, more):
    clinic = make_clinic(*WEEK)
    received = london(2026, 1, 1) + timedelta(minutes=minute)
    assert received <= due_at(received, minutes, clinic) <= due_at(received, minutes + more, clinic)
