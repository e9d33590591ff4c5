"""Finding treatments by words through Wagtail's search, and guessing what a misspelt word meant."""

import re
from difflib import SequenceMatcher, get_close_matches

from django.db import DatabaseError, connections, transaction
from django.db.models import F, FloatField, Func, QuerySet, Value
from django.db.models.functions import Greatest

ALIKE = 0.6
"""From which likeness (0 to 1) on a name counts as what the visitor meant."""
TRIGRAMS_ALIKE = 0.3
"""The same for PostgreSQL's word similarity, which only picks whom to look at."""
MOST_SUGGESTIONS = 3


def find(treatments: QuerySet, words: str) -> list[int]:
    """Keys of the treatments found, the best match first; by beginnings of words where no whole word is found.

    Only letters and numbers are looked for: SQLite's index takes a quotation mark for a mistake in its own language.
    """
    plain = " ".join(re.findall(r"\w+", words))
    if not plain:
        return []
    found = [page.pk for page in treatments.only("title").search(plain)]
    return found or [page.pk for page in treatments.only("title").autocomplete(plain)]


def suggest(treatments: QuerySet, words: str) -> list[str]:
    """Names of treatments that the visitor may have meant, the likeliest first."""
    names = [name for names in candidates(treatments, words) for name in _split(*names)]
    ranked = sorted(dict.fromkeys(names), key=lambda name: -likeness(name, words))
    return [name for name in ranked if likeness(name, words) >= ALIKE][:MOST_SUGGESTIONS]


def likeness(name: str, words: str) -> float:
    """How alike a name and what was typed are, from 0 to 1; one word of a longer name is enough."""
    name, words = name.casefold(), words.casefold()
    closest = get_close_matches(words, [name, *name.split()], n=1, cutoff=0)
    return max(SequenceMatcher(None, words, option).ratio() for option in closest)


def _split(title: str, alternate_names: str) -> list[str]:
    return [title, *(name.strip() for name in alternate_names.split(",") if name.strip())]


def candidates(treatments: QuerySet, words: str) -> list[tuple[str, str]]:
    """Titles and other names to look at: those with similar trigrams where PostgreSQL has them, else all."""
    names = treatments.order_by()
    if connections[treatments.db].vendor != "postgresql":
        return _names(names)
    try:
        with transaction.atomic(using=treatments.db):
            return _names(_similar(names, words))
    except DatabaseError:  # the extension pg_trgm is missing and could not be created
        return _names(names)


def _names(treatments: QuerySet) -> list[tuple[str, str]]:
    return list(treatments.values_list("title", "alternate_names"))


def _similar(treatments: QuerySet, words: str) -> QuerySet:
    """The twenty whose title or other names are most like the words."""
    alike = Greatest(*(_word_similarity(words, field) for field in ("title", "alternate_names")))
    return treatments.alias(alike=alike).filter(alike__gte=TRIGRAMS_ALIKE).order_by(F("alike").desc())[:20]


def _word_similarity(words: str, field: str) -> Func:
    return Func(Value(words), F(field), function="WORD_SIMILARITY", output_field=FloatField())
