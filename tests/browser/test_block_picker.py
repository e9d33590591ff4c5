"""An editor sees what a block looks like before choosing it."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(
    ("label", "words"),
    [("Risks", "Infection"), ("When to get help", "When to get help"), ("Quotation", "Alex Example")],
)
def test_the_block_picker_shows_a_block_as_visitors_will_see_it(
    label, words, page, treatment_index, clinic, admin_user, log_in
):
    log_in(page, admin_user)
    page.goto(f"/admin/pages/add/treatment_pages/treatmentpage/{treatment_index.pk}/")
    page.get_by_title("Insert a block").last.click()
    page.get_by_role("option", name=label, exact=True).locator("xpath=following-sibling::button").click()
    preview = page.locator(".w-combobox-preview")
    expect(preview).to_be_visible()
    expect(preview.frame_locator("iframe").get_by_text(words).first).to_be_visible()
    expect(preview.locator(".w-combobox-preview__description")).not_to_be_empty()
