"""Someone from marketing moves an article in, mends its outline, is stopped, proves its claim, and publishes."""

import re

import pytest
from playwright.sync_api import expect

from tests import factories
from treatment_pages.models import TreatmentArticlePage

STATISTIC = "In one survey 82 percent of clients said that their skin felt firmer."
ARTICLE = f"""Radiofrequency Skin Tightening, Explained

A hand piece warms the deeper skin for a few minutes at a time. This article tells what to expect.

What Is Radiofrequency Treatment?

Radio waves warm the skin from within. {STATISTIC}

Life After the Treatment

The skin may be red for some hours. Most people go back to work on the next day.

Final Thoughts

A consultation shows whether the treatment is right for you.
"""


@pytest.fixture(autouse=True)
def enforced(settings):
    """Errors stop publishing, as on every site that does not say otherwise."""
    settings.TREATMENT_PAGES = {**settings.TREATMENT_PAGES, "EDITORIAL": {}}


@pytest.fixture
def writer(clinic):
    return factories.make_user(username="writer", is_superuser=True)


def publish(page):
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()


def test_an_article_is_pasted_mended_stopped_proven_and_published(page, treatment_index, writer, log_in):
    factories.SourceFactory(title="How warm skin becomes firmer")
    log_in(page, writer)
    page.goto("/admin/article-import/")
    page.get_by_label("Text").fill(ARTICLE)
    page.get_by_role("button", name="Read", exact=True).click()

    expect(page.get_by_role("region", name="The original")).to_contain_text("A hand piece warms")
    blocks = page.locator("[data-import-block]")
    last = blocks.last
    expect(last.get_by_label("Heading")).to_have_value("Final Thoughts")
    last.get_by_role("button", name="Up").click()
    expect(blocks.last.get_by_label("Heading")).to_have_value("Life After the Treatment")
    blocks.last.get_by_label("Kind").select_option("aftercare")
    page.get_by_role("button", name="Make the draft").click()

    expect(page.get_by_text("The draft “Radiofrequency Skin Tightening, Explained” was made")).to_be_visible()
    draft = TreatmentArticlePage.objects.get()
    assert [block.block_type for block in draft.body][-2:] == ["section", "aftercare"]
    assert not draft.live

    publish(page)
    refusals = page.locator("[data-tp-refusals]")
    expect(refusals.get_by_text(STATISTIC)).to_be_visible()
    assert not TreatmentArticlePage.objects.get().live

    page.get_by_role("button", name="Toggle checks").click()
    unproven = page.locator(".tp-checks .tp-finding").filter(has_text=STATISTIC)
    unproven.get_by_role("button", name="Add source").click()
    page.get_by_role("dialog").get_by_role("link", name="How warm skin becomes firmer").click()
    expect(unproven).to_have_count(0)
    page.get_by_title("Insert a block").last.click()
    page.get_by_role("option", name="Risks").click()
    risks = page.locator("[data-streamfield-child]:has(> input[name$='-type'][value='risks'])")
    risks.get_by_title("Add", exact=True).first.click()
    risks.locator("[name$='-name']").fill("Redness")
    expect(page.get_by_text("No errors: the page can be published.")).to_be_visible()
    publish(page)
    expect(page.get_by_text(re.compile("Radiofrequency Skin Tightening.*published"))).to_be_visible()
    assert TreatmentArticlePage.objects.get().live


def test_many_files_become_drafts_one_after_the_other_and_say_so(page, treatment_index, writer, log_in):
    log_in(page, writer)
    page.goto("/admin/article-import/")
    named = [(f"{number}.txt", ARTICLE.replace("Explained", f"Part {number}")) for number in (1, 2, 3)]
    files = [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in named]
    page.get_by_label("Files").set_input_files([*files, {"name": "x.exe", "mimeType": "", "buffer": b"MZ"}])
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Done")).to_be_visible()
    for number in (1, 2, 3):
        expect(page.get_by_role("link", name=f"Radiofrequency Skin Tightening, Part {number}")).to_be_visible()
    expect(page.locator("[data-import-results]")).to_contain_text("x.exe")
    assert TreatmentArticlePage.objects.count() == 3
