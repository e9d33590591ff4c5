"""The title of an article, wherever it stands."""

import re

from treatment_pages.importing.boilerplate import boilerplate_reason, is_metadata
from treatment_pages.importing.elements import HEADING, PARAGRAPH, Document, Element, is_prose, word_count
from treatment_pages.importing.kinds import OVERVIEW, kind_of

MOST_TITLE_WORDS = 22
SECOND_TITLE = 0.6
"""Share of the title's words that a second title has too."""
TEAM = re.compile(r"^(?:by|dr\.?|prof\.?) |\b(?:team|admin|editors?|staff|redaktion)\b", re.I)
MOST_AUTHOR_WORDS = 4


def without_title(document: Document, elements: list[Element]) -> list[Element]:
    """Notes the title; a main heading that says something else than a title given apart is kept as a heading."""
    given = document.meta.get("title", "")
    place = _title_place(elements, given)
    if place is None:
        return elements
    found = elements[place]
    title = found.text.strip()
    document.meta["title_line"] = found.line
    if not given:
        document.meta["title"] = title
    elif not same(given, title):
        document.meta["intro_heading"] = title
    keeps = not given and _is_section_too(elements, place)
    return elements if keeps else elements[:place] + elements[place + 1 :]


def _title_place(elements: list[Element], given: str) -> int | None:
    headings = [number for number, element in enumerate(elements) if element.kind == HEADING]
    tops = [number for number in headings if elements[number].level == 1]
    if tops:
        return tops[0]
    first = next((n for n in range(len(elements)) if not _is_before_title(elements, n)), None)
    if first is None:
        return None
    if given:
        return first if same(elements[first].text, given) else None
    element = elements[first]
    if element.kind == HEADING:
        sure = [elements[number].level for number in headings if elements[number].is_sure]
        is_alone = element.is_sure and sure.count(element.level) == 1 and element.level == min(sure)
        return (
            first
            if is_alone or not element.is_sure or not kind_of(element.text) or _followed_by_heading(elements, first)
            else None
        )
    is_line = element.line is not None and element.kind == PARAGRAPH and word_count(element.text) <= MOST_TITLE_WORDS
    return first if is_line and not element.text.endswith((".", ":", ";")) else None


def _is_before_title(elements: list[Element], place: int) -> bool:
    """Whether a line is metadata or navigation, or names a team right before its date."""
    text = elements[place].text
    if is_metadata(text) or boilerplate_reason(text):
        return True
    is_followed = place + 1 < len(elements) and is_metadata(elements[place + 1].text)
    return is_followed and word_count(text) <= MOST_AUTHOR_WORDS and bool(TEAM.search(text))


def _followed_by_heading(elements: list[Element], place: int) -> bool:
    return place + 1 < len(elements) and elements[place + 1].kind == HEADING


def _is_section_too(elements: list[Element], place: int) -> bool:
    """Whether the title is at once the heading of the first part, as in “What is microneedling?” before its answer."""
    element = elements[place]
    following = elements[place + 1] if place + 1 < len(elements) else None
    is_short = re.match(r"^(?:what (?:is|are)|was (?:ist|sind)) [\w -]{2,40}\?$", element.text.strip(), re.I)
    return bool(is_short) and kind_of(element.text) == OVERVIEW and following is not None and is_prose(following)


def without_second_title(document: Document, elements: list[Element]) -> list[Element]:
    """A guessed heading right below the title that says nearly the same is the title as the old page showed it."""
    title = set(re.findall(r"\w{3,}", document.meta.get("title", "").lower()))
    if (
        not elements
        or not title
        or elements[0].kind != HEADING
        or elements[0].is_sure
        or "intro_heading" in document.meta
    ):
        return elements
    shared = title & set(re.findall(r"\w{3,}", elements[0].text.lower()))
    if (
        len(shared) < SECOND_TITLE * len(title)
        or _followed_by_heading(elements, 0)
        or kind_of(elements[0].text) == OVERVIEW
    ):
        return elements
    document.meta["intro_heading"] = elements[0].text
    return elements[1:]


def same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).casefold() == re.sub(r"\W+", "", other).casefold()
