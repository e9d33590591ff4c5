"""Plain text: one paragraph a line, or lines wrapped at a margin; headings and lists have no marks of their own."""

import re

from treatment_pages.importing.elements import HEADING, ITEM, Document, Element, number_of, tidy
from treatment_pages.importing.readers.lines import Line
from treatment_pages.importing.readers.text_headings import classify

BULLET = re.compile(r"^\s*(?:[-–—*•▪◦●○‣►✓✔✅☑→»·]|o(?=\s{2,}))\s*(?=\S)")
UNDERLINE = re.compile(r"^\s*(=|-|~|\*|_){3,}\s*$")
WRAPPED = (45, 100)
"""Characters between which the lines of a wrapped text end."""


def read_text(name: str, text: str) -> Document:
    """The lines of a text with what each of them is."""
    lines = _lines(text)
    document = Document(name, [])
    for line, kind in zip(lines, classify(lines), strict=True):
        level = 2 if kind == HEADING else 0
        is_ordered = kind == ITEM and number_of(line.text) is not None
        document.elements.append(
            Element(kind, line.text, level=level, line=line.number, is_sure=False, is_ordered=is_ordered)
        )
    return document


def _lines(text: str) -> list[Line]:
    raw = [(number, line.expandtabs(4)) for number, line in enumerate(text.split("\n"), start=1)]
    lines: list[Line] = []
    after_blank = True
    for number, content in _unwrapped(raw):
        if UNDERLINE.match(content):
            if lines and not after_blank:
                lines[-1].is_underlined = True
            continue
        is_bullet = bool(BULLET.match(content))
        words = tidy(BULLET.sub("", content) if is_bullet else content)
        if words:
            lines.append(Line(words, number, is_bullet=is_bullet, after_blank=after_blank))
            after_blank = False
        else:
            after_blank = True
    return lines


def _unwrapped(raw: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Paragraphs on one line each; text that was never wrapped comes back as it is."""
    groups: list[list[tuple[int, str]]] = [[]]
    for number, line in raw:
        if line.strip():
            groups[-1].append((number, line))
        elif groups[-1]:
            groups.append([])
    inner = [line.rstrip() for group in groups for _n, line in group[:-1]]
    wrapped = [
        line for line in inner if WRAPPED[0] <= len(line) <= WRAPPED[1] and not line.endswith((".", "!", "?", ":"))
    ]
    if len(inner) < 4 or len(wrapped) < len(inner) * 0.6 or any(len(line) > WRAPPED[1] + 20 for line in inner):
        return raw
    joined: list[tuple[int, str]] = []
    for group in groups:
        for position, (number, line) in enumerate(group):
            before = group[position - 1][1].rstrip() if position else ""
            if position and len(before) >= WRAPPED[0] and not BULLET.match(line) and number_of(line.strip()) is None:
                joined[-1] = (joined[-1][0], f"{joined[-1][1].rstrip()} {line.strip()}")
            else:
                joined.append((number, line))
        joined.append((group[-1][0] if group else 0, ""))
    return joined
