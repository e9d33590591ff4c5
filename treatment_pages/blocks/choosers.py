"""Choosers that look up every chosen record of a stream in one query a model, wherever in the stream it was chosen."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from django.apps import apps
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.snippets.blocks import SnippetChooserBlock

from leads.keyed import by_key, key_values, room_for, with_keys
from leads.prepared import Prepared, copy_of
from treatment_pages.claims import claim_source_ids

Records = dict[type, dict[int, object]]
"""What was chosen, by model and key."""

CHOOSING = "_choosing_children"

looked_up: ContextVar[Records | None] = ContextVar("looked_up", default=None)
"""The records of the stream that is being read; None elsewhere."""


class SharedLookup:
    """Takes records from the stream's lookup; outside of one it asks the database as any chooser does."""

    def bulk_to_python(self, values):
        records = looked_up.get()
        if records is None:
            return super().bulk_to_python(values)
        chosen = (records.get(self.model_class, {}).get(key) for key in values)
        return [record and copy_of(record) for record in chosen]

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
def shared_lookup(wanted: Mapping[type, set[int]], given: Mapping[type, dict] | None = None) -> Iterator[Records]:
    """Look up `wanted`, the `chosen_keys` of a stream, one query a model; blocks read meanwhile take them from there.

    `given` are records at hand; nothing is asked of the database for their models.
    """
    given = dict(given or {})
    records = given | {model: fetch(model, keys) for model, keys in wanted.items() if model not in given}
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
    return images_by_key(model, keys) if issubclass(model, AbstractImage) else by_key(model._default_manager.all, keys)


def images_by_key(model: type, keys: set[int], at_hand: Sequence[AbstractImage] = ()) -> dict[int, AbstractImage]:
    """Images with their renditions, in two queries; those `at_hand` get their renditions too."""
    images = {image.pk: image for image in at_hand}
    images |= by_key(model._default_manager.all, keys - images.keys())
    made: dict[int, list] = {key: [] for key in images}
    for rendition in renditions_of(model, made) if made else ():
        rendition.image = images[rendition.image_id]
        made[rendition.image_id].append(rendition)
    for image in (*images.values(), *at_hand):
        image.prefetched_renditions = made[image.pk]
    return images


def renditions_of(model: type, keys: Collection[int]) -> list[AbstractRendition]:
    """All renditions of images with these keys, in one query."""
    return _renditions(model, room_for(keys)).all(**key_values(keys))


@cache
def _renditions(model: type, room: int) -> Prepared:
    renditions = model.get_rendition_model()._default_manager.order_by()
    return Prepared(lambda: with_keys(renditions, room, "image__pk"), keeps_records=True)


def _chosen(block: blocks.Block, raw) -> Iterator[tuple[type, int]]:
    """Model and key of what `raw` chooses by the choosers below `block` that share their lookup."""
    if isinstance(block, SharedLookup):
        if raw is not None:
            yield block.model_class, raw
    elif isinstance(block, blocks.RichTextBlock):
        source = apps.get_model("treatment_pages.Source")
        yield from ((source, key) for key in claim_source_ids(raw or ""))
    elif isinstance(block, blocks.StructBlock):
        for name, child in choosing_children(block):
            if name in raw:
                yield from _chosen(child, raw[name])
    elif isinstance(block, blocks.ListBlock) and may_choose(block.child_block):
        for item in raw:
            in_block_format = isinstance(item, dict) and item.get("type") == "item"
            yield from _chosen(block.child_block, item["value"] if in_block_format else item)


def choosing_children(block: blocks.StructBlock) -> list[tuple[str, blocks.Block]]:
    """Name and block of the fields below which something is chosen or cited; most fields are plain words.

    Kept with the block, which is the same for all values and never changes.
    """
    known = vars(block)
    if CHOOSING not in known:
        known[CHOOSING] = [(name, child) for name, child in block.child_blocks.items() if may_choose(child)]
    return known[CHOOSING]


def may_choose(block: blocks.Block) -> bool:
    """Whether a value of the block can choose records by a shared lookup, or cite a source."""
    if isinstance(block, blocks.StructBlock):
        return bool(choosing_children(block))
    if isinstance(block, blocks.ListBlock):
        return may_choose(block.child_block)
    return isinstance(block, (SharedLookup, blocks.RichTextBlock))
