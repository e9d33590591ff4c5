"""What the rules find in articles that a person annotated before the rules were written."""

import pytest

from tests import factories
from tests.treatment_pages.editorial.annotated import annotated_texts
from treatment_pages.editorial.engine import check_page
from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.registry import rules_for

TEXTS = {text.name: text for text in annotated_texts()}
ERRORS = {
    rule.id
    for rule, severity in rules_for("base", "treatment")
    if severity == Severity.ERROR and rule.id.startswith(("CLM", "PRC"))
}


@pytest.fixture
def source(db):
    return factories.SourceFactory()


@pytest.mark.parametrize("name", TEXTS)
def test_sentences_with_errors_are_those_that_a_person_marked(name, source):
    text = TEXTS[name]

    report = check_page(text.page(source.pk), profile="base")

    found = {finding.sentence for finding in report.errors if finding.rule in ERRORS}
    assert found == {sentence for sentence, rules in text.expected.items() if rules & ERRORS}


@pytest.mark.parametrize("name", TEXTS)
def test_every_marked_rule_is_found_in_its_sentence(name, source):
    text = TEXTS[name]

    found = {(finding.sentence, finding.rule) for finding in check_page(text.page(source.pk), profile="base").findings}

    assert {(sentence, rule) for sentence, rules in text.expected.items() for rule in rules} <= found


@pytest.mark.parametrize("name", [name for name, text in TEXTS.items() if text.meta["expect"] == "clean"])
def test_a_clean_text_has_no_finding_in_any_sentence(name, source):
    report = check_page(TEXTS[name].page(source.pk), profile="base")

    assert [finding for finding in report.findings if finding.sentence] == []
