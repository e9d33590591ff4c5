"""What a site's settings let expire is removed; nothing else is."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from leads.models import ActivityKind, Delivery, DeliveryKind, Enquiry, JobLoop, Lead, LeadStatus, Tombstone, Verdict
from leads.privacy import retention
from leads.privacy.retention import LOOP, months_before, purge, purge_if_due
from tests import factories
from tests.leads.privacy.everything import SECRETS, make_person, tables_with

pytestmark = pytest.mark.django_db

LONG_AGO = timezone.now() - timedelta(days=400)


@pytest.fixture
def limits(clinic):
    clinic.retention_months, clinic.quarantine_months, clinic.delivery_months = 12, 3, 6
    clinic.save()
    return clinic


def make_lead(clinic, *, status=LeadStatus.LOST, at=LONG_AGO, **fields) -> Lead:
    lead = factories.LeadFactory(site=clinic.site, status=status, created_at=at, last_enquiry_at=at, **fields)
    factories.EnquiryFactory(lead=lead, site=clinic.site, received_at=at)
    return lead


def make_held_back(clinic, *, at=LONG_AGO, verdict=Verdict.QUARANTINED) -> Enquiry:
    return factories.EnquiryFactory(
        lead=None, name="A", email="a@example.com", phone="", site=clinic.site, received_at=at, verdict=verdict
    )


def make_delivery(lead, *, at=LONG_AGO, state="sent") -> Delivery:
    return Delivery.objects.create(
        kind=DeliveryKind.ALERT,
        enquiry=lead.enquiries.get(),
        lead=lead,
        recipient="desk@example.com",
        state=state,
        created_at=at,
        dedupe_key=f"{lead.pk}-{state}",
    )


def purge_all() -> None:
    for _site in purge():
        pass


@pytest.mark.parametrize("status", [LeadStatus.LOST, LeadStatus.CONVERTED])
def test_a_closed_lead_is_removed_in_time(limits, status):
    make_lead(limits, status=status)
    purge_all()
    assert not Lead.objects.exists()
    assert not Enquiry.objects.exists()
    assert {stone.cause for stone in Tombstone.objects.all()} == {"expired"}


@pytest.mark.parametrize("status", [status for status in LeadStatus if status not in {"lost", "converted"}])
def test_an_open_lead_stays_however_old(limits, status):
    make_lead(limits, status=status)
    purge_all()
    assert Lead.objects.exists()


def test_a_lead_stays_as_long_as_something_happens_in_it(limits):
    noted, written = make_lead(limits), make_lead(limits)
    noted.add_note("Called back.", by=None)
    Lead.objects.filter(pk=written.pk).update(last_enquiry_at=timezone.now())
    gone = make_lead(limits)
    gone.activities.create(kind=ActivityKind.NOTE, created_at=LONG_AGO)
    purge_all()
    assert set(Lead.objects.all()) == {noted, written}


def test_a_legal_hold_keeps_a_lead_and_its_messages(limits):
    lead = make_lead(limits)
    Lead.objects.update(held_at=LONG_AGO, hold_reason="Complaint")
    make_delivery(lead)
    purge_all()
    assert Lead.objects.exists()
    assert Delivery.objects.exists()


def test_enquiries_in_quarantine_have_a_time_of_their_own(limits):
    old, spam = make_held_back(limits), make_held_back(limits, verdict=Verdict.SPAM)
    young = make_held_back(limits, at=timezone.now() - timedelta(days=60))
    make_lead(limits, status=LeadStatus.NEW)
    purge_all()
    assert not Enquiry.objects.filter(pk__in=[old.pk, spam.pk]).exists()
    assert Enquiry.objects.filter(pk=young.pk).exists()
    assert Enquiry.objects.filter(lead__isnull=False).exists()


def test_records_of_messages_have_a_time_of_their_own(limits):
    lead = make_lead(limits, status=LeadStatus.NEW)
    make_delivery(lead)
    young = make_delivery(lead, at=timezone.now(), state="dead")
    waiting = make_delivery(lead, state="pending")
    purge_all()
    assert set(Delivery.objects.all()) == {young, waiting}
    assert Lead.objects.exists()


def test_nothing_is_removed_where_nothing_is_set(clinic):
    make_delivery(make_lead(clinic))
    make_held_back(clinic)
    purge_all()
    assert (Lead.objects.count(), Enquiry.objects.count(), Delivery.objects.count()) == (1, 2, 1)


def test_another_sites_rows_stay(limits):
    lead = make_lead(limits)
    Lead.objects.update(site=None)
    purge_all()
    assert Lead.objects.get() == lead


def test_many_are_removed_in_small_transactions(limits, monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 2)
    for _number in range(5):
        make_lead(limits)
    purge_all()
    assert not Lead.objects.exists()
    assert Tombstone.objects.filter(kind="lead").count() == 5


def test_nothing_of_a_removed_person_is_left(limits):
    make_person(limits.site)
    Lead.objects.update(status=LeadStatus.CONVERTED, created_at=LONG_AGO, last_enquiry_at=LONG_AGO)
    Lead.objects.get().activities.update(created_at=LONG_AGO)
    Enquiry.objects.rewrite(received_at=LONG_AGO)
    purge_all()
    assert tables_with(*SECRETS) == {}


def test_a_dry_run_names_references_and_removes_nothing(limits, capsys):
    lead, held_back = make_lead(limits, name="Somebody"), make_held_back(limits)
    make_delivery(lead)
    call_command("purge_leads", dry_run=True)
    out = capsys.readouterr().out
    assert "would remove 1 lead, 1 enquiry in quarantine, 1 record of a message" in out
    assert lead.reference in out
    assert held_back.reference in out
    assert "Somebody" not in out
    assert Lead.objects.exists()
    assert not Tombstone.objects.exists()


def test_the_command_says_how_much_it_removed(limits, capsys):
    make_lead(limits)
    call_command("purge_leads")
    assert "testserver (leads after 12 months, quarantine after 3 months, messages after 6 months)" in (
        out := capsys.readouterr().out
    )
    assert "removed 1 lead, 0 enquiries in quarantine" in out


def test_the_job_loop_purges_once_a_day(limits):
    make_lead(limits)
    purge_if_due()
    assert not Lead.objects.exists()
    make_lead(limits)
    purge_if_due()
    assert Lead.objects.exists()
    JobLoop.objects.filter(name=LOOP).update(last_run_at=timezone.now() - timedelta(hours=25))
    purge_if_due()
    assert not Lead.objects.exists()


def test_run_lead_jobs_purges(limits):
    make_lead(limits)
    call_command("run_lead_jobs")
    assert not Lead.objects.exists()


@pytest.mark.parametrize("months", [0, -1, 601])
def test_a_time_that_makes_no_sense_is_refused(clinic, months):
    clinic.retention_months = months
    with pytest.raises(Exception, match="retention_months"):
        clinic.full_clean()


@pytest.mark.parametrize(
    ("moment", "months", "expected"),
    [
        ((2026, 3, 31), 1, (2026, 2, 28)),
        ((2024, 3, 31), 1, (2024, 2, 29)),
        ((2026, 1, 15), 1, (2025, 12, 15)),
        ((2026, 11, 22), 24, (2024, 11, 22)),
        ((2024, 2, 29), 12, (2023, 2, 28)),
    ],
)
def test_months_are_those_of_the_calendar(moment, months, expected):
    assert months_before(datetime(*moment, tzinfo=UTC), months) == datetime(*expected, tzinfo=UTC)
