"""Blocks of the outline as blocks of a page; what does not fit into a field goes into the text beside it."""

import re
from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from treatment_pages.importing import kinds
from treatment_pages.importing.facts import price_of
from treatment_pages.importing.numbers import Span, time_in
from treatment_pages.importing.outline import Block, Claim, Item
from treatment_pages.importing.rich import Links, bold, headed, rich_text

SHORT, LINE, QUESTION, FIGURE = 120, 200, 200, 60
"""Characters of headings and titles, of a line of suitability, of a question, of a claim's figure."""
MOST_NUMBER = 9999
MOST_AMOUNT = 999_999
SERIOUS = re.compile(r"\b(?:serious|severe|emergency|schwer\w*|ernst\w*)\b", re.I)
UNCOMMON = re.compile(r"\b(?:rare\w*|uncommon|less common|selten\w*)\b", re.I)
DAYS = re.compile(r"\b(?:day|tag)s?\s+(\d{1,3})(?:\s*(?:–|-|to|bis)\s*(\d{1,3}))?", re.I)
FIRST = re.compile(r"^(?:the |die )?(?:first|ersten?)\b", re.I)

Value = tuple[str, dict]


class BlockMaker:
    """Turns the blocks of one outline into values for the page's stream."""

    def __init__(self, claims: list[Claim], links: Links) -> None:
        self.claims, self.links = claims, links

    def values(self, place: int, block: Block) -> list[Value]:
        """The stream's blocks for one block of the outline: one, seldom two."""
        own = [claim for claim in self.claims if claim.block == place]
        makers: dict[str, Callable[[Block, list[Claim]], list[Value]]] = {
            kinds.HOW_IT_WORKS: self._prose("how_it_works"),
            kinds.RESULTS: self._prose("results"),
            kinds.BENEFITS: self._benefits,
            kinds.PROCEDURE: self._procedure,
            kinds.AFTERCARE: self._aftercare,
            kinds.CANDIDACY: self._suitability,
            kinds.RISKS: self._risks,
            kinds.PRICE: self._prices,
            kinds.FAQ: self._faq,
            kinds.ALTERNATIVES: self._alternatives,
        }
        return makers.get(block.type, self._prose("section"))(block, own)

    def _rich(self, text: str, *, has_lists: bool = True) -> RichText:
        return RichText(rich_text(text, self.links, has_lists=has_lists))

    def _prose(self, name: str) -> Callable[[Block, list[Claim]], list[Value]]:
        def make(block: Block, claims: list[Claim]) -> list[Value]:
            heading, rest = shortened(block.heading, SHORT)
            html = bold(rest) + rich_text(without(block.text, claims), self.links)
            for item in (*block.items, *(Item(step.title, step.text) for step in block.steps)):
                html += headed(item.title) + rich_text(without(item.text, claims), self.links)
            for label, lines in (
                ("", block.suitable_for),
                (_("Not suitable for"), block.not_suitable_for),
                (_("Ask first"), block.ask_first),
            ):
                if lines:
                    html += headed(label) + rich_text("\n".join(f"- {line}" for line in lines), self.links)
            html += rich_text(without(block.note, claims), self.links)
            return [(name, {"heading": heading, "text": RichText(html), "claims": claim_values(claims)})]

        return make

    def _benefits(self, block: Block, claims: list[Claim]) -> list[Value]:
        if not block.items:
            return self._prose("section")(block, claims)
        items = []
        for position, item in enumerate(block.items):
            own = [claim for claim in claims if claim.item == position]
            title, rest = shortened(item.title, SHORT)
            html = bold(rest) + rich_text(without(item.text, own), self.links, has_lists=False)
            items.append({"title": title, "text": RichText(html), "claims": claim_values(own)})
        return [("benefits", self._listed(block, items=items))]

    def _procedure(self, block: Block, claims: list[Claim]) -> list[Value]:
        if not block.steps:
            return self._prose("section")(block, claims)
        steps = []
        for step in block.steps:
            title, rest = shortened(step.title, SHORT)
            text = RichText(bold(rest) + rich_text(step.text, self.links))
            steps.append({"phase": step.phase, "title": title, "text": text})
        return [("procedure", self._listed(block, steps=steps))]

    def _aftercare(self, block: Block, claims: list[Claim]) -> list[Value]:
        entries = block.items or [Item(block.heading, "\n\n".join(filter(None, [block.text, block.note])))]
        items = []
        for item in entries:
            title, rest = shortened(item.title, SHORT)
            text = RichText(bold(rest) + rich_text(item.text, self.links))
            items.append({"title": title, "text": text, "when": when(item.title)})
        heading = shortened(block.heading, SHORT)[0]
        return [
            ("aftercare", self._listed(block, items=items) if block.items else {"heading": heading, "items": items})
        ]

    def _listed(self, block: Block, **entries) -> dict:
        """A value with heading and introduction; the note follows the introduction, where no field takes it."""
        heading, rest = shortened(block.heading, SHORT)
        introduction = "\n\n".join(filter(None, [rest, block.text, block.note]))
        return entries | {"introduction": introduction} | ({"heading": heading} if heading else {})

    def _suitability(self, block: Block, claims: list[Claim]) -> list[Value]:
        lists, long = {}, []
        for name in ("suitable_for", "ask_first", "not_suitable_for"):
            lines = getattr(block, name)
            lists[name] = [line for line in lines if len(line) <= LINE]
            long += [f"- {line}" for line in lines if len(line) > LINE]
        heading, rest = shortened(block.heading, SHORT)
        html = bold(rest) + rich_text(
            "\n\n".join(filter(None, [block.text, "\n".join(long)])), self.links, has_lists=False
        )
        for item in block.items:
            html += bold(item.title) + rich_text(item.text, self.links, has_lists=False)
        html += rich_text(block.note, self.links, has_lists=False)
        return [("suitability", lists | {"note": RichText(html)} | ({"heading": heading} if heading else {}))]

    def _risks(self, block: Block, claims: list[Claim]) -> list[Value]:
        groups: dict[str, list] = {"common": [], "uncommon": [], "serious": []}
        for item in block.items:
            name, rest = shortened(item.title, SHORT)
            group = "serious" if SERIOUS.search(item.title) else "uncommon" if UNCOMMON.search(item.title) else "common"
            groups[group].append({"name": name, "text": "\n\n".join(filter(None, [rest, item.text]))})
        values: list[Value] = [("risks", self._listed(block, **groups))]
        if block.not_suitable_for:
            values += self._suitability(Block(kinds.CANDIDACY, not_suitable_for=block.not_suitable_for), [])
        return values

    def _prices(self, block: Block, claims: list[Claim]) -> list[Value]:
        if not any(price_of(f"{item.title} {item.text}") for item in block.items):
            return self._prose("section")(block, claims)
        items = []
        for item in block.items:
            name, rest = shortened(item.title, SHORT)
            price = price_value(price_of(item.text) or price_of(item.title), f"{item.title} {item.text}")
            items.append({"name": name, "price": price, "text": "\n\n".join(filter(None, [rest, item.text]))})
        heading, rest = shortened(block.heading, SHORT)
        note = bold(rest) + rich_text("\n\n".join(filter(None, [block.text, block.note])), self.links, has_lists=False)
        return [("prices", {"items": items, "note": RichText(note)} | ({"heading": heading} if heading else {}))]

    def _faq(self, block: Block, claims: list[Claim]) -> list[Value]:
        if not block.items:
            return self._prose("section")(block, claims)
        items = []
        for item in block.items:
            question, rest = shortened(item.title, QUESTION)
            items.append({"question": question, "answer": RichText(bold(rest) + rich_text(item.text, self.links))})
        heading, rest = shortened(block.heading, SHORT)
        values: list[Value] = [("faq", {"items": items} | ({"heading": heading} if heading else {}))]
        beside = "\n\n".join(filter(None, [rest, block.text, block.note]))
        return [("section", {"heading": "", "text": self._rich(beside)}), *values] if beside else values

    def _alternatives(self, block: Block, claims: list[Claim]) -> list[Value]:
        if not block.items:
            return self._prose("section")(block, claims)
        items = []
        for item in block.items:
            name, rest = shortened(item.title, SHORT)
            items.append({"name": name, "text": "\n\n".join(filter(None, [rest, item.text]))})
        return [("alternatives", self._listed(block, items=items))]


def shortened(words: str, most: int) -> tuple[str, str]:
    """A title that fits its field, and the whole of it where it had to be cut."""
    if len(words) <= most:
        return words, ""
    return f"{words[: most - 1].rsplit(' ', 1)[0][: most - 1]}…", words


def without(text: str, claims: list[Claim]) -> str:
    """The text without the sentences that stand beside it as claims."""
    for claim in claims:
        if claim.sentence in text:
            text = text.replace(claim.sentence, "", 1)
            text = re.sub(r"^- *$\n?", "", text, flags=re.M)
    return re.sub(r"(?<=\S) {2,}", " ", re.sub(r"\n{3,}", "\n\n", text)).strip()


def claim_values(claims: list[Claim]) -> list[dict]:
    """Claims without source, for an editor to find one."""
    return [
        {"statement": claim.sentence, "value": claim.value if len(claim.value) <= FIGURE else ""} for claim in claims
    ]


def price_value(price: dict | None, words: str) -> dict:
    """An amount for a price block; one that is not said to be “from” holds for both ends."""
    if not price or max(price["min"], price["max"] or 0) > MOST_AMOUNT:
        return {}
    is_open = re.search(r"\b(?:from|starts?|starting|ab)\b", words, re.I)
    upper = price["max"] if price["max"] is not None else None if is_open else price["min"]
    return {
        "amount_from": Decimal(str(price["min"])),
        "amount_to": None if upper is None else Decimal(str(upper)),
        "currency": price["currency"],
        "unit": price["unit"] or "",
    }


def span_value(span: Span | None) -> dict:
    """A length of time for a duration block; {} where it is none of whole numbers."""
    if span is None or not 0 <= span.low <= span.high <= MOST_NUMBER or span.low % 1 or span.high % 1:
        return {}
    low, high = int(span.low), int(span.high)
    return {"minimum": low, "maximum": high if high != low else None, "unit": span.unit}


def when(title: str) -> dict:
    """When a stage of the aftercare is, as its title says: “First 72 hours”, “Day 4–7”."""
    if match := DAYS.search(title):
        low, high = int(match[1]), int(match[2] or match[1])
        return {"minimum": low, "maximum": high if high != low else None, "unit": "days"} if low <= high else {}
    if FIRST.match(title) and (span := time_in(title)):
        value = span_value(span)
        return {"minimum": 0, "maximum": int(span.high), "unit": span.unit} if value else {}
    return {}
