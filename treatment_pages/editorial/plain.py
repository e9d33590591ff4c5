"""Stored rich text as plain text, with the places of what its marks mean."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from treatment_pages.claims import LINK_TYPE, source_id

LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "br", "hr", "blockquote", "div", "embed"})
"""Elements that begin and end a line."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SPACE = re.compile(r"\s+")

Span = tuple[int, int]


@dataclass
class PlainText:
    """The words of a rich text, a line for each paragraph, heading and list item; spans count characters in `text`."""

    text: str = ""
    headings: list[Span] = field(default_factory=list)
    items: list[Span] = field(default_factory=list)
    claims: list[tuple[Span, int]] = field(default_factory=list)
    """Where a claim stands, and the key of its source."""
    links: list[tuple[Span, str]] = field(default_factory=list)
    """Where a link to another site stands, and its address."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read = PlainText()
        self.parts: list[str] = []
        self.length = 0
        self.opened: list[tuple[str, int, object]] = []

    def handle_starttag(self, tag, attrs):
        if tag in LINES:
            self._end_line()
        if tag == "a":
            self.opened.append((tag, self.length, dict(attrs)))
        elif tag in HEADINGS or tag == "li":
            self.opened.append((tag, self.length, None))

    def handle_endtag(self, tag):
        if self.opened and self.opened[-1][0] == tag:
            self._close(*self.opened.pop())
        if tag in LINES:
            self._end_line()

    def handle_data(self, data):
        text = SPACE.sub(" ", data)
        if self._at_line_start() or self.parts[-1].endswith(" "):
            text = text.removeprefix(" ")
        self._add(text)

    def _close(self, tag, start, attrs):
        span = start, self.length
        if tag in HEADINGS:
            self.read.headings.append(span)
        elif tag == "li":
            self.read.items.append(span)
        elif attrs.get("linktype") == LINK_TYPE:
            key = source_id(attrs)
            if key is not None:
                self.read.claims.append((span, key))
        elif (attrs.get("href") or "").startswith("http"):
            self.read.links.append((span, attrs["href"]))

    def _at_line_start(self) -> bool:
        return not self.parts or self.parts[-1] == "\n"

    def _end_line(self):
        if not self._at_line_start():
            self._add("\n")

    def _add(self, text):
        if text:
            self.parts.append(text)
            self.length += len(text)


def read_rich_text(html: str) -> PlainText:
    """The plain text of a stored rich text with its marks; whatever the text holds, it never raises."""
    reader = _Reader()
    reader.feed(html or "")
    reader.close()
    reader.read.text = "".join(reader.parts)
    return reader.read


def plain_text(html: str) -> str:
    """The plain text in which the spans of findings count."""
    return read_rich_text(html).text
