"""The thank-you page's address proves a reference and holds nothing else."""

from datetime import UTC, datetime, time, timedelta
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from leads.capture import capture
from leads.dispatch import run_due
from leads.models import Delivery, OpeningHours
from leads.submission import Signals
from leads.thanks import receipt_of, thanks_url
from tests.factories import EnquiryFactory, make_clinic, make_form
from tests.leads.submissions import make_submission

pytestmark = pytest.mark.django_db


def signed_reference(enquiry) -> str:
    return parse_qs(urlsplit(thanks_url(enquiry)).query)["ref"][0]


def test_the_receipt_repeats_reference_and_promise():
    enquiry = EnquiryFactory(form=make_form(reply_target_minutes=60))
    receipt = receipt_of(signed_reference(enquiry))
    assert (receipt.reference, receipt.promise) == (enquiry.reference, "We answer within 1 opening hour.")


def test_the_same_enquiry_has_the_same_address():
    enquiry = EnquiryFactory()
    assert thanks_url(enquiry) == thanks_url(enquiry)


@pytest.mark.parametrize("text", ["", "E-7K4M2Q", "E-7K4M2Q:forged", ":", "\ud800", "x" * 10_000])
def test_an_unsigned_reference_is_not_repeated(text):
    receipt = receipt_of(text)
    assert (receipt.reference, receipt.promise) == ("", "We answer as soon as we can.")


def test_an_enquiry_that_is_gone_is_still_thanked_for():
    enquiry = EnquiryFactory()
    signed = signed_reference(enquiry)
    enquiry.delete()
    assert receipt_of(signed).promise == "We answer as soon as we can."


@pytest.mark.parametrize("address", ["/enquiries/thanks/", "/enquiries/thanks/?ref=E-7K4M2Q:forged"])
def test_nobody_is_thanked_for_an_enquiry_that_was_not_received(client, address):
    page = client.get(address).content.decode()
    assert "Thank you" not in page
    assert "We cannot confirm an enquiry here" in page


def test_the_address_of_an_enquiry_thanks_for_it(client):
    enquiry = EnquiryFactory()
    page = client.get(thanks_url(enquiry)).content.decode()
    assert "Thank you, we have your enquiry" in page
    assert enquiry.reference in page


def text_of(client, enquiry) -> str:
    """The thank-you page of an enquiry."""
    return client.get(thanks_url(enquiry)).content.decode()


FRIDAY = datetime(2026, 11, 20, 17, 58, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def friday_evening(site, monkeypatch):
    """Two minutes before the clinic closes for the weekend; the form promises a quarter of an hour."""
    form = make_form(reply_target_minutes=15)
    clinic = make_clinic(site, form, time_zone="Europe/London")
    clinic.opening_hours = [OpeningHours(weekday=day, opens=time(9), closes=time(18)) for day in range(5)]
    clinic.save()
    monkeypatch.setattr(timezone, "now", lambda: FRIDAY)
    return lambda **fields: capture(make_submission(form=form, clinic=clinic, site=site, received_at=FRIDAY, **fields))


def test_page_mail_and_desk_name_the_same_moment_of_the_clinics_calendar(client, friday_evening, mailoutbox):
    enquiry = friday_evening()
    assert enquiry.lead.response_due_at == datetime(2026, 11, 23, 9, 13, tzinfo=UTC)
    Delivery.objects.update(next_attempt_at=FRIDAY)
    run_due()
    words = "You hear from us by 23 Nov 2026, 09:13."
    assert words in text_of(client, enquiry)
    [acknowledgement] = [mail for mail in mailoutbox if mail.to == [enquiry.email]]
    assert words in acknowledgement.body


def test_the_page_says_the_same_to_whom_it_holds_back(client, friday_evening):
    enquiry = friday_evening(signals=Signals(is_honeypot_filled=True, is_cross_site=True))
    assert enquiry.lead is None
    assert "You hear from us by 23 Nov 2026, 09:13." in text_of(client, enquiry)


def test_the_page_promises_no_time_that_is_past(client, friday_evening, monkeypatch):
    enquiry = friday_evening()
    monkeypatch.setattr(timezone, "now", lambda: FRIDAY + timedelta(days=3))
    page = text_of(client, enquiry)
    assert "You hear from us by" not in page
    assert "We answer within 15 minutes of our opening hours." in page
