"""Whose enquiry it is: spelling does not matter, a shared phone does not mix people up."""

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from leads.matching import KEY_LENGTH, contact_keys, email_key, find_lead, phone_e164
from leads.models import LeadStatus
from tests.factories import LeadFactory


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Ada@Example.COM ", "ada@example.com"),
        ("ada@exämple.com", "ada@xn--exmple-cua.com"),
        ("a.d.a+skin@example.com", "a.d.a+skin@example.com"),
        ("\u200eada@example.com", "ada@example.com"),
        ("ada@" + "x" * 80 + ".com", "ada@" + "x" * 80 + ".com"),
        ("", ""),
    ],
)
def test_the_same_mailbox_has_one_key(typed, key):
    assert email_key(typed) == key


@pytest.mark.parametrize(
    ("typed", "region", "number"),
    [
        ("020 7946 0321", "GB", "+442079460321"),
        ("07700 900123", "GB", "+447700900123"),
        ("+44 (0)20 7946 0321", "GB", "+442079460321"),
        ("(212) 555-0123", "US", "+12125550123"),
        ("0044 20 7946 0321", "GB", "+442079460321"),
        ("call the front desk", "GB", ""),
        ("12", "GB", ""),
        ("020 7946 0321", "??", ""),
        ("", "GB", ""),
        ("9" * 60, "GB", ""),
    ],
)
def test_a_phone_is_compared_as_an_international_number(typed, region, number):
    assert phone_e164(typed, region) == number


@given(st.text(), st.text())
def test_no_text_breaks_the_keys(email, phone):
    keys = contact_keys(email, phone, "GB")
    assert len(keys.email) <= KEY_LENGTH
    assert all(-(2**63) <= number < 2**63 for number in keys.locks)


def test_locks_come_in_one_order_for_everybody():
    locks = contact_keys("ada@example.com", "020 7946 0321", "GB").locks
    assert len(locks) == 2
    assert locks == sorted(locks)


@pytest.mark.parametrize("typed", ["front desk", "ask at the desk:"])
def test_a_phone_that_is_no_number_is_locked_as_it_was_typed(typed):
    assert contact_keys("", typed, "GB").locks


@pytest.fixture
def lead(site):
    return LeadFactory(site=site, email="ada@example.com", email_key="ada@example.com", phone_e164="+442079460321")


def found(site, email="", phone=""):
    return find_lead(site, contact_keys(email, phone, "GB"))


def test_the_same_address_is_the_same_person_whatever_the_phone(site, lead):
    assert found(site, "ADA@example.com", "07700 900123").lead == lead


def test_the_same_phone_is_the_same_person_when_no_address_contradicts(site, lead):
    assert found(site, "", "020 7946 0321").lead == lead


def test_the_same_phone_with_another_address_may_be_a_duplicate(site, lead):
    match = found(site, "bea@example.com", "020 7946 0321")
    assert match.lead is None
    assert match.possible_duplicate == lead


def test_a_lead_without_address_is_joined_by_phone(site):
    lead = LeadFactory(site=site, email="", email_key="", phone_e164="+442079460321")
    assert found(site, "bea@example.com", "020 7946 0321").lead == lead


def test_the_persons_open_lead_comes_before_a_later_closed_one(site, lead):
    LeadFactory(site=site, email_key="ada@example.com", status=LeadStatus.LOST, last_enquiry_at=timezone.now())
    assert found(site, "ada@example.com").lead == lead


def test_the_latest_of_several_closed_leads_is_taken(site):
    for days in (3, 1, 2):
        LeadFactory(
            site=site,
            email_key="ada@example.com",
            status=LeadStatus.LOST,
            last_enquiry_at=timezone.now() - timezone.timedelta(days=days),
            name=f"{days} days",
        )
    assert found(site, "ada@example.com").lead.name == "1 days"


def test_another_sites_leads_are_another_clinics(site, lead):
    assert found(None, "ada@example.com", "020 7946 0321") == (None, None)


def test_leads_without_contact_data_match_nobody(site):
    LeadFactory(site=site, email="", email_key="", phone_e164="")
    assert found(site, "ada@example.com", "front desk").lead is None
    assert found(site, "", "front desk").lead is None
