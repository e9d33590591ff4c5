"""The words of inline content: where lines break, and what is bold from end to end."""

import re

from bs4 import NavigableString, Tag
from bs4.element import PreformattedString

from treatment_pages.importing.boilerplate import is_metadata
from treatment_pages.importing.elements import one_line
from treatment_pages.importing.readers.tags import BLOCKS

BOLD = {"b", "strong"}
MOST_BOLD_WORDS = 14
MOST_LEAD_WORDS = 10


def is_glued(run: list) -> bool:
    """Whether inline elements touch that the page set apart by style: names, dates and reading times, mostly."""
    tags = [node for node in run if isinstance(node, Tag) and node.name != "br"]
    if len(tags) < 2 or len(tags) != len(run):
        return False
    return any(is_metadata(one_line(tag.get_text(" "))) for tag in tags)


OPEN, CLOSE = "\ue000", "\ue001"
"""Private characters that mark where bold text begins and ends, until a bold line is told from bold words."""


def inline(nodes: list, *, keeps_bold: bool = False) -> str:
    """The text of inline content with line breaks where `<br>` stands."""
    pieces: list[str] = []
    for node in nodes:
        if isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                pieces.append(collapsed(node))
            continue
        stack: list = [node]
        while stack:
            item = stack.pop()
            if isinstance(item, str) and not isinstance(item, NavigableString):
                pieces.append(item)
            elif isinstance(item, NavigableString):
                if not isinstance(item, PreformattedString):
                    pieces.append(collapsed(item))
            elif item.name == "br":
                pieces.append("\n")
            else:
                bold = keeps_bold and is_bold(item)
                breaks = item.name in BLOCKS
                closing = [CLOSE] if bold else [" "] if breaks else []
                stack.extend([*closing, *reversed(list(item.children)), *([OPEN] if bold else [" "] if breaks else [])])
    return "".join(pieces)


def collapsed(text: str) -> str:
    """Text with single spaces and without the marks of bold text."""
    return re.sub(r"\s+", " ", str(text).replace(OPEN, "").replace(CLOSE, ""))


def is_bold(node: Tag) -> bool:
    """Whether an element is bold by its name or its style."""
    if node.name in BOLD:
        return True
    style = str(node.get("style") or "").replace(" ", "").lower()
    return bool(re.search(r"font-weight:(bold|[6-9]00)", style))


def bold_heading(line: str) -> str:
    """The words of a line that is bold from end to end and short enough for a heading; "" otherwise."""
    bare = line.strip()
    if not (bare.startswith(OPEN) and bare.endswith(CLOSE)):
        return ""
    outside = re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", "", bare).strip(f" {OPEN}{CLOSE}:")
    words = one_line(bare.replace(OPEN, "").replace(CLOSE, ""))
    is_short = len(words.split()) <= MOST_BOLD_WORDS
    return "" if outside or not is_short or words.endswith((".", ";", ",")) else words


def leading_bold(line: str) -> str:
    """The bold words that a line starts with before it goes on in plain text; "" where it does not."""
    match = re.match(f"\\s*{OPEN}([^{OPEN}{CLOSE}]+){CLOSE}(?=.*\\w)", line)
    words = one_line(match[1]) if match else ""
    return words if 0 < len(words.split()) <= MOST_LEAD_WORDS else ""


def bold_lead(node: Tag) -> str:
    """The bold words that a list item starts with."""
    first = next((text for text in node.find_all(string=True) if text.strip()), None)
    bold = first.find_parent(BOLD) if first is not None else None
    return one_line(bold.get_text(" ")) if bold is not None and node in bold.parents else ""
