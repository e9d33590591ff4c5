"""A morning at the front desk: one lead after the other, by mouse, by keyboard, on a phone, and two people at once."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from leads.models import ActivityKind, Lead, LeadStatus
from tests import factories

INBOX = "/admin/leads/lead/"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.fixture
def leads(clinic):
    """Ann and Bea, the newest first, each with an enquiry."""
    now = timezone.now()
    made = []
    for age, name in enumerate(["Ann", "Bea"]):
        lead = factories.LeadFactory(
            name=name,
            site=clinic.site,
            phone="020 7946 0123",
            phone_e164="+442079460123",
            last_enquiry_at=now - timedelta(minutes=age),
        )
        factories.EnquiryFactory(lead=lead, message=f"This is {name}.")
        made.append(lead)
    return made


def page_of(lead) -> str:
    return f"{INBOX}inspect/{lead.pk}/"


def tab(page, name: str):
    return page.locator("label.leads-composer__tab", has_text=name)


def day_after_tomorrow() -> str:
    return (timezone.localdate() + timedelta(days=2)).isoformat()


def test_a_morning_from_the_inbox_to_a_patient(page, leads, desk_user, log_in):
    ann, _bea = leads
    log_in(page, desk_user)
    page.goto(INBOX)
    page.get_by_role("link", name="Ann", exact=True).click()
    expect(page.get_by_text("This is Ann.")).to_be_visible()
    expect(page.get_by_role("link", name="020 7946 0123", exact=True)).to_have_attribute("href", "tel:+442079460123")

    page.get_by_role("link", name="Log a call").click()
    page.locator("#call").get_by_label("Reached").check()
    page.locator("#call textarea").fill("Would like to come on a Thursday.")
    page.get_by_role("button", name="Log the call").click()
    expect(page.get_by_text("Would like to come on a Thursday.")).to_be_visible()

    tab(page, "Consultation").click()
    page.locator("#book [name=date]").fill(day_after_tomorrow())
    page.locator("#book [name=time]").fill("14:30")
    page.get_by_role("button", name="Book the consultation").click()
    expect(page.locator(".leads-dates-set")).to_contain_text("14:30, 30 minutes")
    with page.expect_download() as download:
        page.get_by_role("link", name="for us").click()
    file = download.value.path().read_text()
    assert f"SUMMARY:Consultation {ann.reference}" in file
    assert "Ann" not in file

    page.get_by_role("button", name="Came to the consultation").click()
    page.get_by_role("button", name="Mark converted").click()
    expect(page.locator(".leads-summary")).to_contain_text("Converted")
    ann.refresh_from_db()
    assert ann.status == LeadStatus.CONVERTED

    page.wait_for_load_state()  # with the keys
    page.keyboard.press("j")
    expect(page.get_by_text("This is Bea.")).to_be_visible()


def test_two_people_at_one_lead_hear_of_each_other_and_lose_nothing(page, leads, desk_user, log_in):
    ann, _bea = leads
    ben = factories.make_user("leads.view_lead", "leads.change_lead", first_name="Ben", last_name="Whitlock")
    log_in(page, desk_user)
    page.clock.install()
    page.goto(page_of(ann))
    page.locator("#note textarea").fill("Half a sentence")
    ann.log_call("reached", by=ben)

    page.clock.fast_forward(21_000)
    expect(page.get_by_text("Ben Whitlock called and reached the person")).to_be_visible()
    page.get_by_role("link", name="Show", exact=True).click()
    expect(page.get_by_text("The page is up to date. What you typed is still here.")).to_be_visible()
    expect(page.locator(".leads-timeline")).to_contain_text("Ben Whitlock called and reached the person")
    expect(page.locator("#note textarea")).to_have_value("Half a sentence")

    Lead.objects.get(pk=ann.pk).set_follow_up(timezone.now() + timedelta(days=3), by=ben)
    tab(page, "Call").click()
    page.locator("#note textarea").evaluate("field => { field.value = ''; }")
    page.locator("#call").get_by_label("No answer").check()
    page.locator("#call textarea").fill("Rang twice.")
    page.get_by_role("button", name="Log the call").click()
    expect(page.get_by_role("alert")).to_contain_text("Ben Whitlock set the follow-up")
    expect(page.locator("#call textarea")).to_have_value("Rang twice.")
    expect(page.locator("#call").get_by_label("No answer")).to_be_checked()
    page.get_by_role("button", name="Log the call").click()
    expect(page.locator(".leads-timeline")).to_contain_text("Rang twice.")


def test_the_page_is_worked_by_keyboard_alone(page, leads, desk_user, log_in):
    ann, _bea = leads
    log_in(page, desk_user)
    page.goto(page_of(ann))
    page.wait_for_load_state()
    page.keyboard.press("?")
    keys = page.locator("#keyboard-shortcuts-dialog")
    expect(keys.get_by_role("row", name="Consultation b")).to_be_visible()
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.keyboard.press("n")
    expect(page.locator("#note textarea")).to_be_focused()
    page.keyboard.type("jkc is only text here")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".leads-timeline")).to_contain_text("jkc is only text here")

    page.wait_for_load_state()
    page.locator("#tab-note").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#call")).to_be_visible()
    expect(page.locator("#note")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#follow_up")).to_be_visible()

    page.get_by_role("button", name="Copy Ann").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Selected: press Ctrl+C").or_(page.get_by_text("Copied")).first).to_be_visible()


def test_the_page_works_without_scripts(open_browser, page, leads, desk_user, log_in):
    ann, _bea = leads
    log_in(page, desk_user)
    still = open_browser(java_script_enabled=False)
    still.context.add_cookies(page.context.cookies())
    still.goto(page_of(ann))
    expect(still.locator("[data-leads-copy]").first).to_be_hidden()
    tab(still, "Status").click()
    expect(still.locator("#status")).to_be_visible()
    expect(still.locator("#note")).to_be_hidden()
    still.get_by_label("Lost: nothing comes of it").check()
    still.get_by_label("Reason").select_option("price")
    still.get_by_role("button", name="Change the status").click()
    expect(still.locator(".leads-summary")).to_contain_text("Lost")
    still.get_by_text("Undo…").click()
    expect(still.get_by_text("This takes back:")).to_be_visible()
    still.get_by_role("button", name="Take it back").click()
    ann.refresh_from_db()
    assert ann.status == LeadStatus.NEW


def test_a_lead_is_worked_on_a_phone(open_browser, leads, desk_user, log_in):
    ann, _bea = leads
    page = open_browser(**PHONE)
    log_in(page, desk_user)
    page.goto(page_of(ann) + "?in=queue%3Dopen")
    for name in ["Call", "Follow-up", "Consultation", "Status", "Owner", "Note"]:
        tab(page, name).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    tab(page, "Call").click()
    page.locator("#call").get_by_label("Left a message").check()
    page.locator("#call").get_by_label("Tomorrow").check()
    page.get_by_role("button", name="Log the call").click()
    expect(page.locator(".leads-dates-set")).to_contain_text("Follow-up")
    assert ann.activities.filter(kind=ActivityKind.CALL).exists()
