"""A block of the outline as text that an editor can change, and back.

“### Title” begins an item or a step, “- ” a line of a list. Marks in brackets say what neither title nor kind tells:
the phase of a step, the list that lines of suitability belong to, and the note below a list.
"""

import re
from collections.abc import Iterator

from treatment_pages.importing.elements import ITEM, PARAGRAPH, Element
from treatment_pages.importing.kinds import PROCEDURE
from treatment_pages.importing.outline import Block, Item, Step
from treatment_pages.importing.sections import Section
from treatment_pages.importing.shaping import block_of, phase_of
from treatment_pages.importing.texts import paragraphs

ENTRY = re.compile(r"^### *(?:\[(?P<phase>before|during|after)\] *)?(?P<title>.*)$")
LISTS = {"[suitable for]": "suitable_for", "[not suitable for]": "not_suitable_for", "[ask first]": "ask_first"}
NOTE = "[note]"


def as_text(block: Block) -> str:
    """What the block says below its heading, in the form that `block_from` reads."""
    parts = [block.text]
    parts += [f"### {item.title}\n\n{item.text}".strip() for item in block.items]
    parts += [f"### [{step.phase}] {step.title}\n\n{step.text}".strip() for step in block.steps]
    for mark, name in LISTS.items():
        if lines := getattr(block, name):
            parts.append("\n".join([mark, *(f"- {line}" for line in lines)]))
    if block.note:
        parts.append(f"{NOTE}\n{block.note}")
    return "\n\n".join(part for part in parts if part)


def block_from(kind: str, heading: str, text: str) -> Block:
    """The block of a kind that an edited text says; nothing of the text is left out."""
    read = Block(kind, heading)
    phases: list[str] = []
    for name, content, phase in _parts(text.replace("\r\n", "\n").replace("\x00", "").strip()):
        if name in LISTS.values():
            _add_lines(read, name, content)
        elif name == "item":
            title, _end, rest = content.partition("\n")
            read.items.append(Item(title.strip(), rest.strip()))
            phases.append(phase)
        else:
            setattr(read, name, "\n\n".join(filter(None, [getattr(read, name), content.strip()])))
    if not (read.items or read.suitable_for or read.not_suitable_for or read.ask_first):
        return _shaped(read)
    if kind == PROCEDURE:
        entries = zip(phases, read.items, strict=True)
        read.steps = [Step(phase or phase_of(item.title, item.text), item.title, item.text) for phase, item in entries]
        read.items = []
    return read


def _parts(text: str) -> Iterator[tuple[str, str, str]]:
    """The pieces between marks: the field that each belongs to, its text, and the phase of a step."""
    name, phase, lines = "text", "", []
    for line in text.split("\n"):
        entry = ENTRY.match(line)
        mark = line.strip().lower()
        if entry or mark in LISTS or mark == NOTE:
            if name == "item" or any(lines):
                yield name, "\n".join(lines), phase
            name = "item" if entry else LISTS.get(mark, "note")
            phase = (entry["phase"] or "") if entry else ""
            lines = [entry["title"]] if entry else []
        else:
            lines.append(line)
    if name == "item" or any(lines):
        yield name, "\n".join(lines), phase


def _add_lines(block: Block, name: str, content: str) -> None:
    for part in paragraphs(content):
        if isinstance(part, list):
            getattr(block, name).extend(part)
        else:
            block.note = "\n\n".join(filter(None, [block.note, part]))


def _shaped(block: Block) -> Block:
    """Plain text with lists takes the shape of its kind, as it does when an article is read."""
    elements: list[Element] = []
    for part in paragraphs(block.text):
        if isinstance(part, list):
            elements += [Element(ITEM, line) for line in part if line]
        else:
            elements.append(Element(PARAGRAPH, part))
    made = block_of(Section(block.heading, 2, body=elements), block.type)
    made.note = "\n\n".join(filter(None, [made.note, block.note]))
    return made
