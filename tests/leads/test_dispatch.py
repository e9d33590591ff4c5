"""A queued message is sent once, tried again when it fails, and never lost in silence."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import OperationalError
from django.utils import timezone

from leads import dispatch
from leads.dispatch import LONGEST_WAIT, claim_due, deliver, run_due, wait_after
from leads.models import Delivery, DeliveryKind, DeliveryState
from tests.factories import EnquiryFactory

pytestmark = pytest.mark.django_db


def make_delivery(**fields) -> Delivery:
    enquiry = EnquiryFactory()
    return Delivery.objects.create(
        **{
            "kind": DeliveryKind.ALERT,
            "enquiry": enquiry,
            "lead": enquiry.lead,
            "recipient": "desk@example.com",
            "dedupe_key": f"alert:{enquiry.pk}",
            "message_id": f"<{enquiry.pk}@wrenandrowe.example>",
            **fields,
        }
    )


def state_of(delivery: Delivery) -> Delivery:
    return Delivery.objects.get(pk=delivery.pk)


@pytest.fixture
def broken_mail(settings):
    settings.EMAIL_BACKEND = "tests.leads.broken_mail.Backend"


def test_a_due_message_is_sent_once():
    delivery = make_delivery()
    assert (run_due(), run_due()) == (1, 0)
    assert len(mail.outbox) == 1
    sent = state_of(delivery)
    assert (sent.state, sent.attempts, sent.last_error, sent.lease_token) == (DeliveryState.SENT, 1, "", "")
    assert sent.sent_at


def test_a_message_is_not_sent_before_its_time():
    make_delivery(next_attempt_at=timezone.now() + timedelta(minutes=1))
    assert run_due() == 0


def test_messages_are_sent_in_the_order_in_which_they_fell_due():
    late, early = (make_delivery(next_attempt_at=timezone.now() - timedelta(minutes=n)) for n in (1, 2))
    run_due()
    assert [message.extra_headers["Message-ID"] for message in mail.outbox] == [early.message_id, late.message_id]


def test_a_claimed_message_is_nobody_elses_until_its_lease_ends():
    delivery = make_delivery()
    (claimed,) = claim_due(10)
    assert claim_due(10) == []
    assert (claimed.state, claimed.attempts) == (DeliveryState.SENDING, 1)
    Delivery.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    (again,) = claim_due(10)
    assert (again.pk, again.attempts) == (delivery.pk, 2)
    assert again.lease_token != claimed.lease_token


@pytest.mark.parametrize("patience", [10, 300])
def test_a_lease_lasts_longer_than_sending_may_take(settings, patience):
    """A server may use up the time-out at every step of one message."""
    settings.EMAIL_TIMEOUT = patience
    make_delivery()
    (claimed,) = claim_due(1)
    assert claimed.lease_until > timezone.now() + timedelta(seconds=12 * patience)


def test_without_a_time_out_the_lease_is_what_the_host_says(settings):
    settings.EMAIL_TIMEOUT = None
    settings.LEADS = {"DELIVERY_LEASE_SECONDS": 40}
    make_delivery()
    (claimed,) = claim_due(1)
    assert claimed.lease_until < timezone.now() + timedelta(seconds=41)


def test_only_as_many_are_claimed_as_were_asked_for():
    for _number in range(3):
        make_delivery()
    assert len(claim_due(2)) == 2


def test_who_lost_the_lease_records_nothing():
    delivery = make_delivery()
    (lost,) = claim_due(1)
    Delivery.objects.update(lease_token="another")
    deliver(lost)
    assert state_of(delivery).state == DeliveryState.SENDING


def test_a_refused_message_is_tried_again_later(broken_mail):
    delivery = make_delivery()
    assert run_due() == 1
    refused = state_of(delivery)
    assert (refused.state, refused.attempts) == (DeliveryState.RETRYING, 1)
    assert timedelta(seconds=40) < refused.next_attempt_at - timezone.now() < timedelta(seconds=80)


def test_the_recorded_error_names_nobody(broken_mail, caplog):
    delivery = make_delivery()
    run_due()
    assert state_of(delivery).last_error == "SMTPRecipientsRefused 550"
    assert "desk@example.com" not in caplog.text


def test_after_the_last_attempt_it_is_given_up_and_stays_visible(broken_mail, settings):
    settings.LEADS = {"DELIVERY_MAX_ATTEMPTS": 2}
    delivery = make_delivery(attempts=1)
    run_due()
    assert state_of(delivery).state == DeliveryState.DEAD
    assert run_due() == 0


def test_a_message_that_kills_its_sender_is_given_up_without_being_sent(settings):
    settings.LEADS = {"DELIVERY_MAX_ATTEMPTS": 2}
    past = timezone.now() - timedelta(hours=1)
    delivery = make_delivery(attempts=2, state=DeliveryState.SENDING, lease_until=past)
    run_due()
    assert state_of(delivery).state == DeliveryState.DEAD
    assert state_of(delivery).last_error.endswith(".")
    assert mail.outbox == []


def test_one_message_that_cannot_be_built_does_not_hold_up_the_others(monkeypatch):
    broken, good = make_delivery(), make_delivery()
    build = dispatch.mail_of

    def fail_for_one(delivery):
        if delivery.pk == broken.pk:
            raise ValueError("ada@example.com")
        return build(delivery)

    monkeypatch.setattr(dispatch, "mail_of", fail_for_one)
    assert run_due() == 2
    assert state_of(broken).last_error == "ValueError"
    assert state_of(good).state == DeliveryState.SENT


def test_waits_grow_from_a_minute_to_six_hours_and_differ():
    waits = [wait_after(attempts) for attempts in range(1, 30)]
    assert timedelta(seconds=48) <= waits[0] <= timedelta(seconds=72)
    assert timedelta(seconds=96) <= waits[1] <= timedelta(seconds=144)
    assert max(waits) <= LONGEST_WAIT * 1.2
    assert len({wait_after(1) for _draw in range(20)}) > 1


def test_a_process_that_is_asked_to_stop_takes_no_further_message():
    make_delivery()
    assert run_due(stop=lambda: True) == 0


def test_what_was_sent_is_recorded_as_soon_as_the_database_takes_it(monkeypatch):
    delivery = make_delivery()
    record, refusals = dispatch.finish, [OperationalError("full"), OperationalError("full")]

    def refuse_twice(*args, **outcome):
        if refusals:
            raise refusals.pop()
        return record(*args, **outcome)

    monkeypatch.setattr(dispatch, "finish", refuse_twice)
    monkeypatch.setattr(dispatch, "RECORD_AGAIN", 0)
    assert (run_due(), len(mail.outbox)) == (1, 1)
    assert state_of(delivery).state == DeliveryState.SENT


def test_recording_is_given_up_with_the_lease(monkeypatch):
    make_delivery()

    def refuse(*args, **outcome):
        raise OperationalError("full")

    monkeypatch.setattr(dispatch, "finish", refuse)
    monkeypatch.setattr(dispatch, "RECORD_AGAIN", 0)
    monkeypatch.setattr(dispatch, "lease_time", lambda: timedelta(seconds=0.2))
    with pytest.raises(OperationalError):
        run_due()
