"""Takes title, metadata and boilerplate out of the elements, so that only the article is left."""

import re

from django.utils.translation import gettext as _

from treatment_pages.importing.boilerplate import (
    COMMENTS,
    MOST_NAVIGATION_WORDS,
    boilerplate_heading,
    boilerplate_reason,
    is_metadata,
    starts_contents,
)
from treatment_pages.importing.elements import (
    HEADING,
    ITEM,
    PARAGRAPH,
    Document,
    Element,
    SetAside,
    is_prose,
    without_number,
    word_count,
)
from treatment_pages.importing.kinds import kind_of
from treatment_pages.importing.metadata import note_metadata
from treatment_pages.importing.titles import MOST_AUTHOR_WORDS, same, without_second_title, without_title

SHORT_RELATED = 16
"""Words up to which a line below “Related posts” is the title of one."""
QUESTION_MARK = re.compile(r"^(?:q|question|frage|f)\s*\d{0,2}\s*[.:)]\s+(?=\S)", re.I)
ANSWER_MARK = re.compile(r"^(?:a|answer|antwort)\s*\d{0,2}\s*[.:)]\s+(?=\S)", re.I)


def clean(document: Document) -> list[Element]:
    """The article's own elements; the document gets its metadata and what was set aside."""
    elements = _questions_marked(document.elements)
    elements = without_title(document, elements)
    elements = _without_metadata(document, elements)
    elements = without_second_title(document, elements)
    elements = _without_contents(document, elements)
    elements = _without_foreign_parts(document, elements)
    return _without_lines(document, elements)


def put_aside(document: Document, element: Element, reason: str) -> None:
    """Lists an element as left out."""
    document.set_aside.append(SetAside(element.text, reason, element.line))


def _questions_marked(elements: list[Element]) -> list[Element]:
    """Lines that start with “Q:” are headings, and the “A:” before an answer says nothing."""
    if not any(ANSWER_MARK.match(element.text) for element in elements if element.kind != HEADING):
        return elements
    for element in elements:
        if QUESTION_MARK.match(element.text) and word_count(element.text) <= 40:
            element.text = QUESTION_MARK.sub("", element.text)
            element.kind, element.level = HEADING, element.level or 6
        elif element.kind != HEADING and ANSWER_MARK.match(element.text):
            element.text, element.kind = ANSWER_MARK.sub("", element.text), PARAGRAPH
    return elements


def _without_metadata(document: Document, elements: list[Element]) -> list[Element]:
    """The lines around the title that tell author, dates and reading time, up to the first prose."""
    end = next(
        (n for n, e in enumerate(elements) if (is_prose(e) and not is_metadata(e.text)) or e.kind == HEADING),
        len(elements),
    )
    zone = elements[:end]
    title = document.meta.get("title", "")
    are_meta = [is_metadata(element.text) for element in zone]
    kept = []
    for position, element in enumerate(zone):
        beside = any(are_meta[max(position - 2, 0) : position + 3])
        bare = element.text.strip(" -–—|•·*")
        if are_meta[position]:
            reason = note_metadata(document.meta, bare)
        elif title and same(element.text, title):
            reason = _("the title once more")
        elif boilerplate_reason(bare):
            reason = boilerplate_reason(bare)
        elif beside and word_count(bare) <= MOST_AUTHOR_WORDS and not bare.endswith((".", "?", ":", "!")):
            reason = _("author")
            document.meta.setdefault("author_display", bare)
        else:
            kept.append(element)
            continue
        put_aside(document, element, reason)
    return kept + elements[end:]


def _without_contents(document: Document, elements: list[Element]) -> list[Element]:
    """The list of contents: its entries are the headings, which stay."""
    for place, element in enumerate(elements):
        if not starts_contents(element.text):
            continue
        later = {
            re.sub(r"\W+", "", without_number(e.text)).casefold() for e in elements[place + 1 :] if e.kind == HEADING
        }
        end = place + 1
        while end < len(elements) and (
            elements[end].kind == ITEM or (elements[end].kind != HEADING and not is_prose(elements[end]))
        ):
            end += 1
        entries = elements[place + 1 : end]
        known = [e for e in entries if re.sub(r"\W+", "", without_number(e.text)).casefold() in later]
        if len(known) * 2 < len(entries) or not entries:
            continue
        put_aside(document, element, _("list of contents, made by the site"))
        for entry in entries:
            if entry not in known:
                put_aside(document, entry, _("list of contents, made by the site"))
        return elements[:place] + elements[end:]
    return elements


def _without_foreign_parts(document: Document, elements: list[Element]) -> list[Element]:
    """Headings such as “Related posts” or “Leave a comment” with what stands below them."""
    kept: list[Element] = []
    reason = ""
    for position, element in enumerate(elements):
        found = boilerplate_heading(element.text) if position > len(elements) * 0.3 else ""
        if found and (element.kind == HEADING or word_count(element.text) <= MOST_NAVIGATION_WORDS):
            reason = found
            put_aside(document, element, reason)
            continue
        if reason and _ends_foreign_part(element, reason):
            reason = ""
        if reason:
            put_aside(document, element, reason)
        else:
            kept.append(element)
    return kept


def _ends_foreign_part(element: Element, reason: str) -> bool:
    if element.kind == HEADING and kind_of(element.text):
        return True
    return not COMMENTS.match(element.text) and word_count(element.text) > SHORT_RELATED


def _without_lines(document: Document, elements: list[Element]) -> list[Element]:
    """Single lines of navigation, sharing and the like; list items only before the first prose and after the last."""
    prose = [number for number, element in enumerate(elements) if is_prose(element)]
    first, last = (prose[0], prose[-1]) if prose else (0, len(elements))
    kept = []
    for position, element in enumerate(elements):
        is_outside = not first <= position <= last
        reason = boilerplate_reason(element.text) if element.kind != ITEM or is_outside else ""
        if reason and element.kind == HEADING and _heads_text(elements, position):
            reason = ""
        if reason:
            put_aside(document, element, reason)
        else:
            kept.append(element)
    return kept


def _heads_text(elements: list[Element], position: int) -> bool:
    """Whether something that belongs to the article follows right below a heading such as “About us”."""
    following = elements[position + 1] if position + 1 < len(elements) else None
    return following is not None and following.kind != HEADING and not boilerplate_reason(following.text)
