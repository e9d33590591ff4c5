"""A visitor is told that the enquiry has arrived: without a word that was typed, and never so often that it harms."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from leads.acknowledgements import acknowledgement, mailbox_digest
from leads.dispatch import run_due
from leads.models import Delivery, DeliveryKind, DeliveryState, EnquiryForm, OpeningHours
from leads.outbox import queue
from tests import factories
from tests.leads.pages import answers

pytestmark = pytest.mark.django_db


def acknowledgements():
    return Delivery.objects.filter(kind=DeliveryKind.ACKNOWLEDGEMENT)


def acknowledge(enquiry, form):
    queue(acknowledgement(enquiry, form))


def enquire(**fields):
    enquiry = factories.EnquiryFactory(**fields)
    acknowledge(enquiry, EnquiryForm())
    return enquiry


def sent_mail():
    run_due()
    return mail.outbox[-1]


# Who gets one


def test_an_enquiry_with_an_address_is_acknowledged_to_that_address():
    enquiry = enquire(email="ann@example.com")
    assert acknowledgements().get().recipient == "ann@example.com"
    assert acknowledgements().get().enquiry == enquiry


def test_an_enquiry_without_an_address_is_not():
    enquire(email="")
    assert not acknowledgements().exists()


def test_a_form_may_send_none():
    acknowledge(factories.EnquiryFactory(), EnquiryForm(sends_acknowledgement=False))
    assert not acknowledgements().exists()


def test_the_same_enquiry_is_acknowledged_once_however_often_it_is_asked_for():
    enquiry = enquire()
    acknowledge(enquiry, EnquiryForm())
    assert acknowledgements().count() == 1


@pytest.mark.parametrize("again", ["ann@example.com", "ANN@Example.COM", "ann+one@example.com", "ann+two@EXAMPLE.com"])
def test_a_mailbox_gets_one_in_a_day(again):
    enquire(email="ann@example.com")
    enquire(email=again)
    assert acknowledgements().count() == 1


def test_a_mailbox_gets_another_the_next_day():
    enquire(email="ann@example.com")
    acknowledgements().update(created_at=timezone.now() - timedelta(hours=25))
    enquire(email="ann@example.com")
    assert acknowledgements().count() == 2


def test_different_people_are_different_mailboxes():
    assert mailbox_digest("ann@example.com") != mailbox_digest("anna@example.com")
    assert mailbox_digest("+ann@example.com") != mailbox_digest("+bob@example.com")


def test_the_whole_site_sends_no_more_than_its_hour_allows(settings, caplog):
    settings.LEADS = {**settings.LEADS, "ACKNOWLEDGEMENTS_PER_HOUR": 3}
    for _number in range(5):
        enquire()
    assert acknowledgements().count() == 3
    assert "limit" in caplog.text
    assert "@" not in caplog.text


def test_the_limit_ends_with_the_hour(settings):
    settings.LEADS = {**settings.LEADS, "ACKNOWLEDGEMENTS_PER_HOUR": 1}
    enquire()
    acknowledgements().update(created_at=timezone.now() - timedelta(minutes=61))
    enquire()
    assert acknowledgements().count() == 2


def test_it_costs_two_queries(django_assert_num_queries):
    enquiry = factories.EnquiryFactory()
    with django_assert_num_queries(2):
        acknowledge(enquiry, EnquiryForm())


# What it says


def test_it_names_the_reference_and_when_to_expect_an_answer(clinic):
    enquiry = factories.EnquiryFactory(site=clinic.site)
    acknowledge(enquiry, EnquiryForm())
    message = sent_mail()
    assert enquiry.reference in message.subject
    assert enquiry.reference in message.body
    assert "We answer within 4 opening hours." in message.body
    assert "020 7946 0321" in message.body


def test_it_says_by_when_in_the_time_of_the_clinic(clinic):
    clinic.time_zone = "Pacific/Auckland"
    clinic.save()
    enquiry = factories.EnquiryFactory(site=clinic.site)
    enquiry.lead.response_due_at = timezone.now().replace(hour=21, minute=13) + timedelta(days=1)
    enquiry.lead.save()
    acknowledge(enquiry, EnquiryForm())
    assert "You hear from us by" in sent_mail().body
    assert ":13" in mail.outbox[-1].body


def test_it_promises_no_time_that_is_past():
    enquiry = factories.EnquiryFactory()
    enquiry.lead.response_due_at = timezone.now() - timedelta(minutes=1)
    enquiry.lead.save()
    acknowledge(enquiry, EnquiryForm())
    assert "You hear from us by" not in sent_mail().body


def test_it_repeats_nothing_that_was_typed():
    marker = "zebra-crossing"
    enquire(
        name=marker,
        email=f"{marker}@example.com",
        phone=marker,
        message=marker,
        treatment=marker,
        subject=marker,
        answers=[{"key": marker, "label": marker, "type": "short_text", "sensitivity": "plain", "value": marker}],
    )
    message = sent_mail()
    text = message.message().as_string().replace(f"{marker}@example.com", "")
    assert marker not in text


def test_it_is_written_in_the_language_that_the_visitor_read():
    enquire(language="xx")
    assert "Your reference" in sent_mail().body


def test_answers_to_it_go_where_the_form_says(enquiry_form, clinic):
    enquiry_form.reply_to = "answers@example.com"
    enquiry_form.acknowledgement_text = "You find us behind the church."
    enquiry_form.save()
    acknowledge(factories.EnquiryFactory(form=enquiry_form, site=clinic.site), enquiry_form)
    message = sent_mail()
    assert message.reply_to == ["answers@example.com"]
    assert "behind the church" in message.body


def test_answers_go_to_the_clinic_where_the_form_says_nothing(clinic):
    clinic.email = "desk@example.com"
    clinic.save()
    acknowledge(factories.EnquiryFactory(site=clinic.site), EnquiryForm())
    assert sent_mail().reply_to == ["desk@example.com"]


def test_no_other_machine_answers_it():
    enquire()
    assert sent_mail().extra_headers["Auto-Submitted"] == "auto-replied"


@pytest.mark.parametrize("address", ["ann@example.com\nBcc: bob@example.com", "ann@example.com, bob@example.com"])
def test_an_address_adds_no_recipient_and_no_header(address):
    enquire(email=address)
    assert not acknowledgements().exists()


# From the form to the mailbox


def test_a_sent_form_is_acknowledged(client, clinic, hidden):
    client.post("/enquiries/consultation/", {**hidden, **answers(email="ann@example.com")})
    assert acknowledgements().get().recipient == "ann@example.com"


def test_an_enquiry_in_quarantine_is_not_acknowledged(client, clinic, hidden, settings):
    settings.LEADS = {**settings.LEADS, "SPAM_LIMIT": 0}
    client.post("/enquiries/consultation/", {**hidden, **answers(email="ann@example.com")})
    assert not acknowledgements().exists()


def test_a_mailbox_that_does_not_exist_is_not_tried_again_and_alarms_nobody(settings):
    enquire()
    settings.EMAIL_BACKEND = "tests.leads.broken_mail.Backend"
    run_due()
    assert acknowledgements().get().state == DeliveryState.DEAD
    assert not Delivery.objects.dead().exists()


def test_opening_hours_decide_the_time_that_is_told(client, clinic, hidden):
    for weekday in range(7):
        OpeningHours.objects.create(clinic=clinic, weekday=weekday, opens="09:00", closes="09:30")
    client.post("/enquiries/consultation/", {**hidden, **answers(email="ann@example.com")})
    run_due()
    body = next(message.body for message in mail.outbox if message.to == ["ann@example.com"])
    assert "You hear from us by" in body
