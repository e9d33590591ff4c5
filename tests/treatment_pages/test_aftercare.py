"""The timeline after a session."""

import re

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from treatment_pages.blocks.aftercare import AftercareBlock

BLOCK = AftercareBlock()


def aftercare(*items, **fields):
    return BLOCK.normalize({"heading": "Aftercare", "items": list(items), **fields})


def stage(title="Rest", text="<p>Do nothing.</p>", **when):
    return {"title": title, "text": text, "when": when}


def test_stages_are_an_ordered_list_with_their_times():
    html = BLOCK.render(
        aftercare(
            stage("First evening", minimum=0, maximum=12, unit="hours"),
            stage("Mild products", minimum=1, maximum=3, unit="days"),
        )
    )
    assert re.findall(r'tp-timeline__when">([^<]+)<', html) == ["First 12 hours", "Days 1–3"]
    assert re.findall(r"<h3>([^<]+)<", html) == ["First evening", "Mild products"]
    assert html.count("<ol") == 1


def test_a_stage_without_a_time_leaves_it_to_its_title():
    assert "tp-timeline__when" not in BLOCK.render(aftercare(stage("Until the next session")))


def test_what_an_editor_types_is_not_markup():
    html = BLOCK.render(aftercare(stage("<b>Rest</b>"), heading="A & B", introduction="<i>x</i>"))
    assert "&lt;b&gt;Rest" in html
    assert "A &amp; B" in html
    assert "<i>" not in html


def test_a_time_that_ends_before_it_starts_is_not_published():
    with pytest.raises(StructBlockValidationError) as error:
        BLOCK.clean(aftercare(stage(minimum=3, maximum=1, unit="days")))
    item = error.value.block_errors["items"].block_errors[0]
    assert item.block_errors["when"].block_errors["maximum"].messages == [
        "Enter a number that is not smaller than “From”."
    ]


def test_a_draft_may_hold_a_stage_that_is_still_being_typed():
    draft = aftercare({"title": "", "text": "", "when": {"minimum": 3, "maximum": 1}})
    assert BLOCK.clean_deferred(draft)["items"][0]["when"]["minimum"] == 3
