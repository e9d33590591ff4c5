"""Somebody at the front desk goes through the inbox: by keyboard alone, on a phone, and by many leads at once."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from leads.models import Lead, LeadStatus, SavedView
from tests import factories

INBOX = "/admin/leads/lead/"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
SMALLEST_TARGET = 44


@pytest.fixture
def three_leads(db):
    """Ann, Bea and Cy, the newest first."""
    now = timezone.now()
    return [
        factories.LeadFactory(name=name, phone="020 7946 0123", last_enquiry_at=now - timedelta(minutes=age))
        for age, name in enumerate(["Ann", "Bea", "Cy"])
    ]


def focused(page) -> str:
    return page.evaluate("document.activeElement.textContent.trim()")


def test_the_inbox_is_worked_by_keyboard_alone(page, three_leads, desk_user, log_in):
    ann, bea, cy = three_leads
    log_in(page, desk_user)
    page.goto(INBOX)
    for key, name in [("j", "Ann"), ("j", "Bea"), ("j", "Cy"), ("j", "Cy"), ("k", "Bea")]:
        page.keyboard.press(key)
        assert focused(page) == name
    page.keyboard.press("x")
    expect(page.locator("[data-bulk-action-footer]")).to_be_visible()
    page.keyboard.press("x")

    page.keyboard.press("Control+a")
    assert Lead.objects.filter(owner=desk_user).count() == 0
    page.keyboard.press("a")
    expect(page.get_by_text("Bea is yours now.")).to_be_visible()
    bea.refresh_from_db()
    assert bea.owner == desk_user

    page.wait_for_load_state()
    page.keyboard.press("/")
    page.keyboard.type("jann")
    expect(page.locator("#id_q")).to_have_value("jann")
    page.locator("#id_q").fill("cy")
    expect(page.locator(".leads-inbox__name")).to_have_count(1)
    page.locator("#id_q").blur()
    page.keyboard.press("j")
    assert focused(page) == "Cy"
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile(rf"/inspect/{cy.pk}/#note$"))
    expect(page.locator("#note textarea")).to_be_visible()

    page.goto(INBOX)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"/inspect/{ann.pk}/\?in="))


def test_the_keys_are_listed_in_a_dialog_that_holds_the_focus(page, three_leads, desk_user, log_in):
    log_in(page, desk_user)
    page.goto(INBOX)
    page.keyboard.press("j")
    page.keyboard.press("?")
    dialog = page.locator("#keyboard-shortcuts-dialog")
    expect(dialog.get_by_role("row", name="Assign the lead to me")).to_be_visible()
    for _press in range(4):
        page.keyboard.press("Tab")
        assert page.evaluate("Boolean(document.activeElement.closest('#keyboard-shortcuts-dialog'))")
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert not Lead.objects.filter(owner=desk_user).exists()
    assert focused(page) == "Ann"


def test_the_keys_rest_for_users_who_switched_them_off(page, three_leads, desk_user, log_in):
    UserProfile.objects.create(user=desk_user, keyboard_shortcuts=False)
    log_in(page, desk_user)
    page.goto(INBOX)
    page.get_by_role("link", name="Ann", exact=True).focus()
    for key in "jxa":
        page.keyboard.press(key)
    assert focused(page) == "Ann"
    expect(page.locator("[data-bulk-action-footer]")).to_be_hidden()
    assert not Lead.objects.filter(owner=desk_user).exists()


def test_on_a_phone_a_lead_is_a_card_that_calls(open_browser, three_leads, desk_user, log_in):
    factories.LeadFactory(name="A" * 200, subject="B" * 255, owner=desk_user, phone="+44 20 7946 0123")
    page = open_browser(**PHONE)
    log_in(page, desk_user)
    page.goto(INBOX)
    expect(page.get_by_role("link", name="Call Ann, 020 7946 0123")).to_have_attribute("href", "tel:02079460123")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    targets = ".leads-call, .leads-tabs__tab, .leads-menu__toggle, .leads-inbox .actions button"
    for target in page.locator(targets).all():
        assert target.bounding_box()["height"] >= SMALLEST_TARGET
    page.get_by_role("button", name="Order").click()
    page.get_by_role("link", name="First answer due").click()
    expect(page).to_have_url(re.compile("ordering=due"))


def test_on_a_phone_the_open_tab_is_in_view(open_browser, three_leads, desk_user, log_in):
    page = open_browser(**PHONE)
    log_in(page, desk_user)
    page.goto(f"{INBOX}?queue=all")
    expect(page.locator(".leads-tabs__tab[aria-current]")).to_be_in_viewport(ratio=1)
    page.locator("#id_q").fill("ann")
    expect(page.locator(".leads-inbox__name")).to_have_count(1)
    expect(page.locator(".leads-tabs__tab[aria-current]")).to_be_in_viewport(ratio=1)


def test_a_view_is_saved_found_again_and_deleted(page, three_leads, desk_user, log_in):
    factories.LeadFactory(name="Mine", owner=desk_user)
    log_in(page, desk_user)
    page.goto(f"{INBOX}?queue=mine&subject=Microneedling")
    expect(page.get_by_role("link", name="Mine", exact=True).last).to_be_visible()
    page.get_by_role("button", name="Views").click()
    page.get_by_role("link", name="Save this view").click()
    page.get_by_label("Name").fill("My needles")
    page.get_by_role("button", name="Save the view").click()
    expect(page).to_have_url(re.compile(r"\?queue=mine&subject=Microneedling$"))

    page.goto(INBOX)
    page.get_by_role("button", name="Views").click()
    page.get_by_role("link", name="My needles").click()
    expect(page.locator(".leads-inbox__name")).to_have_text(["Mine"])
    page.get_by_role("button", name="My needles").click()
    page.get_by_role("link", name="Rename or delete").click()
    page.get_by_role("link", name="Delete My needles").click()
    page.get_by_role("button", name="Delete the view").click()
    expect(page.get_by_text("No saved views yet")).to_be_visible()
    assert not SavedView.objects.exists()


def test_many_leads_move_at_once_and_those_that_refuse_are_named(page, three_leads, desk_user, log_in):
    Lead.objects.filter(name="Bea").update(status=LeadStatus.CONVERTED)
    log_in(page, desk_user)
    page.goto(f"{INBOX}?queue=all")
    page.locator("#id_q").fill("nobody like this")
    expect(page.get_by_text("Nothing found for")).to_be_visible()
    page.locator("#id_q").fill("")
    expect(page.locator(".leads-inbox__name")).to_have_count(3)
    page.locator("thead [data-bulk-action-select-all-checkbox]").check()
    page.get_by_role("link", name="Mark lost").click()
    expect(page.get_by_role("heading", name="1 lead is left alone")).to_be_visible()
    expect(page.get_by_text("A lead that is “Converted” cannot become “Lost”.")).to_be_visible()
    page.get_by_label("Reason").select_option("price")
    page.get_by_role("button", name="Mark lost").click()
    expect(page.get_by_text("2 leads are marked as lost.")).to_be_visible()
    assert Lead.objects.filter(status=LeadStatus.LOST).count() == 2
