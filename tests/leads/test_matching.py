"""Whose enquiry it is: spelling does not matter, a shared phone does not mix people up."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from leads.matching import KEY_LENGTH, contact_keys, email_key, find_lead, phone_e164
from leads.models import Lead, LeadStatus
from tests.factories import EnquiryFactory, LeadFactory


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


# What earlier enquiries gave


def wrote(lead, email="", phone="") -> None:
    keys = contact_keys(email, phone, "GB")
    EnquiryFactory(lead=lead, email=email, phone=phone, email_key=keys.email, phone_e164=keys.phone)


def test_the_address_of_an_earlier_enquiry_is_the_persons_too(site, lead):
    wrote(lead, "ada.private@example.com")
    assert found(site, "Ada.Private@example.com").lead == lead


def test_the_number_of_an_earlier_enquiry_is_the_persons_too(site, lead):
    wrote(lead, "ada@example.com", "07700 900123")
    assert found(site, "", "+44 7700 900123").lead == lead
    match = found(site, "bea@example.com", "07700 900123")
    assert match == (None, lead)


def test_an_address_of_an_earlier_enquiry_contradicts_another_one(site):
    lead = LeadFactory(site=site, email="", email_key="", phone_e164="+442079460321")
    wrote(lead, "ada@example.com", "020 7946 0321")
    assert found(site, "bea@example.com", "020 7946 0321") == (None, lead)
    assert found(site, "ada@example.com", "020 7946 0321").lead == lead


def test_an_enquiry_in_quarantine_makes_nobody_known(site):
    wrote(None, "spam@example.com", "07700 900123")
    assert found(site, "spam@example.com", "07700 900123") == (None, None)


def test_the_open_lead_that_knows_an_address_comes_before_the_closed_one_that_is_called_so(site):
    LeadFactory(site=site, email_key="ada@example.com", status=LeadStatus.CONVERTED)
    still_open = LeadFactory(site=site)
    wrote(still_open, "ada@example.com")
    assert found(site, "ada@example.com").lead == still_open


def test_an_emptied_lead_is_passed_over(site, lead):
    successor = LeadFactory(site=site)
    Lead.objects.filter(pk=lead.pk).update(emptied_into=successor)
    assert found(site, "ada@example.com", "020 7946 0321") == (None, None)


def test_matching_takes_three_queries_at_most_and_reads_indexes(site, lead, django_assert_num_queries):
    for number in range(30):
        wrote(lead, f"ada{number}@example.com", "020 7946 0321")
    with django_assert_num_queries(3), CaptureQueriesContext(connection) as queries:
        assert found(site, "bea@example.com", "020 7946 0321").possible_duplicate == lead
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for query in queries:
                plan = "\n".join(str(row) for row in cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}"))
                assert "SCAN leads_" not in plan
