"""Puts the stored records in the place of the keys by which demo content names them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from cms.demo.content import Block

CLAIM = re.compile(r'linktype="claim" id="([a-z-]+)"')


@dataclass(frozen=True)
class Records:
    """The stored records that content refers to, by the name of the field that holds the key."""

    source: Mapping = field(default_factory=dict)
    image: Mapping = field(default_factory=dict)
    consent: Mapping = field(default_factory=dict)
    page: Mapping = field(default_factory=dict)
    file: Mapping = field(default_factory=dict)


def bind(body: tuple[Block, ...], records: Records) -> list[Block]:
    """The body with each key replaced by its record; an unknown key raises KeyError."""
    return [(name, _bound(value, records)) for name, value in body]


def _bound(value, records: Records):
    if isinstance(value, str):
        return CLAIM.sub(lambda match: f'linktype="claim" id="{records.source[match[1]].pk}"', value)
    if isinstance(value, list):
        return [_bound(item, records) for item in value]
    if not isinstance(value, dict):
        return value
    bound = {key: _bound(item, records) for key, item in value.items()}
    for name, known in vars(records).items():
        if isinstance(value.get(name), str):
            bound[name] = known[value[name]]
    if "further" in value:
        bound["further"] = [records.source[key] for key in value["further"]]
    return bound


def drawings_in(body: tuple[Block, ...]) -> list[str]:
    """The names of the drawings that a body shows."""
    return [name for _kind, value in body for name in _drawings(value)]


def _drawings(value) -> list[str]:
    if isinstance(value, list):
        return [name for item in value for name in _drawings(item)]
    if not isinstance(value, dict):
        return []
    own = [value["image"]] if isinstance(value.get("image"), str) else []
    return own + [name for item in value.values() for name in _drawings(item)]
