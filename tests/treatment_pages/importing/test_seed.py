"""An article of the shape that clinics' blogs have becomes exactly the outline that a person would draw."""

import json
from pathlib import Path

import pytest

from tests.treatment_pages.importing.measuring import ARTICLES, SHARED, imported

SEEDS = SHARED / "seeds"
WITHOUT_PARAPHRASE = ("title", "treatment_name", "alternate_names", "author_display", "published", "updated")
META = (*WITHOUT_PARAPHRASE, "reading_time_minutes_stated", "language", "ui_language_hint")


def without_lines(value):
    return {key: part for key, part in value.items() if key != "line"} if isinstance(value, dict) else value


@pytest.fixture(scope="module")
def gold():
    path = SEEDS / "gold_seed.json"
    if not path.exists():
        pytest.skip("the reference article lies beside the repository, where it is at hand")
    return json.loads(path.read_text())


@pytest.fixture(scope="module")
def outline(gold):
    return imported(SEEDS / Path(gold["source"]).name).as_json()


def test_reference_article_gives_its_metadata(gold, outline):
    assert {key: outline["meta"][key] for key in META} == {key: gold["meta"][key] for key in META}


def test_reference_article_gives_its_key_facts(gold, outline):
    expected = {name: without_lines(fact) for name, fact in gold["key_facts"].items()}
    assert {name: without_lines(fact) for name, fact in outline["key_facts"].items()} == expected
    lines = {name: fact["line"] for name, fact in gold["key_facts"].items() if fact}
    assert {name: outline["key_facts"][name]["line"] for name in lines} == lines


def test_reference_article_gives_its_blocks(gold, outline):
    shape = [(block["type"], block.get("heading", "")) for block in gold["blocks"]]
    assert [(block["type"], block["heading"]) for block in outline["blocks"]] == shape


def test_reference_article_gives_its_items_steps_and_lines(gold, outline):
    for expected, block in zip(gold["blocks"], outline["blocks"], strict=True):
        titles = [item["title"] for item in expected.get("items", [])]
        assert [item["title"] for item in block.get("items", [])] == titles
        steps = [(step["phase"], step["title"]) for step in expected.get("steps", [])]
        assert [(step["phase"], step["title"]) for step in block.get("steps", [])] == steps
        for name in ("suitable_for", "not_suitable_for"):
            assert block.get(name, []) == expected.get(name, [])


def test_reference_article_gives_its_claims(gold, outline):
    wanted = [
        (claim["id"], claim["value"], claim["source_named"], claim["vague"], claim["line"]) for claim in gold["claims"]
    ]
    found = [(c["id"], c["value"], c["source_named"], c["vague"], c["line"]) for c in outline["claims"]]
    assert found == wanted


@pytest.fixture(scope="module")
def own():
    return imported(ARTICLES / "seed-shaped.txt")


def test_article_of_that_shape_gives_its_metadata(own):
    assert own.meta["title"] == "All About Radiofrequency and What It Does for Slack Skin"
    assert own.meta["treatment_name"] == "Radiofrequency"
    assert own.meta["alternate_names"] == ["thermal tightening"]
    assert own.meta["author_display"] == "brackenskin"
    assert own.meta["published"] == {"month": 3, "day": 9, "year": None, "confidence": "needs_year"}
    assert own.meta["updated"] == {"month": 3, "day": 21, "year": None, "confidence": "needs_year"}
    assert (own.meta["reading_time_minutes_stated"], own.meta["ui_language_hint"]) == (6, "ja")


def test_article_of_that_shape_gives_its_blocks_in_order(own):
    kinds = ["intro", "overview", "how_it_works", "benefits", "procedure", "sessions", "candidacy", "summary"]
    assert [block.type for block in own.blocks] == kinds
    benefits, procedure, candidacy = own.blocks[3], own.blocks[4], own.blocks[6]
    assert [item.title for item in benefits.items] == [
        "A Firmer Jawline",
        "Softer Lines",
        "Hardly Any Waiting",
        "A Calm Session",
    ]
    assert [step.phase for step in procedure.steps] == ["before", "during", "after"]
    assert len(candidacy.suitable_for) == 3
    assert candidacy.note == "Ask a trained professional whether it fits your history."


def test_article_of_that_shape_gives_its_facts(own):
    facts = {name: without_lines(fact) for name, fact in own.key_facts.items() if fact}
    assert facts == {
        "session_minutes": {"min": 45, "max": 60},
        "sessions": {"min": 4, "max": 8},
        "session_spacing_weeks": {"min": 2, "max": 3},
        "maintenance": {"per_year": 2},
        "anaesthesia": {"value": "topical"},
        "downtime": {"value": "slight redness and warmth for a few hours"},
        "areas": {"value": ["face", "neck", "arms", "knees"]},
        "healing_time": {"value": "several months"},
    }


def test_article_of_that_shape_gives_its_claims_with_who_is_said_to_have_found_them(own):
    assert [(claim.value, claim.source_named, claim.vague) for claim in own.claims] == [
        ("over 2 million", "Fictional Institute of Skin Physics", False),
        ("15 percent", "one trial", True),
        ("62 percent", "one survey", True),
        ("20 percent", "a small study", True),
        ("95 percent", None, True),
    ]
    assert all(claim.source_year is None and claim.source_url is None for claim in own.claims)


def test_article_of_that_shape_sets_nothing_aside_but_boilerplate(own):
    aside = [piece["text"] for piece in own.set_aside]
    assert aside == ["brackenskin", "March 9", "6 min read", "Updated: March 21", "コメント"]
