"""Annotated articles: builds the page that a text file describes, and what a person finds in its sentences."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests import factories

TEXTS = Path(__file__).parent / "texts"
ANNOTATION = re.compile(r"\s*\{([A-Z0-9\- ]+)\}$")
BLOCK = re.compile(r"## (\w+)(?:: (.*))?")
LISTS = {"Suits": "suitable_for", "Ask first": "ask_first", "Not suitable": "not_suitable_for"}
FREQUENCIES = {"Common": "common", "Uncommon": "uncommon", "Serious": "serious"}


@dataclass
class Part:
    """A block of the file: its lines below the items that they belong to."""

    kind: str
    heading: str
    items: list[tuple[str, list[str]]] = field(default_factory=lambda: [("", [])])

    def lines(self) -> list[str]:
        return [line for _title, lines in self.items for line in lines]


@dataclass
class Annotated:
    """One text file."""

    name: str
    meta: dict[str, str]
    parts: list[Part]
    expected: dict[str, frozenset[str]]
    """By sentence: the rules that a person finds in it."""

    def page(self, source_id: int | None = None):
        """The page, not saved; sentences in double brackets are claims that rest on the source."""
        makers = {"treatment": factories.TreatmentPageFactory, "article": factories.TreatmentArticlePageFactory}
        return makers[self.meta["kind"]].build(
            title=self.meta["title"],
            summary="",
            body=[(part.kind, _value(part, source_id)) for part in self.parts],
        )


def annotated_texts() -> list[Annotated]:
    """All of them, by name."""
    return [read(path) for path in sorted(TEXTS.glob("*.txt"))]


def read(path: Path) -> Annotated:
    meta, parts, expected = {}, [], {}
    for line in path.read_text().splitlines():
        text = ANNOTATION.sub("", line)
        if block := BLOCK.fullmatch(text):
            parts.append(Part(block[1], block[2] or ""))
        elif text.startswith("### "):
            parts[-1].items.append((text[4:], []))
        elif parts:
            parts[-1].items[-1][1].append(text)
        elif text:
            name, _colon, value = text.partition(": ")
            meta[name] = value
        if annotation := ANNOTATION.search(line):
            expected[plain(text)] = frozenset(annotation[1].split())
    return Annotated(path.stem, meta, parts, expected)


def plain(line: str) -> str:
    """A line as readers see it."""
    text = re.sub(r"^(- |### )", "", line)
    text = re.sub(r"\[\[(.*?)\]\]", r"\1", text)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)


def rich(lines: list[str], source_id: int | None) -> str:
    """The lines as stored rich text."""
    return "".join(_paragraphs(lines, source_id))


def _paragraphs(lines: list[str], source_id: int | None) -> Iterator[str]:
    for group in _groups(lines):
        marked = [_marked(line, source_id) for line in group]
        if group[0].startswith("- "):
            yield "<ul>" + "".join(f"<li>{line.removeprefix('- ')}</li>" for line in marked) + "</ul>"
        else:
            yield f"<p>{' '.join(marked)}</p>"


def _groups(lines: list[str]) -> Iterator[list[str]]:
    group: list[str] = []
    for line in [*lines, ""]:
        if group and (not line or line.startswith("- ") != group[0].startswith("- ")):
            yield group
            group = []
        if line:
            group.append(line)


def _marked(line: str, source_id: int | None) -> str:
    text = html.escape(line, quote=False)
    text = re.sub(r"\[\[(.*?)\]\]", rf'<a linktype="claim" id="{source_id}">\1</a>', text)
    return re.sub(r"\[([^\]]*)\]\(([^)]*)\)", r'<a href="\2">\1</a>', text)


def _value(part: Part, source_id: int | None) -> dict:
    named = [(title, lines) for title, lines in part.items if title]
    value = {"heading": part.heading} if part.heading else {}
    if part.kind in ("section", "how_it_works", "results"):
        return value | {"text": rich(part.lines(), source_id)}
    if part.kind == "benefits":
        return value | {"items": [{"title": title, "text": rich(lines, source_id)} for title, lines in named]}
    if part.kind == "procedure":
        return value | {"steps": [{"title": title, "text": rich(lines, source_id)} for title, lines in named]}
    if part.kind == "faq":
        return value | {"items": [{"question": title, "answer": rich(lines, source_id)} for title, lines in named]}
    if part.kind == "suitability":
        return value | {LISTS[title]: [plain(line) for line in lines if line] for title, lines in named}
    if part.kind == "risks":
        return value | {FREQUENCIES[title]: [_risk(line) for line in lines if line] for title, lines in named}
    if part.kind == "when_to_get_help":
        return value | {"items": [{"sign": plain(line), "urgency": "urgent"} for line in part.lines() if line]}
    raise ValueError(part.kind)


def _risk(line: str) -> dict[str, str]:
    name, _colon, text = plain(line).partition(": ")
    return {"name": name, "text": text}
