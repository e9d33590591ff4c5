"""Plain text of an outline: paragraphs stand apart, list items begin with “- ”."""

import re
from collections.abc import Iterable

from treatment_pages.importing.elements import ITEM, ROW, Element, without_number

LABEL = re.compile(r"^(?P<label>[^:–—.!?\n]{2,90}?)(?:\s*:\s+|\s+[–—]\s+|\s+-\s+)(?P<text>\S.*)$", re.S)
MOST_LABEL_WORDS = 10


def joined(elements: Iterable[Element]) -> str:
    """The elements as text."""
    text = ""
    was_item = False
    for element in elements:
        is_item = element.kind in {ITEM, ROW}
        words = f"- {' '.join(element.text.split())}" if is_item else element.text
        text += ("\n" if is_item and was_item else "\n\n" if text else "") + words
        was_item = is_item
    return text


def label_and_text(item: str) -> tuple[str, str]:
    """The two halves of “label: text”; the label is "" where an item is not made that way."""
    match = LABEL.match(item)
    if not match or len(match["label"].split()) > MOST_LABEL_WORDS:
        return "", item
    return without_number(match["label"]).strip(), match["text"].strip()


def paragraphs(text: str) -> list[str | list[str]]:
    """The paragraphs of a text; a list comes as a list of its items."""
    parts: list[str | list[str]] = []
    for chunk in re.split(r"\n{2,}", text):
        lines = [line for line in chunk.split("\n") if line.strip()]
        while lines:
            is_list = lines[0].startswith("- ")
            count = next((n for n, line in enumerate(lines) if line.startswith("- ") != is_list), len(lines))
            run, lines = lines[:count], lines[count:]
            parts.append([line[2:].strip() for line in run] if is_list else "\n".join(run))
    return parts
