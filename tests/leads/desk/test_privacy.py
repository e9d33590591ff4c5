"""Staff record withdrawals, place holds and erase people, each with the right to, and never by accident."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from leads.models import Activity, ActivityKind, ConsentRecord, Enquiry, Lead, Tombstone
from tests import factories
from tests.leads.desk.listing import INBOX, lead_page, step
from tests.leads.privacy.everything import EMAIL, NAME, SECRETS, make_person, tables_with

pytestmark = pytest.mark.django_db

SEEN = re.compile(r'name="seen" value="([^"]*)"')
ERASE_STEPS = ["place_hold", "lift_hold", "erase"]


@pytest.fixture
def eraser(client, db):
    """The browser of somebody who may erase."""
    client.force_login(
        factories.make_user("leads.view_lead", "leads.change_lead", "leads.erase_lead", username="eraser")
    )
    return client


@pytest.fixture
def consent(lead):
    enquiry = factories.EnquiryFactory(lead=lead)
    return ConsentRecord.objects.create(
        enquiry=enquiry,
        kind="consent",
        purpose="photos",
        text="You may show my photos.",
        is_given=True,
        recorded_at=timezone.now(),
    )


def content(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def erase(browser, lead, reference=None, **fields):
    seen = SEEN.search(content(browser.get(step("erase", lead))))[1]
    return browser.post(step("erase", lead), {"seen": seen, "reference": reference or lead.reference, **fields})


# Who may


@pytest.mark.parametrize("action", ERASE_STEPS)
@pytest.mark.parametrize(
    "permissions", [(), ("view",), ("view", "change"), ("view", "export", "assign", "change"), ("erase",)]
)
def test_erasing_and_holding_need_their_permission(client, lead, action, permissions):
    client.force_login(factories.make_user(*(f"leads.{name}_lead" for name in permissions)))
    for response in (client.get(step(action, lead)), client.post(step(action, lead), {"reason": "x"})):
        assert response.status_code == 403
        assert lead.name not in response.content.decode()
    assert not Activity.objects.exists()


def test_recording_a_withdrawal_needs_the_permission_to_change(client, onlooker, consent):
    client.force_login(onlooker)
    address = f"{INBOX}withdraw_consent/{consent.pk}/"
    assert client.get(address).status_code == client.post(address).status_code == 403
    assert not ConsentRecord.objects.get().withdrawn_at
    assert address not in content(client.get(lead_page(consent.enquiry.lead)))


@pytest.mark.parametrize("action", [*ERASE_STEPS, "withdraw_consent"])
def test_anonymous_visitors_are_sent_to_the_login(client, lead, action):
    for response in (client.get(step(action, lead)), client.post(step(action, lead))):
        assert response.status_code == 302
        assert response.url.startswith("/admin/login/")


@pytest.mark.parametrize("action", [*ERASE_STEPS, "withdraw_consent"])
@pytest.mark.parametrize("pk", ["abc", "999999", "0", "-1", "99999999999999999999999999", "%00"])
def test_what_does_not_exist_is_not_found(client, admin_user, action, pk):
    client.force_login(admin_user)
    assert client.get(f"{INBOX}{action}/{pk}/").status_code == 404
    assert client.post(f"{INBOX}{action}/{pk}/").status_code == 404


def test_only_those_who_may_erase_are_offered_it(desk, lead):
    page = content(desk.get(lead_page(lead)))
    for action in ERASE_STEPS:
        assert step(action, lead) not in page


# Withdrawals


def test_a_withdrawal_is_asked_about_recorded_and_told(desk, desk_user, consent):
    address = f"{INBOX}withdraw_consent/{consent.pk}/"
    assert address in content(desk.get(lead_page(consent.enquiry.lead)))
    assert "You may show my photos." in content(desk.get(address))
    assert not ConsentRecord.objects.get().withdrawn_at
    assert desk.post(address).url == lead_page(consent.enquiry.lead)
    assert ConsentRecord.objects.get().withdrawn_at
    assert Activity.objects.get(kind=ActivityKind.CONSENT_WITHDRAWN).actor == desk_user
    assert ModelLogEntry.objects.get(action="leads.withdraw_consent").label == consent.enquiry.lead.reference
    page = content(desk.get(lead_page(consent.enquiry.lead)))
    assert "withdrew the consent to “photos”" in page
    assert address not in page


def test_a_withdrawal_is_recorded_once(desk, consent):
    address = f"{INBOX}withdraw_consent/{consent.pk}/"
    desk.post(address)
    assert "withdrawn already" in content(desk.post(address, follow=True))
    assert "withdrawn already" in content(desk.get(address))
    assert Activity.objects.count() == 1


@pytest.mark.parametrize(("is_confirmed", "words"), [(True, "confirmed by mail"), (False, "does not count until")])
def test_the_lead_says_whether_a_consent_counts(desk, consent, is_confirmed, words):
    ConsentRecord.objects.rewrite(purpose="marketing-email", confirmed_at=timezone.now() if is_confirmed else None)
    assert words in content(desk.get(lead_page(consent.enquiry.lead)))


# Legal holds


def test_a_hold_needs_a_reason(eraser, lead):
    assert "Say why this lead must be kept." in content(eraser.post(step("place_hold", lead), {"reason": " "}))
    assert "at most 300" in content(eraser.post(step("place_hold", lead), {"reason": "x" * 301}))
    assert not Lead.objects.get().is_held


def test_a_hold_is_placed_told_and_lifted(eraser, lead):
    eraser.post(step("place_hold", lead), {"reason": "Complaint 7"})
    assert Lead.objects.get().is_held
    page = content(eraser.get(lead_page(lead)))
    assert "Complaint 7" in page
    assert "placed a legal hold" in page
    assert "Complaint 7" in content(eraser.get(step("lift_hold", lead)))
    eraser.post(step("lift_hold", lead))
    assert not Lead.objects.get().is_held
    assert set(ModelLogEntry.objects.values_list("action", "label")) == {
        ("leads.place_hold", lead.reference),
        ("leads.lift_hold", lead.reference),
    }
    assert "Complaint" not in str(list(ModelLogEntry.objects.values()))


def test_a_hold_is_placed_and_lifted_once(eraser, lead):
    eraser.post(step("lift_hold", lead))
    eraser.post(step("place_hold", lead), {"reason": "First"})
    eraser.post(step("place_hold", lead), {"reason": "Second"})
    assert Lead.objects.get().hold_reason == "First"
    assert Activity.objects.count() == 1


# Erasing


def test_the_page_shows_what_will_go_and_changes_nothing(eraser, site):
    lead = make_person(site)
    other = factories.LeadFactory(name="Husband", email="other@example.com", phone_e164=lead.phone_e164)
    page = content(eraser.get(step("erase", lead)))
    assert f"{NAME} ({lead.reference})" in page
    assert "with 2 enquiries" in page
    assert "in quarantine" in page
    assert f"Husband ({other.reference})" in page
    assert Enquiry.objects.count() == 3


def test_typing_the_reference_erases_the_person(eraser, site):
    lead = make_person(site)
    response = erase(eraser, lead, f" {lead.reference.lower()} ")
    assert response.url == INBOX
    assert tables_with(*SECRETS) == {}
    assert Tombstone.objects.filter(kind="lead").count() == 1
    assert eraser.get(lead_page(lead)).status_code == 404
    entry = ModelLogEntry.objects.get(action="leads.erase")
    assert (entry.label, entry.user.get_username()) == (lead.reference, "eraser")
    assert NAME not in content(eraser.get(INBOX))


@pytest.mark.parametrize("typed", ["", "L-0", "yes", NAME, "x" * 1000, "\x00"])
def test_any_other_text_erases_nothing(eraser, site, typed):
    lead = make_person(site)
    seen = SEEN.search(content(eraser.get(step("erase", lead))))[1]
    assert content(eraser.post(step("erase", lead), {"seen": seen, "reference": typed}))
    assert Lead.objects.exists()


@pytest.mark.parametrize("seen", [None, "", "1;2", "nonsense"])
def test_nothing_is_erased_that_was_not_shown(eraser, site, seen):
    lead = make_person(site)
    fields = {"reference": lead.reference} | ({"seen": seen} if seen is not None else {})
    response = eraser.post(step("erase", lead), fields, follow=True)
    assert "Look at the list again" in content(response)
    assert Enquiry.objects.count() == 3


def test_a_lead_under_a_hold_stays_and_the_rest_goes(eraser, site):
    lead = make_person(site)
    held = factories.LeadFactory(email=EMAIL, email_key=EMAIL, held_at=timezone.now() - timedelta(days=1))
    assert held.reference in content(eraser.get(step("erase", lead)))
    erase(eraser, lead)
    assert Lead.objects.get() == held
    page = content(eraser.get(step("erase", held)))
    assert "Erase for good" not in page
    response = eraser.post(step("erase", held), {"seen": ";;", "reference": held.reference})
    assert response.status_code == 200
    assert Lead.objects.get() == held
