"""The draft: every kind in the block that is made for it, nothing cut off, nothing invented."""

from datetime import date
from decimal import Decimal

import pytest

from tests.treatment_pages.importing.measuring import ARTICLES, imported
from treatment_pages.importing.building import build_page, draft_of
from treatment_pages.importing.limits import ImportRefusedError
from treatment_pages.importing.outline import Block, Claim, Item, Outline, Step
from treatment_pages.models import TreatmentArticlePage, TreatmentPage

pytestmark = pytest.mark.django_db


def outline(*blocks: Block, claims=(), facts=None, **meta) -> Outline:
    return Outline({"title": "Peels", **meta}, facts or {}, list(blocks), list(claims), [])


def body_of(*blocks: Block, **parts) -> list:
    page = build_page(outline(*blocks, **parts), TreatmentArticlePage)
    page.body.stream_block.clean_deferred(page.body)
    return list(page.body)


def test_own_article_becomes_a_draft_of_structured_blocks(treatment_index):
    page = draft_of(imported(ARTICLES / "seed-shaped.txt"), TreatmentArticlePage, treatment_index)
    assert [child.block_type for child in page.body] == [
        "key_facts", "section", "how_it_works", "benefits", "procedure", "section", "suitability", "section",
    ]  # fmt: skip
    assert not page.live
    assert page.latest_revision.as_object().title == page.title
    assert page.author == "brackenskin"
    assert (page.published_on, page.updated_on) == (None, None)
    assert "quiet treatment" in page.introduction
    assert str(page.key_facts["sessions"]) == "4–8"
    assert list(page.key_facts["areas"]) == ["face", "neck", "arms", "knees"]


def test_statistic_becomes_a_claim_without_source_and_stands_once(treatment_index):
    page = draft_of(imported(ARTICLES / "seed-shaped.txt"), TreatmentArticlePage, treatment_index)
    jawline = page.body[3].value["items"][0]
    assert [claim["statement"] for claim in jawline["claims"]] == [
        "In one survey, 62 percent of clients saw a change in the mirror."
    ]
    assert (jawline["claims"][0]["value"], jawline["claims"][0]["source"]) == ("62 percent", None)
    assert str(jawline["text"].source) == "<p>The contour sharpens slowly.</p>"


def test_treatment_page_takes_the_introduction_as_its_first_section(treatment_index):
    page = draft_of(imported(ARTICLES / "seed-shaped.txt"), TreatmentPage, treatment_index)
    assert page.body[1].block_type == "section"
    assert "quiet treatment" in page.body[1].value["text"].source


def test_page_type_that_may_not_stand_there_is_refused(treatment_page):
    with pytest.raises(ImportRefusedError, match="can be created below"):
        draft_of(outline(Block("section", "A", "B.")), TreatmentArticlePage, treatment_page)


def test_date_with_its_year_is_taken_and_one_without_is_not():
    stated = {"year": 2024, "month": 3, "day": 9, "confidence": "stated"}
    page = build_page(
        outline(published=stated, updated={"month": 5, "day": 1, "confidence": "needs_year"}), TreatmentArticlePage
    )
    assert (page.published_on, page.updated_on) == (date(2024, 3, 9), None)


@pytest.mark.parametrize(
    "stated", [{"year": 2024, "month": 13, "day": 40, "confidence": "stated"}, {"confidence": "stated"}, "x"]
)
def test_date_that_is_none_is_left_out(stated):
    assert build_page(outline(published=stated), TreatmentArticlePage).published_on is None


LONG = " ".join(["word"] * 60)


@pytest.mark.parametrize(
    "block",
    [
        Block("section", LONG, "Text."),
        Block("benefits", LONG, items=[Item(LONG, "Text.")]),
        Block("procedure", LONG, steps=[Step("before", LONG, "Text.")]),
        Block("candidacy", LONG, suitable_for=[LONG], not_suitable_for=[LONG]),
        Block("risks", LONG, items=[Item(LONG, "Text.")], not_suitable_for=[LONG]),
        Block("price", LONG, items=[Item(LONG, "£20 per session")]),
        Block("faq", LONG, text="Before.", items=[Item(LONG, "Text.")]),
        Block("alternatives", LONG, items=[Item(LONG, "Text.")]),
        Block("aftercare", LONG, items=[Item(LONG, "Text.")]),
        Block("results", LONG, "Text."),
    ],
    ids=lambda block: block.type,
)
def test_what_is_too_long_for_a_field_stands_in_the_text_beside_it(block):
    said = " ".join(str(child.block.get_prep_value(child.value)) for child in body_of(block))
    assert said.count(LONG) >= len({*block.texts()}) - 1 - (block.texts().count("Text.") > 0)
    assert LONG in said


def test_price_list_keeps_amount_unit_and_words():
    (prices,) = body_of(
        Block("price", "Prices", items=[Item("Face", "£90 per session"), Item("Hands", "from £60 per session")])
    )
    face, hands = (item["price"] for item in prices.value["items"])
    assert (face["amount_from"], face["amount_to"], face["unit"]) == (Decimal(90), Decimal(90), "per session")
    assert (hands["amount_from"], hands["amount_to"]) == (Decimal(60), None)
    assert prices.value["items"][1]["text"] == "from £60 per session"


def test_stage_of_the_aftercare_knows_its_days():
    (aftercare,) = body_of(
        Block("aftercare", "Aftercare", items=[Item("First 48 hours", "Rest."), Item("Day 3 to 7", "Cream.")])
    )
    first, then = (item["when"] for item in aftercare.value["items"])
    assert (first["minimum"], first["maximum"], first["unit"]) == (0, 48, "hours")
    assert (then["minimum"], then["maximum"], then["unit"]) == (3, 7, "days")


def test_contraindications_of_a_part_on_risks_become_a_list_of_their_own():
    block = Block("risks", "Risks", items=[Item("Redness"), Item("Rarely an infection")], not_suitable_for=["Eczema"])
    risks, suitability = body_of(block)
    assert [risk["name"] for risk in risks.value["common"]] == ["Redness"]
    assert [risk["name"] for risk in risks.value["uncommon"]] == ["Rarely an infection"]
    assert list(suitability.value["not_suitable_for"]) == ["Eczema"]


@pytest.mark.parametrize("kind", ["benefits", "procedure", "price", "faq", "alternatives"])
def test_prose_without_items_stays_prose(kind):
    (section,) = body_of(Block(kind, "Heading", "One paragraph.\n\n- a point"))
    assert section.block_type == "section"
    assert section.value["text"].source == "<p>One paragraph.</p><ul><li>a point</li></ul>"


def test_claims_of_prose_leave_the_text_for_their_place():
    sentence = "One study saw 40 percent less scarring."
    claim = Claim("C1", 0, sentence, "40 percent")
    (section,) = body_of(Block("results", "Results", f"Slow. {sentence} Lasting.", claims=["C1"]), claims=[claim])
    assert section.value["text"].source == "<p>Slow. Lasting.</p>"
    assert section.value["claims"][0]["statement"] == sentence


@pytest.mark.parametrize(
    "facts",
    [
        {"sessions": {"min": 6, "max": 3}},
        {"sessions": {"min": "3", "max": None}},
        {"sessions": [3]},
        {"maintenance": {"per_year": 900}},
        {"areas": {"value": "face"}},
        {"price_from": {"min": -3}},
        {"price_from": {"min": 10**12}},
        {"downtime": {"value": 5}},
    ],
)
def test_fact_that_is_none_is_left_out(facts):
    assert body_of(facts=facts) == []


def test_two_imports_of_one_article_get_addresses_of_their_own(treatment_index):
    pages = [draft_of(outline(Block("section", "A", "B.")), TreatmentArticlePage, treatment_index) for _ in range(2)]
    assert [page.slug for page in pages] == ["peels", "peels-2"]


def test_tags_of_the_front_matter_are_kept(treatment_index):
    page = draft_of(outline(tags=["Peels", "Winter"]), TreatmentArticlePage, treatment_index)
    assert sorted(tag.name for tag in TreatmentArticlePage.objects.get(pk=page.pk).tags.all()) == ["Peels", "Winter"]
