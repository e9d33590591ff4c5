"""Visitors and editors find a treatment by any name people use for it."""

import pytest
from wagtail.search.backends import get_search_backend

from tests import factories
from treatment_pages.models import Source, TreatmentArticlePage, TreatmentPage


@pytest.fixture
def indexed(treatment_index):
    return factories.TreatmentPageFactory(
        parent=treatment_index,
        title="Microneedling",
        alternate_names="collagen induction therapy, dermarolling",
        summary="Fine needles that prompt the skin to renew itself.",
        body=[
            ("suitability", {"suitable_for": ["Acne scars"]}),
            ("procedure", {"steps": [{"phase": "before", "title": "Consultation", "text": "<p>Photographs.</p>"}]}),
        ],
    )


@pytest.mark.parametrize("words", ["microneedling", "collagen induction", "needles", "scars", "photographs"])
def test_a_treatment_is_found_by_its_names_and_words(indexed, words):
    assert list(TreatmentPage.objects.search(words)) == [indexed]


def test_a_treatment_is_found_while_its_name_is_being_typed(indexed):
    assert list(TreatmentPage.objects.autocomplete("derma")) == [indexed]


@pytest.mark.parametrize("words", ["None", "before", "GBP"])
def test_nothing_is_found_by_words_that_nobody_reads(indexed, words):
    assert list(TreatmentPage.objects.search(words)) == []


def test_an_article_is_found_by_its_author(treatment_index):
    article = factories.TreatmentArticlePageFactory(parent=treatment_index, author="Dr Imogen Rowe")
    assert list(TreatmentArticlePage.objects.search("Imogen")) == [article]


@pytest.mark.parametrize("words", ["healing", "Okafor", "dermatology"])
def test_a_source_is_found_by_title_author_and_journal(db, words):
    source = factories.SourceFactory(
        title="Wound healing after needling", authors="Okafor A", publication="Journal of Dermatology"
    )
    factories.SourceFactory(title="Something else")
    assert list(get_search_backend().search(words, Source)) == [source]
