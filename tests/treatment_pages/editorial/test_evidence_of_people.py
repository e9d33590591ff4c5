"""Pictures and words of people: consent, provenance, honesty, descriptions."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests import factories
from tests.treatment_pages.editorial.pages import build_page, findings, section
from treatment_pages.editorial.engine import check_page
from treatment_pages.models import ImageConsent

pytestmark = pytest.mark.django_db


@pytest.fixture
def image():
    return get_image_model().objects.create(title="cheek", file=get_test_image_file())


@pytest.fixture
def consent():
    return ImageConsent.objects.create(reference="C-1", given_on=date(2024, 1, 1))


def pair(image, consent=None, **fields):
    picture = {"image": image, "alt": "A cheek"}
    value = {"before": picture, "after": picture, "consent": consent, "note": "Most people see less."}
    return "before_after", value | fields


def words(consent=None, **fields):
    value = {"text": "They took their time.", "who": "Mrs K.", "provenance": "letter", "consent": consent}
    return "testimonial", value | fields


def test_comparison_with_consent_note_and_descriptions_is_fine(image, consent):
    page = build_page(pair(image, consent))

    assert findings(page, "IMG-01") == findings(page, "IMG-02") == findings(page, "IMG-05") == []


def test_comparison_without_consent_is_an_error(image):
    report = check_page(build_page(pair(image)), profile="base")

    assert "IMG-01" in {found.rule for found in report.errors}


def test_lapsed_consent_of_a_published_page_stops_no_correction(image, consent, treatment_index):
    page = factories.TreatmentPageFactory(parent=treatment_index, body=[pair(image, consent), words(consent)])
    consent.expires_on = timezone.localdate() - timedelta(days=1)
    consent.save()

    report = check_page(page, profile="base")

    lapsed = [found for found in report.findings if found.time_driven]
    assert [found.rule for found in lapsed] == ["IMG-01", "TST-01"]
    assert not {"IMG-01", "TST-01"} & {found.rule for found in report.errors}
    assert set(lapsed) <= set(report.warnings)


def test_comparison_says_how_typical_it_is(image, consent):
    (found,) = findings(build_page(pair(image, consent, note=" ")), "IMG-02")

    assert (found.path, found.severity) == ("note", "error")


def test_every_picture_needs_words_unless_it_is_decoration(image, consent):
    undescribed = pair(image, consent, after={"image": image, "alt": ""})
    page = build_page(undescribed, ("image", {"image": image}), ("image", {"image": image, "is_decorative": True}))

    assert [found.path for found in findings(page, "IMG-05")] == ["alt", "after.alt"]


def test_picture_of_the_page_is_described_by_the_page_or_by_itself(image):
    page = build_page(hero_image=image)
    assert [found.path for found in findings(page, "IMG-05")] == ["hero_alt"]

    page.hero_alt = "A cheek"
    assert findings(page, "IMG-05") == []


def test_words_of_a_client_need_provenance_and_consent(consent):
    assert findings(build_page(words(consent)), "TST-01") == []
    assert [found.path for found in findings(build_page(words()), "TST-01")] == ["consent"]
    assert [found.path for found in findings(build_page(words(consent, provenance="")), "TST-01")] == ["provenance"]


def test_australia_allows_praise_of_the_service_alone(consent):
    clinical = words(consent, text="My skin has never looked better.")

    assert findings(build_page(words(consent)), "TST-02", "au") == []
    assert len(findings(build_page(clinical), "TST-02", "au")) == 1
    assert findings(build_page(clinical), "TST-02", "base") == []


def test_germany_allows_no_comparison_for_injected_hyaluronic_acid(image, consent):
    filler = build_page(pair(image, consent), section("The gel is made of hyaluronic acid."), title="Filler")
    lips = build_page(pair(image, consent), section("Hyaluronic acid is injected."), title="Lips")
    other = ("alternatives", {"items": [{"name": "Filler", "text": "Hyaluronic acid is injected."}]})
    laser = build_page(pair(image, consent), section("A serum with hyaluronic acid follows."), other, title="IPL")

    assert len(findings(filler, "IMG-03", "eu-de")) == len(findings(lips, "IMG-03", "eu-de")) == 1
    assert findings(laser, "IMG-03", "eu-de") == findings(filler, "IMG-03", "base") == []


def test_japan_wants_content_cost_period_and_risks_beside_a_comparison(image, consent):
    (found,) = findings(build_page(pair(image, consent)), "IMG-04", "jp")
    assert all(part in found.explanation for part in ("content", "cost", "period", "risks"))

    complete = build_page(
        pair(image, consent, sessions=3, weeks_after=12),
        ("procedure", {"steps": [{"title": "Numbing", "text": "<p>Cream.</p>"}]}),
        ("risks", {"common": [{"name": "Redness"}]}),
        ("key_facts", {"price": {"amount_from": 180, "unit": "per session"}}),
    )
    assert findings(complete, "IMG-04", "jp") == []
