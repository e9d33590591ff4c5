"""Whole articles of the kind that clinics publish, and the errors that have to be found in them."""

import pytest

from tests.treatment_pages.editorial.spa_articles import SEEDS, own_article, page_of, seed_article
from treatment_pages.editorial.engine import check_page

only_with_seeds = pytest.mark.skipif(not SEEDS.exists(), reason="the article is kept outside of the repository")


def rules_by_sentence(report) -> dict[str, set[str]]:
    """What was found in each sentence that has an error."""
    found: dict[str, set[str]] = {}
    for finding in report.findings:
        if finding.sentence:
            found.setdefault(finding.sentence, set()).add(finding.rule)
    wrong = {finding.sentence for finding in report.errors if finding.sentence}
    return {sentence: rules for sentence, rules in found.items() if sentence in wrong}


@pytest.mark.django_db
def test_errors_of_our_own_article_are_found_and_no_others():
    article, expected = own_article()

    found = rules_by_sentence(check_page(page_of(article), profile="base"))

    assert len(expected) == 8
    assert found.keys() == expected.keys()
    assert all(rules <= found[sentence] for sentence, rules in expected.items())


@pytest.mark.django_db
def test_page_of_our_own_article_lacks_what_its_spa_left_out():
    article, _errors = own_article()

    found = {finding.rule for finding in check_page(page_of(article), profile="base").findings if not finding.sentence}

    assert found >= {"STR-01", "STR-02", "STR-03", "STR-04", "STR-05", "STR-07", "REV-01", "REV-05", "AUT-01", "IMG-00"}


@only_with_seeds
@pytest.mark.django_db
def test_errors_of_the_seed_are_found_and_no_others():
    article, flags = seed_article()
    expected = {flag["starts"]: set(flag["rules"]) for flag in flags["sentence"] if flag["severity"] == "error"}

    found = rules_by_sentence(check_page(page_of(article), profile="base"))

    named = {sentence: next((start for start in expected if sentence.startswith(start)), None) for sentence in found}
    assert set(named.values()) == expected.keys()
    assert all(expected[start] <= found[sentence] for sentence, start in named.items())


@only_with_seeds
@pytest.mark.django_db
def test_page_findings_of_the_seed_are_those_that_a_person_makes():
    article, flags = seed_article()
    expected = {flag["rule"]: flag["severity"] for flag in flags["page"]}

    report = check_page(page_of(article), profile="base")

    found = {finding.rule: finding.severity.value for finding in report.findings}
    assert {rule: found.get(rule) for rule in expected} == expected
