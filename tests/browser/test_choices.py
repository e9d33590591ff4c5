"""Someone from marketing finds a term among two hundred."""

import re

from playwright.sync_api import expect
from wagtail.models import Locale

from tests import factories
from treatment_pages.models import Concern


def test_an_editor_searches_ticks_and_publishes_a_concern(page, treatment_page, clinic, admin_user, log_in):
    Concern.objects.bulk_create(
        Concern(name=f"Concern {number:03}", slug=f"concern-{number}", locale=Locale.get_default())
        for number in range(199)
    )
    wanted = factories.ConcernFactory(name="Rosacée of the face")
    log_in(page, admin_user)
    page.goto(f"/admin/pages/{treatment_page.pk}/edit/")
    page.get_by_role("tab", name="Topics and related").click()
    field = page.locator("[data-tp-choices]", has=page.locator("[name=concerns]"))
    expect(field.get_by_role("status")).to_have_text("0 chosen, 200 of 200 shown")
    field.get_by_role("searchbox").fill("face rosacee")
    expect(field.get_by_role("status")).to_have_text("0 chosen, 1 of 200 shown")
    field.get_by_role("searchbox").press("Enter")
    field.get_by_label("Rosacée of the face").check()
    field.get_by_role("searchbox").fill("nothing like it")
    expect(field.get_by_label("Rosacée of the face")).to_be_visible()
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text(re.compile("Microneedling.*published"))).to_be_visible()
    treatment_page.refresh_from_db()
    assert list(treatment_page.concerns.all()) == [wanted]
