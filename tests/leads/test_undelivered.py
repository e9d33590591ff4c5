"""A message that was given up does not go unnoticed."""

import pytest
from django.core import mail

from leads.dispatch import run_due
from leads.models import Delivery, DeliveryKind, DeliveryState
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def give_up(settings, clinic):
    """Makes a message of a kind, and lets the only attempt at it fail."""
    settings.LEADS = {**settings.LEADS, "DELIVERY_MAX_ATTEMPTS": 1}
    clinic.fallback_email = "manager@example.com"
    clinic.save()
    working_mail = settings.EMAIL_BACKEND

    def give_up(kind: str) -> Delivery:
        enquiry = factories.EnquiryFactory(site=clinic.site)
        delivery = Delivery.objects.create(
            kind=kind, enquiry=enquiry, lead=enquiry.lead, recipient="desk@example.com", dedupe_key=f"test:{enquiry.pk}"
        )
        settings.EMAIL_BACKEND = "tests.leads.broken_mail.Backend"
        run_due(stop=lambda: Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.DEAD).exists())
        settings.EMAIL_BACKEND = working_mail
        return delivery

    return give_up


def notices():
    return Delivery.objects.filter(kind=DeliveryKind.UNDELIVERED)


def test_the_fallback_address_is_told_of_an_alert_that_was_given_up(give_up):
    alert = give_up(DeliveryKind.ALERT)
    run_due()
    message = mail.outbox[-1]
    assert message.to == ["manager@example.com"]
    assert alert.enquiry.reference in message.subject
    assert f"/{alert.lead.pk}/" in message.body


def test_the_notice_names_neither_visitor_nor_recipient(give_up):
    alert = give_up(DeliveryKind.ALERT)
    run_due()
    text = str(mail.outbox[-1].message())
    assert alert.enquiry.name not in text
    assert "desk@example.com" not in text


def test_a_notice_that_fails_makes_no_other_notice(give_up):
    give_up(DeliveryKind.UNDELIVERED)
    assert notices().count() == 1


def test_a_visitors_mistyped_address_is_no_matter_for_the_fallback(give_up):
    give_up(DeliveryKind.ACKNOWLEDGEMENT)
    assert not notices().exists()


def test_without_a_fallback_address_nothing_is_queued(give_up, clinic):
    clinic.fallback_email = ""
    clinic.save()
    give_up(DeliveryKind.ALERT)
    assert not notices().exists()


def test_a_message_that_will_be_tried_again_is_no_reason_for_a_notice(give_up, settings):
    settings.LEADS = {**settings.LEADS, "DELIVERY_MAX_ATTEMPTS": 5}
    enquiry = factories.EnquiryFactory()
    Delivery.objects.create(
        kind=DeliveryKind.ALERT, enquiry=enquiry, lead=enquiry.lead, recipient="desk@example.com", dedupe_key="once"
    )
    settings.EMAIL_BACKEND = "tests.leads.broken_mail.Backend"
    run_due()
    assert not notices().exists()
