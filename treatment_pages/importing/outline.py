"""The outline: what an article says, in the order and the shapes of a treatment page; it travels as JSON."""

from dataclasses import dataclass, field, fields
from typing import Any

from django.utils.translation import gettext as _

from treatment_pages.importing.kinds import BENEFITS, CANDIDACY, FAQ, KINDS, PROCEDURE
from treatment_pages.importing.limits import MAX_CHARACTERS, MAX_ELEMENTS, ImportRefusedError

PHASES = ("before", "during", "after")


@dataclass
class Item:
    """A benefit, a question, a risk, an alternative, a line of a price list or a sub-headed part of a section."""

    title: str = ""
    text: str = ""


@dataclass
class Step:
    """A step of the procedure; `phase` is before, during or after."""

    phase: str = "during"
    title: str = ""
    text: str = ""


@dataclass
class Block:
    """One part of the article; lists are lines that start with “- ” within a text, paragraphs stand apart."""

    type: str
    heading: str = ""
    text: str = ""
    items: list[Item] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    suitable_for: list[str] = field(default_factory=list)
    not_suitable_for: list[str] = field(default_factory=list)
    ask_first: list[str] = field(default_factory=list)
    note: str = ""
    claims: list[str] = field(default_factory=list)
    """Keys of the claims that stand in it."""

    def texts(self) -> list[str]:
        """Everything that it says, in reading order."""
        parts = [self.heading, self.text]
        for entry in (*self.items, *self.steps):
            parts += [entry.title, entry.text]
        return [
            part for part in (*parts, *self.suitable_for, *self.not_suitable_for, *self.ask_first, self.note) if part
        ]


@dataclass
class Claim:
    """A sentence with a figure that needs a source; none is invented."""

    id: str
    block: int
    """Position of the block that it stands in."""
    sentence: str
    value: str
    item: int | None = None
    """Position of the item of that block."""
    line: int | None = None
    source_named: str | None = None
    source_url: str | None = None
    source_year: int | None = None
    vague: bool = True


@dataclass
class Outline:
    """An article taken apart."""

    meta: dict[str, Any]
    key_facts: dict[str, Any]
    blocks: list[Block]
    claims: list[Claim]
    set_aside: list[dict[str, Any]]

    def as_json(self) -> dict[str, Any]:
        """What `from_json` reads; fields that do not belong to a block's kind are left out while they are empty."""
        return {
            "meta": self.meta,
            "key_facts": self.key_facts,
            "blocks": [_block_json(block) for block in self.blocks],
            "claims": [vars(claim) for claim in self.claims],
            "set_aside": self.set_aside,
        }

    @classmethod
    def from_json(cls, data: Any) -> "Outline":
        """The outline that `as_json` gave, perhaps edited since; ImportRefusedError for anything else."""
        parts = _mapping(data)
        blocks = [_block(entry) for entry in _list(parts, "blocks")]
        if sum(len(text) for block in blocks for text in block.texts()) > MAX_CHARACTERS:
            raise ImportRefusedError(_("The text is too long for one page: split it into several articles."))
        return cls(
            meta=_mapping(parts.get("meta", {})),
            key_facts=_mapping(parts.get("key_facts", {})),
            blocks=blocks,
            claims=[_claim(entry, len(blocks)) for entry in _list(parts, "claims")],
            set_aside=[_mapping(entry) for entry in _list(parts, "set_aside")],
        )


def _block_json(block: Block) -> dict[str, Any]:
    always = {"type", "heading"} | {
        CANDIDACY: {"suitable_for", "not_suitable_for"},
        PROCEDURE: {"steps"},
        BENEFITS: {"items"},
        FAQ: {"items"},
    }.get(block.type, set())
    values = {name.name: getattr(block, name.name) for name in fields(block)}
    values["items"] = [vars(item) for item in block.items]
    values["steps"] = [vars(step) for step in block.steps]
    return {name: value for name, value in values.items() if value or name in always}


def _refused() -> ImportRefusedError:
    return ImportRefusedError(_("This is not an outline as the import makes it."))


def _mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _refused()
    return value


def _list(parts: dict[str, Any], name: str) -> list:
    value = parts.get(name, [])
    if not isinstance(value, list) or len(value) > MAX_ELEMENTS:
        raise _refused()
    return value


def _words(parts: dict[str, Any], name: str) -> str:
    value = parts.get(name, "")
    if not isinstance(value, str):
        raise _refused()
    return value.replace("\x00", "")


def _lines(parts: dict[str, Any], name: str) -> list[str]:
    return [_words({"line": line}, "line") for line in _list(parts, name)]


def _block(data: Any) -> Block:
    parts = _mapping(data)
    if parts.get("type") not in KINDS:
        raise _refused()
    items = [_mapping(entry) for entry in _list(parts, "items")]
    steps = [_mapping(entry) for entry in _list(parts, "steps")]
    if any(step.get("phase", "during") not in PHASES for step in steps):
        raise _refused()
    return Block(
        type=parts["type"],
        heading=_words(parts, "heading"),
        text=_words(parts, "text"),
        items=[Item(_words(entry, "title"), _words(entry, "text")) for entry in items],
        steps=[Step(entry.get("phase", "during"), _words(entry, "title"), _words(entry, "text")) for entry in steps],
        note=_words(parts, "note"),
        **{name: _lines(parts, name) for name in ("suitable_for", "not_suitable_for", "ask_first", "claims")},
    )


def _claim(data: Any, blocks: int) -> Claim:
    parts = _mapping(data)
    place, item = parts.get("block"), parts.get("item")
    if type(place) is not int or not 0 <= place < blocks or not (item is None or type(item) is int):
        raise _refused()
    return Claim(
        id=_words(parts, "id"),
        block=place,
        sentence=_words(parts, "sentence"),
        value=_words(parts, "value"),
        item=item,
        line=parts.get("line") if type(parts.get("line")) is int else None,
        source_named=_words(parts, "source_named") or None if parts.get("source_named") else None,
        vague=bool(parts.get("vague", True)),
    )
