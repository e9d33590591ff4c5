"""Gives every section its kind, and puts sections together or apart where that makes a better page."""

import re
from collections import Counter

from treatment_pages.importing.content import kind_by_content
from treatment_pages.importing.elements import ITEM, PARAGRAPH, without_number, word_count
from treatment_pages.importing.kinds import (
    AFTERCARE,
    ALTERNATIVES,
    BENEFITS,
    CANDIDACY,
    FAQ,
    HOW_IT_WORKS,
    INTRO,
    OVERVIEW,
    PRICE,
    PROCEDURE,
    RESULTS,
    RISKS,
    SECTION,
    SESSIONS,
    SUMMARY,
    is_benefit_title,
    kind_of,
)
from treatment_pages.importing.sections import Section
from treatment_pages.importing.sentences import sentences

KEEPS_ALL = {BENEFITS, FAQ, ALTERNATIVES, SUMMARY}
KEEPS = {
    CANDIDACY: {"", CANDIDACY, BENEFITS, OVERVIEW, SECTION},
    PROCEDURE: {"", PROCEDURE, AFTERCARE, OVERVIEW, SECTION, HOW_IT_WORKS},
}
"""Kinds of sub-headings that stay parts of a section of a kind; all others become blocks of their own."""
SHARED = 2 / 3
SHORT_ANSWER = 90
"""Words of an answer to a question of an FAQ, at most, where no heading says FAQ."""
QUESTIONS = 3
LISTED = 3
LAST_PART = 0.6
INVITES = re.compile(
    r"^(?:ready|book|schedule|request|arrange|contact|get|begin|start|your journey|next steps?|jetzt|termin)", re.I
)
CLOSING = re.compile(
    r"\b(?:contact|book|schedule|call|reach out|get in touch|visit us|consultation|appointment|kontakt|termin|vereinbaren)\b",
    re.I,
)
CLOSING_WORDS = 160
DEFINES = re.compile(
    r"\b(?:is|are|ist|sind)\s+(?:an?|the|one of|eine?|das|die|non|minimally|cosmetic|in(?:jecta|no)|small|controlled)\b|\b(?:refers to|involves?|uses|bezeichnet)\b",
    re.I,
)

PERSONAL = re.compile(
    r"^(?:can|may|will|should|do|must|am|could) (?:i|you|my)\b|^what if\b|^(?:darf|kann|muss|soll) (?:ich|man)\b", re.I
)
"""How a single question of an FAQ begins."""
TIMES = {
    "before": re.compile(r"^(?:before|beforehand|prepar\w+|vorher|davor|vorbereitung)\b", re.I),
    "during": re.compile(
        r"^(?:during|on the (?:day|table|couch)|the (?:treatment|procedure|session|appointment)|währenddessen|der termin)\b",
        re.I,
    ),
    "after": re.compile(r"^(?:after|afterwards|recovery|aftercare|danach|nachher|nachsorge)\b", re.I),
}
"""How the parts of a procedure are headed."""

Typed = tuple[Section, str]


def typed_sections(sections: list[Section], title: str) -> list[Typed]:
    """The blocks to be, each with its kind."""
    sections = _listed_under_title(sections, title)
    typed = [pair for section in sections for pair in _parted(section)]
    typed = _questions_together(typed)
    kinds = [_placed(typed, position) for position in range(len(typed))]
    return [(section, kind) for (section, _kind), kind in zip(typed, kinds, strict=True)]


def _placed(typed: list[Typed], position: int) -> str:
    section, kind = typed[position]
    heading = without_number(section.heading).strip()
    if position == 0 and re.fullmatch(r"introduction|einleitung|intro", heading, re.I):
        return INTRO
    if kind == SUMMARY and INVITES.match(heading) and position < len(typed) * LAST_PART:
        return SECTION
    return kind or _kind_by_place(typed, position)


def _parted(section: Section) -> list[Typed]:
    """A section, and after it those of its parts that are about something else."""
    kind = section.kind
    if section.level == 0:
        return [(section, BENEFITS)]
    if not kind and section.children:
        kind = _shared_kind(section)
    if kind in KEEPS_ALL or not section.children:
        return [(section, kind)]
    keeps = KEEPS.get(kind, {"", kind, SECTION})
    own: list[Section] = []
    apart: list[Typed] = []
    for child in section.children:
        stays = child.kind in keeps or is_benefit_title(child.heading)
        if stays and not apart:
            own.append(child)
        else:
            apart += _parted(child)
    section.children = own
    return [(section, kind), *apart]


def _shared_kind(section: Section) -> str:
    """The kind of most of the parts, which is then that of the whole."""
    if sum(any(pattern.match(child.heading) for child in section.children) for pattern in TIMES.values()) > 1:
        return PROCEDURE
    counts = Counter(child.kind for child in section.children)
    kind, count = counts.most_common(1)[0]
    return kind if count > 1 and count >= len(section.children) * SHARED and kind not in {OVERVIEW, SUMMARY} else ""


def _listed_under_title(sections: list[Section], title: str) -> list[Section]:
    """“10 benefits of …” with its ten headings: the benefits are one block, headed by the title."""
    if kind_of(title) != BENEFITS or any(section.kind == BENEFITS and section.number is None for section in sections):
        return sections
    numbered = _longest_run(sections, lambda section: section.number is not None)
    run = numbered or _longest_run(
        sections, lambda section: not section.is_question and (not section.kind or is_benefit_title(section.heading))
    )
    if not run:
        return sections
    first, count = run
    group = Section(title, 0, children=sections[first : first + count])
    return [*sections[:first], group, *sections[first + count :]]


def _longest_run(sections: list[Section], fits) -> tuple[int, int] | None:
    best, start = (0, 0), 0
    for position in range(len(sections) + 1):
        if position == len(sections) or not fits(sections[position]):
            best = max(best, (position - start, -start))
            start = position + 1
    return (-best[1], best[0]) if best[0] >= LISTED else None


def _questions_together(typed: list[Typed]) -> list[Typed]:
    """Several questions in a row with short answers are an FAQ, unless each opens a subject of its own."""
    result: list[Typed] = []
    position = 0
    while position < len(typed):
        run = position
        while run < len(typed) and typed[run][0].is_question and not typed[run][0].children:
            run += 1
        questions = typed[position:run]
        while questions and not _asks_nothing_new(questions[0], typed[:position]):
            result.append(questions.pop(0))
            position += 1
        count = 0
        while count < len(questions) and _asks_nothing_new(questions[count], typed[: position + count]):
            count += 1
        if count >= QUESTIONS:
            children = [section for section, _kind in questions[:count]]
            result.append((Section("", children[0].level, children=children), FAQ))
            position += count
        elif questions:
            result += questions[:count]
            position += count
        elif position < len(typed) and position == run:
            result.append(typed[position])
            position += 1
    return result


def _asks_nothing_new(question: Typed, before: list[Typed]) -> bool:
    """Whether a question is about nothing of its own, or about what another part treats already."""
    section, kind = question
    is_personal = PERSONAL.match(section.heading) and kind not in {CANDIDACY, PRICE, SESSIONS, RESULTS}
    is_known = not kind or any(kind == known for _section, known in before)
    return section.lead_words <= SHORT_ANSWER and bool(is_known or is_personal)


def _kind_by_place(typed: list[Typed], position: int) -> str:
    """The kind of a section whose heading tells none: by its list, its first words, its place."""
    section = typed[position][0]
    announced = next(
        (
            e.text
            for e, after in zip(section.body, section.body[1:], strict=False)
            if after.kind == ITEM and e.kind == PARAGRAPH
        ),
        "",
    )
    if announced.endswith(":") and (kind := kind_of(announced)) in {BENEFITS, RISKS, CANDIDACY, AFTERCARE}:
        return kind
    pieces = [section.heading, *(piece for element in section.body for piece in sentences(element.text))]
    pieces += [piece for part in section.flat() for piece in (part.heading, *(e.text for e in part.body))]
    if len(pieces) > 1 and (kind := kind_by_content(pieces[1:] if section.is_question else pieces)):
        return kind
    text = " ".join(element.text for element in section.body)
    is_short = word_count(text) <= CLOSING_WORDS and not section.children
    if position == len(typed) - 1 and position > 1 and is_short and CLOSING.search(text):
        return SUMMARY
    if position == len(typed) - 1 and position > 1 and is_short and not section.has_list:
        return SUMMARY
    first = text[:200].partition(". ")[0]
    if position == 0 and not section.children and DEFINES.search(first):
        return OVERVIEW
    return SECTION
