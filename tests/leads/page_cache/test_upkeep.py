"""Days begin for the kept pages, and rows that counted changes are put together, without changing their sum."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command

from leads.models import ContentChange
from leads.page_cache import upkeep
from leads.page_cache.generation import count_change, number_of, read_totals
from leads.page_cache.lifetime import next_midnight
from tests import factories


@pytest.mark.parametrize("counted", [[], [None], ["site", None, "site"]])
def test_putting_rows_together_leaves_the_generation(site, counted):
    for one in counted:
        count_change(site.pk if one else None)
    before = number_of(read_totals(), site.pk)
    upkeep.put_together()
    assert number_of(read_totals(), site.pk) == before
    assert ContentChange.objects.count() <= 2
    count_change(site.pk)
    assert number_of(read_totals(), site.pk) == before + 1


def test_a_day_begins_once_by_the_clinics_clock(site, clinic, monkeypatch):
    clinic.time_zone = "Pacific/Auckland"
    clinic.save()

    class Noon(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 7, 1, 12, 30, tzinfo=UTC)

    monkeypatch.setattr(upkeep, "datetime", Noon)
    before = number_of(read_totals(), site.pk)
    for _time in range(3):
        upkeep.begin_day(site)
    assert number_of(read_totals(), site.pk) == before + 1
    assert ContentChange.objects.filter(day=date(2026, 7, 2)).count() == 1


def test_the_beginning_of_a_day_is_forgotten_only_when_it_cannot_come_again(site):
    ContentChange.objects.all().delete()
    today = datetime.now(tz=UTC).date()
    for age in (0, 1, 10, 11):
        ContentChange.objects.create(site=site, day=today - timedelta(days=age))
    upkeep.put_together()
    assert set(ContentChange.objects.values_list("day", "count")) == {
        (today, 1),
        (today - timedelta(days=1), 1),
        (None, 2),
    }


def test_the_content_job_begins_the_day(client, page, renders, site):
    client.get(page.url)
    call_command("run_content_jobs")
    client.get(page.url)
    assert len(renders) == 2
    call_command("run_content_jobs")
    client.get(page.url)
    assert len(renders) == 2


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Asia/Kolkata"])
def test_midnight_is_that_of_the_zone(zone):
    now = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)  # clocks go back in London the night after
    midnight = datetime.fromtimestamp(next_midnight(now, ZoneInfo(zone)), tz=ZoneInfo(zone))
    assert (midnight.hour, midnight.minute) == (0, 0)
    assert midnight.date() == now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)


def test_a_consent_that_lapses_takes_its_words_with_it(client, treatment_index, clinic, monkeypatch):
    consent = factories.ImageConsentFactory(expires_on=datetime.now(tz=UTC).date())
    words = {"text": "They took their time.", "who": "Mrs K.", "provenance": "letter", "consent": consent}
    page = factories.TreatmentPageFactory(parent=treatment_index, body=[("testimonial", words)])
    assert "They took their time." in client.get(page.url).content.decode()
    tomorrow = datetime.now(tz=UTC) + timedelta(days=1)
    monkeypatch.setattr("leads.page_cache.visits.time.time", tomorrow.timestamp)
    monkeypatch.setattr("django.utils.timezone.now", lambda: tomorrow)
    assert "They took their time." not in client.get(page.url).content.decode()
