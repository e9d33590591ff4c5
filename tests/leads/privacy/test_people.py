"""Whose data it is: an e-mail is a person, a phone is often shared."""

import pytest

from leads.privacy.people import ContactError, find_person, person_of
from tests import factories

pytestmark = pytest.mark.django_db


def make(email="", phone="", **fields):
    keys = {"email": email, "email_key": email, "phone": phone, "phone_e164": phone}
    lead = factories.LeadFactory(**keys)
    return factories.EnquiryFactory(lead=lead, **{**keys, **fields})


def references(person):
    return [lead.reference for lead in person.leads], [enquiry.reference for enquiry in person.enquiries]


def of(*enquiries):
    return [enquiry.lead.reference for enquiry in enquiries], [enquiry.reference for enquiry in enquiries]


def test_an_address_of_an_earlier_enquiry_leads_to_everything():
    lead = make("new@example.com").lead
    old = factories.EnquiryFactory(lead=lead, email="old@example.com", email_key="old@example.com")
    before = make("old@example.com")
    assert {lead.pk, before.lead_id} == {found.pk for found in find_person("new@example.com").leads}
    assert old in find_person("new@example.com").enquiries
    assert references(find_person("old@example.com")) == references(find_person("new@example.com"))


def test_enquiries_in_quarantine_are_found():
    held_back = factories.EnquiryFactory(
        lead=None, name="A", email="a@example.com", email_key="a@example.com", phone=""
    )
    person = find_person("A@example.com")
    assert person
    assert person.enquiries == [held_back]


def test_a_call_from_a_known_number_without_an_address_is_the_same_person():
    written, called = make("ada@example.com", "+442079460123"), make("", "+442079460123")
    assert references(find_person("ada@example.com")) == of(written, called)


def test_somebody_else_with_the_same_phone_is_left_out_and_reported():
    ada, bob = make("ada@example.com", "+442079460123"), make("bob@example.com", "+442079460123")
    person = find_person("ada@example.com")
    assert references(person) == of(ada)
    assert person.lookalikes == [bob.lead]


def test_a_phone_finds_everybody_who_gave_it():
    ada, bob = make("ada@example.com", "+442079460123"), make("bob@example.com", "+442079460123")
    assert references(find_person("020 7946 0123")) == of(ada, bob)


def test_a_number_is_read_as_in_the_clinics_country(clinic):
    clinic.phone_region = "DE"
    clinic.save()
    called = make("", "+493012345678")
    assert references(find_person("030 12345678")) == of(called)


def test_the_person_of_a_lead_without_any_contact_is_the_lead():
    first, second = make(), make()
    assert references(person_of(first.lead)) == of(first)
    assert references(person_of(second.lead)) == of(second)


def test_nobody_is_nobody():
    make("ada@example.com")
    assert not find_person("bea@example.com")
    assert not find_person("+44 20 7946 0999")


def test_a_lead_staff_added_by_hand_is_found_without_an_enquiry():
    lead = factories.LeadFactory(email="ada@example.com", email_key="ada@example.com")
    assert find_person("ada@example.com").leads == [lead]


@pytest.mark.parametrize("text", ["", "ada", "@", "a@b"])
def test_what_is_no_contact_is_refused(text):
    with pytest.raises(ContactError):
        find_person(text)


def test_it_costs_the_same_however_many_leads_there_are(django_assert_max_num_queries):
    for _number in range(10):
        make("ada@example.com", "+442079460123")
    with django_assert_max_num_queries(16):
        find_person("ada@example.com")
