"""The calendar file of a consultation, as staff download it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.leads.desk.listing import lead_page, step

SOON = timezone.now() + timedelta(days=2)


@pytest.fixture
def booked(lead, desk_user, clinic):
    lead.site = clinic.site
    lead.save()
    lead.book(SOON, by=desk_user)
    return lead


def test_staff_download_the_appointment(desk, booked):
    assert f'href="{step("appointment", booked)}"' in desk.get(lead_page(booked)).content.decode()
    response = desk.get(step("appointment", booked))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="consultation-{booked.reference}.ics"'
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert f"SUMMARY:Consultation {booked.reference}" in response.content.decode()


def test_the_visitors_file_is_in_the_visitors_language(desk, booked):
    factories.EnquiryFactory(lead=booked, language="de")
    assert "SUMMARY:Beratung bei Wren & Rowe" in desk.get(step("appointment", booked) + "?for=visitor").content.decode()


def test_a_consultation_that_was_given_up_leaves_a_file_that_cancels_it(desk, desk_user, booked):
    booked.mark_contacted(by=desk_user)
    page = desk.get(lead_page(booked)).content.decode()
    assert "The consultation was given up." in page
    assert "STATUS:CANCELLED" in desk.get(step("appointment", booked)).content.decode()


def test_without_a_consultation_there_is_no_file(desk, lead):
    assert desk.get(step("appointment", lead)).status_code == 404
    assert "appointment" not in desk.get(lead_page(lead)).content.decode()


def test_only_who_may_see_the_lead_gets_its_file(client, editor, booked):
    client.force_login(editor)
    assert client.get(step("appointment", booked)).status_code == 403


@pytest.mark.parametrize("audience", ["", "x", "\0", "visitor&for=staff"])
def test_nonsense_gets_the_file_for_staff(desk, booked, audience):
    response = desk.get(f"{step('appointment', booked)}?for={audience}")
    assert b"SUMMARY:Consultation L-" in response.content
