"""A consent can be withdrawn by whoever gave it and by staff, and the record of it stays."""

import re

import pytest
from django.utils import timezone

from leads.capture import capture
from leads.consents import withdraw, withdrawal_link, withdrawal_token
from leads.intake import Decision
from leads.models import Activity, ActivityKind, ConsentRecord, Delivery, DeliveryKind, DeliveryState, Lead, Verdict
from tests import factories
from tests.leads.submissions import make_submission

pytestmark = pytest.mark.django_db

MARKETING = "marketing-email"


def give(email="ada@example.com", *, purpose=MARKETING, confirmed=True, **fields) -> ConsentRecord:
    """A consent with its enquiry, confirmed by mail."""
    enquiry = fields.pop("enquiry", None) or factories.EnquiryFactory(
        lead__email=email, lead__email_key=email.lower(), **fields
    )
    return ConsentRecord.objects.create(
        enquiry=enquiry,
        kind="consent",
        purpose=purpose,
        text="You may send me news.",
        is_given=True,
        recorded_at=enquiry.received_at,
        confirmed_at=timezone.now() if confirmed else None,
    )


def page_of(record) -> str:
    return f"/enquiries/withdraw/{withdrawal_token(record.enquiry, record.purpose)}/"


def allowed(email="ada@example.com", purpose=MARKETING) -> bool:
    return ConsentRecord.objects.allows(purpose, email)


# Asking whether somebody may be written to


def test_a_confirmed_consent_allows_whatever_the_spelling_of_the_address():
    give("ada@example.com")
    assert allowed("ADA@Example.com")
    assert not allowed("bea@example.com")
    assert not allowed("")
    assert not allowed(purpose="sms")


def test_a_consent_to_a_purpose_without_double_opt_in_counts_at_once():
    give(purpose="photos", confirmed=False)
    assert allowed(purpose="photos")


def test_an_unconfirmed_marketing_consent_does_not_count():
    give(confirmed=False)
    assert not allowed()


def test_which_purposes_need_confirming_is_a_setting(settings):
    give(purpose="sms", confirmed=False)
    settings.LEADS = {**settings.LEADS, "DOUBLE_OPT_IN_PURPOSES": ["sms"]}
    assert not allowed(purpose="sms")


@pytest.mark.parametrize("verdict", [Verdict.QUARANTINED, Verdict.SPAM])
def test_a_consent_of_suspected_spam_does_not_count(verdict):
    give(verdict=verdict)
    assert not allowed()


def test_a_refusal_makes_a_lead_and_allows_nothing():
    refused = Decision("consent", MARKETING, "You may send me news.", is_given=False)
    enquiry = capture(make_submission(decisions=[refused]))
    assert enquiry.lead == Lead.objects.get()
    assert not enquiry.consents.get().is_given
    assert not allowed()
    assert not Delivery.objects.filter(kind=DeliveryKind.OPT_IN).exists()


# Withdrawing


def test_withdrawing_ends_every_consent_of_the_person_to_that_purpose_and_deletes_none():
    first, second = give(), give()
    other_purpose, somebody_else = give(purpose="photos"), give("bea@example.com")
    assert withdraw(second.enquiry, MARKETING) == 2
    for record in (first, second, other_purpose, somebody_else):
        record.refresh_from_db()
    assert first.withdrawn_at
    assert second.withdrawn_at
    assert not other_purpose.withdrawn_at
    assert not somebody_else.withdrawn_at
    assert not allowed()
    assert ConsentRecord.objects.count() == 4


def test_each_lead_says_who_withdrew(desk_user):
    first, second = give(), give()
    withdraw(first.enquiry, MARKETING, by=desk_user)
    entries = Activity.objects.filter(kind=ActivityKind.CONSENT_WITHDRAWN, actor=desk_user, to_value=MARKETING)
    assert {entry.lead_id for entry in entries} == {first.enquiry.lead_id, second.enquiry.lead_id}


def test_withdrawing_twice_changes_nothing():
    record = give()
    withdraw(record.enquiry, MARKETING)
    withdrawn_at = ConsentRecord.objects.get().withdrawn_at
    assert withdraw(record.enquiry, MARKETING) == 0
    assert ConsentRecord.objects.get().withdrawn_at == withdrawn_at
    assert Activity.objects.count() == 1


def test_a_phone_tells_people_apart_only_where_no_email_does():
    phone = {"lead__phone_e164": "+442079460123", "phone_e164": "+442079460123"}
    husband, wife = give("", **phone), give("wife@example.com", **phone)
    withdraw(husband.enquiry, MARKETING)
    wife.refresh_from_db()
    assert not wife.withdrawn_at


def test_somebody_who_agrees_again_later_is_allowed_again():
    record = give()
    withdraw(record.enquiry, MARKETING)
    give()
    assert allowed()


def test_a_request_that_waits_to_be_sent_is_not_sent_any_more():
    yes = Decision("consent", MARKETING, "News.", is_given=True)
    enquiry = capture(make_submission(decisions=[yes]))
    withdraw(enquiry, MARKETING)
    assert Delivery.objects.get(kind=DeliveryKind.OPT_IN).state == DeliveryState.DEAD
    assert not Delivery.objects.dead().exists()


# The visitor's link


def test_opening_the_link_changes_nothing(client, clinic):
    record = give()
    response = client.get(page_of(record))
    record.refresh_from_db()
    assert not record.withdrawn_at
    assert "You may send me news." in response.content.decode()


def test_the_button_withdraws_and_the_page_says_so(client, clinic):
    record = give()
    response = client.post(page_of(record))
    assert response.status_code == 303
    assert not allowed()
    assert "Your consent is withdrawn" in client.get(response.url).content.decode()
    assert client.post(page_of(record)).status_code == 303


def test_a_mail_program_withdraws_with_one_click_and_is_not_sent_on(client, clinic):
    record = give()
    assert client.post(page_of(record), {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not allowed()


def test_the_link_and_the_page_hold_nobodys_name_or_address(client, site):
    record = give(site=site)
    link = withdrawal_link(record.enquiry, MARKETING)
    assert link.startswith("http://testserver/enquiries/withdraw/")
    page = client.get(page_of(record)).content.decode()
    for text in (link, page):
        assert "ada" not in text.lower().replace("data", "")
        assert record.enquiry.lead.name not in text


def test_nobody_keeps_the_page(client, clinic):
    response = client.get(page_of(give()))
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "same-origin"
    assert not response.cookies


@pytest.mark.parametrize("token", ["x", "a:b:c", "%00", "WyJFLTEyMyIsIngiXQ:1abc:sig", "x" * 5000])
@pytest.mark.parametrize("page", ["withdraw", "confirm"])
def test_a_link_that_is_not_ours_says_so(client, clinic, token, page):
    for response in (client.get(f"/enquiries/{page}/{token}/"), client.post(f"/enquiries/{page}/{token}/")):
        assert response.status_code == 404
        assert "There is nothing to" in response.content.decode()


def test_a_link_for_one_thing_is_no_link_for_another(client, clinic):
    record = give(confirmed=False)
    token = re.search(r"withdraw/(.+)/", page_of(record))[1]
    assert client.post(f"/enquiries/confirm/{token}/").status_code == 404
    assert not allowed()


def test_the_link_of_an_erased_enquiry_leads_nowhere(client, clinic):
    record = give()
    address = page_of(record)
    record.enquiry.delete()
    assert client.get(address).status_code == 404


def test_a_broken_post_withdraws_all_the_same(client, clinic):
    record = give()
    client.post(page_of(record), data=b"\xff", content_type="multipart/form-data; boundary=x")
    assert not allowed()


def test_the_page_speaks_the_language_of_the_enquiry(client, clinic):
    record = give(language="de")
    assert '<html lang="de"' in client.get(page_of(record)).content.decode()
