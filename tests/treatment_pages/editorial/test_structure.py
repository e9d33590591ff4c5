"""Rules about what a page leaves out."""

import pytest
from wagtail.models import Site

from leads.models import ClinicSettings
from tests import factories
from tests.treatment_pages.editorial.pages import build_page, findings, section
from treatment_pages.editorial.engine import check_page

pytestmark = pytest.mark.django_db

RISKS = ("risks", {"common": [{"name": "Redness"}]})
HELP = ("when_to_get_help", {"items": [{"sign": "Fever", "urgency": "urgent"}]})
ALTERNATIVES = ("alternatives", {"items": [{"name": "Doing nothing", "text": "Scars fade."}]})
SUITABILITY = ("suitability", {"not_suitable_for": ["Pregnancy"]})
KEY_FACTS = (
    "key_facts",
    {
        "session_minutes": {"minimum": 30},
        "sessions": {"minimum": 3},
        "downtime": "redness",
        "onset_time": {"minimum": 4, "unit": "weeks"},
    },
)


@pytest.mark.parametrize(
    ("rule", "block"),
    [
        ("STR-01", RISKS),
        ("STR-01", section("Redness is common.", heading="Risks and side effects")),
        ("STR-02", SUITABILITY),
        ("STR-02", section("It is not recommended during pregnancy.")),
        ("STR-02", section("Pregnant women should avoid it.")),
        ("STR-04", HELP),
        ("STR-04", section("Fever or pus.", heading="When to call us")),
        ("STR-05", ALTERNATIVES),
        ("STR-08", section("This page does not replace a consultation.")),
        ("PRC-05", section("It costs £180 per session.")),
        ("IMG-00", ("video", {"title": "A session"})),
    ],
)
def test_page_lacks_it_until_it_is_there(rule, block):
    assert len(findings(build_page(section("Words.")), rule)) == 1
    assert findings(build_page(section("Words."), block), rule) == []


def test_empty_blocks_say_nothing():
    page = build_page(("risks", {}), ("suitability", {"not_suitable_for": [""]}), ("when_to_get_help", {}))

    found = {finding.rule for finding in check_page(page, profile="base").findings}
    assert {"STR-01", "STR-02", "STR-04"} <= found


def test_missing_key_facts_are_named():
    (found,) = findings(build_page(KEY_FACTS), "STR-03")

    assert found.explanation == "Key facts are missing: how long results last."


def test_times_of_the_results_block_count_as_key_facts():
    page = build_page(KEY_FACTS, ("results", {"longevity": {"minimum": 12, "unit": "months"}}))

    assert findings(page, "STR-03") == []


@pytest.mark.parametrize(("rule", "in_article"), [("STR-01", "warning"), ("STR-02", "warning"), ("REV-01", "warning")])
def test_what_a_treatment_page_needs_an_article_should_have(rule, in_article):
    assert findings(build_page(kind="treatment"), rule)[0].severity == "error"
    assert findings(build_page(kind="article"), rule)[0].severity == in_article


def test_practitioner_is_somebody_of_the_team(treatment_index, home_page):
    person = factories.PractitionerPageFactory(parent=home_page)
    page = factories.TreatmentPageFactory(parent=treatment_index)

    assert len(findings(page, "STR-06")) == 1
    person.treatments.add(page)
    person.save()
    assert findings(page, "STR-06") == []


def test_form_without_privacy_page_is_found_where_there_is_a_form(treatment_page, enquiry_form):
    clinic = ClinicSettings.for_site(Site.objects.get())
    assert findings(treatment_page, "LEAD-01") == []

    clinic.default_form = enquiry_form
    clinic.save()
    assert len(findings(treatment_page, "LEAD-01")) == 1

    clinic.privacy_page = treatment_page
    clinic.save()
    assert findings(treatment_page, "LEAD-01") == []


def test_how_rare_a_risk_is_may_be_said_where_risks_are_listed():
    listed = ("risks", {"serious": [{"name": "Loss of sight", "text": "Very rare."}]})

    assert findings(build_page(listed), "CLM-09") == []
    assert len(findings(build_page(section("Side effects are very rare.")), "CLM-09")) == 1
