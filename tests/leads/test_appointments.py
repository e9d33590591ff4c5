from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from leads import calendar_lines
from leads.appointments import NoAppointmentError, appointment_file
from leads.models import ClinicSettings, Lead, LeadStatus, LostReason
from tests import factories

IN_MARCH = datetime(2099, 3, 3, 14, 30, tzinfo=UTC)
CLINIC = ClinicSettings(
    name="Wren & Rowe", street="12, Mill Lane", locality="London", phone="020 7946 0321", email="desk@example.com"
)


@pytest.fixture
def lead(db):
    return factories.LeadFactory(name="Amara Osei", email="amara@example.com", subject="Acne scars")


@pytest.fixture
def booked(lead, desk_user):
    lead.book(IN_MARCH, by=desk_user, minutes=45)
    return lead


def unfolded(file: bytes) -> list[str]:
    assert file.endswith(b"\r\n")
    assert b"\n" not in file.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    return file.decode().replace("\r\n ", "").splitlines()


def event(lead, *, for_visitor: bool = False, clinic=CLINIC) -> dict[str, str]:
    lines = unfolded(appointment_file(lead, clinic, for_visitor=for_visitor))
    return dict(line.split(":", 1) for line in lines)


def test_staff_get_the_time_in_utc_and_the_reference_alone(booked):
    lines = event(booked)
    assert (lines["DTSTART"], lines["DTEND"]) == ("20990303T143000Z", "20990303T151500Z")
    assert lines["SUMMARY"] == f"Consultation {booked.reference}"
    assert lines["LOCATION"] == "12\\, Mill Lane\\, London"
    assert lines["STATUS"] == "CONFIRMED"
    assert (lines["METHOD"], lines["SEQUENCE"]) == ("PUBLISH", "0")


def test_the_visitor_reads_the_name_of_the_clinic_and_whom_to_phone(booked):
    lines = event(booked, for_visitor=True)
    assert lines["SUMMARY"] == "Consultation at Wren & Rowe"
    assert lines["DESCRIPTION"] == "If you cannot come\\, please call 020 7946 0321."
    assert lines['ORGANIZER;CN="Wren & Rowe"'] == "mailto:desk@example.com"


def test_the_visitor_reads_it_in_their_language(booked):
    with translation.override("de"):
        assert event(booked, for_visitor=True)["SUMMARY"] == "Beratung bei Wren & Rowe"


@pytest.mark.parametrize("for_visitor", [True, False])
def test_no_calendar_learns_who_comes_or_why(booked, for_visitor):
    file = appointment_file(booked, CLINIC, for_visitor=for_visitor).decode()
    assert "Amara" not in file
    assert "amara" not in file
    assert "Acne" not in file


def test_a_clinic_without_any_details_has_appointments_too(booked):
    assert event(booked, for_visitor=True, clinic=ClinicSettings())["SUMMARY"] == "Consultation"


def test_both_files_are_the_same_event_with_every_move_a_higher_sequence(booked, desk_user):
    first = event(booked)
    booked.book(IN_MARCH + timedelta(days=1), by=desk_user)
    moved = event(booked, for_visitor=True)
    assert moved["UID"] == first["UID"]
    assert (first["SEQUENCE"], moved["SEQUENCE"]) == ("0", "1")
    assert moved["DTSTART"] == "20990304T143000Z"


def test_a_move_that_is_taken_back_is_a_change_again(booked, desk_user):
    uid = event(booked)["UID"]
    booked.book(IN_MARCH + timedelta(days=1), by=desk_user)
    booked.undo(by=desk_user)
    lines = event(booked)
    assert (lines["UID"], lines["SEQUENCE"], lines["DTSTART"]) == (uid, "2", "20990303T143000Z")


@pytest.mark.parametrize(
    "give_up",
    [
        lambda lead, user: lead.lose(LostReason.PRICE, by=user),
        lambda lead, user: lead.mark_contacted(by=user),
        lambda lead, user: lead.undo(by=user),
    ],
)
def test_a_consultation_that_is_given_up_is_cancelled_under_its_time(booked, desk_user, give_up):
    uid = event(booked)["UID"]
    give_up(booked, desk_user)
    lines = event(booked)
    assert (lines["METHOD"], lines["STATUS"], lines["SEQUENCE"]) == ("CANCEL", "CANCELLED", "1")
    assert (lines["UID"], lines["DTSTART"]) == (uid, "20990303T143000Z")


def test_a_cancellation_names_the_time_that_was_valid_last(booked, desk_user):
    booked.book(IN_MARCH + timedelta(days=1), by=desk_user)
    booked.undo(by=desk_user)
    booked.lose(LostReason.PRICE, by=desk_user)
    assert event(booked)["DTSTART"] == "20990303T143000Z"


def test_a_loss_that_is_taken_back_confirms_the_consultation_again(booked, desk_user):
    uid = event(booked)["UID"]
    booked.lose(LostReason.PRICE, by=desk_user)
    booked.undo(by=desk_user)
    lines = event(booked)
    assert (lines["UID"], lines["STATUS"], lines["SEQUENCE"]) == (uid, "CONFIRMED", "2")


@pytest.mark.parametrize("between", ["mark_no_show", "mark_attended", "mark_contacted"])
def test_the_next_consultation_is_an_event_of_its_own(booked, desk_user, between):
    uid = event(booked)["UID"]
    getattr(booked, between)(by=desk_user)
    booked.book(IN_MARCH + timedelta(days=7), by=desk_user)
    lines = event(booked)
    assert lines["UID"] != uid
    assert lines["SEQUENCE"] == "0"


def test_a_lead_that_was_stored_as_booked_has_a_file_too(db):
    lead = factories.LeadFactory(status=LeadStatus.BOOKED, consultation_at=IN_MARCH)
    assert event(lead)["UID"] == event(Lead.objects.get())["UID"]


def test_without_a_booking_there_is_no_file(lead):
    with pytest.raises(NoAppointmentError):
        appointment_file(lead, CLINIC, for_visitor=False)


def test_a_file_costs_one_query(booked, django_assert_num_queries):
    with django_assert_num_queries(1):
        appointment_file(booked, CLINIC, for_visitor=True)


def test_long_lines_are_folded_between_characters(booked):
    clinic = ClinicSettings(name="Ä€🩺" * 40, street="ß" * 200)
    lines = event(booked, for_visitor=True, clinic=clinic)
    assert lines["SUMMARY"] == f"Consultation at {clinic.name}"
    assert lines["LOCATION"] == clinic.street


def test_what_has_a_meaning_in_calendars_is_escaped():
    assert calendar_lines.text("a;b,c\\d\r\ne\rf\ng\x00\x07") == "a\\;b\\,c\\\\d\\ne\\nf\\ng"
    assert calendar_lines.parameter('A "B"\r\nX:1') == "\"A 'B'X:1\""
    assert calendar_lines.mail_address("a?b&c@example.com") == "mailto:a%3Fb%26c@example.com"


def test_a_time_is_written_in_utc():
    berlin = datetime(2026, 7, 1, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    assert calendar_lines.moment(berlin) == "20260701T070000Z"
