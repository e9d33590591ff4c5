"""Makers of the blocks of demo content: plain data, without database or markup noise.

A claim names its source by the key it has in `cms.demo.sources`, a picture the drawing it shows, a link the slug of
its page; `cms.demo.binding` puts the records in their place.
"""

from dataclasses import dataclass
from decimal import Decimal

from treatment_pages.blocks.help import Urgency
from treatment_pages.blocks.quotes import Provenance
from treatment_pages.blocks.ranges import DurationUnit
from treatment_pages.blocks.treatment import Phase

Block = tuple[str, dict]
Pair = tuple[int, int]
Risk = tuple[str, str, str]
"""Name, how long it lasts, what helps."""
Drawing = tuple[str, str]
"""Name of a drawing, what it shows."""


@dataclass(frozen=True)
class Price:
    """A price in pounds, as this example clinic would charge it."""

    amount: int
    unit: str
    conditions: str


@dataclass(frozen=True)
class Time:
    """From–to in a unit."""

    pair: Pair
    unit: DurationUnit

    @property
    def value(self) -> dict:
        return {**_range(self.pair), "unit": self.unit.value}


def hours(low: int, high: int) -> Time:
    return Time((low, high), DurationUnit.HOURS)


def days(low: int, high: int) -> Time:
    return Time((low, high), DurationUnit.DAYS)


def weeks(low: int, high: int) -> Time:
    return Time((low, high), DurationUnit.WEEKS)


def months(low: int, high: int) -> Time:
    return Time((low, high), DurationUnit.MONTHS)


def claim(statement: str, source: str | None = None, value: str = "", unit: str = "", population: str = "") -> dict:
    """A statement that needs evidence; without `source` it stands unsourced, as only a draft may show it."""
    return {"statement": statement, "value": value, "unit": unit, "population": population, "source": source}


def key_facts(
    *,
    minutes: Pair,
    sessions: Pair,
    spacing: Pair | None = None,
    maintenance: int | None = None,
    price: Price,
    areas: tuple[str, ...],
    downtime_time: Time | None = None,
    onset_time: Time | None = None,
    longevity_time: Time | None = None,
    **texts: str,
) -> Block:
    """The typed facts; `spacing` is in weeks, `texts` are downtime, anaesthesia, onset and longevity."""
    times = {"downtime_time": downtime_time, "onset_time": onset_time, "longevity_time": longevity_time}
    facts = {
        "session_minutes": _range(minutes),
        "sessions": _range(sessions),
        "maintenance_per_year": maintenance,
        "areas": list(areas),
        "price": {**_price(price), "consultation_fee": "Free, about 30 minutes"},
        **{name: time.value for name, time in times.items() if time},
        **texts,
    }
    return "key_facts", facts | ({"spacing_weeks": _range(spacing)} if spacing else {})


def cited(sentence: str, source: str) -> str:
    """A sentence of rich text that rests on a source, by its key."""
    return f'<a linktype="claim" id="{source}">{sentence}</a>'


def section(heading: str, text: str, *claims: dict) -> Block:
    return "section", {"heading": heading, "text": text, "claims": list(claims)}


def how_it_works(text: str, *claims: dict, heading: str = "How it works") -> Block:
    return "how_it_works", {"heading": heading, "text": text, "claims": list(claims)}


def benefit(title: str, text: str, *claims: dict) -> dict:
    return {"title": title, "text": text, "claims": list(claims)}


def benefits(*items: dict, introduction: str = "", heading: str = "What it can do") -> Block:
    return "benefits", {"heading": heading, "introduction": introduction, "items": list(items)}


def before(title: str, text: str, minutes: Pair | None = None) -> dict:
    return _step(Phase.BEFORE, title, text, minutes)


def during(title: str, text: str, minutes: Pair | None = None) -> dict:
    return _step(Phase.DURING, title, text, minutes)


def after(title: str, text: str, minutes: Pair | None = None) -> dict:
    return _step(Phase.AFTER, title, text, minutes)


def procedure(*steps: dict, introduction: str = "", heading: str = "What happens, step by step") -> Block:
    return "procedure", {"heading": heading, "introduction": introduction, "steps": list(steps)}


def suitability(
    *,
    suits: tuple[str, ...],
    ask_first: tuple[str, ...] = (),
    not_suitable: tuple[str, ...] = (),
    note: str = "",
    heading: str = "Is it right for you?",
) -> Block:
    return "suitability", {
        "heading": heading,
        "suitable_for": list(suits),
        "ask_first": list(ask_first),
        "not_suitable_for": list(not_suitable),
        "note": note,
    }


def risks(
    introduction: str, *, common: tuple[Risk, ...], uncommon: tuple[Risk, ...], serious: tuple[Risk, ...]
) -> Block:
    groups = {"common": common, "uncommon": uncommon, "serious": serious}
    return "risks", {
        "heading": "Risks and side effects",
        "introduction": introduction,
        **{
            name: [dict(zip(("name", "duration", "text"), risk, strict=True)) for risk in group]
            for name, group in groups.items()
        },
    }


def stage(when: Time, title: str, text: str) -> dict:
    return {"when": when.value, "title": title, "text": text}


def aftercare(*stages: dict, introduction: str = "") -> Block:
    return "aftercare", {"heading": "Looking after your skin", "introduction": introduction, "items": list(stages)}


def call_us(sign: str, text: str = "") -> dict:
    return _sign(Urgency.CALL_CLINIC, sign, text)


def urgent(sign: str, text: str = "") -> dict:
    return _sign(Urgency.URGENT, sign, text)


def emergency(sign: str, text: str = "") -> dict:
    return _sign(Urgency.EMERGENCY, sign, text)


def when_to_get_help(*signs: dict, introduction: str = "") -> Block:
    """The signs, with the ways to reach somebody at any hour."""
    reach = "Call us on 020 7946 0321. When we are closed and it cannot wait, call NHS 111."
    text = f"{introduction} {reach}".strip()
    return "when_to_get_help", {"heading": "When to get help", "introduction": text, "items": list(signs)}


def results(text: str, *claims: dict, onset: Time | None = None, longevity: Time | None = None) -> Block:
    times = {"onset": onset, "longevity": longevity}
    return "results", {
        "heading": "What results to expect",
        "text": text,
        "claims": list(claims),
        **{name: time.value for name, time in times.items() if time},
    }


def price(name: str, amount: int, text: str = "", unit: str = "per session") -> dict:
    """One line of the price list, a fixed price."""
    return {
        "name": name,
        "price": {**_price(Price(amount, unit, "")), "amount_to": Decimal(amount)},
        "text": text,
    }


def prices(*items: dict) -> Block:
    note = (
        "<p>These are prices of an example clinic, invented for this website. The consultation is free, you pay after "
        "each session, and we sell no courses in advance.</p>"
    )
    return "prices", {"heading": "What it costs", "items": list(items), "note": note}


def alternative(name: str, text: str, page: str | None = None) -> dict:
    """Another way; `page` is the slug of a treatment of ours."""
    return {"name": name, "text": text, "page": page}


def alternatives(*items: dict, introduction: str = "") -> Block:
    return "alternatives", {"heading": "Other ways", "introduction": introduction, "items": list(items)}


def quote(text: str, attribution: str, role: str) -> Block:
    return "quote", {"text": text, "attribution": attribution, "role": role}


def testimonial(text: str, who: str, *, note: str, consent: str) -> Block:
    return "testimonial", {
        "text": text,
        "who": who,
        "provenance": Provenance.LETTER.value,
        "provenance_note": note,
        "consent": consent,
    }


def before_after(
    before: Drawing, after: Drawing, *, sessions: int, weeks_after: int, consent: str, heading: str, note: str
) -> Block:
    """Two drawings to compare; `consent` is a key of `cms.demo.consents`."""
    pair = {side: dict(zip(("image", "alt"), one, strict=True)) for side, one in (("before", before), ("after", after))}
    return "before_after", {
        "heading": heading,
        **pair,
        "sessions": sessions,
        "weeks_after": weeks_after,
        "consent": consent,
        "note": note,
    }


def picture(drawing: str, *, alt: str, caption: str) -> Block:
    return "image", {"image": drawing, "alt": alt, "caption": caption}


def video(title: str, *, poster: Drawing, file: str, duration: str, transcript: str) -> Block:
    """A film; `file` is a key of `cms.demo.films`."""
    return "video", {
        "title": title,
        "poster": dict(zip(("image", "alt"), poster, strict=True)),
        "file": file,
        "duration": duration,
        "transcript": transcript,
    }


def evidence(introduction: str, *claims: dict) -> Block:
    return "evidence", {"heading": "What the evidence says", "introduction": introduction, "claims": list(claims)}


def faq(*pairs: tuple[str, str]) -> Block:
    items = [{"question": question, "answer": answer} for question, answer in pairs]
    return "faq", {"heading": "Questions people ask", "items": items}


def call_to_action(heading: str, text: str, button: str = "Ask a question") -> Block:
    return "call_to_action", {"heading": heading, "text": text, "button": button}


def sources(*further: str) -> Block:
    """The list of sources, with the keys of further reading that no claim cites."""
    return "sources", {"heading": "Sources", "further": list(further)}


def _sign(urgency: Urgency, sign: str, text: str) -> dict:
    return {"sign": sign, "urgency": urgency.value, "text": text}


def _price(price: Price) -> dict:
    return {
        "amount_from": Decimal(price.amount),
        "currency": "GBP",
        "unit": price.unit,
        "conditions": price.conditions,
    }


def _step(phase: str, title: str, text: str, minutes: Pair | None) -> dict:
    step = {"phase": phase, "title": title, "text": text}
    return step | ({"minutes": _range(minutes)} if minutes else {})


def _range(pair: Pair) -> dict:
    return {"minimum": pair[0], "maximum": pair[1]}
