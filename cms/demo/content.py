"""Makers of demo content: a treatment as plain data, block by block, without database or markup noise.

A claim names its source by the key it has in `cms.demo.sources`; `bind_sources` puts the record in its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from treatment_pages.blocks.treatment import Phase
from treatment_pages.models import Source

Block = tuple[str, dict]
Pair = tuple[int, int]
Risk = tuple[str, str, str]
"""Name, how long it lasts, what helps."""


@dataclass(frozen=True)
class Treatment:
    """One treatment page; `picture` names a drawing of `cms.demo.pictures`."""

    slug: str
    title: str
    alternate_names: str
    summary: str
    seo_title: str
    search_description: str
    picture: str
    body: tuple[Block, ...]


@dataclass(frozen=True)
class Article(Treatment):
    """One article; `treatment` is the slug of the treatment it is about, None for articles about all of them."""

    author: str
    published_on: date
    updated_on: date
    treatment: str | None
    is_live: bool
    introduction: str


@dataclass(frozen=True)
class Price:
    """A price in pounds, as this example clinic would charge it."""

    amount: int
    unit: str
    conditions: str


def claim(statement: str, source: str | None = None, value: str = "", unit: str = "", population: str = "") -> dict:
    """A statement that needs evidence; without `source` it stands unsourced, as only a draft may show it."""
    return {"statement": statement, "value": value, "unit": unit, "population": population, "source": source}


def key_facts(
    *,
    minutes: Pair,
    sessions: Pair,
    weeks: Pair | None = None,
    maintenance: int | None = None,
    price: Price,
    areas: tuple[str, ...],
    **texts: str,
) -> Block:
    """The typed facts; `texts` are downtime, anaesthesia, onset and longevity."""
    facts = {
        "session_minutes": _range(minutes),
        "sessions": _range(sessions),
        "maintenance_per_year": maintenance,
        "areas": list(areas),
        "price": {
            "amount_from": Decimal(price.amount),
            "currency": "GBP",
            "unit": price.unit,
            "conditions": price.conditions,
            "consultation_fee": "Free, about 30 minutes",
        },
        **texts,
    }
    return "key_facts", facts | ({"spacing_weeks": _range(weeks)} if weeks else {})


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


def bind_sources(body: tuple[Block, ...], records: Mapping[str, Source]) -> list[Block]:
    """The body with each source key replaced by its record; an unknown key raises KeyError."""
    return [(name, _bound(value, records)) for name, value in body]


def _bound(value, records: Mapping[str, Source]):
    if isinstance(value, list):
        return [_bound(item, records) for item in value]
    if not isinstance(value, dict):
        return value
    bound = {key: _bound(item, records) for key, item in value.items()}
    if value.get("source"):
        bound["source"] = records[value["source"]]
    if "further" in value:
        bound["further"] = [records[key] for key in value["further"]]
    return bound


def _step(phase: str, title: str, text: str, minutes: Pair | None) -> dict:
    step = {"phase": phase, "title": title, "text": text}
    return step | ({"minutes": _range(minutes)} if minutes else {})


def _range(pair: Pair) -> dict:
    return {"minimum": pair[0], "maximum": pair[1]}
