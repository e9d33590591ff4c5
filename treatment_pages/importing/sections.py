"""Headings and the text below them as a tree, also where the source has no levels to tell."""

from dataclasses import dataclass, field

from treatment_pages.importing.elements import HEADING, ITEM, ROW, Element, number_of, without_number, word_count
from treatment_pages.importing.kinds import (
    AFTERCARE,
    BENEFITS,
    CANDIDACY,
    FAQ,
    OVERVIEW,
    PROCEDURE,
    RISKS,
    SECTION,
    is_benefit_title,
    is_question,
    kind_of,
)

SHORT_LEAD = 60
"""Words between a heading and its first item that still only announce the items."""
ITEMISED = {BENEFITS, PROCEDURE, FAQ, AFTERCARE, RISKS, CANDIDACY, SECTION, ""}
STEP_KINDS = {PROCEDURE, AFTERCARE, "", OVERVIEW}


@dataclass
class Section:
    """A heading, what stands right below it, and the parts below that."""

    heading: str
    level: int
    body: list[Element] = field(default_factory=list)
    children: list["Section"] = field(default_factory=list)
    line: int | None = None
    is_summary: bool = False

    @property
    def number(self) -> int | None:
        return number_of(self.heading)

    @property
    def kind(self) -> str:
        """What its own words tell; "" for nothing."""
        return kind_of(without_number(self.heading))

    @property
    def is_question(self) -> bool:
        return is_question(self.heading)

    @property
    def has_list(self) -> bool:
        return any(element.kind in {ITEM, ROW} for element in self.body)

    @property
    def lead_words(self) -> int:
        return sum(word_count(element.text) for element in self.body)

    def flat(self) -> list["Section"]:
        """The parts below it, each before its own parts."""
        return [part for child in self.children for part in (child, *child.flat())]


def tree(elements: list[Element]) -> tuple[list[Element], list[Section]]:
    """What stands before the first heading, and the sections in order."""
    before: list[Element] = []
    roots: list[Section] = []
    open_sections: list[Section] = []
    for element in elements:
        if element.kind != HEADING:
            (open_sections[-1].body if open_sections else before).append(element)
            continue
        section = Section(element.text, element.level, line=element.line, is_summary=element.is_summary)
        while open_sections and open_sections[-1].level >= section.level:
            open_sections.pop()
        (open_sections[-1].children if open_sections else roots).append(section)
        open_sections.append(section)
    return before, adopt(roots)


def adopt(siblings: list[Section]) -> list[Section]:
    """Puts parts below the heading that they belong to, where all headings look the same."""
    kept: list[Section] = []
    position = 0
    while position < len(siblings):
        parent = siblings[position]
        parent.children = adopt(parent.children)
        following = siblings[position + 1 :]
        count = 0 if parent.children and parent.kind != FAQ else _children_after(parent, following)
        parent.children += adopt(following[:count])
        kept.append(parent)
        position += 1 + count
    return kept


def _children_after(parent: Section, following: list[Section]) -> int:
    """How many of the headings after one are parts of it."""
    if not following:
        return 0
    kind = parent.kind
    if kind == FAQ and parent.number is None:
        return _while(following, lambda part: part.is_question and part.kind != FAQ)
    announces = parent.lead_words <= SHORT_LEAD and not parent.has_list
    if parent.number is None and following[0].number == 1 and kind in ITEMISED and announces:
        return _numbered(following)
    if kind == BENEFITS and announces and parent.number is None:
        count = _while(
            following, lambda part: not part.is_question and (not part.kind or is_benefit_title(part.heading))
        )
        return count if count > 1 else 0
    if parent.body or parent.number is not None:
        return 0
    if kind == PROCEDURE:
        return _while(
            following, lambda part: part.kind in STEP_KINDS and not (part.is_question and part.kind != PROCEDURE)
        )
    return _alike(parent, following)


def _numbered(following: list[Section]) -> int:
    count = 0
    while count < len(following) and following[count].number == count + 1:
        count += 1
    return count


def _while(following: list[Section], fits) -> int:
    count = 0
    while count < len(following) and fits(following[count]):
        count += 1
    return count


def _alike(parent: Section, following: list[Section]) -> int:
    """A heading without a word below it is followed by its parts: the first, and those that begin as it does."""
    first = following[0]
    if not first.body or (first.kind and first.kind != parent.kind and not _same_start(parent, first)):
        return 0
    return 1 + _while(
        following[1:],
        lambda part: _same_start(first, part) or (not part.kind and not part.is_question and not first.kind),
    )


def _same_start(one: Section, other: Section) -> bool:
    """Whether two headings begin with the same two words."""
    return one.heading.casefold().split()[:2] == other.heading.casefold().split()[:2]
