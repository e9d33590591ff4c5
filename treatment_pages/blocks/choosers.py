"""Choosers that look up every chosen record of a stream in one query a model, wherever in the stream it was chosen."""

import copy
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from django.apps import apps
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.images.models import AbstractImage
from wagtail.snippets.blocks import SnippetChooserBlock

from treatment_pages.claims import claim_source_ids

Records = dict[type, dict[int, object]]
"""What was chosen, by model and key."""

looked_up: ContextVar[Records | None] = ContextVar("looked_up", default=None)
"""The records of the stream that is being read; None elsewhere."""


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


class SharedImageChooserBlock(SharedLookup, ImageChooserBlock):
    """An image chooser for blocks that occur often; the image comes with its renditions."""

    migration_path = "wagtail.images.blocks.ImageChooserBlock"


class SharedDocumentChooserBlock(SharedLookup, DocumentChooserBlock):
    """A document chooser for blocks that occur often."""

    migration_path = "wagtail.documents.blocks.DocumentChooserBlock"


@contextmanager
def shared_lookup(stream: blocks.StreamValue, given: Mapping[type, dict] | None = None) -> Iterator[Records]:
    """Look up all that `stream` chooses, one query a model; blocks read meanwhile take their records from it.

    `given` are records at hand; nothing is asked of the database for their models.
    """
    given = dict(given or {})
    wanted = {model: keys for model, keys in chosen_keys(stream).items() if model not in given}
    records = given | {model: fetch(model, keys) for model, keys in wanted.items()}
    token = looked_up.set(records)
    try:
        yield records
    finally:
        looked_up.reset(token)


def chosen_keys(stream: blocks.StreamValue) -> dict[type, set[int]]:
    """The keys of all records that `stream` chooses, by model; also of the sources that its rich texts cite."""
    keys: dict[type, set] = defaultdict(set)
    for raw in stream.raw_data:
        for model, key in _chosen(stream.stream_block.child_blocks[raw["type"]], raw["value"]):
            keys[model].add(key)
    return keys


def fetch(model: type, keys: set[int]) -> dict[int, object]:
    """The records of one model by key, in one query; images with their renditions."""
    if not keys:
        return {}
    return images_by_key(model, keys) if issubclass(model, AbstractImage) else model._default_manager.in_bulk(keys)


def images_by_key(model: type, keys: set[int], at_hand: Sequence[AbstractImage] = ()) -> dict[int, AbstractImage]:
    """Images with their renditions, in one query; those `at_hand` get their renditions too.

    Only for images that have no rendition yet a second query is needed.
    """
    images = {image.pk: image for image in at_hand}
    made: dict[int, list] = {key: [] for key in keys | images.keys()}
    if not made:
        return {}
    for rendition in model.get_rendition_model().objects.filter(image_id__in=made).select_related("image"):
        rendition.image = images.setdefault(rendition.image_id, rendition.image)
        made[rendition.image_id].append(rendition)
    if missing := keys - images.keys():
        images.update(model._default_manager.in_bulk(missing))
    for image in (*images.values(), *at_hand):
        image.prefetched_renditions = made[image.pk]
    return images


def _chosen(block: blocks.Block, raw) -> Iterator[tuple[type, int]]:
    """Model and key of what `raw` chooses by the choosers below `block` that share their lookup."""
    if isinstance(block, SharedLookup):
        if raw is not None:
            yield block.model_class, raw
    elif isinstance(block, blocks.RichTextBlock):
        source = apps.get_model("treatment_pages.Source")
        yield from ((source, key) for key in claim_source_ids(raw or ""))
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            if name in raw:
                yield from _chosen(child, raw[name])
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            in_block_format = isinstance(item, dict) and item.get("type") == "item"
            yield from _chosen(block.child_block, item["value"] if in_block_format else item)
