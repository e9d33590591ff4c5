"""Which lines of a plain text are headings and which are list items, told by their look and their neighbours."""

import re

from treatment_pages.importing.boilerplate import boilerplate_heading, is_metadata, starts_contents
from treatment_pages.importing.elements import HEADING, ITEM, PARAGRAPH, number_of, without_number
from treatment_pages.importing.kinds import kind_of
from treatment_pages.importing.readers.lines import MOST_HEADING_WORDS, Line, is_title_case

LONG_WORDS = 8
"""Words from which on a line reads as a sentence even without its stop."""
NEEDED = 3
"""Points that make a line a heading."""
LABELLED = re.compile(r"^[^\s:.!?][^:.!?\n]{1,70}:\s+\S")
MOST_PLAIN_WORDS = 9
"""Words of a heading that is written like a sentence and holds no telling word, at most."""


def classify(lines: list[Line]) -> list[str]:
    """HEADING, ITEM or PARAGRAPH for every line."""
    uses_blanks = sum(line.after_blank for line in lines) > len(lines) * 0.4
    kinds: list[str] = []
    position = 0
    run = _Run()
    while position < len(lines):
        line = lines[position]
        kind = _kind(lines, position, kinds, run, uses_blanks)
        kinds.append(kind)
        run.see(line, kind)
        position += 1
        count = _entries_after(lines, position) if kind == HEADING else 0
        kinds += [ITEM] * count
        position += count
    return _labelled_runs(lines, kinds)


def _entries_after(lines: list[Line], position: int) -> int:
    """How many lines after a heading such as “Contents” or “Related posts” are the entries of that list."""
    heading = lines[position - 1].text
    end = position
    if starts_contents(heading):
        while end < len(lines) and _is_repeated_below(lines, end):
            end += 1
    elif boilerplate_heading(heading):
        while (
            end < len(lines)
            and len(lines[end].words) <= MOST_HEADING_WORDS
            and not lines[end].text.endswith((".", "?"))
        ):
            end += 1
    return end - position


class _Run:
    """Whether the lines before announced a list, and how its items begin."""

    def __init__(self) -> None:
        self.is_list, self.lower = False, False

    def see(self, line: Line, kind: str) -> None:
        if kind == PARAGRAPH:
            self.is_list, self.lower = line.text.endswith((":", ";")), False
        elif kind == HEADING:
            self.is_list, self.lower = line.text.endswith(":"), False
        else:
            self.is_list = True
            self.lower = line.text[:1].islower()


def _kind(lines: list[Line], position: int, kinds: list[str], run: _Run, uses_blanks: bool) -> str:
    line = lines[position]
    following = lines[position + 1] if position + 1 < len(lines) else None
    if line.is_bullet:
        return ITEM
    if line.is_underlined and len(line.words) <= MOST_HEADING_WORDS:
        return HEADING
    if line.may_be_heading and _points(lines, position, kinds, run, uses_blanks) >= NEEDED and following:
        return HEADING
    if number_of(line.text) is not None and (
        not following or number_of(following.text) or run.is_list or _counts(lines, position)
    ):
        return ITEM
    is_short = len(line.words) <= MOST_HEADING_WORDS and not line.text.endswith((".", "!", "?", ":"))
    if (
        run.is_list
        and (is_short or LABELLED.match(line.text))
        and not (line.after_blank and uses_blanks and line.is_prose)
    ):
        return ITEM
    if position and kinds[-1] == HEADING and is_short and following and _is_like(line, following):
        return ITEM
    return PARAGRAPH


def _points(lines: list[Line], position: int, kinds: list[str], run: _Run, uses_blanks: bool) -> int:
    line, previous = lines[position], lines[position - 1] if position else None
    following = lines[position + 1] if position + 1 < len(lines) else None
    text = line.text
    bare = without_number(text)
    points = 0
    if text.endswith("?"):
        points += 3
    if number_of(text) is not None:
        is_listed = _counts(lines, position) or (following is not None and number_of(following.text) is not None)
        points += -3 if is_listed or following is None else 3
    if text.isupper() and len(text) > 5:
        points += 3
    elif is_title_case(text):
        points += 2 if len(line.words) > 1 else 1
    is_plain = not (text.endswith("?") or text.isupper() or is_title_case(text) or number_of(text) is not None)
    if boilerplate_heading(text) or starts_contents(text):
        points += 4
    elif kind_of(bare):
        points += 2
    elif is_plain and len(line.words) > MOST_PLAIN_WORDS:
        points -= 2
    if (following and following.is_prose) or (following and (following.is_bullet or following.text[:1].islower())):
        points += 2
    if previous is None or previous.is_prose or kinds[-1] == HEADING:
        points += 1
        points += 2 if _heads_a_heading(lines, position) else 0
    if line.after_blank and uses_blanks:
        points += 1
    if text.endswith("!"):
        points -= 2
    if run.is_list and not _leaves_list(line, previous, run, uses_blanks):
        points -= 4 if not text.endswith("?") else 2
    elif run.is_list:
        points += 1
    return points


def _heads_a_heading(lines: list[Line], position: int) -> bool:
    """Whether a short line after prose stands above another short line that opens a paragraph."""
    if position + 2 >= len(lines):
        return False
    line, below, text = lines[position : position + 3]
    is_short = all(len(one.words) <= MOST_PLAIN_WORDS and one.may_be_heading for one in (line, below))
    return is_short and text.is_prose and len(text.words) >= LONG_WORDS


def _leaves_list(line: Line, previous: Line | None, run: _Run, uses_blanks: bool) -> bool:
    """Whether a line looks unlike the list items before it."""
    if previous is None or previous.text.endswith((":", ";")):
        return False
    if run.lower or previous.is_bullet or number_of(previous.text) is not None:
        return True
    if line.after_blank and uses_blanks:
        return not previous.after_blank or is_title_case(line.text)
    if previous.is_prose and LABELLED.match(previous.text) is None:
        return True
    return (is_title_case(line.text) and not is_title_case(previous.text)) or (
        LABELLED.match(previous.text) is not None and LABELLED.match(line.text) is None
    )


def _counts(lines: list[Line], position: int) -> bool:
    """Whether a numbered line is one of several in a row."""
    before = number_of(lines[position - 1].text) if position else None
    return before is not None and before + 1 == number_of(lines[position].text)


def _is_like(line: Line, following: Line) -> bool:
    return following.text[:1].islower() == line.text[:1].islower() and not following.is_prose


def _is_repeated_below(lines: list[Line], position: int) -> bool:
    words = without_number(lines[position].text).casefold()
    later = [without_number(line.text).casefold() for line in lines[position + 1 :]]
    return words in later


def _labelled_runs(lines: list[Line], kinds: list[str]) -> list[str]:
    """Two or more lines of “label: words” in a row are a list, announced or not."""
    is_labelled = [
        kind == PARAGRAPH and bool(LABELLED.match(line.text)) and not is_metadata(line.text)
        for line, kind in zip(lines, kinds, strict=True)
    ]
    for position, labelled in enumerate(is_labelled):
        beside = is_labelled[max(position - 1, 0) : position] + is_labelled[position + 1 : position + 2]
        if labelled and any(beside):
            kinds[position] = ITEM
    return kinds
