"""Whether a sentence says something, or denies it, asks it, or warns of those who say it."""

import re
from collections.abc import Iterable, Iterator

from treatment_pages.editorial.page_text import PageText, Sentence
from treatment_pages.editorial.words import Pattern, Words

SAID_BY_US = frozenset({"prose", "heading", "line", "claim", "quote"})
"""Roles of texts that the clinic answers for; key facts, labels and questions claim nothing."""


def statements(page_text: PageText, roles: Iterable[str] = SAID_BY_US) -> Iterator[Sentence]:
    """The sentences that state something: no questions, and no warnings of what others promise."""
    return (sentence for sentence in page_text.stated if sentence.role in roles)


def unsourced(page_text: PageText, roles: Iterable[str] = SAID_BY_US) -> Iterator[Sentence]:
    """Those statements of which no source says the same."""
    return (sentence for sentence in statements(page_text, roles) if not rests_on_source(sentence, page_text.words))


def rests_on_source(sentence: Sentence, words: Words) -> bool:
    """Whether it names its source, or goes on about that of the sentence before."""
    if sentence.is_sourced:
        return True
    before = sentence.before
    return bool(before and words.same_source.search(sentence.plain) and rests_on_source(before, words))


def said(sentence: Sentence, pattern: Pattern, words: Words) -> re.Match | None:
    """The first place where the sentence says what the pattern looks for, and does not deny it."""
    return next((found for found in pattern.finditer(sentence.plain) if not is_denied(sentence, found, words)), None)


def is_denied(sentence: Sentence, found: re.Match, words: Words) -> bool:
    """Whether the clause denies what was found in it."""
    text = sentence.plain
    clause = last_clause(text[: found.start()], words)
    return bool(words.negation.search(clause) or words.denial.search(text[found.end() :]))


def last_clause(text: str, words: Words) -> str:
    """What follows the last end of a clause."""
    ends = [end.end() for end in words.clause.finditer(text)]
    return text[ends[-1] :] if ends else text


def shown(sentence: Sentence, found: re.Match) -> str:
    """The words that were found, as the page spells them."""
    return " ".join(sentence.text[found.start() : found.end()].split())
