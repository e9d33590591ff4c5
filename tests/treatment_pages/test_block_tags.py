"""A block is rendered by our tag as by Wagtail's."""

import re

import pytest
from django.template import Context, Template
from wagtail.rich_text import RichText

from treatment_pages.blocks.before_after import BeforeAfterBlock
from treatment_pages.blocks.text import SectionBlock
from treatment_pages.templatetags.block_tags import plain_template

OURS = Template("{% load block_tags %}{% tp_block item %}")
WAGTAILS = Template("{% load wagtailcore_tags %}{% include_block item %}")


class Greeting(SectionBlock):
    """A host's block with a context of its own."""

    def get_context(self, value, parent_context=None):
        return super().get_context({**value, "heading": f"Hello, {value['heading']}"}, parent_context)


def rendered(by: Template, item) -> str:
    return by.render(Context({"item": item, "ask_label": "Ask"}))


def test_every_block_of_a_page_is_rendered_the_same(publish_full_page):
    items = list(publish_full_page().body)
    assert len(items) > 15
    for item in items:
        assert without_numbers(rendered(OURS, item)) == without_numbers(rendered(WAGTAILS, item))


def without_numbers(html: str) -> str:
    """Each citation has a token of its own."""
    return re.sub(r"tp-[0-9a-f]{32}", "", html)


def test_a_block_with_a_context_of_its_own_is_left_to_wagtail():
    block = Greeting()
    item = block.to_python({"heading": "reader", "text": "<p>Calm</p>"})
    assert rendered(OURS, item) == rendered(WAGTAILS, item)
    assert "Hello, reader" in rendered(OURS, item)


@pytest.mark.parametrize("kind", [BeforeAfterBlock, Greeting])
def test_only_plain_blocks_are_rendered_here(kind):
    assert plain_template(SectionBlock, "x.html") == "x.html"
    assert plain_template(kind, "x.html") is None


@pytest.mark.parametrize("item", ["", "<b>", RichText("<p>Calm</p>"), 7])
def test_what_is_no_block_is_shown_as_it_is(item):
    assert rendered(OURS, item) == rendered(WAGTAILS, item)


def test_what_is_not_there_is_nothing():
    assert OURS.render(Context()) == OURS.render(Context({"item": None})) == ""
