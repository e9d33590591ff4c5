"""A section with its kind becomes a block of the outline, in the shape of that kind."""

import re

from treatment_pages.importing.elements import ITEM, PARAGRAPH, ROW, Element, without_number
from treatment_pages.importing.kinds import (
    AFTERCARE,
    ALTERNATIVES,
    BENEFITS,
    CANDIDACY,
    FAQ,
    PRICE,
    PROCEDURE,
    RISKS,
)
from treatment_pages.importing.outline import Block, Item, Step
from treatment_pages.importing.sections import Section
from treatment_pages.importing.texts import joined, label_and_text

TITLE_CHARACTERS = 120
LIST_KINDS = {BENEFITS, PROCEDURE, AFTERCARE, RISKS, PRICE, FAQ, ALTERNATIVES}
LABELLED_PARAGRAPHS = 2
"""Paragraphs of the form “label: text” that make a list."""

BEFORE = re.compile(
    r"\b(?:before|prior|prepar\w*|pre|consult\w*|assess\w*|arriv\w*|planning|medical history|examin\w*|vor|vorbereitung|beratung\w*|vorgespräch|aufklärung)\b",
    re.I,
)
AFTER = re.compile(
    r"\b(?:after|afterwards|post|aftercare|recover\w*|heal\w*|follow-?up|results?|downtime|home|nach|nachsorge|danach|anschließend|heilung)\b",
    re.I,
)
DURING = re.compile(
    r"\b(?:during|the (?:procedure|treatment|session)|numb\w*|cleans\w*|appl\w+|inject\w*|während|reinig\w*|betäub\w*)\b",
    re.I,
)
NEGATIVE = re.compile(
    r"\b(?:not (?:suitable|recommended|advised|be (?:suitable|treated|a candidate|right)|a (?:good )?candidate|right|ideal|for|appropriate|eligible|reliably)|cannot|can't|can not|shouldn't|should not|should (?:\w+ )?avoid|"
    r"avoid(?:ed)?|contra-?indicat\w+|disqualif\w+|defer(?:red|ral)?|unsuitable|ineligible|aren't|isn't|must not|do not have|don't|limited for|"
    r"nicht (?:geeignet|möglich|behandelt|empfohlen)|ungeeignet|gegenanzeige\w*|kontraindikation\w*|verzichten|ausgeschlossen)\b",
    re.I,
)
NEITHER = re.compile(
    r"\b(?:assessments?|cover|check(?:s|ed)?|discuss|depends?|consider(?:ed|s)?|factors|review(?:s|ed)?|ask (?:you|about)|look at)\b[^.]{0,40}:\s*$",
    re.I,
)
"""Words that announce what is looked at, not whom it suits."""
ASK = re.compile(
    r"\b(?:(?:consult|talk to|speak (?:to|with)|tell|ask|inform|check with|discuss)\b.{0,60}\b(?:first|before|if|with|doctor|practitioner|provider|us)|caution|vorher (?:mit|ärzt)|sprechen sie)\b",
    re.I,
)


def block_of(section: Section, kind: str) -> Block:
    """The block of a section; nothing of what it says is left out."""
    block = Block(kind, section.heading)
    if kind == CANDIDACY:
        _suitability(block, section)
    elif kind == PROCEDURE:
        entries = _entries(block, section)
        inherited = phase_of(section.heading, "")
        block.steps = [Step(phase_of(item.title, item.text, inherited), item.title, item.text) for item in entries]
    elif kind in LIST_KINDS:
        block.items = _entries(block, section)
    else:
        block.text = joined(section.body)
        block.items = _parts(section)
    return block


def phase_of(title: str, text: str, inherited: str = "") -> str:
    """When a step happens: by its title, else as its heading says, else by its first words."""
    for words in (title, None, " ".join(text.split()[:12])):
        if words is None:
            if inherited:
                return inherited
            continue
        if AFTER.search(words) and not re.match(r"what to expect (?:during|before)", words, re.I):
            return "after"
        if DURING.search(words) and not BEFORE.match(words):
            return "during"
        if BEFORE.search(words):
            return "before"
    return "" if not title and not text else "during" if title or text else ""


def _parts(section: Section) -> list[Item]:
    return [Item(without_number(part.heading), joined(part.body)) for part in section.flat()]


def _entries(block: Block, section: Section) -> list[Item]:
    """The items of a list: what its sub-headings head, or the points that it counts up."""
    if section.children:
        block.text = joined(section.body)
        return _parts(section)
    body = _with_labelled_paragraphs(section.body)
    if block.type == RISKS:
        body = _without_contraindications(block, body)
    places = [number for number, element in enumerate(body) if element.kind in {ITEM, ROW}]
    if places and block.type in {PROCEDURE, AFTERCARE} and not _counts_up(body):
        return [Item(block.heading, joined(body))]
    if not places:
        block.text = joined(body)
        return []
    block.text = joined(body[: places[0]])
    items: list[Item] = []
    for position, element in enumerate(body[places[0] : places[-1] + 1]):
        if element.kind == PARAGRAPH and block.type == RISKS and element.text.rstrip().endswith(":"):
            items.append(Item(element.text.rstrip().rstrip(":")))
        elif items and items[-1].title and block.type == RISKS and _announced(body, places[0] + position):
            items[-1].text += ("\n" if items[-1].text else "") + f"- {element.text}"
        elif element.kind == PARAGRAPH and position:
            items[-1].text = "\n\n".join(filter(None, [items[-1].text, element.text]))
        else:
            items.append(_item(element))
    block.note = joined(body[places[-1] + 1 :])
    return items


def _announced(body: list[Element], place: int) -> bool:
    """Whether a list item stands below a second announcement, such as “Rare ones are:”."""
    first = next(number for number, element in enumerate(body) if element.kind in {ITEM, ROW})
    above = [element for element in body[first:place] if element.kind == PARAGRAPH]
    return body[place].kind == ITEM and bool(above) and above[-1].text.rstrip().endswith(":")


def _counts_up(body: list[Element]) -> bool:
    """Whether a list tells one step after the other, by numbers or by labels; plain points belong together."""
    items = [element for element in body if element.kind in {ITEM, ROW}]
    return all(element.is_ordered for element in items) or all(label_and_text(element.text)[0] for element in items)


def _without_contraindications(block: Block, body: list[Element]) -> list[Element]:
    """The body of a part on risks; whom the treatment does not suit goes to the list of those."""
    kept: list[Element] = []
    announced = ""
    for element in body:
        if element.kind == PARAGRAPH:
            announced = element.text
        if element.kind == ITEM and announced.rstrip().endswith(":") and NEGATIVE.search(announced):
            block.not_suitable_for.append(element.text)
        else:
            kept.append(element)
    return kept


def _item(element: Element) -> Item:
    if element.kind == ROW and len(element.cells) > 1 and element.cells[0]:
        return Item(element.cells[0], " | ".join(cell for cell in element.cells[1:] if cell))
    text = " ".join(element.text.split())
    if element.lead and text.startswith(element.lead):
        return Item(without_number(element.lead).rstrip(" .:–—-"), text[len(element.lead) :].lstrip(" .:–—-"))
    label, rest = label_and_text(text)
    if label:
        return Item(label, rest)
    bare = without_number(text)
    return Item(bare) if len(bare) <= TITLE_CHARACTERS else Item("", bare)


def _with_labelled_paragraphs(body: list[Element]) -> list[Element]:
    """Paragraphs that begin with a label or bold words count as items, where there is no list and more than one."""
    if any(element.kind in {ITEM, ROW} for element in body):
        return body
    labelled = [element for element in body if element.lead or _has_label(element.text)]
    if len(labelled) < LABELLED_PARAGRAPHS:
        return body
    return [
        Element(ITEM, element.text, line=element.line, lead=element.lead) if element in labelled else element
        for element in body
    ]


def _has_label(text: str) -> bool:
    return bool(label_and_text(text)[0]) and ": " in text[:TITLE_CHARACTERS]


def _suitability(block: Block, section: Section) -> None:
    """Lists go to those whom it suits or does not suit, by what announces them; prose stays prose."""
    _sort_lines(block, section.body, section.heading)
    for part in section.flat():
        lists = (block.suitable_for, block.not_suitable_for, block.ask_first)
        sizes = [len(entries) for entries in lists]
        rest = Block(CANDIDACY)
        _sort_lines(rest, part.body, part.heading)
        block.suitable_for += rest.suitable_for
        block.not_suitable_for += rest.not_suitable_for
        block.ask_first += rest.ask_first
        prose = "\n\n".join(filter(None, [rest.text, rest.note]))
        if prose or sizes == [len(entries) for entries in lists] or part.heading:
            block.items.append(Item(part.heading, prose))


def _sort_lines(block: Block, body: list[Element], heading: str) -> None:
    announced = heading
    prose: list[Element] = []
    had_list = False
    after: list[Element] = []
    for element in body:
        if element.kind in {ITEM, ROW} and not (announced != heading and NEITHER.search(announced)):
            _lines_for(block, announced, heading).append(" ".join(element.text.split()))
            had_list = True
        elif element.kind in {ITEM, ROW}:
            (after if had_list else prose).append(element)
        else:
            announced = element.text if element.text.rstrip().endswith((":", ";")) else announced
            (after if had_list else prose).append(element)
    block.text, block.note = joined(prose), joined(after)


def _lines_for(block: Block, announced: str, heading: str) -> list[str]:
    last = re.split(r"(?<=[.!?])\s+", announced.strip())[-1]
    if NEGATIVE.search(last) and not re.search(r"can and can", last, re.I):
        return block.not_suitable_for
    if announced != heading and ASK.search(last):
        return block.ask_first
    return block.suitable_for
