"""Facts of a page that contradict each other."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from treatment_pages.blocks.ranges import DAYS_IN, DurationUnit
from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.matching import is_denied, shown, statements
from treatment_pages.editorial.page_text import Hit, PageText, Sentence
from treatment_pages.editorial.registry import register_rule
from treatment_pages.editorial.rules.prices import stored_prices
from treatment_pages.editorial.words import Words


class Range(NamedTuple):
    """Two ends, either of them given or the same."""

    low: float
    high: float

    def meets(self, other: "Range") -> bool:
        """Whether a number lies in both."""
        return self.low <= other.high and other.low <= self.high


@register_rule("STR-10", Severity.WARNING, reads_text=True)
def contradicting_facts(page_text: PageText) -> Iterator[Hit]:
    """Recovery, sessions, minutes, times or prices that differ from one part of the page to the next.

    CAP Code 3.1 (no misleading statements); otherwise good practice.
    """
    yield from _recovery(page_text)
    yield from _sessions(page_text)
    yield from _minutes(page_text)
    yield from _results(page_text)
    yield from _prices(page_text)


def _hit(told: str, sentence: Sentence | None = None, **place) -> Hit:
    fix = _("Decide which is right and say the same in the key facts and in the text.")
    return Hit(told, fix, sentence, **place)


def _recovery(page_text: PageText) -> Iterator[Hit]:
    """“No downtime” beside days of redness."""
    words = page_text.words
    days = _key_range(page_text, "downtime_time", days=True)
    said_days = [sentence for sentence in page_text.sentences if words.recovery_days.search(sentence.plain)]
    if not said_days and (days is None or days.high < 2):
        return
    for sentence in statements(page_text):
        found = words.no_recovery.search(sentence.plain)
        if found and not is_denied(sentence, found, words) and sentence not in said_days:
            elsewhere = shown_sentence(said_days[0]) if said_days else str(page_text.key_facts.get("downtime") or "")
            told = _("“%(words)s” does not fit what the page says elsewhere: %(other)s")
            other = elsewhere or _("days until back to normal in the key facts.")
            yield _hit(told % {"words": shown(sentence, found), "other": other}, sentence)


def shown_sentence(sentence: Sentence) -> str:
    """A sentence in quotation marks."""
    return f"“{sentence.text}”"


def _sessions(page_text: PageText) -> Iterator[Hit]:
    """A number of sessions in the text that is not that of the key facts."""
    words = page_text.words
    planned = _key_range(page_text, "sessions")
    for sentence in statements(page_text):
        if words.price.search(sentence.plain):
            continue
        single = words.single_session.search(sentence.plain)
        if planned and planned.low >= 2 and single and not is_denied(sentence, single, words):
            yield _hit(_differs(shown(sentence, single), planned), sentence)
            continue
        ranged = words.session_range.search(sentence.plain)
        told = _told_range(ranged, words) if planned and ranged else None
        if told and not told.meets(planned):
            yield _hit(_differs(shown(sentence, ranged), planned), sentence)


def _minutes(page_text: PageText) -> Iterator[Hit]:
    planned = _key_range(page_text, "session_minutes")
    for sentence in statements(page_text) if planned else ():
        found = page_text.words.session_minutes.search(sentence.plain)
        told = _told_range(found, page_text.words) if found else None
        if told and not told.meets(planned):
            yield _hit(_differs(shown(sentence, found), planned), sentence)


def _differs(words: str, planned: Range) -> str:
    ends = f"{planned.low:g}" if planned.low == planned.high else f"{planned.low:g}–{planned.high:g}"
    return _("“%(words)s” does not fit the key facts, which say %(fact)s.") % {"words": words, "fact": ends}


def _results(page_text: PageText) -> Iterator[Hit]:
    """Times in the block “Results” that are not those of the key facts."""
    for block in page_text.of_type("results"):
        for name in ("onset", "longevity"):
            here, there = _range(block.value.get(name), days=True), _key_range(page_text, f"{name}_time", days=True)
            if here and there and not here.meets(there):
                told = _("The times in this block are not those of the key facts.")
                yield _hit(told, block_id=block.id, block_type=block.type, path=name)


def _prices(page_text: PageText) -> Iterator[Hit]:
    """A key fact “from” that no line of the price list reaches."""
    key = next((price for price in stored_prices(page_text) if price.block.type == "key_facts"), None)
    listed = [
        float(price.value["amount_from"])
        for price in stored_prices(page_text)
        if key and price.block.type == "prices" and price.value.get("currency") == key.value.get("currency")
    ]
    if listed and float(key.value["amount_from"]) != min(listed) and float(key.value["amount_from"]) not in listed:
        told = _("The price in the key facts is not among the prices of the list.")
        yield _hit(told, block_id=key.block.id, block_type=key.block.type, path="price.amount_from")


def _key_range(page_text: PageText, name: str, *, days: bool = False) -> Range | None:
    return _range(page_text.key_facts.get(name), days=days)


def _range(value, *, days: bool = False) -> Range | None:
    """The ends of a stored range, in days if asked for; None while it is empty or its unit unknown."""
    if not isinstance(value, dict):
        return None
    ends = [end for end in (value.get("minimum"), value.get("maximum")) if end is not None]
    unit = DAYS_IN.get(value.get("unit") or DurationUnit.DAYS.value) if days else 1
    return Range(float(min(ends) * unit), float(max(ends) * unit)) if ends and unit else None


def _told_range(found: re.Match, words: Words) -> Range | None:
    """The numbers of a match, whether in digits or words."""
    groups = found.groupdict()
    low = groups.get("low") or groups.get("low2")
    high = groups.get("high") or groups.get("high2") or low
    numbers = [int(text) if text.isdigit() else words.numbers.get(text) for text in (low, high) if text]
    return Range(min(numbers), max(numbers)) if numbers and None not in numbers else None
