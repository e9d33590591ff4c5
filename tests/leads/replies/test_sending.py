"""A reply is stored, logged and sent once, and only to whom it may be sent."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import ModelLogEntry

from leads.consents import withdraw
from leads.dispatch import run_due
from leads.models import Activity, ActivityKind, Delivery, DeliveryKind, DeliveryState, LeadStatus, Reply, ReplyTemplate
from leads.pipeline import PipelineError
from leads.replies.permission import ReplyError
from leads.replies.sending import new_token, send_reply
from tests import factories
from tests.leads.replies.consents import give_consent

pytestmark = pytest.mark.django_db


def send(lead, writer, **fields):
    return send_reply(lead, **{"subject": "Your question", "text": "Dear Amara", "by": writer, **fields})


@pytest.fixture
def offer(db):
    return ReplyTemplate.objects.create(title="Offer", subject="News", text="Come.", purpose="marketing-email")


def test_a_reply_is_stored_with_its_message_and_stands_on_the_timeline(lead, writer):
    reply = send(lead, writer)
    delivery = Delivery.objects.get()
    assert (reply.subject, reply.text, reply.author, reply.delivery) == (
        "Your question",
        "Dear Amara",
        writer,
        delivery,
    )
    assert (delivery.kind, delivery.lead, delivery.recipient) == (DeliveryKind.REPLY, lead, "amara@example.com")
    entry = lead.activities.get(kind=ActivityKind.REPLY)
    assert (entry.actor, entry.delivery) == (writer, delivery)
    assert entry.text == "Your question\n\nDear Amara"


def test_a_reply_stops_the_response_clock(lead, writer):
    send(lead, writer)
    lead.refresh_from_db()
    assert lead.first_response_at
    assert lead.status == LeadStatus.ATTEMPTED


def test_a_reply_is_in_the_audit_log_without_a_word_of_it(lead, writer):
    send(lead, writer)
    entry = ModelLogEntry.objects.get(action="leads.reply")
    assert (entry.user, entry.label, entry.data) == (writer, lead.reference, {})


def test_the_same_token_sends_one_reply(lead, writer):
    token = new_token()
    first, again = send(lead, writer, token=token), send(lead, writer, token=token, text="Something else")
    assert first == again == Reply.objects.get()
    run_due()
    assert len(mail.outbox) == 1
    assert Activity.objects.filter(kind=ActivityKind.REPLY).count() == 1
    assert ModelLogEntry.objects.filter(action="leads.reply").count() == 1


def test_two_replies_are_two(lead, writer):
    send(lead, writer)
    send(lead, writer)
    assert Reply.objects.count() == Delivery.objects.count() == 2


@pytest.mark.parametrize("email", ["", "nonsense", "a@example.com, b@example.com", "a@example.com\nBcc: b@example.com"])
def test_nothing_is_sent_to_what_is_no_address(lead, writer, email):
    type(lead).objects.filter(pk=lead.pk).update(email=email)
    with pytest.raises(ReplyError):
        send(lead, writer)
    assert not Reply.objects.exists()
    assert not Delivery.objects.exists()


@pytest.mark.parametrize(
    "words",
    [
        {"subject": ""},
        {"text": " \n "},
        {"subject": "x" * 201},
        {"text": "x" * 10_001},
        {"text": "{{ nonsense }}"},
        {"text": "{{ first_name }"},
    ],
)
def test_what_cannot_be_sent_is_refused(lead, writer, words):
    with pytest.raises(PipelineError):
        send(lead, writer, **words)
    assert not Delivery.objects.exists()


def test_a_text_that_needs_a_consent_is_not_sent_without_it(lead, writer, offer):
    with pytest.raises(ReplyError, match="marketing-email"):
        send(lead, writer, template=offer)


@pytest.mark.parametrize("fields", [{"is_confirmed": False}, {"is_given": False}, {"withdrawn_at": timezone.now()}])
def test_a_consent_counts_only_given_confirmed_and_not_withdrawn(lead, writer, offer, fields):
    give_consent(lead, **fields)
    with pytest.raises(ReplyError):
        send(lead, writer, template=offer)


def test_another_persons_consent_does_not_count(lead, writer, offer):
    other = factories.EnquiryFactory(lead__email="bob@example.com").lead
    give_consent(other)
    with pytest.raises(ReplyError):
        send(lead, writer, template=offer)


def test_with_the_consent_it_is_sent_with_a_way_to_withdraw_it(lead, writer, offer):
    give_consent(lead)
    send(lead, writer, template=offer)
    run_due()
    [message] = mail.outbox
    assert "You can change your mind at any time here:" in message.body
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_consent_withdrawn_before_the_mail_goes_out_keeps_it_back(lead, writer, offer):
    give_consent(lead)
    send(lead, writer, template=offer)
    withdraw(lead.enquiries.get(), "marketing-email")
    offer.delete()
    run_due()
    delivery = Delivery.objects.get()
    assert mail.outbox == []
    assert delivery.state == DeliveryState.DISMISSED
    assert "withdrawn" in delivery.last_error


def test_an_answer_needs_no_consent_and_offers_no_withdrawal(lead, writer):
    send(lead, writer)
    run_due()
    [message] = mail.outbox
    assert "change your mind" not in message.body
    assert "List-Unsubscribe" not in message.extra_headers


def test_an_appointment_is_attached_as_the_lead_stood_when_it_was_written(lead, writer):
    at = timezone.now() + timedelta(days=3)
    lead.book(at, by=writer, minutes=45)
    reply = send(lead, writer, with_appointment=True)
    assert (reply.consultation_at, reply.consultation_minutes) == (at, 45)
    run_due()
    part = mail.outbox[0].message().get_payload()[1]
    assert part.get_content_type() == "text/calendar"
    text = part.get_payload(decode=True).decode()
    assert part.get_param("method") in text
    assert f"{at:%Y%m%dT%H%M%SZ}" in text
    assert "Amara" not in text


def test_without_a_consultation_there_is_no_appointment_to_attach(lead, writer):
    with pytest.raises(ReplyError, match="No consultation is booked"):
        send(lead, writer, with_appointment=True)


def test_a_reply_that_somebody_elses_change_refuses_leaves_nothing_behind(lead, writer, monkeypatch):
    monkeypatch.setattr(
        type(lead), "log_reply", lambda *args, **kwargs: (_ for _ in ()).throw(PipelineError("Changed"))
    )
    with pytest.raises(PipelineError):
        send(lead, writer)
    assert not Reply.objects.exists()
    assert not Delivery.objects.exists()


def test_a_lead_that_was_erased_meanwhile_is_not_written_to(lead, writer):
    with_everything = type(lead).objects.get(pk=lead.pk)
    lead.enquiries.all().delete()
    lead.delete()
    with pytest.raises(ReplyError, match="does not exist any more"):
        send(with_everything, writer)


def test_a_reply_that_is_given_up_makes_the_lead_unread_and_says_so(lead, writer, settings):
    send(lead, writer, text="zebra-crossing")
    type(lead).objects.filter(pk=lead.pk).update(is_unread=False)
    settings.EMAIL_BACKEND = "tests.leads.broken_mail.Backend"
    run_due()
    lead.refresh_from_db()
    assert lead.is_unread
    assert Delivery.objects.get().state == DeliveryState.DEAD
    note = lead.activities.get(kind=ActivityKind.NOTE)
    assert "did not reach the person" in note.text
    assert "zebra-crossing" not in note.text


def test_a_reply_that_was_given_up_can_be_sent_again(lead, writer, settings):
    send(lead, writer)
    working, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.leads.broken_mail.Backend"
    run_due()
    settings.EMAIL_BACKEND = working
    delivery = Delivery.objects.get()
    assert delivery.send_again()
    run_due()
    assert mail.outbox[0].extra_headers["Message-ID"] == delivery.message_id
    assert Delivery.objects.get().state == DeliveryState.SENT
