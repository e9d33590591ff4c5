"""Loading the demo: complete the first time, untouched the second, closed to the wrong people."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError
from django.utils import translation
from wagtail.images import get_image_model
from wagtail.models import Page, Revision, Site

from cms.demo.load import scale_pictures
from cms.models import HomePage
from leads.models import ClinicSettings, ConsentStatement, EnquiryForm, Lead, ReplyTemplate
from leads.privacy.retention import find_expired
from leads.replies.variables import problems_of
from tests.cms.demo_command import load
from treatment_pages.models import Source, TreatmentPage

pytestmark = [pytest.mark.xdist_group("demo"), pytest.mark.usefixtures("demo_site")]


def state_of_the_site() -> dict:
    """What an editor could notice a change of."""
    return {
        "pages": list(Page.objects.order_by("pk").values_list("pk", "title", "live", "latest_revision_id", "path")),
        "revisions": Revision.objects.count(),
        "pictures": get_image_model().objects.count(),
        "sources": Source.objects.count(),
        "forms": [(form.pk, form.versions.count()) for form in EnquiryForm.objects.all()],
        "clinic": list(ClinicSettings.objects.values_list("pk", "name", "phone")),
        "users": list(get_user_model().objects.order_by("pk").values_list("pk", "password")),
        "leads": Lead.objects.count(),
    }


def test_the_first_load_shows_logins_and_the_second_only_where_they_are_kept(demo):
    second = load()
    lines = (demo.var_dir / "demo-logins.txt").read_text().splitlines()[1:]
    for line in lines:
        username, password = line.split()[:2]
        assert get_user_model().objects.get(username=username).check_password(password)
        assert password in demo.output
        assert password not in second
    assert [line.split()[0] for line in lines] == ["editor", "reception", "admin"]
    assert str(demo.var_dir / "demo-logins.txt") in second


def test_only_the_owner_may_read_the_logins(demo):
    assert (demo.var_dir / "demo-logins.txt").stat().st_mode & 0o777 == 0o600


def test_german_pages_leave_the_language_of_what_is_loaded_next_alone():
    translation.activate("en-gb")
    scale_pictures()
    assert translation.get_language() == "en-gb"


def test_a_second_load_changes_nothing():
    before = state_of_the_site()
    load()
    assert state_of_the_site() == before


def test_what_an_editor_changed_or_deleted_stays_so(microneedling):
    microneedling.title = "Needling, our way"
    microneedling.save_revision().publish()
    TreatmentPage.objects.get(slug="dermal-filler").delete()
    HomePage.objects.update(slug="another-slug")
    get_user_model().objects.filter(username="editor").delete()
    before = state_of_the_site()
    load()
    assert state_of_the_site() == before


def test_deleted_home_pages_do_not_bring_the_demo_back():
    for home in HomePage.objects.all():
        home.delete()
    load()
    assert not HomePage.objects.exists()


def test_the_demo_refuses_a_production_site(settings):
    settings.DEMO_SITE = False
    settings.DEBUG = False
    with pytest.raises(CommandError, match="production"):
        load()


def test_wagtails_welcome_page_has_made_room():
    site = Site.objects.get(is_default_site=True)
    assert site.root_page.specific == HomePage.objects.get(locale__language_code="en-gb")
    assert set(Page.objects.filter(depth=2)) == {home.page_ptr for home in HomePage.objects.all()}


def test_the_clinic_is_ready_for_enquiries():
    clinic = ClinicSettings.for_site(Site.objects.get(is_default_site=True))
    assert clinic.default_form.slug == "consultation"
    assert clinic.privacy_page.slug == "privacy"
    assert "999" in clinic.emergency_text
    assert clinic.opening_hours.count() == 6
    assert clinic.closed_days.filter(date="2026-12-25").exists()
    definition = clinic.default_form.current_version.definition
    assert [question["type"] for question in definition["questions"]] == ["several_choices", "yes_no", "long_text"]
    assert [(item["kind"], item["is_required"]) for item in definition["statements"]] == [
        ("notice", False),
        ("consent", False),
    ]


@pytest.mark.parametrize(
    ("slug", "heading", "words"),
    [
        ("privacy", "How long we keep it", {24: "two years", 3: "three months", 12: "one year"}),
        ("datenschutz", "Wie lange wir es behalten", {24: "zwei Jahre", 3: "drei Monaten", 12: "einem Jahr"}),
    ],
)
def test_what_the_privacy_page_promises_is_what_is_purged(slug, heading, words):
    clinic = ClinicSettings.for_site(Site.objects.get(is_default_site=True))
    promise = str(Page.objects.get(slug=slug).specific.body).partition(heading)[2].partition("<h2")[0]
    promise = " ".join(promise.split())
    for months in (clinic.retention_months, clinic.quarantine_months, clinic.delivery_months):
        assert words[months] in promise


def test_nothing_of_the_demo_is_past_its_time():
    for expired in find_expired():
        assert not expired.leads.exists()
        assert not expired.enquiries.exists()
        assert not expired.deliveries.exists()
        assert [rows for _kept, rows in expired.kept if rows.exists()] == []


def test_the_editor_knows_nothing_of_leads_and_reception_nothing_of_pages():
    editor = get_user_model().objects.get(username="editor")
    reception = get_user_model().objects.get(username="reception")
    page = TreatmentPage.objects.get(slug="microneedling", locale__language_code="en-gb")
    assert page.permissions_for_user(editor).can_publish()
    assert not editor.has_perm("leads.view_lead")
    keeps = ("concern", "treatmentcategory", "bodyarea", "source", "imageconsent", "readerquestion")
    assert all(editor.has_perm(f"treatment_pages.change_{record}") for record in keeps)
    assert not editor.has_perm("treatment_pages.delete_imageconsent")
    assert reception.has_perm("leads.change_lead")
    assert reception.has_perm("wagtailadmin.access_admin")
    assert not page.permissions_for_user(reception).can_edit()


def test_staff_begin_their_replies_with_texts_that_can_be_filled_in():
    templates = list(ReplyTemplate.objects.in_use())
    assert len(templates) == 4
    assert [template.purpose for template in templates if template.purpose] == ["marketing-email"]
    assert ConsentStatement.objects.filter(purpose="marketing-email").exists()
    for template in templates:
        assert problems_of(f"{template.subject}\n{template.text}") == []
