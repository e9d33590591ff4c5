"""Choosers that look up every chosen record of a stream in one query a model, wherever in the stream it was chosen."""

import copy
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

looked_up: ContextVar[dict[type, dict] | None] = ContextVar("looked_up", default=None)
"""The records of the stream that is being read, by model and key; None elsewhere."""


class SharedLookup:
    """Takes records from the stream's lookup; outside of one it asks the database as any chooser does."""

    def bulk_to_python(self, values):
        records = looked_up.get()
        if records is None:
            return super().bulk_to_python(values)
        return [copy.copy(records.get(self.model_class, {}).get(key)) for key in values]

    def deconstruct(self):
        """As Wagtail's own chooser: migrations need not know how records are looked up."""
        _path, args, kwargs = super().deconstruct()
        return self.migration_path, args, kwargs


class SharedSnippetChooserBlock(SharedLookup, SnippetChooserBlock):
    """A snippet chooser for blocks that occur often."""

    migration_path = "wagtail.snippets.blocks.SnippetChooserBlock"


class SharedPageChooserBlock(SharedLookup, blocks.PageChooserBlock):
    """A page chooser for blocks that occur often."""

    migration_path = "wagtail.blocks.PageChooserBlock"


@contextmanager
def shared_lookup(stream: blocks.StreamValue) -> Iterator[dict[type, dict]]:
    """Look up all that `stream` chooses, one query a model; blocks read meanwhile take their records from it."""
    keys: dict[type, set] = defaultdict(set)
    for raw in stream.raw_data:
        for chooser, key in _chosen(stream.stream_block.child_blocks[raw["type"]], raw["value"]):
            keys[chooser.model_class].add(key)
    records = {model: model.objects.in_bulk(wanted) for model, wanted in keys.items()}
    token = looked_up.set(records)
    try:
        yield records
    finally:
        looked_up.reset(token)


def _chosen(block: blocks.Block, raw) -> Iterator[tuple[SharedLookup, object]]:
    """The choosers below `block` that share their lookup, each with the key that `raw` holds for it."""
    if isinstance(block, SharedLookup):
        if raw is not None:
            yield block, raw
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            if name in raw:
                yield from _chosen(child, raw[name])
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            in_block_format = isinstance(item, dict) and item.get("type") == "item"
            yield from _chosen(block.child_block, item["value"] if in_block_format else item)
