"""A visitor reads about a treatment and asks for a consultation, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect
from wagtail.rich_text import RichText

from leads.models import Enquiry, Lead
from tests import factories

BODY = [
    (
        "key_facts",
        {
            "session_minutes": {"minimum": 30, "maximum": 60},
            "sessions": {"minimum": 3, "maximum": 6},
            "spacing_weeks": {"minimum": 4, "maximum": 6},
            "maintenance_per_year": 1,
            "downtime": "a few days of redness",
            "anaesthesia": "numbing cream",
            "onset": "",
            "longevity": "",
            "areas": ["face"],
            "price": {"amount_from": None, "amount_to": None, "currency": "GBP", "unit": "", "conditions": ""},
        },
    ),
    *(
        ("section", {"heading": f"Part {n}", "text": RichText("<p>Calm words.</p>" * 12), "claims": []})
        for n in range(4)
    ),
    (
        "faq",
        {"heading": "Questions people ask", "items": [{"question": "Does it hurt?", "answer": "<p>A little.</p>"}]},
    ),
]


@pytest.fixture
def microneedling(treatment_index, site):
    form = factories.make_form(
        questions=[
            {"label": "When suits you?", "type": "several_choices", "choices": "Mornings\nEvenings"},
            {"label": "Your skin", "type": "short_text", "is_required": True},
        ],
        statements=[{"purpose": "marketing-email", "text": "You may send me news."}],
    )
    factories.make_clinic(site, form)
    return factories.TreatmentPageFactory(
        parent=treatment_index, title="Microneedling", slug="microneedling", body=BODY
    )


with_and_without_javascript = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])


@with_and_without_javascript
def test_visitor_reads_a_treatment_and_sends_an_enquiry(javascript, open_browser, microneedling):
    page = open_browser(java_script_enabled=javascript)
    page.goto("/treatments/")
    page.get_by_role("link", name="Microneedling").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Microneedling")
    expect(page.get_by_text("30–60 minutes").locator("visible=true").first).to_be_visible()
    page.get_by_text("Does it hurt?").click()
    expect(page.get_by_text("A little.")).to_be_visible()

    page.get_by_label("Your name").fill("Ada Example")
    page.get_by_role("textbox", name="E-mail").fill("ada@example.com")
    page.get_by_label("Mornings").check()
    page.get_by_role("textbox", name="Your skin").fill("Sensitive")
    page.get_by_role("button", name="Send enquiry").click()

    enquiry_heading = page.get_by_role("heading", level=1)
    expect(page).to_have_url(re.compile("/enquiries/thanks/"))
    expect(enquiry_heading).to_be_visible()
    enquiry = Enquiry.objects.get()
    expect(page.get_by_text(enquiry.reference)).to_be_visible()
    assert enquiry.lead == Lead.objects.get()
    assert (enquiry.page_title, enquiry.subject) == ("Microneedling", "Microneedling")
    assert {answer["label"]: answer["value"] for answer in enquiry.answers}["When suits you?"] == ["Mornings"]
    assert [(consent.purpose, consent.is_given) for consent in enquiry.consents.all()] == [("marketing-email", False)]


@with_and_without_javascript
def test_visitor_is_told_what_is_missing_and_keeps_what_was_typed(javascript, open_browser, microneedling):
    page = open_browser(java_script_enabled=javascript)
    page.goto(microneedling.url)
    page.get_by_label("Your name").fill("Ada Example")
    page.get_by_role("textbox", name="Your message").fill("Is it for me?")
    page.get_by_role("button", name="Send enquiry").click()

    summary = page.locator(".leads-form__errors")
    expect(summary).to_be_visible()
    expect(summary).to_be_focused()
    expect(page.get_by_label("Your name")).to_have_value("Ada Example")
    expect(page.get_by_role("textbox", name="Your message")).to_have_value("Is it for me?")
    skin = page.get_by_role("textbox", name="Your skin")
    expect(skin).to_have_attribute("aria-invalid", "true")
    error_id = skin.get_attribute("aria-describedby").split()[-1]
    expect(page.locator(f"#{error_id}")).to_be_visible()
    assert not Enquiry.objects.exists()

    page.get_by_role("textbox", name="E-mail").fill("ada@example.com")
    page.get_by_role("textbox", name="Your skin").fill("Dry")
    page.get_by_role("button", name="Send enquiry").click()
    expect(page).to_have_url(re.compile("/enquiries/thanks/"))
    assert Enquiry.objects.get().message == "Is it for me?"


def test_typed_text_survives_a_lost_connection(open_browser, microneedling):
    page = open_browser()
    page.goto(microneedling.url)
    page.get_by_label("Your name").fill("Ada Example")
    page.get_by_role("textbox", name="E-mail").fill("ada@example.com")
    page.get_by_role("textbox", name="Your skin").fill("Dry")
    page.context.set_offline(True)
    page.get_by_role("button", name="Send enquiry").click()
    expect(page.locator(".leads-form__errors")).to_be_visible()
    expect(page.get_by_label("Your name")).to_have_value("Ada Example")
    page.context.set_offline(False)
    expect(page).to_have_url(re.compile("/enquiries/thanks/"), timeout=20_000)
    assert Enquiry.objects.count() == 1


def test_one_of_too_many_keeps_the_text_and_is_received_later(open_browser, microneedling):
    page = open_browser()
    page.goto(microneedling.url)
    page.route("**/enquiries/*/", lambda route: route.fulfill(status=429, json={}), times=1)
    page.get_by_label("Your name").fill("Ada Example")
    page.get_by_role("textbox", name="E-mail").fill("ada@example.com")
    page.get_by_role("textbox", name="Your skin").fill("Dry")
    page.get_by_role("button", name="Send enquiry").click()
    expect(page.locator(".leads-form__errors")).to_be_visible()
    expect(page.get_by_label("Your name")).to_have_value("Ada Example")
    expect(page).to_have_url(re.compile("/enquiries/thanks/"), timeout=20_000)
    assert Enquiry.objects.count() == 1


def test_sending_twice_in_a_hurry_is_one_enquiry(open_browser, microneedling):
    page = open_browser()
    page.goto(microneedling.url)
    page.get_by_label("Your name").fill("Ada Example")
    page.get_by_role("textbox", name="E-mail").fill("ada@example.com")
    page.get_by_role("textbox", name="Your skin").fill("Dry")
    page.get_by_role("button", name="Send enquiry").dblclick()
    expect(page).to_have_url(re.compile("/enquiries/thanks/"))
    assert Enquiry.objects.count() == 1


def test_bar_on_phones_covers_nothing_that_has_focus(open_browser, microneedling):
    page = open_browser(viewport={"width": 390, "height": 700}, reduced_motion="reduce")
    page.goto(microneedling.url)
    bar = page.locator(".tp-ask").first
    expect(bar).to_be_visible()
    for _step in range(60):
        page.keyboard.press("Tab")
        overlap = page.evaluate(
            """() => {
                const bar = document.querySelector('.tp-ask');
                const focused = document.activeElement;
                if (!focused || focused === document.body || bar.contains(focused)) return null;
                const a = bar.getBoundingClientRect(), b = focused.getBoundingClientRect();
                if (a.height === 0 || getComputedStyle(bar).visibility === 'hidden') return null;
                const covered = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                return covered > 1 && b.top >= a.top ? focused.outerHTML.slice(0, 120) : null;
            }"""
        )
        assert overlap is None


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_page_never_scrolls_sideways(width, open_browser, microneedling):
    page = open_browser(viewport={"width": width, "height": 800})
    for address in ("/", "/treatments/", microneedling.url):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("address", ["/", "/treatments/", "/treatments/microneedling/"])
def test_text_of_twice_the_size_fits_the_width_of_a_phone(address, open_browser, microneedling):
    page = open_browser(viewport={"width": 390, "height": 844})
    page.goto(address)

    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@with_and_without_javascript
def test_a_question_that_depends_on_another_is_asked_when_its_time_comes(
    javascript, open_browser, treatment_index, site
):
    form = factories.make_form(
        questions=[
            {"label": "Have you had it before?", "type": "yes_no"},
            {
                "label": "How was it?",
                "is_required": True,
                "show_if_question": "Have you had it before?",
                "show_if_answers": "yes",
            },
        ],
    )
    factories.make_clinic(site, form)
    page = open_browser(java_script_enabled=javascript)
    page.goto(f"/enquiries/{form.slug}/")
    how = page.get_by_role("textbox", name="How was it?")
    if javascript:
        expect(how).to_be_hidden()
        page.get_by_label("Yes", exact=True).check()
        expect(how).to_be_visible()
        how.fill("Fine")
        page.get_by_label("No", exact=True).check()
        expect(how).to_be_hidden()
        page.get_by_label("Yes", exact=True).check()
        expect(how).to_have_value("Fine")
    else:
        expect(page.get_by_text("Only if you answered")).to_be_visible()
    page.get_by_label("No", exact=True).check()
    page.get_by_label("Your name").fill("Ada Example")
    page.get_by_role("textbox", name="E-mail").fill("ada@example.com")
    page.get_by_role("button", name="Send enquiry").click()
    expect(page).to_have_url(re.compile("/enquiries/thanks/"))
    assert [answer["value"] for answer in Enquiry.objects.get().answers] == ["No", ""]
