from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from leads.desk.composer.dates import OpeningTimes
from leads.models import ClinicSettings
from leads.models.clinic import ClosedDay, OpeningHours

LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def weekdays(clinic):
    """Open from Monday to Friday, at nine; on Tuesday also in the evening."""
    for weekday in range(5):
        OpeningHours.objects.create(clinic=clinic, weekday=weekday, opens=time(9), closes=time(12))
    OpeningHours.objects.create(clinic=clinic, weekday=1, opens=time(17), closes=time(20))
    return clinic


def offered(clinic, now: str) -> dict[str, str]:
    times = OpeningTimes(clinic, datetime.fromisoformat(now).replace(tzinfo=LONDON))
    return {quick.key: f"{quick.at:%a %d %b %H:%M}" for quick in times.quick_dates()}


def test_quick_dates_are_openings(weekdays):
    assert offered(weekdays, "2026-11-24T11:00") == {
        "tomorrow": "Wed 25 Nov 09:00",
        "three_days": "Fri 27 Nov 09:00",
        "next_week": "Mon 30 Nov 09:00",
    }


def test_names_that_mean_the_same_opening_are_offered_once(weekdays):
    assert offered(weekdays, "2026-11-27T11:00") == {"tomorrow": "Mon 30 Nov 09:00"}


def test_a_holiday_is_passed_over(weekdays):
    ClosedDay.objects.create(clinic=weekdays, date="2026-11-30")
    assert offered(weekdays, "2026-11-27T11:00") == {"tomorrow": "Tue 01 Dec 09:00"}


def test_tomorrow_is_reckoned_by_the_clinics_day(weekdays):
    weekdays.time_zone = "Pacific/Auckland"
    assert offered(weekdays, "2026-11-24T23:00")["tomorrow"] == "Thu 26 Nov 09:00"


def test_the_clock_change_moves_no_opening(weekdays):
    times = OpeningTimes(weekdays, datetime(2026, 10, 23, 10, tzinfo=LONDON))
    assert [quick.at.utcoffset().seconds for quick in times.quick_dates()] == [0]
    assert times.quick_dates()[0].at.time() == time(9)


def test_a_clinic_without_opening_hours_begins_at_nine():
    assert offered(ClinicSettings(), "2026-11-27T11:00") == {
        "tomorrow": "Sat 28 Nov 09:00",
        "three_days": "Mon 30 Nov 09:00",
    }


def test_what_is_not_offered_has_its_moment_all_the_same(weekdays):
    times = OpeningTimes(weekdays, datetime(2026, 11, 27, 11, tzinfo=LONDON))
    assert set(times.moments) == {"tomorrow", "three_days", "next_week"}


def test_the_records_of_the_clinic_are_read_once(weekdays, django_assert_num_queries):
    clinic = ClinicSettings.objects.get()
    with django_assert_num_queries(2):
        times = OpeningTimes(clinic)
        times.quick_dates()
        times.opening_on(times.today)
        times.quick_dates()
