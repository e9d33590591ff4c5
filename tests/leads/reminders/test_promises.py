"""A broken promise is noticed once, by time alone, and a second person hears of it."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from datetime import time

import pytest
from django.core.management import call_command
from django.db import connection

from leads.capture import capture
from leads.models import ActivityKind, CallOutcome, ClosedDay, Delivery, DeliveryKind, Lead, OpeningHours
from leads.reminders import promises, rounds
from tests import factories
from tests.leads.submissions import make_submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(clinic, form, at):
    """Received on Monday at 10:00, promised by 11:00."""
    capture(make_submission(form=form, clinic=clinic, site=clinic.site, received_at=at(16, 10)))
    return Lead.objects.get()


def told(kind):
    return list(Delivery.objects.filter(kind=kind).values_list("recipient", flat=True))


def kinds(lead):
    return list(lead.activities.order_by("pk").values_list("kind", flat=True))


def test_time_alone_brings_exactly_one_reminder_and_one_escalation(lead, at):
    for minute in (0, 59):
        at(16, 10, minute)
        rounds.work()
    assert told(DeliveryKind.REMINDER) == []
    at(16, 11)
    for _turn in range(10):
        rounds.work()
    assert told(DeliveryKind.REMINDER) == ["desk@example.com"]
    assert told(DeliveryKind.ESCALATION) == []
    at(16, 11, 30)
    for _turn in range(10):
        rounds.work()
    assert told(DeliveryKind.REMINDER) == ["desk@example.com"]
    assert told(DeliveryKind.ESCALATION) == ["second@example.com"]
    assert kinds(lead) == [ActivityKind.ENQUIRY, ActivityKind.BREACHED, ActivityKind.ESCALATED]


def test_nobody_is_told_of_a_lead_whose_enquiries_went_to_another(lead, clinic, form, at, caplog):
    other = factories.LeadFactory(site=clinic.site)
    form.hands_out_leads = True
    form.save()
    at(16, 11)
    promises.notice_breaches()
    lead.enquiries.get().move_to(other, by=factories.make_user())
    lead.refresh_from_db()
    assert (lead.escalate_at, lead.hand_out_at, lead.hand_back_at) == (None, None, None)
    at(16, 17)
    rounds.work()
    assert caplog.text == ""
    assert not Delivery.objects.filter(lead=lead, kind=DeliveryKind.ESCALATION).exists()


def test_nobody_is_told_of_what_was_answered_in_time(lead, at):
    lead.log_call(CallOutcome.NO_ANSWER, by=factories.make_user())
    at(16, 17)
    rounds.work()
    assert told(DeliveryKind.REMINDER) == told(DeliveryKind.ESCALATION) == []


def test_an_answer_after_the_breach_keeps_the_second_person_in_peace(lead, at):
    at(16, 11)
    rounds.work()
    lead.refresh_from_db()
    lead.log_call(CallOutcome.REACHED, by=factories.make_user())
    at(16, 17)
    rounds.work()
    assert told(DeliveryKind.ESCALATION) == []
    lead.refresh_from_db()
    assert (lead.escalate_at, lead.escalated_at) == (None, None)


def test_escalation_is_counted_in_opening_hours(lead, at):
    Lead.objects.update(response_due_at=at(16, 17, 45))
    at(16, 18)
    rounds.work()
    at(17, 9, 14)
    rounds.work()
    assert told(DeliveryKind.ESCALATION) == []
    at(17, 9, 15)
    rounds.work()
    assert told(DeliveryKind.ESCALATION) == ["second@example.com"]


def test_the_owner_is_told_in_place_of_the_recipients(lead, at):
    owner = factories.make_user("leads.view_lead", username="owner")
    lead.assign(owner, by=owner)
    at(16, 11)
    rounds.work()
    assert told(DeliveryKind.REMINDER) == ["owner@example.com"]


def test_a_lead_that_opens_again_is_watched_again(lead, clinic, form, at):
    at(16, 12)
    rounds.work()
    lead.refresh_from_db()
    lead.lose("price", by=factories.make_user())
    capture(make_submission(form=form, clinic=clinic, site=clinic.site, received_at=at(17, 10), message="Me again"))
    at(17, 11)
    rounds.work()
    assert told(DeliveryKind.REMINDER) == ["desk@example.com"] * 2
    assert kinds(lead).count(ActivityKind.BREACHED) == 2


def test_a_lead_that_fails_keeps_no_other_from_its_turn(lead, clinic, form, at, monkeypatch, caplog):
    factories.LeadFactory(site=clinic.site, response_due_at=lead.response_due_at)
    real = promises.form_of_lead
    monkeypatch.setattr(promises, "form_of_lead", lambda one: real(one) if one.pk != lead.pk else 1 / 0)
    at(16, 11)
    rounds.work()
    assert Lead.objects.filter(breached_at__isnull=False).exclude(pk=lead.pk).count() == 1
    assert "ZeroDivisionError" in caplog.text
    monkeypatch.setattr(promises, "form_of_lead", real)
    rounds.work()
    assert Lead.objects.filter(breached_at=None).count() == 0


def test_new_opening_hours_move_the_promise_of_those_who_wait(lead, clinic, at):
    at(16, 10, 30)
    clinic.opening_hours = [OpeningHours(weekday=day, opens=time(13), closes=time(18)) for day in range(5)]
    clinic.save()
    lead.refresh_from_db()
    assert lead.response_due_at == at(16, 14)


def test_a_new_holiday_moves_the_promise_of_those_who_wait(lead, clinic, at):
    clinic.closed_days = [ClosedDay(date=at(16, 10, 30).date())]
    clinic.save()
    lead.refresh_from_db()
    assert lead.response_due_at == at(17, 10)


def test_nothing_moves_a_clock_that_an_attempt_has_stopped(lead, clinic, at):
    stopped = at(16, 10, 20)
    lead.log_call(CallOutcome.NO_ANSWER, by=factories.make_user())
    at(16, 10, 40)
    clinic.opening_hours = [OpeningHours(weekday=day, opens=time(13), closes=time(18)) for day in range(5)]
    clinic.save()
    Lead.objects.get().log_call(CallOutcome.REACHED, by=factories.make_user())
    lead.refresh_from_db()
    assert (lead.first_response_at, lead.response_due_at) == (stopped, at(16, 11))


def test_new_opening_hours_mend_no_broken_promise(lead, clinic, at):
    at(16, 11)
    rounds.work()
    due = lead.response_due_at
    clinic.opening_hours = [OpeningHours(weekday=day, opens=time(13), closes=time(18)) for day in range(5)]
    clinic.save()
    lead.refresh_from_db()
    assert lead.response_due_at == due


def test_a_turn_with_nothing_due_reads_each_queue_once(lead, at, django_assert_max_num_queries):
    rounds.work()
    factories.LeadFactory.create_batch(20, site=lead.site, response_due_at=at(17, 12))
    at(16, 10)
    with django_assert_max_num_queries(8):
        rounds.work()


def test_the_message_names_the_lead_and_nobody(lead, at, mailoutbox):
    at(16, 11, 30)
    rounds.work()
    rounds.work()
    Delivery.objects.update(next_attempt_at=at(16, 11, 30))
    call_command("run_lead_jobs")
    texts = [mail.subject + mail.body for mail in mailoutbox if lead.reference in mail.subject]
    assert len(texts) == 2
    for text in texts:
        assert f"/admin/leads/lead/inspect/{lead.pk}/" in text
        assert "Ada" not in text
        assert lead.email not in text


def in_a_process(work: Callable[[], object]) -> int:
    """Do it in a process of its own, with a connection of its own; the number of the process."""
    process = os.fork()
    if process:
        return process
    try:
        work()
        os._exit(0)
    finally:
        os._exit(1)


def exit_code(process: int) -> int:
    """How a process ended: 0 well, 1 by an error, below by the signal."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


@pytest.mark.django_db(transaction=True)
def test_rounds_of_two_processes_at_once_tell_once(lead, at):
    at(16, 11, 30)
    together = multiprocessing.Barrier(2)

    def five_rounds():
        together.wait(timeout=60)
        for _turn in range(5):
            rounds.work()

    connection.close()
    processes = [in_a_process(five_rounds) for _process in range(2)]
    assert [exit_code(process) for process in processes] == [0, 0]
    assert told(DeliveryKind.REMINDER) == ["desk@example.com"]
    assert told(DeliveryKind.ESCALATION) == ["second@example.com"]
    assert kinds(lead) == [ActivityKind.ENQUIRY, ActivityKind.BREACHED, ActivityKind.ESCALATED]


@pytest.mark.django_db(transaction=True)
def test_a_process_that_is_killed_in_the_middle_loses_nothing(lead, at, monkeypatch):
    at(16, 11)
    connection.close()
    with monkeypatch.context() as patch:
        patch.setattr(promises, "tell", lambda *_args, **_kwargs: os.kill(os.getpid(), signal.SIGKILL))
        assert exit_code(in_a_process(rounds.work)) == -signal.SIGKILL
    lead.refresh_from_db()
    assert (lead.breached_at, kinds(lead), told(DeliveryKind.REMINDER)) == (None, [ActivityKind.ENQUIRY], [])
    rounds.work()
    assert (told(DeliveryKind.REMINDER), kinds(lead)[1:]) == (["desk@example.com"], [ActivityKind.BREACHED])
