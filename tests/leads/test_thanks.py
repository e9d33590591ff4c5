"""The thank-you page's address proves a reference and holds nothing else."""

from urllib.parse import parse_qs, urlsplit

import pytest

from leads.thanks import receipt_of, thanks_url
from tests.factories import EnquiryFactory, make_form

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
