"""A form that usually brings enquiries and fell silent is named; one that is quiet for a reason is not."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from leads.models import Enquiry, Verdict
from leads.reports.silence import silent_forms
from tests import factories

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
"""Ten o'clock in London, in winter."""


def bring(form, site, moments, **fields) -> None:
    Enquiry.objects.bulk_create(
        Enquiry(form=form, site=site, received_at=moment, name="Somebody", dedupe_key=f"{form.pk}-{moment}", **fields)
        for moment in moments
    )


def days(number: int, until: datetime = MONDAY, every: float = 1.0) -> list[datetime]:
    """So many moments before `until`, evenly far apart."""
    return [until - timedelta(days=every * n) for n in range(1, number + 1)]


def names(now=MONDAY, sites=None) -> list[str]:
    return [silent.form.title for silent in silent_forms(sites, now)]


def test_a_form_that_brings_one_a_day_and_none_for_a_week_is_named(site, clinic, enquiry_form):
    bring(enquiry_form, site, days(40))
    assert names() == []
    assert names(MONDAY + timedelta(days=2)) == []
    [silent] = silent_forms(None, MONDAY + timedelta(days=7))
    assert silent.form == enquiry_form
    assert silent.last_at == MONDAY - timedelta(days=1)
    assert 6.5 < silent.per_week < 7.5


def test_one_enquiry_ends_the_silence(site, clinic, enquiry_form):
    bring(enquiry_form, site, days(40))
    bring(enquiry_form, site, [MONDAY + timedelta(days=7)])
    assert names(MONDAY + timedelta(days=7, hours=1)) == []


def test_a_quiet_form_is_not_missed(site, clinic, enquiry_form):
    bring(enquiry_form, site, days(7, every=7))
    assert names(MONDAY + timedelta(days=30)) == []


def test_a_new_form_is_not_missed(site, clinic, enquiry_form):
    bring(enquiry_form, site, days(30, every=0.2))
    assert names(MONDAY + timedelta(days=3)) == []


def test_a_form_without_enquiries_is_not_missed(site, clinic, enquiry_form):
    assert names() == []


def test_an_archived_form_is_not_missed(site, clinic, enquiry_form):
    bring(enquiry_form, site, days(40))
    enquiry_form.is_archived = True
    enquiry_form.save()
    assert names(MONDAY + timedelta(days=7)) == []


def test_what_waits_in_quarantine_does_not_end_a_silence(site, clinic, enquiry_form):
    bring(enquiry_form, site, days(40))
    bring(enquiry_form, site, days(10, MONDAY + timedelta(days=7), every=0.3), verdict=Verdict.QUARANTINED)
    assert names(MONDAY + timedelta(days=7)) == ["Consultation"]


def working_hours(weeks: int, a_day: int) -> list[datetime]:
    """Enquiries by chance between nine and five, Monday to Friday."""
    rng = Random(4)  # noqa: S311 - nothing secret
    return [
        MONDAY.replace(hour=9) - timedelta(weeks=week) + timedelta(days=day, minutes=rng.randrange(480))
        for week in range(1, weeks + 1)
        for day in range(5)
        for _number in range(a_day)
    ]


@pytest.mark.parametrize("a_day", [2, 6, 20])
def test_nights_and_weekends_are_no_silence(site, clinic, enquiry_form, a_day):
    bring(enquiry_form, site, working_hours(8, a_day))
    last = MONDAY - timedelta(days=3)
    assert last.strftime("%A") == "Friday"
    for hours in range(8, 70, 3):
        assert names(last + timedelta(hours=hours)) == []


def test_a_silent_working_day_is_noticed_where_twenty_come_a_day(site, clinic, enquiry_form):
    bring(enquiry_form, site, working_hours(8, 20))
    assert names(MONDAY.replace(hour=9)) == []
    assert names(MONDAY.replace(hour=13)) == ["Consultation"]


def test_a_form_is_judged_on_each_site_by_itself(site, clinic, enquiry_form):
    branch = type(site).objects.create(hostname="branch.example", root_page=site.root_page)
    bring(enquiry_form, site, days(40))
    bring(enquiry_form, branch, [moment + timedelta(days=7, minutes=1) for moment in days(40)])
    now = MONDAY + timedelta(days=7)
    assert [silent.site for silent in silent_forms(None, now)] == [site.pk]
    assert names(now, frozenset({branch.pk})) == []
    assert names(now, frozenset({site.pk})) == ["Consultation"]
    assert names(now, frozenset()) == []


def test_all_forms_are_judged_by_two_queries_while_all_is_well(site, clinic, django_assert_max_num_queries):
    for number in range(4):
        bring(factories.make_form(f"form-{number}"), site, days(30, MONDAY + timedelta(seconds=number)))
    with django_assert_max_num_queries(2):
        assert names(MONDAY - timedelta(hours=20)) == []
