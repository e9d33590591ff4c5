"""Someone from marketing makes a treatment page in Wagtail admin."""

import re

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import expect
from wagtail.models import GroupPagePermission

from tests import factories
from treatment_pages.models import TreatmentPage

KEPT = ("key_facts", "section", "faq")


@pytest.fixture
def marketing(treatment_index, clinic):
    """A user who may write and publish below the treatment index, and nothing else."""
    group = Group.objects.create(name="Marketing")
    for permission in ("add", "change", "publish"):
        GroupPagePermission.objects.create(group=group, page=treatment_index, permission_type=permission)
    user = factories.make_user(username="marketing")
    user.groups.add(group)
    return user


def block(page, block_type: str):
    """The first block of a type in the page's content."""
    return page.locator(f"[data-streamfield-child]:has(> input[name$='-type'][value='{block_type}'])").first


def starter_types(page) -> list[str]:
    return page.locator("[data-streamfield-child] > input[name^='body-'][name$='-type']").evaluate_all(
        "inputs => inputs.map((input) => input.value)"
    )


def test_editor_creates_previews_and_publishes_a_treatment_page(page, treatment_index, marketing, log_in):
    log_in(page, marketing)
    page.goto(f"/admin/pages/add/treatment_pages/treatmentpage/{treatment_index.pk}/")
    page.get_by_role("textbox", name="Title").first.fill("Skin booster")
    page.get_by_role("textbox", name="Summary").fill("A light gel that holds water in the skin.")
    for block_type in starter_types(page):
        if block_type not in KEPT:
            block(page, block_type).get_by_title("Delete").first.click()

    section = block(page, "section")
    section.get_by_role("textbox", name="Heading").first.fill("What it is")
    section.locator("[contenteditable=true]").first.click()
    page.keyboard.type("A gel is placed in tiny amounts below the skin.")
    facts = block(page, "key_facts")
    facts.locator("[name$='session_minutes-minimum']").fill("20")
    facts.locator("[name$='session_minutes-maximum']").fill("40")
    page.get_by_title("Insert a block").last.click()
    page.get_by_role("option", name="Quotation").click()
    quote = block(page, "quote")
    quote.locator("[name$='-text']").fill("We stop when it stops helping.")
    quote.locator("[name$='-attribution']").fill("Miriam Example")
    faq = block(page, "faq")
    faq.get_by_title("Add", exact=True).click()
    faq.locator("[name$='question']").fill("Does it hurt?")
    faq.locator("[contenteditable=true]").first.click()
    page.keyboard.type("You feel a prickle.")

    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("iframe[data-preview-iframe], #w-preview-iframe, iframe[title='Preview']").first
    expect(preview.get_by_role("heading", name="What it is")).to_be_visible()
    expect(preview.get_by_text("This is a preview: nothing can be sent from here.")).to_be_visible()

    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text(re.compile("Skin booster.*published"))).to_be_visible()
    treatment = TreatmentPage.objects.get(title="Skin booster")
    assert treatment.live
    assert [child.block_type for child in treatment.body] == [*KEPT, "quote"]

    page.goto(treatment.url)
    expect(page.get_by_text("20–40 minutes").locator("visible=true").first).to_be_visible()
    expect(page.get_by_text("A gel is placed in tiny amounts below the skin.")).to_be_visible()
