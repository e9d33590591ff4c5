"""A consent that ended: no new use of it, and no obstacle to correcting a page that used it before."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import streamfield

from tests import factories
from tests.treatment_pages.editorial.conftest import section
from tests.treatment_pages.editorial.test_publishing_by_staff import form_data
from tests.treatment_pages.editorial.test_publishing_by_staff import section as posted_section
from treatment_pages.editorial.engine import check_page
from treatment_pages.editorial.page_checks import refresh_checks
from treatment_pages.models import PageCheck, PageFinding, TreatmentArticlePage


@pytest.fixture
def lapsed(db):
    return factories.ImageConsentFactory(reference="C-2026-014", expires_on=date(2026, 3, 31))


def words(consent) -> tuple[str, dict]:
    return (
        "testimonial",
        {"text": "They took their time.", "who": "Mrs K.", "provenance": "letter", "consent": consent},
    )


@pytest.fixture
def quoting(make_article, settings, lapsed):
    """A published page that quotes somebody whose consent ended since."""
    checks, settings.TREATMENT_PAGES = settings.TREATMENT_PAGES, {"EDITORIAL": {"ENFORCE": False}}
    page = make_article(title="Needling", slug="needling")
    page.body = [section("Fine needles."), words(lapsed)]
    page.save_revision().publish()
    settings.TREATMENT_PAGES = checks
    return TreatmentArticlePage.objects.get(pk=page.pk)


def consent_findings(page) -> list:
    return [found for found in check_page(page).findings if found.path == "consent"]


def test_a_page_that_used_it_before_is_corrected_and_told(enforced, quoting):
    quoting.title = "Corrected"
    assert [found.time_driven for found in consent_findings(quoting)] == [True]
    quoting.save_revision().publish()
    assert TreatmentArticlePage.objects.get(pk=quoting.pk).title == "Corrected"


def test_a_new_use_is_an_error(enforced, make_article, lapsed):
    page = make_article()
    page.body = [words(lapsed)]
    assert [found.time_driven for found in consent_findings(page)] == [False]


def test_a_new_use_on_a_published_page_is_an_error(enforced, quoting):
    other = factories.ImageConsentFactory(withdrawn_on=date(2026, 4, 1))
    quoting.body = [words(other)]
    assert [found.time_driven for found in consent_findings(quoting)] == [False]


def test_a_consent_that_has_not_begun_is_an_error(enforced, quoting, lapsed):
    lapsed.given_on, lapsed.expires_on = date(2999, 1, 1), None
    lapsed.save()
    assert [found.time_driven for found in consent_findings(quoting)] == [False]


@pytest.mark.parametrize("is_new", [False, True])
def test_the_editor_lets_a_correction_through_and_no_new_use(
    enforced, client, admin_user, clinic, quoting, lapsed, is_new
):
    client.force_login(admin_user)
    consent = factories.ImageConsentFactory(expires_on=date(2026, 3, 31)) if is_new else lapsed
    name, value = words(consent.pk)
    body = streamfield([posted_section(), (name, {**value, "provenance_note": "", "incentive": ""})])
    data = form_data(body, title="Corrected", slug="needling", introduction="null", tags="")
    client.post(reverse("wagtailadmin_pages:edit", args=[quoting.pk]), {**data, "action-publish": "1"})
    assert (TreatmentArticlePage.objects.get(pk=quoting.pk).title == "Corrected") is not is_new


def test_lists_over_all_pages_show_it_as_no_error(enforced, quoting):
    refresh_checks()
    assert not PageCheck.objects.get(page=quoting).is_blocked
    assert [found.severity for found in PageFinding.objects.filter(path="consent")] == ["warning"]
