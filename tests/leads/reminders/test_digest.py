"""The morning digest comes at opening time, once a day, with numbers alone."""

import pytest
from django.core.management import call_command

from leads.models import ClosedDay, Delivery, DeliveryKind, JobLoop
from leads.reminders import digest
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def turn():
    def look():
        JobLoop.objects.update(last_run_at=None)
        digest.send_digests()
        return Delivery.objects.filter(kind=DeliveryKind.DIGEST).count()

    return look


@pytest.fixture
def lead(clinic, at):
    return factories.LeadFactory(site=clinic.site, name="Ada Example", response_due_at=at(16, 16))


def test_it_comes_at_opening_time_once_a_day(lead, turn, at):
    at(17, 8, 59)
    assert turn() == 0
    at(17, 9)
    assert [turn(), turn()] == [1, 1]
    at(17, 12)
    assert turn() == 1
    at(18, 9, 1)
    assert turn() == 2


def test_it_does_not_come_late(lead, turn, at):
    at(17, 13)
    assert turn() == 0


def test_it_does_not_come_while_the_clinic_is_closed(lead, clinic, turn, at):
    at(21, 10)
    assert turn() == 0
    clinic.closed_days = [ClosedDay(date=at(17, 10).date())]
    clinic.save()
    assert turn() == 0


def test_it_does_not_come_when_nothing_waits_or_nobody_wants_it(clinic, turn, at):
    at(17, 9)
    assert turn() == 0
    factories.LeadFactory(site=clinic.site)
    clinic.sends_digest = False
    clinic.save()
    assert turn() == 0


def test_it_goes_to_the_chosen_addresses_or_to_the_clinic(lead, clinic, turn, at):
    at(17, 9)
    turn()
    assert Delivery.objects.get().recipient == "clinic@example.com"
    clinic.digest_recipients = "one@example.com\ntwo@example.com"
    clinic.save()
    at(18, 9)
    turn()
    recipients = Delivery.objects.order_by("pk").values_list("recipient", flat=True)
    assert list(recipients) == ["clinic@example.com", "one@example.com", "two@example.com"]


def test_it_holds_numbers_and_links_and_nobodys_name(lead, clinic, turn, at, mailoutbox):
    factories.LeadFactory(site=clinic.site, is_unread=False, follow_up_at=at(17, 15), status="contacted")
    at(17, 9)
    turn()
    Delivery.objects.update(next_attempt_at=at(17, 9))
    call_command("run_lead_jobs")
    mail = next(mail for mail in mailoutbox if "This morning" in mail.subject)
    assert mail.subject == "This morning: 1 new, 1 overdue"
    assert "Due today: 2" in mail.body
    assert "?queue=overdue" in mail.body
    assert "Ada" not in mail.body
