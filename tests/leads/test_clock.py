"""Promised minutes are counted in opening hours, across closing times, holidays and changes of the clocks."""

from datetime import UTC, date, datetime, time, timedelta
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


@pytest.mark.parametrize(
    ("zone", "received", "minutes", "due"),
    [
        pytest.param("America/Los_Angeles", "2026-03-07T01:58+00:00", 15, "2026-03-09T16:13+00:00", id="west, spring"),
        pytest.param("America/Los_Angeles", "2026-10-31T00:58+00:00", 15, "2026-11-02T17:13+00:00", id="west, autumn"),
        pytest.param("Pacific/Auckland", "2026-09-25T05:58+00:00", 15, "2026-09-27T20:13+00:00", id="east, spring"),
        pytest.param("Pacific/Auckland", "2026-04-03T04:58+00:00", 15, "2026-04-05T21:13+00:00", id="east, autumn"),
        pytest.param("Asia/Kathmandu", "2026-11-20T12:13+00:00", 15, "2026-11-23T03:28+00:00", id="45 minutes off"),
    ],
)
def test_friday_evening_is_due_on_monday_morning_wherever_the_clinic_is(zone, received, minutes, due):
    """Two minutes before closing on Friday, in UTC; on the weekend between the clocks may change."""
    clinic = make_clinic(*WEEK, time_zone=zone)
    assert due_at(datetime.fromisoformat(received), minutes, clinic) == datetime.fromisoformat(due)


def test_a_holiday_is_a_day_of_the_clinics_own_calendar():
    clinic = make_clinic(*WEEK, time_zone="Pacific/Auckland", closed=[date(2026, 12, 25)])
    assert due_at(datetime(2026, 12, 24, 4, 58, tzinfo=UTC), 15, clinic) == datetime(2026, 12, 27, 20, 13, tzinfo=UTC)


ZONES = ("Europe/London", "America/Los_Angeles", "Pacific/Chatham", "Asia/Tokyo", "America/St_Johns")


@st.composite
def clinics(draw) -> ClinicSettings:
    """Open on some days, at least an hour each, with gaps, overlaps and holidays, in any of five time zones.

    They open after four in the morning, when the clocks have changed if they do: on every day that is left the clock
    on the wall runs evenly.
    """
    spans = []
    for day in draw(st.lists(st.integers(0, 6), min_size=1, max_size=9)):
        opens = draw(st.integers(4 * 60, 22 * 60))
        closes = draw(st.integers(opens + 60, min(opens + 700, 24 * 60 - 1)))
        spans.append((day, time(*divmod(opens, 60)), time(*divmod(closes, 60))))
    closed = draw(st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=8))
    return make_clinic(*spans, closed=closed, time_zone=draw(st.sampled_from(ZONES)))


MOMENTS = st.integers(0, 366 * 24 * 60).map(lambda minute: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minute))
PROMISES = st.integers(1, 1_500)


def open_minutes(clinic: ClinicSettings, first: datetime, last: datetime) -> int:
    """Minutes between two local times in which the clinic is open, counted one by one on the clock on the wall."""
    closed, day, number = {row.date for row in clinic.closed_days.all()}, first.date(), 0
    while day <= last.date():
        begin = first.hour * 60 + first.minute if day == first.date() else 0
        end = last.hour * 60 + last.minute if day == last.date() else 24 * 60
        number += len(minutes_of(clinic, day, closed) & set(range(begin, end)))
        day += timedelta(days=1)
    return number


def minutes_of(clinic: ClinicSettings, day: date, closed: set[date]) -> set[int]:
    """The minutes of a day in which the clinic is open."""
    rows = [row for row in clinic.opening_hours.all() if row.weekday == day.weekday() and day not in closed]
    return {
        minute
        for row in rows
        for minute in range(row.opens.hour * 60 + row.opens.minute, row.closes.hour * 60 + row.closes.minute)
    }


@given(clinics(), MOMENTS, PROMISES)
def test_it_is_due_inside_opening_hours_when_just_so_many_minutes_of_them_have_passed(clinic, received, minutes):
    zone = ZoneInfo(clinic.time_zone)
    due = due_at(received, minutes, clinic).astimezone(zone)
    last = due - timedelta(minutes=1)
    assert last.hour * 60 + last.minute in minutes_of(
        clinic, last.date(), {row.date for row in clinic.closed_days.all()}
    )
    assert open_minutes(clinic, received.astimezone(zone), due) == minutes


@given(clinics(), MOMENTS, st.integers(0, 1_500), st.integers(0, 1_500))
def test_a_longer_promise_is_never_due_earlier(clinic, received, minutes, more):
    assert received <= due_at(received, minutes, clinic) <= due_at(received, minutes + more, clinic)


def test_stored_hours_and_holidays_are_read_once(clinic, django_assert_num_queries):
    clinic.opening_hours = [OpeningHours(weekday=2, opens=time(9), closes=time(18))]
    clinic.closed_days = [ClosedDay(date=date(2026, 11, 18))]
    clinic.save()
    stored = ClinicSettings.objects.get(pk=clinic.pk)
    with django_assert_num_queries(2):
        dues = {due_at(london(2026, 11, 18, 10), minutes, stored) for minutes in (60, 60, 120)}
    assert dues == {london(2026, 11, 25, 10), london(2026, 11, 25, 11)}
    assert list(stored.opening_hours.all()) == list(clinic.opening_hours.all())
