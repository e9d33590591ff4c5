"""The engine: which rules it runs, and what it makes of their hits."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Locale

from tests import factories
from tests.treatment_pages.editorial.pages import build_page, section
from treatment_pages.editorial import engine, registry
from treatment_pages.editorial.engine import check_page
from treatment_pages.editorial.findings import Finding, Severity
from treatment_pages.editorial.page_text import Hit

pytestmark = pytest.mark.django_db
PROMISE = "We guarantee results &amp; joy."


@pytest.fixture
def host_rule():
    """A rule of the host's, forgotten after the test."""

    @registry.register_rule("HOST-1", {"uk": Severity.WARNING})
    def names_the_host(page_text):
        """The host's own word."""
        yield from (Hit("No.", "Yes.", sentence) for sentence in page_text.sentences if "snail" in sentence.plain)

    yield names_the_host
    del registry._rules["HOST-1"]


def found(page, rule="CLM-03", **options):
    return [finding for finding in check_page(page, **options).findings if finding.rule == rule]


def test_page_that_was_never_saved_can_be_checked():
    (finding,) = found(build_page(section(f"Hello. {PROMISE}")))

    assert finding.sentence == "We guarantee results & joy."
    assert (finding.block_type, finding.path, finding.span) == ("section", "text", (7, 34))


def test_latest_draft_can_be_checked(treatment_page):
    treatment_page.body = [section(PROMISE)]
    treatment_page.save_revision()
    treatment_page.refresh_from_db()

    assert found(treatment_page) == []
    (finding,) = found(treatment_page.get_latest_revision_as_object())
    assert finding.block_id == treatment_page.get_latest_revision_as_object().body[0].id


def test_errors_come_first_and_block():
    report = check_page(build_page(section(PROMISE, "It is a trend.")), profile="base")

    ranks = [finding.severity.rank for finding in report.findings]
    assert ranks == sorted(ranks, reverse=True)
    assert report.blocking
    assert len(report.errors) + len(report.warnings) + len(report.infos) == len(report.findings)


def test_sentence_takes_its_highest_severity():
    report = check_page(build_page(section("The popular laser has no side effects.")), profile="base")

    (findings,) = [group for place, group in report.by_place.items() if place[2]]
    assert findings[0].severity == Severity.ERROR
    assert {finding.rule for finding in findings} == {"CLM-03", "CLM-07"}


def test_host_weighs_rules_anew(settings):
    page = build_page(section(PROMISE))
    settings.TREATMENT_PAGES = {"EDITORIAL": {"SEVERITIES": {"CLM-03": "info", "STR-01": None}}}

    assert found(page)[0].severity == Severity.INFO
    assert found(page, "STR-01") == []


def test_host_adds_rules_for_its_country(host_rule):
    page = build_page(section("We use snail slime."))

    assert found(page, "HOST-1", profile="uk")[0].severity == Severity.WARNING
    assert found(page, "HOST-1", profile="base") == []


def test_hosts_rule_stands_in_for_one_of_ours():
    ours = {rule.id: rule for rule in registry.all_rules()}["CLM-11"]
    registry.register_rule("CLM-11", Severity.WARNING)(lambda page_text: [Hit("Page.", "Fix.")])

    try:
        assert found(build_page(), "CLM-11")[0].explanation == "Page."
    finally:
        registry._rules["CLM-11"] = ours


def test_dismissed_finding_is_set_aside_until_its_sentence_changes(monkeypatch):
    (finding,) = found(build_page(section(PROMISE)))
    monkeypatch.setattr(engine, "dismissals_of", lambda page: [finding])

    elsewhere = check_page(build_page(section("A new first sentence."), section(PROMISE), section("More.")))
    changed = check_page(build_page(section("We guarantee results &amp; bliss.")))

    assert [(set_aside.rule, dismissal) for set_aside, dismissal in elsewhere.dismissed] == [("CLM-03", finding)]
    assert "CLM-03" not in {standing.rule for standing in elsewhere.findings}
    assert changed.dismissed == []


def test_fingerprint_ignores_what_does_not_change_the_meaning():
    first = Finding("CLM-03", Severity.ERROR, "", "", sentence="It’s  guaranteed.")
    second = Finding("CLM-03", Severity.ERROR, "", "", block_id="b", sentence="it's guaranteed")

    assert first.fingerprint == second.fingerprint
    assert first.fingerprint != Finding("CLM-01", Severity.ERROR, "", "", sentence="It's guaranteed").fingerprint


def test_language_without_words_is_said_to_be_unchecked():
    french = Locale.objects.create(language_code="fr")
    report = check_page(build_page(section("Résultats garantis. We guarantee results."), locale=french), profile="base")

    assert report.unchecked_language == "Text not checked in this language (fr)."
    assert {"STR-01", "REV-01"} <= {finding.rule for finding in report.findings}
    assert "CLM-03" not in {finding.rule for finding in report.findings}


def test_region_of_a_language_does_not_matter():
    american = Locale.objects.create(language_code="en-us")

    assert found(build_page(section(PROMISE), locale=american))


def test_explanations_come_in_the_language_of_the_editor():
    with translation.override("de"):
        (finding,) = found(build_page(section(PROMISE)))

    assert finding.explanation == "„guarantee“ verspricht, was keine Behandlung allen versprechen kann."


def test_queries_are_bounded_and_do_not_grow_with_blocks(treatment_index, django_assert_max_num_queries):
    source = factories.SourceFactory()
    claim = {"statement": "Scars fade.", "source": source}
    page = factories.TreatmentPageFactory(parent=treatment_index)
    page.body = [("evidence", {"claims": [claim] * 3}) for _number in range(30)]
    page = page.save_revision().as_object()

    with django_assert_max_num_queries(13):
        check_page(page, profile="jp")


def test_checking_writes_nothing(treatment_page):
    with CaptureQueriesContext(connection) as captured:
        check_page(treatment_page)

    assert [query["sql"] for query in captured.captured_queries if not query["sql"].startswith("SELECT")] == []


def test_documentation_names_every_rule_with_its_severity():
    document = (Path(__file__).parents[3] / "docs" / "editorial-checks.md").read_text()
    tables = document.partition("## The rules")[2].partition("## How well they read")[0]
    rows = {line.split(" | ")[0].removeprefix("| "): line for line in tables.splitlines() if " | " in line}

    for rule in registry.all_rules():
        severities = [*rule.severities.values(), *rule.kinds.values()]
        assert all(severity.value in rows[rule.id] for severity in severities), rule.id
