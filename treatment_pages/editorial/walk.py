"""Goes through a page's fields and blocks and collects their texts in reading order."""

from dataclasses import dataclass
from typing import Any

from wagtail import blocks

from treatment_pages.blocks.evidence import ClaimBlock
from treatment_pages.editorial.findings import normalised
from treatment_pages.editorial.passages import PageClaim, Passage
from treatment_pages.editorial.plain import PlainText, read_rich_text
from treatment_pages.models.evidence import Source

ROLES = {
    "heading": "heading",
    "title": "heading",
    "question": "question",
    "name": "label",
    "sign": "label",
    "button": "label",
    "who": "label",
    "attribution": "label",
    "role": "label",
    "provenance_note": "label",
    "incentive": "label",
    "alt": "label",
    "duration": "label",
    "value": "label",
    "unit": "label",
    "population": "label",
}
"""What a text is by the name of its field; any other is prose."""


@dataclass(frozen=True)
class RawBlock:
    """A top-level block as it is stored."""

    id: str
    type: str
    value: Any

    def text(self, name: str) -> str:
        """A text of the block; "" where there is none."""
        value = self.value.get(name) if isinstance(self.value, dict) else None
        return value if isinstance(value, str) else ""

    def items(self, name: str) -> list:
        """The values of a list of the block."""
        return list_values(self.value.get(name) if isinstance(self.value, dict) else None)


class Walk:
    """Collects the passages of a page in reading order."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.claims: list[PageClaim] = []
        self.block: RawBlock | None = None
        self.claimed: list[tuple[Passage, str, int | None]] = []

    def add_field(self, name: str, text: str, role: str, *, is_rich: bool) -> None:
        marks = read_rich_text(text) if is_rich else PlainText(text)
        if marks.text.strip():
            self.passages.append(Passage(marks.text, role, path=name, marks=marks))

    def walk(self, block: blocks.Block, raw: Any, path: str, name: str) -> None:
        if raw in (None, "", False):
            return
        if isinstance(block, ClaimBlock):
            self._claim(raw, path)
        elif isinstance(block, blocks.BaseStructBlock):
            for child_name, child in block.child_blocks.items():
                self.walk(child, raw.get(child_name), _join(path, child_name), child_name)
        elif isinstance(block, blocks.ListBlock):
            for number, item in enumerate(list_values(raw)):
                self.walk(block.child_block, item, _join(path, number), "line" if _is_text(block.child_block) else "")
        elif isinstance(block, blocks.BaseStreamBlock):
            for number, item in enumerate(raw):
                if item["type"] in block.child_blocks:
                    self.walk(block.child_blocks[item["type"]], item["value"], _join(path, number), item["type"])
        elif isinstance(block, blocks.RichTextBlock):
            self._add(read_rich_text(raw), path, name)
        elif _is_text(block):
            self._add(PlainText(str(raw)), path, name)

    def _add(self, marks: PlainText, path: str, name: str) -> Passage | None:
        if not marks.text.strip():
            return None
        heading = self.block.text("heading")
        role = self._role(name)
        passage = Passage(marks.text, role, self.block.id, self.block.type, path, heading, marks)
        self.passages.append(passage)
        return passage

    def _role(self, name: str) -> str:
        if self.block.type == "key_facts":
            return "fact"
        if self.block.type in ("quote", "testimonial") and name == "text":
            return self.block.type
        return "line" if name == "line" else "claim" if name == "statement" else ROLES.get(name, "prose")

    def _claim(self, raw: dict, path: str) -> None:
        passage = self._add(PlainText(raw.get("statement") or ""), _join(path, "statement"), "statement")
        if passage:
            self.claimed.append((passage, raw.get("value") or "", raw.get("source")))

    def find_sources(self) -> None:
        """Learn which of the named sources exist, and which sentences rest on them."""
        keys = {key for _passage, _figure, key in self.claimed if key}
        keys.update(key for passage in self.passages for _span, key in passage.marks.claims)
        existing = set(Source.objects.filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
        for passage in self.passages:
            passage.sourced = [span for span, key in passage.marks.claims if key in existing]
        for passage, figure, key in self.claimed:
            passage.is_sourced = key in existing
            self.claims.append(PageClaim(passage, figure, passage.is_sourced))
        self._match_sentences_to_claims()

    def _match_sentences_to_claims(self) -> None:
        """A sentence rests on a source when a sourced claim of the page says the same, and the other way round."""
        said = {normalised(claim.passage.text) for claim in self.claims if claim.is_sourced}
        unsourced = {normalised(claim.passage.text) for claim in self.claims if not claim.is_sourced}
        if not said and not unsourced:
            return
        for passage in self.passages:
            for sentence in passage.sentences:
                words = normalised(sentence.text)
                if any(_same(words, claim) for claim in said):
                    sentence.rests_on_claim = True
                elif sentence.is_sourced and passage.role != "claim":
                    said.update(claim for claim in unsourced if _same(words, claim))


def _same(sentence: str, claim: str) -> bool:
    """Whether one holds all of the other; a few words prove nothing."""
    shorter, longer = sorted((sentence, claim), key=len)
    return sentence == claim or (len(shorter) > 24 and shorter in longer)


def list_values(raw: Any) -> list:
    """The values of a stored list, in either form in which Wagtail stores them."""
    if not isinstance(raw, list | tuple):
        return []
    return [item["value"] if isinstance(item, dict) and item.keys() >= {"type", "value"} else item for item in raw]


def _is_text(block: blocks.Block) -> bool:
    return isinstance(block, blocks.CharBlock | blocks.TextBlock)


def _join(path: str, name: object) -> str:
    return f"{path}.{name}" if path else str(name)
