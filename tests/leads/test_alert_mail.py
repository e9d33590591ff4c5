"""The alert says that there is something to read and where, and none of what was written."""

from datetime import UTC, datetime

import pytest

from leads.alert_mail import alert_mail
from leads.models import Delivery
from tests.factories import EnquiryFactory, LeadFactory

pytestmark = pytest.mark.django_db

PRIVATE = ["Ada Example", "ada@example.com", "07700 900123", "My scars", "Herpes", "Latex"]


@pytest.fixture
def delivery(site):
    lead = LeadFactory(site=site, name="Ada Example", email="ada@example.com", phone="07700 900123")
    enquiry = EnquiryFactory(
        lead=lead,
        site=site,
        message="My scars",
        treatment="Herpes",
        answers=[{"key": "a", "label": "Allergies", "value": "Latex"}],
        subject="Microneedling",
    )
    return Delivery(enquiry=enquiry, lead=lead, recipient="desk@example.com", message_id="<one@wrenandrowe.example>")


def test_it_names_the_reference_the_page_and_the_place_to_read(delivery):
    mail = alert_mail(delivery)
    assert mail.subject == f"New enquiry {delivery.enquiry.reference} about Microneedling"
    assert "http://testserver/admin/" in mail.body
    assert mail.to == ["desk@example.com"]


def test_it_holds_none_of_the_answers(delivery):
    text = alert_mail(delivery).message().as_string()
    assert [word for word in PRIVATE if word in text] == []


def test_nobody_can_reply_to_a_visitor_by_mistake(delivery):
    message = alert_mail(delivery).message()
    assert message["Reply-To"] is None
    assert message["Auto-Submitted"] == "auto-generated"


def test_its_message_id_is_the_deliverys(delivery):
    assert {alert_mail(delivery).message()["Message-ID"] for _attempt in range(2)} == {delivery.message_id}


def test_a_title_cannot_add_headers(delivery):
    delivery.enquiry.subject = "Peel\r\nBcc: all@example.com"
    message = alert_mail(delivery).message()
    assert message["Bcc"] is None
    assert message["Subject"].endswith("about Peel Bcc: all@example.com")


def test_an_enquiry_about_nothing_in_particular_has_a_plain_subject(delivery):
    delivery.enquiry.subject = ""
    assert alert_mail(delivery).subject == f"New enquiry {delivery.enquiry.reference}"


def test_times_are_those_of_the_clinic(delivery, clinic):
    clinic.time_zone = "Asia/Tokyo"
    clinic.save()
    delivery.enquiry.received_at = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
    assert "19 Nov 2026, 08:30" in alert_mail(delivery).body
