"""From the visitor's post to a real mail server that has a bad day."""

import pytest
from django.utils import timezone

from leads.dispatch import run_due
from leads.models import Delivery, DeliveryKind, DeliveryState, Lead
from tests.leads.mail_server import running_mail_server
from tests.leads.pages import answers, hidden_values

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail_server(settings):
    with running_mail_server(settings) as server:
        yield server


@pytest.fixture
def enquiry_posted(client, clinic, treatment_page):
    values = hidden_values(client.get(treatment_page.url)) | answers(client_key="one-attempt")
    return client.post("/enquiries/consultation/", values)


@pytest.fixture
def alert(enquiry_posted):
    """Only the alert; the visitor's acknowledgement takes the same way."""
    Delivery.objects.exclude(kind=DeliveryKind.ALERT).delete()


def fall_due() -> None:
    Delivery.objects.update(next_attempt_at=timezone.now())


@pytest.mark.parametrize("refusal", ["451 try later", "550 no such user"])
def test_a_refused_alert_is_tried_again_until_it_is_taken(client, mail_server, enquiry_posted, alert, refusal):
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


def test_a_server_that_is_not_there_loses_nothing(mail_server, alert, settings):
    settings.EMAIL_PORT = 1
    run_due()
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.last_error.split()[0]) == (DeliveryState.RETRYING, "ConnectionRefusedError")


def test_what_goes_over_the_wire_holds_none_of_the_answers(mail_server, enquiry_posted):
    run_due()
    alert, acknowledgement = mail_server.seen
    assert alert["To"] == "desk@example.com"
    assert acknowledgement["To"] == "ada@example.com"
    assert not [word for word in ("Ada", "ada@example.com", "March") if word in alert.as_string()]
    assert not [word for word in ("Ada", "March") if word in acknowledgement.as_string()]
