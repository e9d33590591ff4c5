"""The clinic of a site comes with all that its clock needs, and is never older than the last change."""

import datetime

import pytest

from leads.clinics import clinic_of
from leads.clock import days_closed, opening_week
from leads.models import ClinicSettings, ClosedDay, OpeningHours

pytestmark = pytest.mark.django_db

NINE, ONE, TWO, SIX = (datetime.time(hour) for hour in (9, 13, 14, 18))
CHRISTMAS = datetime.date(2026, 12, 25)


def add_hours(clinic: ClinicSettings, weekday: int, opens: datetime.time, closes: datetime.time) -> None:
    OpeningHours.objects.create(clinic=clinic, weekday=weekday, opens=opens, closes=closes)


def test_hours_and_closed_days_are_read_with_it(clinic, site, django_assert_num_queries):
    add_hours(clinic, 0, TWO, SIX)
    add_hours(clinic, 0, NINE, ONE)
    ClosedDay.objects.create(clinic=clinic, date=CHRISTMAS)
    with django_assert_num_queries(1):
        found = clinic_of(site)
        assert opening_week(found) == {0: [(NINE, ONE), (TWO, SIX)]}
        assert days_closed(found) == {CHRISTMAS}


def test_one_without_hours_has_none(clinic, site):
    found = clinic_of(site)
    assert (opening_week(found), days_closed(found)) == ({}, frozenset())


def test_every_change_is_seen_at_once(clinic, site):
    assert opening_week(clinic_of(site)) == {}
    add_hours(clinic, 0, NINE, SIX)
    assert opening_week(clinic_of(site)) == {0: [(NINE, SIX)]}
    ClinicSettings.objects.update(name="Another name")
    OpeningHours.objects.update(weekday=1)
    assert clinic_of(site).name == "Another name"
    assert opening_week(clinic_of(site)) == {1: [(NINE, SIX)]}


def test_one_that_was_read_otherwise_has_the_same_hours(clinic, site):
    add_hours(clinic, 0, NINE, SIX)
    ClosedDay.objects.create(clinic=clinic, date=CHRISTMAS)
    otherwise, found = ClinicSettings.objects.get(), clinic_of(site)
    assert opening_week(otherwise) == opening_week(found)
    assert days_closed(otherwise) == days_closed(found)
