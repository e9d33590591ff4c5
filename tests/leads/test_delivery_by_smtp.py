"""From the visitor's post to a real mail server that has a bad day."""

import socket
from email import message_from_bytes

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

from leads.dispatch import run_due
from leads.models import Delivery, DeliveryState, Lead
from tests.leads.pages import answers, hidden_values

pytestmark = pytest.mark.django_db


class MailServer:
    """Answers every message with `reply` and keeps what it was shown."""

    def __init__(self):
        self.reply = "250 OK"
        self.seen = []
        self.handle_DATA = self.take

    async def take(self, server, session, envelope):
        self.seen.append(message_from_bytes(envelope.content))
        return self.reply


@pytest.fixture
def mail_server(settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = MailServer()
    controller = Controller(server, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield server
    controller.stop()


@pytest.fixture
def enquiry_posted(client, clinic, treatment_page):
    values = hidden_values(client.get(treatment_page.url)) | answers(client_key="one-attempt")
    return client.post("/enquiries/consultation/", values)


def fall_due() -> None:
    Delivery.objects.update(next_attempt_at=timezone.now())


@pytest.mark.parametrize("refusal", ["451 try later", "550 no such user"])
def test_a_refused_alert_is_tried_again_until_it_is_taken(client, mail_server, enquiry_posted, refusal):
    assert enquiry_posted.status_code == 303
    assert Lead.objects.count() == 1
    mail_server.reply = refusal
    run_due()
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.last_error) == (DeliveryState.RETRYING, f"SMTPDataError {refusal[:3]}")
    mail_server.reply = "250 OK"
    fall_due()
    run_due()
    fall_due()
    run_due()
    assert Delivery.objects.get().state == DeliveryState.SENT
    assert [message["Message-ID"] for message in mail_server.seen] == [delivery.message_id] * 2


def test_a_server_that_is_not_there_loses_nothing(mail_server, enquiry_posted, settings):
    settings.EMAIL_PORT = 1
    run_due()
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.last_error.split()[0]) == (DeliveryState.RETRYING, "ConnectionRefusedError")


def test_what_goes_over_the_wire_holds_none_of_the_answers(mail_server, enquiry_posted):
    run_due()
    (message,) = mail_server.seen
    assert message["To"] == "desk@example.com"
    text = message.as_string()
    assert not [word for word in ("Ada", "ada@example.com", "March") if word in text]
