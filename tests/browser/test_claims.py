"""Someone from marketing ties a sentence to its source, and a visitor follows it."""

import re

import pytest
from playwright.sync_api import expect
from wagtail.rich_text import RichText

from tests import factories

SENTENCE = "Redness settles within a few days."


@pytest.fixture
def writer(clinic):
    return factories.make_user(username="writer", is_superuser=True)


def test_a_claim_added_to_a_sentence_reaches_the_reader_with_its_source(page, treatment_page, writer, log_in):
    factories.SourceFactory(title="How skin heals after needling", year=2021, doi="10.1000/heals")
    factories.SourceFactory(title="Another study")
    log_in(page, writer)
    page.goto(f"/admin/pages/{treatment_page.pk}/edit/")
    text = page.locator("[data-streamfield-child] .public-DraftEditor-content").first
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(f" {SENTENCE}")

    page.keyboard.press("Shift+Home")
    page.locator("[data-streamfield-child]").get_by_role("button", name="Claim").locator("visible=true").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").or_(dialog.locator("input[name=q]")).first.fill("heals")
    expect(dialog.get_by_role("link", name="Another study")).to_have_count(0)
    dialog.get_by_role("link", name="How skin heals after needling").click()

    claim = text.locator(".tp-claim-entity")
    expect(claim).to_contain_text(SENTENCE)
    claim.click()
    expect(page.locator(".Tooltip")).to_contain_text("How skin heals after needling (2021)")
    page.keyboard.press("Escape")

    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text(re.compile("Microneedling.*published"))).to_be_visible()

    page.goto(treatment_page.url)
    number = page.get_by_role("link", name="Source 1", exact=True)
    expect(page.locator("p", has=number)).to_contain_text(SENTENCE)
    number.click()
    listed = page.locator("#source-1")
    expect(listed.get_by_role("link", name="How skin heals after needling")).to_have_attribute(
        "href", "https://doi.org/10.1000/heals"
    )
    listed.get_by_role("link", name=re.compile("Back to citation")).click()
    assert page.url.endswith("#cite-1-1")


def test_a_claim_takes_the_sentence_at_the_cursor_and_leaves_its_link(page, treatment_page, writer, log_in):
    source = factories.SourceFactory(title="How skin heals after needling", year=2021)
    text = '<p>Needles are 1.5 mm long. They leave <a href="https://example.com/">small channels</a> in the skin.</p>'
    treatment_page.body = [("section", {"heading": "What it is", "text": RichText(text)})]
    treatment_page.save_revision().publish()
    log_in(page, writer)
    page.goto(f"/admin/pages/{treatment_page.pk}/edit/")
    page.locator("[data-streamfield-child] .public-DraftEditor-content").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" /claim")
    page.get_by_role("option", name="Claim").click()
    page.get_by_role("dialog").get_by_role("link", name="How skin heals after needling").click()
    claim = page.locator(".tp-claim-entity")
    expect(claim).to_have_text("in the skin.")
    claim.click()
    page.get_by_role("button", name="Remove", exact=True).click()
    expect(claim).to_have_count(0)

    page.locator("[data-streamfield-child] .public-DraftEditor-content").first.click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("/claim")
    page.get_by_role("option", name="Claim").click()
    page.get_by_role("dialog").get_by_role("link", name="How skin heals after needling").click()
    expect(claim).to_have_text("Needles are 1.5 mm long.")
    expect(page.locator("[name='body-0-value-text']")).to_have_value(re.compile('"type":"CLAIM"'))
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text(re.compile("Microneedling.*published"))).to_be_visible()
    treatment_page.refresh_from_db()
    stored = treatment_page.body[0].value["text"].source
    assert f'<a linktype="claim" id="{source.pk}">Needles are 1.5 mm long.</a>' in stored
    assert '<a href="https://example.com/">small channels</a>' in stored
