"""Every block, wherever it is nested: it explains itself to editors, renders its example, and allows drafts."""

import re
from collections.abc import Iterator

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import get_template
from django.urls import reverse
from wagtail import blocks
from wagtail.admin.icons import get_icons
from wagtail.blocks.struct_block import StructBlockValidationError

from treatment_pages.blocks.aftercare import AftercareBlock
from treatment_pages.blocks.alternatives import AlternativesBlock
from treatment_pages.blocks.base import ContentBlock
from treatment_pages.blocks.evidence import EvidenceBlock
from treatment_pages.blocks.faq import FAQBlock
from treatment_pages.blocks.help import HelpBlock
from treatment_pages.blocks.prices import PricesBlock
from treatment_pages.blocks.safety import RiskBlock, RisksBlock, SuitabilityBlock
from treatment_pages.blocks.stream import STARTER_BLOCKS, TreatmentStreamBlock, starter_body
from treatment_pages.blocks.treatment import BenefitsBlock, ProcedureBlock, StepBlock
from treatment_pages.models import TreatmentPage

STREAM = TreatmentPage._meta.get_field("body").stream_block


def below(block: blocks.Block) -> Iterator[blocks.Block]:
    """Every block inside `block`, at any depth."""
    children = list(getattr(block, "child_blocks", {}).values())
    if isinstance(block, blocks.ListBlock):
        children.append(block.child_block)
    for child in children:
        yield child
        yield from below(child)


def class_of(block: blocks.Block) -> str:
    return type(block).__name__


EVERY_BLOCK = list(below(STREAM))
STRUCT_BLOCKS = list(
    {class_of(block): block for block in EVERY_BLOCK if isinstance(block, blocks.StructBlock)}.values()
)


@pytest.fixture(scope="module")
def icons() -> set[str]:
    return set(re.findall(r'id="icon-([^"]+)"', get_icons()))


@pytest.mark.parametrize("block", EVERY_BLOCK, ids=lambda block: f"{class_of(block)}-{block.name}")
def test_every_block_has_a_label_and_an_icon_of_wagtails(block, icons):
    assert block.label
    assert block.meta.icon in icons


@pytest.mark.parametrize("block", STRUCT_BLOCKS, ids=class_of)
def test_every_block_of_ours_explains_itself(block):
    assert str(block.meta.label)
    assert str(block.get_description()).endswith(".")
    assert block.is_previewable
    assert "preview_value" in dir(block.meta)
    get_template(block.meta.template)


@pytest.mark.parametrize("block", STRUCT_BLOCKS, ids=class_of)
def test_every_example_renders_in_the_block_picker(block, client, admin_user, clinic):
    client.force_login(admin_user)
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200


@pytest.mark.parametrize("block", STRUCT_BLOCKS, ids=class_of)
def test_every_empty_block_renders(block, rf, clinic):
    assert "None" not in block.render(block.get_default(), context={"request": rf.get("/")})


@pytest.mark.parametrize("block", STRUCT_BLOCKS, ids=class_of)
def test_a_block_built_in_code_may_leave_fields_out(block, rf, clinic):
    assert "None" not in block.render(block.normalize({}), context={"request": rf.get("/")})


@pytest.mark.parametrize("block", STRUCT_BLOCKS, ids=class_of)
def test_an_empty_block_can_be_saved_as_a_draft(block):
    empty = block.get_default()
    assert block.get_prep_value(block.clean_deferred(empty)) == block.get_prep_value(empty)


@pytest.mark.parametrize("block", STRUCT_BLOCKS, ids=class_of)
def test_the_form_of_a_block_shows_every_field_once(block):
    shown = block.meta.form_layout.get_sorted_block_names()
    assert sorted(shown) == sorted(block.child_blocks)


@pytest.mark.parametrize(
    ("block", "field"),
    [
        (EvidenceBlock(), "claims"),
        (BenefitsBlock(), "items"),
        (ProcedureBlock(), "steps"),
        (FAQBlock(), "items"),
        (AftercareBlock(), "items"),
        (HelpBlock(), "items"),
        (PricesBlock(), "items"),
        (AlternativesBlock(), "items"),
        (SuitabilityBlock(), "suitable_for"),
        (RisksBlock(), "common"),
    ],
    ids=lambda value: value if isinstance(value, str) else class_of(value),
)
def test_publishing_an_empty_list_says_what_to_do(block, field):
    with pytest.raises(StructBlockValidationError) as error:
        block.clean(block.get_default())
    assert list(error.value.block_errors) == [field]
    assert re.match(r"(Add|Name) at least one .*\.$", error.value.block_errors[field].messages[0])


@pytest.mark.parametrize("field", ["suitable_for", "ask_first", "not_suitable_for"])
def test_one_line_in_any_list_is_enough(field):
    block = SuitabilityBlock()
    cleaned = block.clean(block.normalize({"heading": "For you?", field: ["Acne scars"]}))
    assert list(cleaned[field]) == ["Acne scars"]


def test_a_step_of_one_minute_says_so():
    block = StepBlock()
    html = block.render(block.normalize({"title": "Cream", "minutes": {"minimum": 1}}))
    assert re.search(r">\s*1 minute\s*<", html)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"duration": "a day"}, "a day"),
        ({"duration_time": {"minimum": 1, "maximum": 3}}, "1–3 days"),
        ({"duration_time": {"minimum": 1}, "duration": "like sunburn"}, "1 day, like sunburn"),
        ({}, ""),
    ],
)
def test_a_risk_says_how_long_it_lasts(fields, text):
    assert RiskBlock().normalize({"name": "Redness", **fields}).lasts == text


def test_a_new_page_starts_with_headings_and_no_text(db):
    starter = TreatmentPage().body
    assert [block.block_type for block in starter] == list(STARTER_BLOCKS)
    assert [block.value["heading"] for block in starter if "heading" in block.value] == [
        "What it is",
        "How it works",
        "What it can do",
        "What happens",
        "Aftercare",
        "Is it right for you?",
        "Risks and side effects",
        "When to get help",
        "Questions people ask",
    ]
    assert STREAM.get_searchable_content(starter) != []


def test_new_pages_do_not_share_their_starter():
    assert starter_body() is not starter_body()
    assert starter_body()[0]["value"] is not starter_body()[0]["value"]


def test_what_visitors_do_not_read_is_not_searched():
    value = ProcedureBlock().normalize(
        {"heading": "Steps", "steps": [{"phase": "during", "title": "Cream", "text": "<p>Numbing.</p>"}]}
    )
    assert [text for text in ProcedureBlock().get_searchable_content(value) if text] == ["Steps", "Cream", "Numbing."]


def test_blocks_that_can_stand_once_only_are_limited():
    assert {name for name, count in STREAM.meta.block_counts.items() if count["max_num"] == 1} == {
        "key_facts",
        "enquiry_form",
        "sources",
    }


def test_no_block_is_written_into_migrations_by_its_own_path():
    paths = {block.deconstruct()[0] for block in EVERY_BLOCK}
    assert {path.split(".")[0] for path in paths} == {"wagtail"}


def test_drafts_are_the_only_ones_let_off():
    """A block that deferred its checks once complains again afterwards: instances are shared by all requests."""
    block = BenefitsBlock()
    block.clean_deferred(block.get_default())
    with pytest.raises(StructBlockValidationError):
        block.clean(block.get_default())


def test_every_top_level_block_is_grouped_for_the_picker():
    assert all(str(block.meta.group) for block in TreatmentStreamBlock().child_blocks.values())


def test_content_blocks_promise_nothing_by_themselves():
    assert ContentBlock().publishing_errors({}) == {}


def test_what_another_thread_saves_as_a_draft_switches_no_check_off():
    stream = TreatmentStreamBlock()
    evidence = stream.child_blocks["evidence"]
    value = stream.to_python([{"type": "evidence", "value": {"heading": "Findings", "claims": []}}])
    evidence.defer_required_validation()  # as an autosave does in the middle of somebody's publishing
    with pytest.raises(ValidationError):
        stream.clean(value)
    assert stream.clean_deferred(value)
