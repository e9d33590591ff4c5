"""What a page says, apart from how it looks: the same words have the same digest, in every language of the admin."""

import hashlib
from collections.abc import Iterator

from django.db import models
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from treatment_pages.claims import claim_source_ids


def content_digest(page) -> str:
    """SHA-256 (hex) of what visitors read: words, numbers, choices and the sources of claims.

    Layout, links, pictures and white space do not count.
    """
    body = page.body
    said = [
        page.title,
        page.summary,
        *rich_text(getattr(page, "introduction", "")),
        *statements(body.stream_block, body.get_prep_value()),
    ]
    return hashlib.sha256("\n".join(" ".join(text.split()) for text in said).encode()).hexdigest()


def statements(block: blocks.Block, raw) -> Iterator[str]:
    """Everything that a stored value of a block says, in order; what is empty says nothing."""
    if raw in (None, "", False) or leads_elsewhere(block):
        return
    if isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            for statement in statements(child, raw.get(name)):
                yield f"{name}: {statement}"
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            is_wrapped = isinstance(item, dict) and item.keys() >= {"type", "value"}
            yield from statements(block.child_block, item["value"] if is_wrapped else item)
    elif isinstance(block, blocks.BaseStreamBlock):
        for item in raw:
            if item["type"] in block.child_blocks:
                yield from statements(block.child_blocks[item["type"]], item["value"])
    elif isinstance(block, blocks.RichTextBlock):
        yield from rich_text(raw)
    else:
        yield str(raw)


def rich_text(html: str) -> list[str]:
    """The words of rich text, and the sources of the claims in it."""
    return [get_text_for_indexing(html), *(f"source {pk}" for pk in claim_source_ids(html))]


def leads_elsewhere(block: blocks.Block) -> bool:
    """Whether a block only chooses a picture, a file or a page to go on to."""
    if not isinstance(block, blocks.ChooserBlock):
        return False
    target: type[models.Model] = block.model_class
    return issubclass(target, (Page, get_image_model(), get_document_model()))
