"""Someone from marketing writes a claim without proof, is stopped, proves it, and publishes."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect
from wagtail.models import PageLogEntry
from wagtail.rich_text import RichText

from tests import factories
from treatment_pages.models import TreatmentPage

STATISTIC = "In one trial 87% of people had smoother skin."


@pytest.fixture(autouse=True)
def enforced(settings):
    """Errors stop publishing, as on every site that does not say otherwise."""
    settings.TREATMENT_PAGES = {**settings.TREATMENT_PAGES, "EDITORIAL": {}}


@pytest.fixture
def writer(clinic):
    return factories.make_user(username="writer", is_superuser=True)


@pytest.fixture
def draft(treatment_index, home_page):
    """A page that lacks nothing but its risks."""
    reviewer = factories.PractitionerPageFactory(parent=home_page, title="Alex Example")
    text = RichText("<p>Fine needles make small channels in the skin.</p>")
    page = factories.TreatmentPageFactory(
        parent=treatment_index,
        title="Needling",
        live=False,
        medical_reviewer=reviewer,
        reviewed_on=date(2026, 11, 1),
        body=[
            ("section", {"heading": "What it is", "text": text}),
            ("suitability", {"suitable_for": ["Acne scars"], "not_suitable_for": ["Active infection"]}),
        ],
    )
    page.save_revision()
    return page


def publish(page):
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()


def findings(page):
    return page.locator(".tp-checks .tp-finding")


def test_a_claim_is_stopped_proven_and_published(page, draft, writer, log_in):
    factories.SourceFactory(title="How skin heals after needling")
    log_in(page, writer)
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    text = page.locator("[data-streamfield-child] .public-DraftEditor-content").first
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(f" {STATISTIC}")
    expect(page.locator("[name='body-0-value-text']")).to_have_value(re.compile("87%"))

    publish(page)
    refusals = page.locator("[data-tp-refusals]")
    expect(refusals.get_by_text(STATISTIC)).to_be_visible()
    expect(refusals).to_contain_text("STR-01")
    assert not TreatmentPage.objects.get(pk=draft.pk).live

    refusals.get_by_role("listitem").filter(has_text=STATISTIC).get_by_role("button", name="Show").click()
    expect(page.locator(".tp-found")).to_be_in_viewport()
    assert page.evaluate("getSelection().toString()") == STATISTIC

    page.get_by_role("button", name="Toggle checks").click()
    unproven = findings(page).filter(has_text=STATISTIC)
    unproven.get_by_role("button", name="Add source").click()
    page.get_by_role("dialog").get_by_role("link", name="How skin heals after needling").click()
    expect(text.locator(".tp-claim-entity")).to_have_text(STATISTIC)
    expect(unproven).to_have_count(0)

    page.get_by_title("Insert a block").last.click()
    page.get_by_role("option", name="Risks").click()
    risks = page.locator("[data-streamfield-child]:has(> input[name$='-type'][value='risks'])")
    risks.get_by_title("Add", exact=True).first.click()
    risks.locator("[name$='-name']").fill("Redness")
    expect(page.get_by_text("No errors: the page can be published.")).to_be_visible()
    publish(page)
    expect(page.get_by_text(re.compile("Needling.*published"))).to_be_visible()
    assert TreatmentPage.objects.get(pk=draft.pk).live


def test_a_finding_is_dismissed_with_a_reason_and_taken_back(page, draft, writer, log_in):
    draft.body = [("section", {"heading": "What it is", "text": RichText("<p>We guarantee a smooth skin.</p>")})]
    draft.save_revision()
    log_in(page, writer)
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    page.get_by_role("button", name="Toggle checks").click()
    promise = findings(page).filter(has_text="CLM-03")
    promise.get_by_text("Dismiss…").click()
    promise.get_by_role("button", name="Dismiss", exact=True).click()
    expect(promise.get_by_role("alert")).to_contain_text("Give a reason")
    promise.get_by_label("Why this need not change").fill("The sentence quotes a rule.")
    promise.get_by_role("button", name="Dismiss", exact=True).click()
    page.get_by_text("1 dismissed finding").click()
    expect(page.locator(".tp-checks__dismissed")).to_contain_text("The sentence quotes a rule.")
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_text("1 dismissed finding")).to_have_count(0)
    expect(promise).to_have_count(1)
    assert PageLogEntry.objects.filter(action__startswith="treatment_pages.finding").count() == 2


def test_a_preview_marks_the_sentence(page, draft, writer, log_in):
    draft.body = [("section", {"heading": "What it is", "text": RichText("<p>Hello. We <b>guarantee</b> it.</p>")})]
    draft.save_revision()
    log_in(page, writer)
    page.goto(f"/admin/pages/{draft.pk}/view_draft/")
    marks = page.locator("mark.tp-mark--error")
    expect(marks.first).to_be_visible()
    assert "".join(marks.all_inner_texts()) == "We guarantee it."
