"""A clinic with opening hours, and a clock that tests move."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from leads.models import OpeningHours
from tests import factories

LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def at(monkeypatch):
    """Moves the clock to a London time of November 2026; the 16th is a Monday."""

    def move(day: int, hour: int, minute: int = 0) -> datetime:
        moment = datetime(2026, 11, day, hour, minute, tzinfo=LONDON)
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return moment

    move(16, 10)
    return move


@pytest.fixture
def form(db):
    return factories.make_form(
        reply_target_minutes=60, escalate_to="second@example.com", escalation_minutes=30, recipients="desk@example.com"
    )


@pytest.fixture
def clinic(at, form, site):
    clinic = factories.make_clinic(site, form, email="clinic@example.com", time_zone="Europe/London")
    clinic.opening_hours = [OpeningHours(weekday=day, opens=time(9), closes=time(18)) for day in range(5)]
    clinic.save()
    return clinic
