"""Someone at the front desk finds an enquiry as a lead and works on it."""

import re

import pytest
from playwright.sync_api import expect

from leads.models import Lead, LeadStatus
from tests import factories


@pytest.fixture
def enquiry_in_the_desk(page, treatment_page, clinic):
    """An enquiry that was really sent, among leads that were not."""
    for number in range(3):
        factories.LeadFactory(name=f"Somebody Else {number}", site=clinic.site)
    page.goto(treatment_page.url)
    page.get_by_label("Your name").fill("Ada Example")
    page.get_by_role("textbox", name="Phone").fill("07700 900123")
    page.get_by_role("textbox", name="Your message").fill("Would it help <b>my</b> scars?")
    page.get_by_role("button", name="Send enquiry").click()
    expect(page).to_have_url(re.compile("/enquiries/thanks/"))
    return Lead.objects.get(name="Ada Example")


def test_staff_find_the_lead_mark_it_contacted_and_add_a_note(page, enquiry_in_the_desk, desk_user, log_in):
    log_in(page, desk_user)
    page.get_by_role("link", name="Leads", exact=True).first.click()
    expect(page.get_by_role("link", name="Somebody Else 1")).to_be_visible()
    page.get_by_role("textbox", name="Search").first.fill("ada 0123")
    expect(page.get_by_role("link", name="Somebody Else 1")).to_have_count(0)
    page.get_by_role("link", name="Ada Example", exact=True).click()

    expect(page.get_by_text("Would it help <b>my</b> scars?")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("07700 900123")).first).to_have_attribute(
        "href", re.compile("^tel:")
    )
    page.get_by_role("button", name="Mark contacted").click()
    expect(page.get_by_text("is marked as contacted")).to_be_visible()
    expect(page.get_by_role("button", name="Mark contacted")).to_have_count(0)

    page.locator("#note textarea").fill("Prefers Thursday evenings.")
    page.get_by_role("button", name="Add note").click()
    expect(page.get_by_text("The note is on the timeline.")).to_be_visible()
    expect(page.get_by_text("Prefers Thursday evenings.")).to_be_visible()

    lead = enquiry_in_the_desk
    lead.refresh_from_db()
    assert lead.status == LeadStatus.CONTACTED
    assert not lead.is_unread
    assert lead.first_response_at is not None
    assert [entry.actor for entry in lead.activities.filter(kind__in=["status", "note"])] == [desk_user, desk_user]


def test_editor_without_lead_permission_sees_no_trace_of_leads(page, enquiry_in_the_desk, editor, log_in):
    log_in(page, editor)
    expect(page.get_by_role("link", name="Leads", exact=True)).to_have_count(0)
    response = page.goto(f"/admin/leads/lead/inspect/{enquiry_in_the_desk.pk}/")
    assert response.status == 403
    expect(page.get_by_text("Ada Example")).to_have_count(0)


def test_inbox_fits_a_phone(open_browser, enquiry_in_the_desk, desk_user, log_in):
    page = open_browser(viewport={"width": 390, "height": 844})
    log_in(page, desk_user)
    page.goto("/admin/leads/lead/")
    expect(page.get_by_role("link", name="Ada Example", exact=True)).to_be_visible()
    page.get_by_role("link", name="Ada Example", exact=True).click()
    expect(page.get_by_role("button", name="Mark contacted")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
