"""Signs that need help: what to do is clear, and emergencies come first."""

import re

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from treatment_pages.blocks.help import HelpBlock, HelpItemBlock

BLOCK = HelpBlock()


def signs(**urgencies):
    items = [{"sign": sign.replace("_", " "), "urgency": urgency} for sign, urgency in urgencies.items()]
    return BLOCK.normalize({"heading": "When to get help", "items": items})


def headings(html: str) -> list[str]:
    return [text.strip() for text in re.findall(r"</svg>([^<]+)</h3>", html)]


def test_emergencies_come_first_whatever_the_order_of_the_editor(settings):
    settings.TREATMENT_PAGES = {}
    html = BLOCK.render(signs(Itching="call_clinic", Fever="urgent", No_breath="emergency", Spots="call_clinic"))
    assert headings(html) == ["Phone the emergency number now", "See a doctor today", "Call the clinic"]
    assert re.findall(r'tp-help__sign">([^<]+)<', html) == ["No breath", "Fever", "Itching", "Spots"]


def test_an_urgency_without_signs_is_not_mentioned():
    assert headings(BLOCK.render(signs(Fever="urgent"))) == ["See a doctor today"]


def test_the_site_may_name_the_emergency_number(settings):
    settings.TREATMENT_PAGES = {"EMERGENCY_NUMBER": "112"}
    assert headings(BLOCK.render(signs(No_breath="emergency"))) == ["Phone 112 now"]


@pytest.mark.parametrize("urgency", ["", None, "soon"])
def test_a_sign_of_unknown_urgency_counts_as_urgent(urgency):
    assert headings(BLOCK.render(signs(Fever=urgency))) == ["See a doctor today"]


def test_what_an_editor_types_is_not_markup():
    html = BLOCK.render(BLOCK.normalize({"items": [{"sign": "<b>x</b>", "urgency": "urgent", "text": "<i>y</i>"}]}))
    assert "&lt;b&gt;x" in html
    assert "&lt;i&gt;y" in html


def test_a_sign_needs_an_urgency_of_the_three():
    with pytest.raises(StructBlockValidationError) as error:
        HelpItemBlock().clean(HelpItemBlock().normalize({"sign": "Fever", "urgency": "soon"}))
    assert list(error.value.block_errors) == ["urgency"]
