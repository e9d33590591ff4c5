"""Key facts out of sentences; the sentences stay where they are, and what none tells stays unknown."""

import re
from collections.abc import Callable, Iterator

from treatment_pages.importing.fact_patterns import (
    AREAS,
    BODY_PARTS,
    COURSE_WORDS,
    CURRENCIES,
    DOWNTIME,
    DOWNTIME_STATED,
    EVERY,
    HEALING,
    LOCAL,
    LONGEVITY,
    MAINTENANCE,
    MONEY,
    NO_NUMBING,
    NOT_ONSET,
    NOT_PRICE,
    NOT_SESSION,
    ONSET,
    PER,
    SESSION_TIME,
    SESSIONS,
    SPACED,
    TIMES_A_YEAR,
    TOPICAL,
)
from treatment_pages.importing.kinds import AFTERCARE, ALTERNATIVES, CANDIDACY, FAQ, SUMMARY
from treatment_pages.importing.numbers import TIME, number, span_of
from treatment_pages.importing.outline import Block
from treatment_pages.importing.sentences import sentences

FACTS = (
    "session_minutes", "sessions", "session_spacing_weeks", "maintenance", "anaesthesia", "downtime", "areas",
    "healing_time", "results_onset", "results_longevity", "price_from", "practitioner", "device",
)  # fmt: skip

Lines = Callable[[str], int | None]


def key_facts(blocks: list[Block], line_of: Lines) -> dict:
    """Every fact of `FACTS`: what the first sentence says that tells it, with its line, or None."""
    facts: dict = dict.fromkeys(FACTS)
    for kind, sentence in _sentences(blocks):
        for name, find in FINDERS.items():
            if facts[name] is None and (found := find(sentence, kind)):
                facts[name] = found | {"line": line_of(sentence)}
    return facts


def _sentences(blocks: list[Block]) -> Iterator[tuple[str, str]]:
    """Sentences with the kind of their block; alternatives and closing words speak of other things."""
    for block in blocks:
        if block.type in {ALTERNATIVES, SUMMARY}:
            continue
        for text in block.texts():
            for sentence in sentences(text):
                yield block.type, sentence.removeprefix("- ")


def _session_minutes(sentence: str, kind: str) -> dict | None:
    if kind in {AFTERCARE, CANDIDACY} or not SESSION_TIME.search(sentence) or NOT_SESSION.search(sentence):
        return None
    text = re.sub(r"\b(?:half an hour|half-hour|eine halbe stunde)\b", "30 minutes", sentence, flags=re.I)
    for match in re.finditer(TIME, text, re.I):
        span = span_of(match)
        if span.unit in {"minutes", "hours"}:
            low, high = span.within("minutes")
            return {"min": low, "max": high} if low <= high else None
    return None


def _sessions(sentence: str, kind: str) -> dict | None:
    match = SESSIONS.search(sentence)
    if (
        not match
        or not COURSE_WORDS.search(sentence)
        or re.search(r"\b(?:per|a|each) (?:session|treatment|day)\b", match[0], re.I)
    ):
        return None
    if MAINTENANCE.search(sentence[: match.start()]) or re.search(r"improv|showed|percent|%", sentence):
        return None
    low = match["low"] or match["low2"] or match["low3"]
    high = match["high"] or match["high2"] or match["high3"] or low
    numbers = int(number(low)), int(number(high))
    is_one_word = low.lower() in {"a", "an"} and not (match["high"] or match["high3"])
    return None if is_one_word or not 0 < numbers[0] <= numbers[1] <= 30 else {"min": numbers[0], "max": numbers[1]}


def _spacing(sentence: str, kind: str) -> dict | None:
    if kind == AFTERCARE or (MAINTENANCE.search(sentence) and not re.search(r"\bapart\b|spaced", sentence, re.I)):
        return None
    match = SPACED.search(sentence)
    if not match:
        return None
    span = span_of(re.search(TIME, match[0], re.I))
    if span.unit not in {"weeks", "months", "days"}:
        return None
    if span.unit == "months":
        low, high = round(span.low * 4), round(span.high * 4)
    else:
        low, high = span.within("weeks")
    return {"min": low, "max": high} if 0 < low <= high <= 52 and not re.search(r"\bhours?\b", match[0]) else None


def _maintenance(sentence: str, kind: str) -> dict | None:
    if not MAINTENANCE.search(sentence):
        return None
    if match := TIMES_A_YEAR.search(sentence):
        if match["more"]:
            return None
        words = {"once": 1, "twice": 2, "einmal": 1, "zweimal": 2}
        times = (match["times"] or "once").lower()
        return {"per_year": words[times] if times in words else int(number(times))}
    match = EVERY.search(sentence)
    months = number(match["number"]) if match else 0
    return {"per_year": round(12 / months)} if months and 12 % months == 0 else None


def _anaesthesia(sentence: str, kind: str) -> dict | None:
    for pattern, value in ((NO_NUMBING, "none"), (TOPICAL, "topical"), (LOCAL, "local")):
        if pattern.search(sentence):
            return {"value": value}
    return None


def _downtime(sentence: str, kind: str) -> dict | None:
    match = DOWNTIME.search(sentence)
    if match:
        return {"value": match["value"]}
    if stated := DOWNTIME_STATED.search(sentence):
        return {"value": stated["value"]} if stated["value"] else None
    return None


def _areas(sentence: str, kind: str) -> dict | None:
    if not re.search(r"\b(?:areas?|done on|used on|performed on|parts of|regionen|bereiche|areale)\b", sentence, re.I):
        return None
    match = AREAS.search(sentence)
    if not match:
        return None
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", match[0].lower())
    found = list(dict.fromkeys(word for word in words if word in BODY_PARTS))
    return {"value": found} if len(found) > 1 else None


def _healing(sentence: str, kind: str) -> dict | None:
    match = HEALING.search(sentence)
    return {"value": match["value"].strip()} if match else None


def _onset(sentence: str, kind: str) -> dict | None:
    match = ONSET.search(sentence)
    if not match or NOT_ONSET.search(sentence[: match.end()]):
        return None
    return {"value": match["value"].strip()}


def _longevity(sentence: str, kind: str) -> dict | None:
    if (
        re.search(r"\b(?:redness|swelling|recovery|downtime|appointment|procedure takes|tingl\w+)\b", sentence, re.I)
        and kind != FAQ
    ):
        return None
    match = LONGEVITY.search(sentence)
    return (
        {"value": match["value"].strip()}
        if match and not re.search(r"minute|hour|stunde", match["value"], re.I)
        else None
    )


def price_of(text: str) -> dict | None:
    """The first amount of a text: `min` and `max` in units of `currency`, `unit` as written; None without one."""
    match = MONEY.search(text)
    if not match:
        return None
    low, high = match["low"] or match["low2"], match["high"] or match["high2"]
    per = PER.search(text)
    return {
        "min": _amount(low),
        "max": _amount(high) if high else None,
        "currency": CURRENCIES[(match["sign"] or match["sign2"]).lower()],
        "unit": per[0].lower() if per else None,
    }


def _price(sentence: str, kind: str) -> dict | None:
    return None if NOT_PRICE.search(sentence) else price_of(sentence)


def _amount(figure: str) -> float:
    """“1,200” and “1.200” are thousands, “99.50” and “99,50” are not."""
    figure = figure.rstrip(".,")
    figure = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", figure).replace(",", ".")
    value = float(figure) if figure.count(".") < 2 else float(figure.replace(".", ""))
    return int(value) if value == int(value) else value


FINDERS = {
    "session_minutes": _session_minutes,
    "sessions": _sessions,
    "session_spacing_weeks": _spacing,
    "maintenance": _maintenance,
    "anaesthesia": _anaesthesia,
    "downtime": _downtime,
    "areas": _areas,
    "healing_time": _healing,
    "results_onset": _onset,
    "results_longevity": _longevity,
    "price_from": _price,
}
