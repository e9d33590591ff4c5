"""The publications that a page rests on."""

from collections.abc import Iterator

from wagtail import blocks

from treatment_pages.blocks.choosers import SharedSnippetChooserBlock, choosing_children, may_choose
from treatment_pages.claims import claim_source_ids
from treatment_pages.models import Source, SourceKind
from treatment_pages.structured_data.nodes import Node, node

TYPES = {
    SourceKind.ARTICLE: "ScholarlyArticle",
    SourceKind.GUIDELINE: "Report",
    SourceKind.REGULATOR: "WebPage",
    SourceKind.BOOK: "Book",
}
"""schema.org's type by kind of source; anything else is a CreativeWork."""


def citations(page) -> list[Node]:
    """A node for every source that the page lists, each once."""
    return [citation(source) for source in page_sources(page)]


def citation(source: Source) -> Node:
    """One publication. Its year is part of the credit line: schema.org's dates are days."""
    credit = [source.authors, source.publication, str(source.year or "")]
    return node(
        TYPES.get(source.kind, "CreativeWork"),
        name=source.title,
        creditText=". ".join(part for part in credit if part),
        url=source.link,
        identifier=node("PropertyValue", propertyID="DOI", value=source.doi) if source.doi else None,
    )


def page_sources(page) -> list[Source]:
    """The sources that sentences and claims of the page cite or its list names, each once; no query of its own."""
    keys = [*claim_source_ids(getattr(page, "introduction", ""))]
    for section in page.sections:
        keys.extend(_source_keys(section.block.block, section.block.value))
    records = page.chosen_records[Source]
    return [records[key] for key in dict.fromkeys(keys) if key in records]


def _source_keys(block: blocks.Block, value) -> Iterator[int]:
    """The keys of the sources below a block, in the order of its fields."""
    if isinstance(block, SharedSnippetChooserBlock):
        if isinstance(value, Source):
            yield value.pk
    elif isinstance(block, blocks.RichTextBlock):
        yield from claim_source_ids(value.source if value else "")
    elif isinstance(block, blocks.StructBlock):
        for name, child in choosing_children(block):
            yield from _source_keys(child, value.get(name))
    elif isinstance(block, blocks.ListBlock) and may_choose(block.child_block):
        for item in value or ():
            yield from _source_keys(block.child_block, item)
