"""What a visitor's browser keeps of the way here, and tells with an enquiry."""

import re

import pytest
from playwright.sync_api import expect

from leads.models import Enquiry

STORED = "[localStorage.getItem('leads:touches'), sessionStorage.getItem('leads:touches')].filter(Boolean)"
CONSENT = "allowed => document.dispatchEvent(new CustomEvent('leads:consent', {detail: {attribution: allowed}}))"
ARRIVAL = "/?utm_source=news&utm_campaign=spring&email=ada@example.com"


@pytest.fixture
def treatment_page(clinic, treatment_page):
    return treatment_page


@pytest.fixture
def attribution_by(settings):
    def set_storage(storage, *, needs_consent=False):
        settings.LEADS = {
            **settings.LEADS,
            "ATTRIBUTION_STORAGE": storage,
            "ATTRIBUTION_NEEDS_CONSENT": needs_consent,
        }

    return set_storage


def read_on_and_send(page, treatment_page) -> dict:
    """Go on to the treatment and send an enquiry; what is kept of the way."""
    page.goto(treatment_page.url)
    page.get_by_label("Your name").fill("Ada Example")
    page.get_by_role("textbox", name="E-mail").fill("ada@example.com")
    page.get_by_role("button", name="Send enquiry").click()
    expect(page).to_have_url(re.compile("/enquiries/thanks/"))
    return Enquiry.objects.get().attribution


@pytest.mark.parametrize("storage", ["session", "local"])
def test_the_first_page_of_a_visit_is_remembered(storage, attribution_by, page, treatment_page):
    attribution_by(storage)
    page.goto(ARRIVAL)
    arrival = {"landing_path": "/", "utm_source": "news", "utm_campaign": "spring"}
    assert read_on_and_send(page, treatment_page) == {"first": arrival, "last": arrival}


def test_a_later_campaign_is_the_last_touch_and_leaves_the_first(attribution_by, page, treatment_page):
    attribution_by("session")
    page.goto(ARRIVAL)
    page.goto("/treatments/?gclid=CLICK-7")
    found = read_on_and_send(page, treatment_page)
    assert found["first"]["utm_source"] == "news"
    assert found["last"] == {"landing_path": "/treatments/", "gclid": "CLICK-7"}


def test_without_storage_only_the_page_of_the_form_is_known(attribution_by, page, treatment_page):
    attribution_by("none")
    page.goto(ARRIVAL)
    assert page.evaluate(STORED) == []
    assert read_on_and_send(page, treatment_page) == {"last": {"landing_path": treatment_page.url}}


def test_nothing_is_stored_before_the_consent_and_nothing_after_its_withdrawal(attribution_by, page, treatment_page):
    attribution_by("local", needs_consent=True)
    page.goto(ARRIVAL)
    assert page.evaluate(STORED) == []
    page.evaluate(CONSENT, True)
    assert "news" in page.evaluate(STORED)[0]
    assert "ada" not in page.evaluate(STORED)[0]
    page.goto(treatment_page.url)
    page.evaluate(CONSENT, False)
    assert page.evaluate(STORED) == []
    assert read_on_and_send(page, treatment_page) == {"last": {"landing_path": treatment_page.url}}


def test_a_consent_holds_on_the_pages_after_it(attribution_by, page, treatment_page):
    attribution_by("session", needs_consent=True)
    page.goto(ARRIVAL)
    page.evaluate(CONSENT, True)
    assert read_on_and_send(page, treatment_page)["first"]["utm_source"] == "news"


def test_the_way_is_told_of_a_form_sent_without_the_forms_script(open_browser, treatment_page):
    page = open_browser()
    page.route("**/enquiry-form.js", lambda route: route.abort())
    assert read_on_and_send(page, treatment_page) == {"last": {"landing_path": treatment_page.url}}
