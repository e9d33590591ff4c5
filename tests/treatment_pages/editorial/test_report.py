"""What was found on all pages: the report, the panel on the admin's home page, and how both stay up to date."""

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Locale, Page

from tests import factories
from tests.treatment_pages.editorial.conftest import GUARANTEE, HARMLESS, section
from tests.treatment_pages.test_review_report import make_editor
from treatment_pages.editorial.page_checks import outdated_pages, refresh_checks
from treatment_pages.models import ComplianceSettings, PageCheck, PageFinding

REPORT = "/admin/reports/content-checks/"


@pytest.fixture
def admin(client, admin_user):
    client.force_login(admin_user)
    return client


@pytest.fixture
def checked(make_article):
    """Two pages, one with an error."""
    owner = factories.make_user(username="owner", first_name="Kim", last_name="Owner")
    guilty = make_article(GUARANTEE, title="Needling", owner=owner)
    innocent = make_article(HARMLESS, title="Peel", live=True)
    refresh_checks()
    return {"guilty": guilty, "innocent": innocent}


def rows(client, **query) -> list:
    return client.get(REPORT, query).context["object_list"]


def rules(client, **query) -> set[tuple[str, str]]:
    return {(row.title, row.rule) for row in rows(client, **query)}


def test_errors_come_first_with_page_sentence_and_way_to_the_place(admin, checked):
    first = rows(admin)[0]
    assert (first.title, first.rule, first.sentence) == ("Needling", "CLM-03", GUARANTEE)
    block = checked["guilty"].body[0].id
    html = admin.get(REPORT).content.decode()
    assert f"/admin/pages/{checked['guilty'].pk}/edit/#tp-show={block}/text" in html


def test_the_report_is_narrowed_by_rule_severity_page_owner_and_state(admin, checked):
    guilty = ("Needling", "CLM-03")
    owner = checked["guilty"].owner_id
    assert rules(admin, rule="CLM-03") == {guilty}
    assert rules(admin, severity="error") == {guilty}
    assert guilty in rules(admin, page="need")
    assert {title for title, _rule in rules(admin, owner=owner)} == {"Needling"}
    assert guilty not in rules(admin, live="true")
    assert guilty in rules(admin, live="false")


@pytest.mark.parametrize(
    "query",
    [
        "severity=no",
        "rule=%00",
        "page=%00",
        "owner=x",
        f"owner={10**30}",
        "live=maybe",
        "ordering=pk",
        "p=x",
        "page=" + "x " * 50,
    ],
)
def test_nonsense_in_the_address_is_answered_calmly(admin, checked, query):
    assert admin.get(f"{REPORT}?{query}").status_code == 200


@pytest.mark.parametrize("ordering", ["title", "-title", "severity", "rule", "-owner"])
def test_the_report_can_be_ordered(admin, checked, ordering):
    assert rows(admin, ordering=ordering)


def test_the_report_is_exported_and_runs_no_formulas(admin, checked):
    PageFinding.objects.filter(rule="CLM-03").update(sentence="=1+1")
    response = admin.get(REPORT, {"export": "csv", "rule": "CLM-03"})
    [found] = csv.DictReader(io.StringIO(response.getvalue().decode()))
    assert (found["Page"], found["Sentence"], found["Owner"]) == ("Needling", "'=1+1", "Kim Owner")
    book = openpyxl.load_workbook(io.BytesIO(admin.get(REPORT, {"export": "xlsx"}).getvalue()))
    assert "Needling" in {row[0].value for row in book.active}


def test_editors_read_of_the_pages_that_they_may_edit(client, checked, treatment_index, home_page):
    client.force_login(make_editor(treatment_index))
    assert ("Needling", "CLM-03") in rules(client)


def test_editors_of_other_pages_read_nothing_of_them(client, checked, home_page):
    client.force_login(make_editor(factories.TreatmentIndexPageFactory(parent=home_page, slug="other")))
    assert rules(client) == set()
    assert "Kim Owner" not in client.get(REPORT).content.decode()
    assert "Nothing found" in client.get(REPORT).content.decode()
    exported = client.get(REPORT, {"export": "csv"}).getvalue().decode()
    assert "Needling" not in exported


@pytest.mark.parametrize("url", [REPORT, f"{REPORT}results/", f"{REPORT}?export=csv"])
def test_nobody_else_reads_the_report(client, checked, editor, url):
    assert client.get(url).status_code == 302
    client.force_login(editor)
    assert client.get(url).status_code == 302


def test_the_menu_leads_editors_to_the_report(client, editor, checked, treatment_index):
    client.force_login(editor)
    assert REPORT not in client.get("/admin/").content.decode()
    client.force_login(make_editor(treatment_index))
    assert REPORT in client.get("/admin/").content.decode()


def test_the_report_costs_the_same_for_many_findings(admin, checked, make_article):
    admin.get(REPORT)
    with CaptureQueriesContext(
        connection,
    ) as few:
        admin.get(REPORT)
    for number in range(5):
        make_article(GUARANTEE, title=f"Needling {number}", owner=checked["guilty"].owner)
    refresh_checks()
    with CaptureQueriesContext(connection) as many:
        admin.get(REPORT)
    assert len(many) == len(few)


def test_the_home_page_counts_what_cannot_be_published(admin, checked):
    html = admin.get("/admin/").content.decode()
    assert f"{REPORT}?severity=error" in html
    assert "page cannot be published: it has errors" in html


# Staying up to date


def outdated() -> set[str]:
    return {page.title for page in outdated_pages()}


def test_nothing_is_checked_again_while_nothing_has_changed(checked):
    assert outdated() == set()
    assert refresh_checks() == 0


def test_what_changed_is_checked_again(checked):
    page = checked["guilty"]
    page.body = [section(HARMLESS)]
    page.save_revision()
    assert outdated() == {"Needling"}
    refresh_checks()
    assert not PageCheck.objects.get(page=page).is_blocked
    assert not PageFinding.objects.filter(rule="CLM-03").exists()


def test_every_page_is_checked_again_after_a_day(checked):
    PageCheck.objects.filter(page=checked["innocent"]).update(checked_at=timezone.now() - timedelta(hours=25))
    assert outdated() == {"Peel"}


def test_another_profile_has_the_pages_of_its_site_checked_again(checked, site):
    ComplianceSettings.objects.create(site=site, profile="uk")
    assert outdated() == {"Needling", "Peel"}
    refresh_checks()
    assert set(PageCheck.objects.values_list("profile", flat=True)) == {"uk"}
    assert outdated() == set()


def test_one_turn_checks_a_bounded_number_of_pages_the_longest_unchecked_first(checked, make_article):
    PageCheck.objects.update(checked_at=timezone.now() - timedelta(days=2))
    newest = make_article(title="New")
    assert refresh_checks(limit=1) == 1
    assert PageCheck.objects.filter(page=newest).exists()
    assert refresh_checks(limit=5) == 2


def test_an_alias_is_no_page_of_its_own(checked):
    CreatePageAliasAction(checked["innocent"], update_slug="alias").execute()
    assert outdated() == set()


def test_the_loop_of_content_checks_pages(make_article):
    page = make_article(GUARANTEE)
    call_command("run_content_jobs")
    assert PageCheck.objects.get(page=page).is_blocked


def test_a_saved_draft_is_checked_at_once_and_autosave_is_not(make_article, django_capture_on_commit_callbacks):
    page = make_article(GUARANTEE)
    with django_capture_on_commit_callbacks(execute=True):
        revision = page.save_revision()
    assert PageCheck.objects.get(page=page).is_blocked
    page.body = [section(HARMLESS)]
    with django_capture_on_commit_callbacks() as callbacks:
        page.save_revision(overwrite_revision=revision)
    assert not [one for one in callbacks if "save_revision" in one.__qualname__]


def test_what_was_found_goes_with_its_page(checked):
    Page.objects.get(pk=checked["guilty"].pk).delete()
    assert not PageFinding.objects.filter(rule="CLM-03").exists()


def test_a_language_that_is_not_read_is_told(make_article, home_page):
    page = make_article(HARMLESS)
    page.locale = Locale.objects.create(language_code="de")
    page.save()
    refresh_checks()
    text = PageCheck.objects.get(page=page).unchecked_language
    assert bool(text) == PageFinding.objects.filter(rule="", explanation=text).exists()
