"""From what was read to the outline: which part of the article is what."""

import re
from pathlib import PurePath

from treatment_pages.importing.claims import claims_of
from treatment_pages.importing.cleaning import clean
from treatment_pages.importing.elements import Document, word_count
from treatment_pages.importing.facts import key_facts
from treatment_pages.importing.grouping import typed_sections
from treatment_pages.importing.kinds import INTRO
from treatment_pages.importing.metadata import date_in, language_of, script_hint
from treatment_pages.importing.naming import name_in_headings, other_names, treatment_name
from treatment_pages.importing.outline import Block, Outline
from treatment_pages.importing.sections import tree
from treatment_pages.importing.shaping import block_of
from treatment_pages.importing.texts import joined


def outline_of(document: Document) -> Outline:
    """The outline of an article."""
    lines = [(element.text, element.line) for element in document.elements]
    before, sections = tree(clean(document))
    meta = document.meta
    blocks = []
    intro = Block(INTRO, meta.pop("intro_heading", ""), joined(before))
    if intro.heading or intro.text:
        blocks.append(intro)
    title = meta.get("title", "")
    blocks += [block_of(section, kind) for section, kind in typed_sections(sections, title)]
    if blocks and not blocks[0].text and blocks[0].type == INTRO and not blocks[0].heading:
        blocks.pop(0)
    claims = claims_of(blocks)
    for claim in claims:
        claim.line = _line_of(claim.sentence, lines)
    facts = key_facts(blocks, lambda sentence: _line_of(sentence, lines))
    set_aside = [{"text": piece.text, "reason": str(piece.reason), "line": piece.line} for piece in document.set_aside]
    return Outline(_meta(document, blocks), facts, blocks, claims, set_aside)


def _line_of(sentence: str, lines: list[tuple[str, int | None]]) -> int | None:
    """The line of the source that holds a sentence; None where the source has no lines to count."""
    return next((line for text, line in lines if line is not None and sentence in text), None)


def _meta(document: Document, blocks: list[Block]) -> dict:
    given = document.meta
    headings = [text for block in blocks for text in (block.heading, *(item.title for item in block.items)) if text]
    everything = "\n".join(text for block in blocks for text in block.texts())
    title = given.get("title") or ""
    name = treatment_name(title, headings) or name_in_headings(headings)
    title_from = "text"
    if not title:
        title, title_from = (given["page_title"], "page") if given.get("page_title") else _name_as_title(document, name)
    language = language_of(everything) or given.get("declared_language") or ""
    meta = {
        "title": title,
        "title_from": title_from,
        "treatment_name": name,
        "alternate_names": other_names(everything, name),
        "author_display": given.get("author_display") or None,
        "published": given.get("published") or date_in(given.get("published_text", "")),
        "updated": given.get("updated") or date_in(given.get("updated_text", "")),
        "reading_time_minutes_stated": given.get("reading_time_minutes_stated")
        or _minutes(given.get("reading_text", "")),
        "language": language,
        "ui_language_hint": script_hint([piece.text for piece in document.set_aside]),
        "words": sum(word_count(text) for block in blocks for text in block.texts()),
    }
    for key in ("reviewer_display", "description", "seo_title", "summary", "slug", "tags"):
        if given.get(key):
            meta[key] = given[key]
    if document.links:
        meta["links"] = document.links
    return meta


def _minutes(text: str) -> int | None:
    match = re.search(r"\d+", text)
    return int(match[0]) if match else None


def _name_as_title(document: Document, name: str) -> tuple[str, str]:
    """A title for a text that has none: the treatment, else the name of the file."""
    if name:
        return name, "treatment"
    stem = re.sub(r"^\d+[-_ ]+", "", PurePath(document.name.partition("#")[0]).stem)
    words = re.sub(r"[-_]+", " ", stem).strip()
    return (words[:1].upper() + words[1:], "file") if words else ("", "")
