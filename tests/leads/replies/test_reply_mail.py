"""The mail of a reply, over the wire to a real mail server."""

from datetime import timedelta
from email.header import decode_header, make_header
from email.message import Message

import pytest
from django.utils import timezone

from leads.dispatch import run_due
from leads.models import Delivery, DeliveryKind, DeliveryState, Reply
from leads.replies.appointment_mail import tell_owner_of_appointment
from leads.replies.sending import new_token, send_reply
from tests import factories
from tests.leads.mail_server import running_mail_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail_server(settings):
    settings.DEFAULT_FROM_EMAIL = "The site <website@clinic.example>"
    with running_mail_server(settings) as server:
        yield server


def send(lead, writer, **fields):
    return send_reply(lead, **{"subject": "Your question", "text": "Dear Amara,\n\nyes.", "by": writer, **fields})


def header(message: Message, name: str) -> str:
    return str(make_header(decode_header(message[name])))


def text_of(message: Message) -> str:
    part = message.get_payload()[0] if message.is_multipart() else message
    return part.get_payload(decode=True).decode()


def test_it_arrives_once_with_the_clinics_name_and_where_answers_go(mail_server, clinic, lead, writer):
    clinic.default_form.reply_to = "answers@clinic.example"
    clinic.default_form.save()
    token = new_token()
    send(lead, writer, token=token)
    send(lead, writer, token=token)
    run_due()
    run_due()
    [message] = mail_server.seen
    assert message["To"] == "amara@example.com"
    assert message["From"] == "Wren & Rowe <website@clinic.example>"
    assert message["Reply-To"] == "answers@clinic.example"
    assert message["Subject"] == "Your question"
    assert message["Message-ID"] == Delivery.objects.get().message_id
    assert message["Cc"] is message["Bcc"] is message["Auto-Submitted"] is None
    assert (
        text_of(message).replace("\r\n", "\n").startswith("Dear Amara,\n\nyes.\n\nWren & Rowe\nPhone: 020 7946 0321\n")
    )
    assert message.get_content_type() == "text/plain"


def test_a_refused_reply_comes_again_under_the_same_id(mail_server, lead, writer):
    send(lead, writer)
    mail_server.reply = "451 try later"
    run_due()
    mail_server.reply = "250 OK"
    Delivery.objects.update(next_attempt_at=timezone.now())
    run_due()
    assert Delivery.objects.get().state == DeliveryState.SENT
    assert len({message["Message-ID"] for message in mail_server.seen}) == 1


def test_answers_go_to_the_clinic_where_the_form_says_nothing(mail_server, clinic, lead, writer):
    clinic.email = "hello@clinic.example"
    clinic.save()
    send(lead, writer)
    run_due()
    assert mail_server.seen[0]["Reply-To"] == "hello@clinic.example"


@pytest.mark.parametrize("line_break", ["\r\n", "\n", "\r", "\u2028", "\x0b", "\x85"])
def test_a_subject_of_several_lines_adds_no_header(mail_server, lead, writer, line_break):
    send(lead, writer, subject=f"Yes{line_break}Bcc: thief@example.com")
    run_due()
    [message] = mail_server.seen
    assert message["Bcc"] is None
    assert "\n" not in message["Subject"]
    assert header(message, "Subject").replace(" ", "") == "YesBcc:thief@example.com"


def test_a_line_break_that_came_into_the_database_otherwise_adds_no_header_either(mail_server, clinic, lead, writer):
    send(lead, writer)
    Reply.objects.update(subject="Yes\r\nBcc: thief@example.com")
    clinic.name = "Wren\r\nBcc: thief@example.com"
    clinic.save()
    run_due()
    [message] = mail_server.seen
    assert message["Bcc"] is None
    assert message["From"].endswith("<website@clinic.example>")


def test_it_holds_letters_of_every_alphabet(mail_server, lead, writer):
    send(lead, writer, subject="Grüße – Ваш вопрос", text="Liebe Amara, 你好")
    run_due()
    [message] = mail_server.seen
    assert header(message, "Subject") == "Grüße – Ваш вопрос"
    assert "你好" in text_of(message)


def test_what_stands_below_it_is_in_the_language_of_the_enquiry(mail_server, clinic, writer):
    enquiry = factories.EnquiryFactory(lead__site=clinic.site, site=clinic.site, language="de")
    send(enquiry.lead, writer)
    run_due()
    assert "Telefon: 020 7946 0321" in text_of(mail_server.seen[0])


def test_a_lead_without_enquiry_and_site_can_be_answered_too(mail_server, writer):
    send(factories.LeadFactory(email="ann@example.com"), writer)
    run_due()
    assert mail_server.seen[0]["From"] == "website@clinic.example"


# The appointment of the owner


@pytest.fixture
def booked(lead, writer):
    lead.assign(writer, by=writer)
    lead.book(timezone.now() + timedelta(days=2), by=writer)
    return lead


def appointments():
    return Delivery.objects.filter(kind=DeliveryKind.APPOINTMENT)


def test_the_owner_gets_the_appointment_without_a_word_about_the_person(mail_server, booked, writer):
    tell_owner_of_appointment(booked)
    tell_owner_of_appointment(booked)
    run_due()
    [message] = mail_server.seen
    assert message["To"] == writer.email
    assert message["Subject"] == f"Consultation {booked.reference}"
    text, calendar = message.get_payload()
    assert calendar.get_content_type() == "text/calendar"
    calendar_text = calendar.get_payload(decode=True).decode()
    assert f"SUMMARY:Consultation {booked.reference}" in calendar_text
    assert f"{booked.consultation_at:%Y%m%dT%H%M%SZ}" in calendar_text
    for private in ("Amara", "Osei", "amara@example.com", "Microneedling"):
        assert private not in calendar_text + text.get_payload(decode=True).decode() + message["Subject"]


def test_another_booking_is_another_message(booked, writer):
    tell_owner_of_appointment(booked)
    booked.book(timezone.now() + timedelta(days=5), by=writer)
    tell_owner_of_appointment(booked)
    assert appointments().count() == 2


@pytest.mark.parametrize("email", ["", "nonsense"])
def test_an_owner_without_an_address_gets_none(booked, writer, email):
    writer.email = email
    writer.save()
    tell_owner_of_appointment(booked)
    assert not appointments().exists()


def test_without_an_owner_or_a_consultation_there_is_none(lead, booked, writer):
    tell_owner_of_appointment(factories.LeadFactory(owner=writer))
    booked.assign(None, by=writer)
    tell_owner_of_appointment(booked)
    assert not appointments().exists()


def test_a_consultation_that_was_given_up_meanwhile_is_not_announced(mail_server, booked, writer):
    tell_owner_of_appointment(booked)
    booked.mark_contacted(by=writer)
    run_due()
    assert mail_server.seen == []
    assert appointments().get().state == DeliveryState.DISMISSED
