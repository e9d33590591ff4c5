"""What staff write to a person goes to that person alone, and goes when the person is erased."""

import json
import logging
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from leads.dispatch import run_due
from leads.models import (
    ActivityKind,
    Delivery,
    DeliveryKind,
    DeliveryState,
    LeadStatus,
    Reply,
    WebhookEndpoint,
    WebhookEvent,
)
from leads.privacy.export import export_person
from leads.privacy.people import find_person
from leads.privacy.retention import find_expired, purge
from leads.replies.sending import send_reply
from tests.leads.privacy.everything import make_person, tables_with

pytestmark = pytest.mark.django_db

MARKER, HEADING = "zebra-crossing", "quokka-heading"


@pytest.fixture
def replied(clinic, writer):
    """A person who was written to."""
    lead = make_person(clinic.site, by=writer)
    send_reply(lead, subject=HEADING, text=f"Bring the {MARKER}.", by=writer)
    return lead


def test_the_words_of_a_reply_are_in_no_log_no_webhook_and_no_other_mail(clinic, writer, caplog, settings):
    settings.LEADS = {**settings.LEADS, "DELIVERY_MAX_ATTEMPTS": 1}
    caplog.set_level(logging.DEBUG)
    WebhookEndpoint.objects.create(
        description="x", url="https://hooks.example/", tells_enquiries=True, tells_statuses=True
    )
    clinic.fallback_email = "manager@example.com"
    clinic.save()
    lead = make_person(clinic.site, by=writer)
    send_reply(lead, subject=HEADING, text=MARKER, by=writer)
    settings.EMAIL_BACKEND = "tests.leads.broken_mail.Backend"
    run_due()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    run_due()
    assert "failed at attempt" in caplog.text
    others = [str(message.message()) for message in mail.outbox if message.to != [lead.email]]
    payloads = json.dumps(list(Delivery.objects.values("payload", "last_error", "dedupe_key", "message_id")))
    assert WebhookEvent.ENQUIRY_ACCEPTED in payloads
    for word in (MARKER, HEADING):
        assert word not in caplog.text
        assert word not in payloads
        assert not [text for text in others if word in text]


def test_the_words_of_a_reply_are_in_two_tables(replied):
    assert set(tables_with(MARKER, HEADING)) == {"leads_reply", "leads_activity"}


def test_a_person_gets_what_was_written_to_them(replied):
    [lead] = export_person(find_person(replied.email))["leads"]
    reply = lead["replies"][-1]
    assert (reply["subject"], reply["text"]) == (HEADING, f"Bring the {MARKER}.")
    assert reply["at"] == Reply.objects.get(subject=HEADING).created_at.isoformat()


def test_erasing_a_person_leaves_no_word_of_it(replied):
    call_command("erase_person", replied.email, yes=True)
    assert tables_with(MARKER, HEADING) == {}
    assert not Reply.objects.exists()


def test_a_reply_goes_with_a_lead_that_expires(replied, clinic):
    clinic.retention_months = 1
    clinic.save()
    long_ago = timezone.now() - timedelta(days=90)
    replied.activities.update(created_at=long_ago)
    type(replied).objects.update(
        status=LeadStatus.CONVERTED, created_at=long_ago, last_enquiry_at=long_ago, closed_at=long_ago
    )
    for _expired, _removed in purge():
        pass
    assert tables_with(MARKER, HEADING) == {}


def test_to_whom_a_reply_was_sent_is_forgotten_and_the_reply_stays_with_its_lead(replied, clinic):
    clinic.delivery_months = 1
    clinic.save()
    old = timezone.now() - timedelta(days=90)
    Delivery.objects.update(state=DeliveryState.SENT, created_at=old)
    [expired] = find_expired()
    assert expired.deliveries.filter(kind=DeliveryKind.REPLY).exists()
    for _expired, _removed in purge():
        pass
    assert not Delivery.objects.exists()
    assert Reply.objects.get(subject=HEADING).delivery is None
    assert replied.activities.get(kind=ActivityKind.REPLY, text__startswith=HEADING).delivery is None
