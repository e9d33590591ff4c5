"""What every reader turns its file into: a plain list of headings, paragraphs, list items and table rows."""

import re
from dataclasses import dataclass, field

HEADING, PARAGRAPH, ITEM, ROW = "heading", "paragraph", "item", "row"

PROSE_WORDS = 12
"""Words from which on a paragraph reads as text whatever it ends with."""
SPACES = re.compile(r"[^\S\n]+")
INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200c\u2060\ufeff\u00ad\ufffe\uffff]|[\ud800-\udfff]")
NUMBERED = re.compile(
    r"^(?:(?:step|tip|reason|benefit|myth|no\.?|#|schritt|tipp)\s*)?#?(\d{1,2})\s*[.):\-–—]\s*(?=\D)", re.I
)


@dataclass
class Element:
    """One block of text; `level` is that of a heading, 1 the highest."""

    kind: str
    text: str
    level: int = 0
    line: int | None = None
    is_sure: bool = True
    """False for a heading that was recognised by its look alone."""
    is_summary: bool = False
    """A heading that folds its text open: a question of an FAQ, mostly."""
    lead: str = ""
    """The bold words that a paragraph starts with."""
    is_ordered: bool = False
    """An item of a numbered list."""
    cells: list[str] = field(default_factory=list)


@dataclass
class SetAside:
    """A piece of text that does not go into the draft, and why."""

    text: str
    reason: str
    line: int | None = None


@dataclass
class Document:
    """One article as read."""

    name: str
    elements: list[Element]
    set_aside: list[SetAside] = field(default_factory=list)
    meta: dict = field(default_factory=dict)
    links: list[dict] = field(default_factory=list)


def tidy(text: str) -> str:
    """One line of readable text: single spaces, nothing invisible, no space before punctuation."""
    text = INVISIBLE.sub("", text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2028", "\n"))
    text = SPACES.sub(" ", text)
    text = re.sub(r" ?\n ?", "\n", text).strip()
    return re.sub(r" +([.,;:!?])(?=\s|$)", r"\1", text)


def one_line(text: str) -> str:
    """Text without line breaks."""
    return " ".join(tidy(text).split())


def number_of(heading: str) -> int | None:
    """The number that a heading starts with, as in “3. Scar reduction”; None without one."""
    match = NUMBERED.match(heading)
    return int(match[1]) if match else None


def without_number(heading: str) -> str:
    """A heading as it reads without its number."""
    return NUMBERED.sub("", heading, count=1).strip() or heading


def is_prose(element: Element) -> bool:
    """Whether an element is part of the running text."""
    words = word_count(element.text)
    is_sentence = words > 4 and element.text.endswith((".", "!", ":"))
    return element.kind == PARAGRAPH and (words >= PROSE_WORDS or is_sentence)


def word_count(text: str) -> int:
    """Words as a reader counts them."""
    return len(text.split())
