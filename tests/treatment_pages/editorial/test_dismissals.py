"""Dismissing a finding: who may, why, and for how long it holds."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, PageLogEntry

from tests import factories
from tests.treatment_pages.editorial.conftest import GUARANTEE, section
from tests.treatment_pages.editorial.test_publishing_by_staff import article_form
from treatment_pages.editorial.engine import check_page
from treatment_pages.models import FindingDismissal, TreatmentArticlePage

REASON = "The sentence quotes the law."


@pytest.fixture
def admin(client, admin_user, clinic):
    client.force_login(admin_user)
    return client


@pytest.fixture
def page(make_article):
    page = make_article(GUARANTEE, title="Needling", slug="needling")
    page.save_revision()
    return page


def finding_of(page):
    return next(found for found in check_page(page).findings if found.rule == "CLM-03")


def decide(client, page, name="dismiss", **data):
    found = finding_of(page)
    url = reverse(f"treatment_pages_checks:{name}", args=[page.pk])
    return client.post(url, {"rule": found.rule, "fingerprint": found.fingerprint, "reason": REASON, **data})


@pytest.fixture
def dismissed(admin, page):
    found = finding_of(page)
    assert decide(admin, page).json() == {"success": True}
    return found


def test_a_dismissed_error_does_not_stop_publishing(enforced, dismissed, page):
    page.save_revision().publish()
    assert TreatmentArticlePage.objects.get().live


def test_a_dismissal_survives_edits_elsewhere(dismissed, page):
    page.title = "Another title"
    page.body = [section("Something new comes first."), section(f"And then. {GUARANTEE}")]
    assert not check_page(page).blocking


def test_a_dismissal_lapses_when_its_sentence_changes(dismissed, page):
    page.body = [section("We guarantee a very smooth skin.")]
    assert check_page(page).blocking


def test_a_dismissal_holds_for_its_page_only(dismissed, make_article):
    assert check_page(make_article(GUARANTEE)).blocking


def test_a_dismissal_is_logged_with_its_reason(admin, dismissed, page, admin_user):
    entry = PageLogEntry.objects.get(action="treatment_pages.finding.dismiss")
    assert (entry.page_id, entry.user, entry.data["reason"]) == (page.pk, admin_user, REASON)
    history = admin.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert f"Dismissed CLM-03: {REASON}" in history


def test_a_dismissal_is_taken_back_and_that_is_logged(admin, dismissed, page):
    url = reverse("treatment_pages_checks:withdraw", args=[page.pk])
    data = {"rule": dismissed.rule, "fingerprint": dismissed.fingerprint}
    assert admin.post(url, data).json() == {"success": True}
    assert admin.post(url, data).json() == {"success": True}
    assert check_page(page).blocking
    assert PageLogEntry.objects.filter(action="treatment_pages.finding.withdraw").count() == 1


def test_the_panel_shows_what_was_dismissed_and_why(admin, dismissed, page):
    answer = admin.post(reverse("treatment_pages_checks:edited", args=[page.pk]), article_form(GUARANTEE)).json()
    assert answer["counts"]["errors"] == 0
    assert "1 dismissed finding" in answer["html"]
    assert REASON in answer["html"]


@pytest.mark.parametrize("reason", ["", "  ", "\x00", "x" * 501])
def test_a_dismissal_needs_a_reason(admin, page, reason):
    answer = decide(admin, page, reason=reason)
    assert answer.status_code == 400
    assert "reason" in answer.json()["message"]
    assert not FindingDismissal.objects.exists()


@pytest.mark.parametrize("data", [{"fingerprint": "no"}, {"rule": "\x00"}, {"rule": "CLM-99"}, {"fingerprint": ""}])
def test_only_what_was_found_is_dismissed(admin, page, data):
    assert decide(admin, page, **data).status_code == 400
    assert decide(admin, page, "withdraw", **data).status_code in (200, 400)
    assert not FindingDismissal.objects.exists()


def test_what_is_dismissed_already_is_not_dismissed_again(admin, dismissed, page):
    url = reverse("treatment_pages_checks:dismiss", args=[page.pk])
    data = {"rule": dismissed.rule, "fingerprint": dismissed.fingerprint, "reason": "Another."}
    assert admin.post(url, data).status_code == 400
    assert FindingDismissal.objects.get().reason == REASON


@pytest.mark.parametrize("group", ["Editors", "Moderators"])
def test_moderators_may_dismiss_and_editors_may_not(client, page, group, treatment_index, clinic):
    permission = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    member = factories.make_user()
    member.groups.add(found := Group.objects.get(name=group))
    GroupPagePermission.objects.get_or_create(group=found, page=treatment_index, permission=permission)
    client.force_login(member)
    panel = reverse("treatment_pages_checks:edited", args=[page.pk])
    is_offered = "data-tp-reason" in client.post(panel, article_form(GUARANTEE)).json()["html"]
    answer = decide(client, page)
    assert is_offered == FindingDismissal.objects.exists() == (group == "Moderators")
    assert answer.status_code == (200 if group == "Moderators" else 302)


def test_a_copy_of_the_page_has_to_be_judged_anew(dismissed, page):
    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=False)
    assert check_page(copy).blocking
