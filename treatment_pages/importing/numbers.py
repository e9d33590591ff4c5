"""Numbers and times as people write them: “three to six”, “half an hour”, “4–6 weeks”."""

import re
from typing import NamedTuple

WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60,
    "ninety": 90, "a": 1, "an": 1, "single": 1, "ein": 1, "eine": 1, "einer": 1, "einem": 1, "zwei": 2, "drei": 3, "vier": 4,
    "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "zwölf": 12,
}  # fmt: skip
NUMBER = r"(?:\d{1,4}(?:[.,]5)?|" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")"
TO = r"\s*(?:–|—|-|to|and|or|bis|und|oder)\s*(?:even\s+|about\s+|up to\s+)?"
UNITS = {
    "minute": "minutes", "min": "minutes", "hour": "hours", "hr": "hours", "day": "days", "week": "weeks", "month": "months",
    "year": "years", "stunde": "hours", "tag": "days", "woche": "weeks", "monat": "months", "jahr": "years",
}  # fmt: skip
UNIT = (
    r"(?:minutes?|minuten?|mins?|hours?|hrs?|days?|weeks?|months?|years?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?)"
)
TIME = rf"(?:(?P<low>{NUMBER})(?:[\s-]*(?P<unit1>{UNIT}))?{TO})?(?P<high>{NUMBER})[\s-]*(?P<unit2>{UNIT})\b"
MINUTES_IN = {"minutes": 1, "hours": 60, "days": 1440, "weeks": 10080, "months": 43800, "years": 525600}


class Span(NamedTuple):
    """A length of time; `low` equals `high` where one number is given."""

    low: float
    high: float
    unit: str

    def within(self, unit: str) -> tuple[int, int]:
        """The two ends in another unit, rounded."""
        factor = MINUTES_IN[self.unit] / MINUTES_IN[unit]
        return round(self.low * factor), round(self.high * factor)


def number(word: str) -> float:
    """The value of a number in figures or words."""
    word = word.lower()
    return WORDS[word] if word in WORDS else float(word.replace(",", "."))


def unit_of(word: str) -> str:
    """The unit, named as a duration block names it."""
    word = word.lower()
    return next(unit for stem, unit in UNITS.items() if word.startswith(stem))


def span_of(match: re.Match) -> Span:
    """The time of a match of `TIME`, both ends in the unit of the upper one: “30 minutes to an hour” is 0.5–1 hours."""
    unit = unit_of(match["unit2"])
    high = number(match["high"])
    if not match["low"]:
        return Span(high, high, unit)
    low = number(match["low"])
    lower = unit_of(match["unit1"]) if match["unit1"] else unit
    if lower != unit:
        common = min(lower, unit, key=MINUTES_IN.__getitem__)
        return Span(low * MINUTES_IN[lower] / MINUTES_IN[common], high * MINUTES_IN[unit] / MINUTES_IN[common], common)
    return Span(low, high, unit)


def time_in(text: str) -> Span | None:
    """The first length of time of a text; None without one. “Half an hour” counts as 30 minutes."""
    text = re.sub(r"\b(?:half an hour|half-hour|eine halbe stunde)\b", "30 minutes", text, flags=re.I)
    text = re.sub(r"\ban hour and a half\b", "90 minutes", text, flags=re.I)
    match = re.search(TIME, text, re.I)
    return span_of(match) if match else None
