"""Single sentences: which of them is an error under which rule, and which only looks like one."""

from pathlib import Path

import pytest
from wagtail.models import Locale

from tests import factories
from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.page_text import read_page
from treatment_pages.editorial.registry import rules_for

pytestmark = pytest.mark.django_db
HERE = Path(__file__).parent


def cases(name: str) -> list[tuple[str, str]]:
    lines = (line for line in (HERE / name).read_text().splitlines() if line and not line.startswith("#"))
    return [tuple(line.split("|", 1)) for line in lines]


def errors_in(sentence: str, language: str) -> set[str]:
    """The rules of severity error that find something in the sentence, alone on a page."""
    locale = Locale(language_code=language, pk=1)
    page = factories.TreatmentArticlePageFactory.build(
        title="T", summary="", locale=locale, body=[("section", {"heading": "A", "text": f"<p>{sentence}</p>"})]
    )
    page_text = read_page(page)
    rules = (rule for rule, severity in rules_for("base", "article") if severity == Severity.ERROR and rule.reads_text)
    return {rule.id for rule in rules if any(hit.sentence for hit in rule.check(page_text))}


ENGLISH, GERMAN = cases("sentences.txt"), cases("saetze.txt")


@pytest.mark.parametrize(("rule", "sentence"), [case for case in ENGLISH if case[0]])
def test_english_sentence_is_an_error(rule, sentence):
    assert rule in errors_in(sentence, "en")


@pytest.mark.parametrize("sentence", [sentence for rule, sentence in ENGLISH if not rule])
def test_english_sentence_is_none(sentence):
    assert errors_in(sentence, "en") == set()


@pytest.mark.parametrize(("rule", "sentence"), [case for case in GERMAN if case[0]])
def test_german_sentence_is_an_error(rule, sentence):
    assert rule in errors_in(sentence, "de")


@pytest.mark.parametrize("sentence", [sentence for rule, sentence in GERMAN if not rule])
def test_german_sentence_is_none(sentence):
    assert errors_in(sentence, "de") == set()
