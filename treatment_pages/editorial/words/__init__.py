"""What the rules look for in a text, language by language.

All patterns are matched against text in lower case with plain apostrophes. A host adds a language by
`register_words("fr", Words(...))`; a page in a language without words is reported as not checked.
"""

import re
from dataclasses import dataclass
from importlib import import_module

Pattern = re.Pattern[str]

OURS = frozenset({"en", "de"})
"""Languages that come with the package."""


@dataclass(frozen=True)
class Words:
    """The patterns of one language."""

    negation: Pattern
    """Before a finding in the same clause: the sentence denies it."""
    denial: Pattern
    """After a finding: the sentence denies it."""
    clause: Pattern
    """Where a clause ends and an earlier negation loses its force."""
    caution: Pattern
    """The sentence warns of what others promise."""
    hedge: Pattern
    """Says that a result may come, not that it will."""

    percent: Pattern
    percent_before: Pattern
    """Just before a percentage that is a strength, a price, a setting or a share of a whole."""
    percent_after: Pattern
    """Just after such a percentage."""
    whole_after: Pattern
    """Just after “100 %” where that counts people or results."""
    rhetorical: Pattern
    """A question that states something."""
    statistic: Pattern
    """Other figures about results, safety or popularity."""
    count: Pattern
    """Large numbers of people or treatments."""
    own_count: Pattern
    """The clinic counts its own work."""
    not_statistic: Pattern
    """In a match of `statistic` or around it: it is a dose, a date, a price or a size after all."""

    vague_source: Pattern
    heading_question: Pattern
    """Begins a heading that asks, with or without a question mark."""
    known_people: Pattern
    """Right before a match of `vague_source`: people whom the reader can name."""
    same_source: Pattern
    """Begins a sentence that goes on about the source of the one before."""
    vague_denied: Pattern
    """In a match of `vague_source`, or right before it: the sentence speaks of missing evidence."""
    weak_evidence: Pattern
    """The sentence itself says how little its source shows."""
    named_source: Pattern
    attributed: Pattern
    """Names whose figure it is."""
    counted_people: Pattern
    """A share of people: somebody must have counted them."""

    guarantee: Pattern
    not_guarantee: Pattern
    """Around a match of `guarantee`: it promises service, names a harm or a product."""
    establishment: Pattern
    comparative: Pattern
    uncertain: Pattern
    """A hedge that turns a comparison into a possibility."""

    result_verb: Pattern
    result_object: Pattern
    result_phrase: Pattern
    """Says that a treatment works, without naming what it does."""
    side_effect: Pattern
    """The sentence tells what a person feels or sees while it heals."""
    many_people: Pattern
    popularity: Pattern
    pressure: Pattern
    limited_offer: Pattern
    played_down: Pattern
    played_down_unless_risks: Pattern
    """Plays risks down only where the page names none."""
    suits_everyone: Pattern
    anyone: Pattern
    """Begins an entry of a list of people whom the treatment suits."""
    who_heading: Pattern
    """A heading or sentence above such a list."""
    restricted: Pattern
    """The sentence asks something of those people."""
    limited_to: Pattern
    """The sentence itself says where suitability ends."""
    superlative: Pattern

    contraindication: Pattern
    contraindication_heading: Pattern
    risk_heading: Pattern
    help_heading: Pattern
    alternatives_heading: Pattern
    information_note: Pattern

    price: Pattern
    price_from: Pattern
    price_unit: Pattern
    price_conditions: Pattern
    price_other: Pattern
    """An amount that is no price of a treatment, such as a deposit."""
    price_topic: Pattern
    """The sentence is about what something costs."""

    yearless_date: Pattern
    no_recovery: Pattern
    recovery_days: Pattern
    single_session: Pattern
    session_range: Pattern
    session_minutes: Pattern
    numbers: dict[str, int]
    clinical: Pattern
    """A testimonial speaks of the treatment or what it did."""
    off_label: Pattern


_by_language: dict[str, Words] = {}


def any_of(*patterns: str) -> Pattern:
    """One pattern that matches what any of them does."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def register_words(language: str, words: Words) -> None:
    """Let the rules read texts in a language, given as a code such as "fr"."""
    _by_language[language] = words


def words_for(language: str) -> Words | None:
    """The words of a language; None where nobody has written any."""
    if language not in _by_language and language in OURS:
        _by_language[language] = import_module(f"treatment_pages.editorial.words.{language}").WORDS
    return _by_language.get(language)
