"""A visitor looks through the treatments: filters, search, order and comparison, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect
from wagtail.models import Locale

from tests import factories
from treatment_pages.models import BodyArea, Concern, TreatmentPage

with_and_without_javascript = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])


@pytest.fixture
def treatments(treatment_index, site):
    """Six treatments; two for scars, of which one is for the legs."""
    locale = Locale.get_default()
    scars, redness = (Concern.objects.create(name=name, locale=locale) for name in ["Acne scars", "Redness"])
    face, legs = (BodyArea.objects.create(name=name, locale=locale) for name in ["Face", "Legs"])
    factories.make_clinic(site)

    def add(title: str, concerns, areas, minutes: int):
        page = factories.TreatmentPageFactory(
            parent=treatment_index,
            title=title,
            body=[("key_facts", {"session_minutes": {"maximum": minutes}, "anaesthesia": "cream"})],
        )
        page.concerns.set(concerns)
        page.body_areas.set(areas)
        page.save()

    add("Microneedling", [scars], [face], 60)
    add("Chemical peel", [scars], [legs], 30)
    add("Laser", [redness], [face], 20)
    for name in ["Facial", "Light", "Filler"]:
        add(name, [], [face], 10)


def cards(page):
    return page.locator(".tp-treatment__name")


@with_and_without_javascript
def test_visitor_narrows_the_list_and_widens_it_again(javascript, open_browser, treatments):
    page = open_browser(java_script_enabled=javascript)
    page.goto("/treatments/")
    page.get_by_role("link", name="Acne scars").click()
    expect(page).to_have_url(re.compile(r"/treatments/concern/acne-scars/$"))
    expect(page).to_have_title(re.compile("Treatments for acne scars"))
    expect(cards(page)).to_have_text(["Chemical peel", "Microneedling"])

    page.get_by_role("navigation", name="Filter the treatments").get_by_role("link", name="Legs").click()
    expect(page).to_have_url(re.compile(r"\?concern=acne-scars&area=legs$"))
    expect(cards(page)).to_have_text(["Chemical peel"])

    page.get_by_role("link", name="Remove: Legs").click()
    expect(cards(page)).to_have_count(2)
    page.get_by_role("link", name="Clear all").click()
    expect(page).to_have_url(re.compile(r"/treatments/$"))
    expect(cards(page)).to_have_count(6)


@with_and_without_javascript
def test_visitor_searches_misspells_and_is_put_right(javascript, open_browser, treatments):
    page = open_browser(java_script_enabled=javascript)
    page.goto("/treatments/")
    page.get_by_role("searchbox", name="Find a treatment").fill("micronedling")
    page.get_by_role("button", name="Search").click()
    page.get_by_text("Did you mean").get_by_role("link", name="Microneedling").click()
    expect(cards(page)).to_have_text(["Microneedling"])


@with_and_without_javascript
def test_visitor_puts_the_list_in_another_order(javascript, open_browser, treatments):
    page = open_browser(java_script_enabled=javascript)
    page.goto("/treatments/concern/acne-scars/")
    page.get_by_label("Order").select_option("time")
    if not javascript:
        page.get_by_role("button", name="Apply").click()
    expect(page).to_have_url(re.compile("sort=time"))
    expect(cards(page)).to_have_text(["Chemical peel", "Microneedling"])


@with_and_without_javascript
def test_visitor_compares_two_treatments(javascript, open_browser, treatments):
    page = open_browser(java_script_enabled=javascript)
    page.goto("/treatments/")
    for name in ["Microneedling", "Laser"]:
        page.get_by_role("checkbox", name=f"Compare {name}").check()
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Compare treatments")
    table = page.get_by_role("table")
    expect(table.get_by_role("row", name="One session")).to_contain_text("up to 20 minutes")
    page.get_by_role("link", name="Remove Laser").click()
    expect(table.get_by_role("columnheader")).to_have_count(2)


def test_the_list_changes_without_a_reload_and_says_so(page, treatments):
    page.goto("/treatments/")
    page.evaluate("window.stillHere = true")
    page.get_by_role("link", name="Acne scars").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("2 treatments")
    expect(page.locator("#filter-concern-acne-scars")).to_be_focused()
    page.go_back()
    expect(cards(page)).to_have_count(6)
    expect(page).to_have_title(re.compile("^Treatments"))
    assert page.evaluate("window.stillHere")


def test_the_tray_keeps_what_was_chosen_and_takes_no_fifth(page, treatments):
    page.goto("/treatments/")
    for name in ["Microneedling", "Laser", "Facial", "Light"]:
        page.get_by_role("checkbox", name=f"Compare {name}").check()
    page.get_by_role("checkbox", name="Compare Filler").click()
    expect(page.get_by_role("status")).to_contain_text("Four treatments are chosen")
    expect(page.get_by_role("checkbox", name="Compare Filler")).not_to_be_checked()

    page.get_by_role("link", name="Acne scars").click()
    expect(cards(page)).to_have_count(2)
    chosen = page.get_by_role("list", name="Chosen to compare")
    expect(chosen.get_by_role("listitem")).to_have_count(4)
    chosen.get_by_role("button", name="Remove: Light").click()
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("columnheader")).to_have_count(4)


def test_the_comparison_fits_a_phone(open_browser, treatments):
    page = open_browser(viewport={"width": 390, "height": 844})
    page.goto("/treatments/compare/?t=microneedling&t=laser&t=facial&t=light")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.locator(".tp-table").evaluate("table => table.scrollWidth") > 390
    page.get_by_role("region", name="Compare").evaluate("table => table.scrollTo(400, 0)")
    expect(page.get_by_role("rowheader", name="One session")).to_be_in_viewport()


def test_the_list_fits_a_phone_however_many_words_there_are_to_filter_by(open_browser, treatments):
    treatment = TreatmentPage.objects.get(title="Laser")
    treatment.concerns.set(
        [Concern.objects.create(name=f"Concern {n}", locale=Locale.get_default()) for n in range(12)]
    )
    treatment.save()
    page = open_browser(viewport={"width": 390, "height": 844})
    page.goto("/treatments/")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
