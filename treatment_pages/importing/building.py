"""A draft page out of an outline."""

import re
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.text import Truncator, slugify
from django.utils.translation import gettext as _
from wagtail.models import Page

from treatment_pages.importing.kinds import INTRO
from treatment_pages.importing.limits import ImportRefusedError
from treatment_pages.importing.metadata import STATED
from treatment_pages.importing.numbers import time_in
from treatment_pages.importing.outline import Block, Outline
from treatment_pages.importing.rich import Links, bold, rich_text
from treatment_pages.importing.sentences import sentences
from treatment_pages.importing.streaming import MOST_AMOUNT, MOST_NUMBER, BlockMaker, span_value

TITLE, NAMES, SUMMARY, AUTHOR, WORDS, SLUG = 255, 200, 300, 120, 120, 80
"""Characters of the page's fields."""


def draft_of(outline: Outline, page_model: type[Page], parent: Page, user=None) -> Page:
    """A new draft below `parent`, with a first revision; ImportRefusedError where no such page may stand there."""
    if not page_model.can_create_at(parent):
        raise ImportRefusedError(
            _("No page of the type “%(type)s” can be created below “%(parent)s”.")
            % {"type": page_model.get_verbose_name(), "parent": parent.title}
        )
    page = build_page(outline, page_model)
    page.live, page.has_unpublished_changes, page.owner, page.locale = False, True, user, parent.locale
    tags = _texts(outline.meta.get("tags"))
    if hasattr(page, "tags"):
        page.tags.set([tag[:100] for tag in tags[:20]])
    with transaction.atomic():
        parent.add_child(instance=page)
        page.save_revision(user=user, log_action="wagtail.create")
    return page


def build_page(outline: Outline, page_model: type[Page]) -> Page:
    """An unsaved page that says all that the outline says."""
    meta = outline.meta
    title = Truncator(_words(meta.get("title")) or _("Imported article")).chars(TITLE)
    names = [field.name for field in page_model._meta.get_fields()]
    links = Links(meta.get("links") if isinstance(meta.get("links"), list) else [])
    intro = [block for block in outline.blocks if block.type == INTRO]
    fields = {
        "title": title,
        "draft_title": title,
        "slug": slugify(_words(meta.get("slug")))[:SLUG],
        "seo_title": _words(meta.get("seo_title"))[:TITLE],
        "search_description": _words(meta.get("description")),
        "summary": _summary(outline),
        "alternate_names": ", ".join(_texts(meta.get("alternate_names")))[:NAMES],
        "author": _words(meta.get("author_display"))[:AUTHOR],
        "published_on": _date(meta.get("published")),
        "updated_on": _date(meta.get("updated")),
    }
    has_introduction = "introduction" in names
    if has_introduction:
        fields["introduction"] = _introduction(intro, links)
    page = page_model(**{name: value for name, value in fields.items() if name in names})
    page.body = _body(outline, links, has_introduction=has_introduction)
    return page


def _texts(value) -> list[str]:
    return [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []


def _words(value) -> str:
    return value.strip() if isinstance(value, str) else ""


def _introduction(blocks: list[Block], links: Links) -> str:
    html = ""
    for block in blocks:
        html += bold(block.heading) + rich_text(block.text, links, has_lists=False)
        for item in block.items:
            html += bold(item.title) + rich_text(item.text, links, has_lists=False)
        html += rich_text(block.note, links, has_lists=False)
    return html


def _body(outline: Outline, links: Links, *, has_introduction: bool) -> list:
    maker = BlockMaker(outline.claims, links)
    facts = key_facts_value(outline.key_facts)
    body = [("key_facts", facts)] if facts else []
    for place, block in enumerate(outline.blocks):
        if block.type != INTRO or not has_introduction:
            body += maker.values(place, block)
    return body


def _summary(outline: Outline) -> str:
    """What the page says of itself: as given, else the first sentences that fit."""
    for name in ("summary", "description"):
        if given := _words(outline.meta.get(name)):
            return Truncator(given).chars(SUMMARY)
    text = next((block.text for block in outline.blocks if block.text), "")
    summary = ""
    for sentence in sentences(re.sub(r"^- ", "", text, flags=re.M)):
        if len(summary) + len(sentence) + 1 > SUMMARY:
            break
        summary = f"{summary} {sentence}".strip()
        if summary.count(". ") >= 1:
            break
    return summary or Truncator(text or _words(outline.meta.get("title")) or _("Imported article")).chars(SUMMARY)


def _date(stated) -> date | None:
    """A day whose year is known; no year is invented."""
    if not isinstance(stated, dict) or stated.get("confidence") != STATED:
        return None
    try:
        return date(stated["year"], stated["month"], stated["day"])
    except (KeyError, TypeError, ValueError):
        return None


def key_facts_value(facts: dict) -> dict:
    """The typed key facts that are known, for the block at the top of the page."""
    value: dict = {}
    for name, field in (
        ("session_minutes", "session_minutes"),
        ("sessions", "sessions"),
        ("session_spacing_weeks", "spacing_weeks"),
    ):
        if ends := _range(facts.get(name)):
            value[field] = ends
    per_year = (facts.get("maintenance") or {}).get("per_year") if isinstance(facts.get("maintenance"), dict) else None
    if type(per_year) is int and 0 < per_year <= 52:
        value["maintenance_per_year"] = per_year
    for name, field in (("downtime", "downtime"), ("results_onset", "onset"), ("results_longevity", "longevity")):
        if words := _fact_words(facts.get(name)):
            value[field] = words[:WORDS]
            if span := span_value(time_in(words)):
                value[f"{field}_time"] = span
    if words := _fact_words(facts.get("anaesthesia")):
        value["anaesthesia"] = {
            "topical": _("topical anaesthetic"),
            "local": _("local anaesthetic"),
            "none": _("none"),
        }.get(words, words)[:WORDS]
    areas = facts.get("areas")
    if isinstance(areas, dict) and isinstance(areas.get("value"), list):
        value["areas"] = [str(area)[:60] for area in areas["value"][:30]]
    if price := _price(facts.get("price_from")):
        value["price"] = price
    return value


def _fact_words(fact) -> str:
    return _words(fact.get("value")) if isinstance(fact, dict) else ""


def _range(fact) -> dict:
    low, high = (fact.get("min"), fact.get("max")) if isinstance(fact, dict) else (None, None)
    if type(low) is not int or type(high) is not int or not 0 <= low <= high <= MOST_NUMBER:
        return {}
    return {"minimum": low, "maximum": high if high != low else None}


def _price(fact) -> dict:
    if (
        not isinstance(fact, dict)
        or not isinstance(fact.get("min"), (int, float))
        or not 0 <= fact["min"] <= MOST_AMOUNT
    ):
        return {}
    high = fact.get("max")
    is_range = isinstance(high, (int, float)) and fact["min"] <= high <= MOST_AMOUNT
    return {
        "amount_from": Decimal(str(fact["min"])),
        "amount_to": Decimal(str(high)) if is_range else None,
        "currency": fact.get("currency") if fact.get("currency") in {"GBP", "EUR", "USD"} else "GBP",
        "unit": _words(fact.get("unit"))[:60],
    }
