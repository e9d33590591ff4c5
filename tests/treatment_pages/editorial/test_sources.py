"""What counts as a source for a sentence."""

import pytest

from tests import factories
from tests.treatment_pages.editorial.pages import build_page, claim, findings, section

pytestmark = pytest.mark.django_db
FIGURE = "The depth of scars fell by 40 % in twelve weeks."


@pytest.fixture
def source():
    return factories.SourceFactory()


def test_figure_without_a_source_is_found():
    (found,) = findings(build_page(section("It is slow.", FIGURE)), "CLM-01")

    assert found.sentence == FIGURE
    assert "40 %" in found.explanation


def test_marked_claim_rests_on_its_source(source):
    assert findings(build_page(section(claim(source, FIGURE))), "CLM-01") == []


def test_claim_whose_source_was_deleted_rests_on_nothing(source):
    page = build_page(section(claim(source, FIGURE)))
    source.delete()

    assert len(findings(page, "CLM-01")) == 1


def test_citation_needs_body_year_and_link():
    link = '<a href="https://doi.org/10.1000/182">Dermatology Review, 2021</a>'

    assert findings(build_page(section(f"The depth fell by 40 % ({link}).")), "CLM-01") == []
    assert len(findings(build_page(section("The depth fell by 40 % (Dermatology Review, 2021).")), "CLM-01")) == 1


def test_claim_block_without_source_is_found_once_with_the_sentence_that_it_repeats():
    page = build_page(section(FIGURE))
    page.body[0].value["claims"] = page.body[0].block.child_blocks["claims"].normalize([{"statement": FIGURE}])

    assert len(findings(page, "CLM-01")) == 1


def test_sourced_claim_block_carries_the_sentence_that_it_repeats(source):
    page = build_page(section(FIGURE), ("evidence", {"claims": [{"statement": FIGURE, "source": source}]}))

    assert findings(page, "CLM-01") == []


def test_sourced_sentence_carries_the_claim_that_repeats_it(source):
    page = build_page(section(claim(source, FIGURE)), ("evidence", {"claims": [{"statement": FIGURE}]}))

    assert findings(page, "CLM-01") == []


def test_figure_of_a_claim_needs_a_source_whatever_the_statement_says():
    page = build_page(("evidence", {"claims": [{"statement": "Scars get flatter.", "value": "40 %"}]}))

    (found,) = findings(page, "CLM-01")
    assert found.path == "claims.0.statement"


def test_sentence_that_goes_on_about_the_source_before_it_is_carried_too(source):
    text = f"{claim(source, FIGURE)} The same study found less redness."

    assert findings(build_page(section(text)), "CLM-02") == []
    assert len(findings(build_page(section("It is slow. The same study found less redness.")), "CLM-02")) == 1


def test_key_facts_and_questions_claim_nothing():
    page = build_page(
        ("key_facts", {"downtime": "no side effects"}),
        ("faq", {"items": [{"question": "Do 90 % of patients need one session?", "answer": "<p>No.</p>"}]}),
    )

    assert findings(page, "CLM-01") == findings(page, "CLM-03") == []


def test_a_source_makes_no_promise_true(source):
    assert len(findings(build_page(section(claim(source, "Results are guaranteed."))), "CLM-03")) == 1


def test_claims_without_any_source_count_against_the_page(source):
    assert len(findings(build_page(section(FIGURE)), "STR-07")) == 1
    assert findings(build_page(section(FIGURE), ("sources", {"further": [source]})), "STR-07") == []
    assert findings(build_page(section("It is slow.")), "STR-07") == []
