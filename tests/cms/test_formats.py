"""Dates and times as people in the clinic's country write them."""

from datetime import UTC, datetime

from django.template.defaultfilters import date, time

MOMENT = datetime(2026, 11, 21, 21, 5, tzinfo=UTC)


def test_moments_use_the_24_hour_clock_of_the_opening_hours():
    assert date(MOMENT, "DATETIME_FORMAT") == "21 Nov 2026, 21:05"
    assert time(MOMENT, "TIME_FORMAT") == "21:05"
