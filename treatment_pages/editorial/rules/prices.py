"""Prices that a reader can understand and compare."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.matching import SAID_BY_US, said, shown, statements
from treatment_pages.editorial.page_text import Hit, PageText, RawBlock, Sentence
from treatment_pages.editorial.registry import register_rule
from treatment_pages.editorial.words import Words


class StoredPrice(NamedTuple):
    """A price in its own fields, and where it stands."""

    block: RawBlock
    path: str
    value: dict

    @property
    def is_open(self) -> bool:
        """Whether it reads “from …”."""
        return self.value.get("amount_to") is None

    def has(self, name: str) -> bool:
        """Whether one of its texts is filled in."""
        return bool((self.value.get(name) or "").strip())


def stored_prices(page_text: PageText) -> list[StoredPrice]:
    """The prices of the key facts and of the price lists that name an amount."""
    found = [StoredPrice(block, "price", block.value.get("price") or {}) for block in page_text.of_type("key_facts")]
    for block in page_text.of_type("prices"):
        for number, item in enumerate(block.items("items")):
            found.append(StoredPrice(block, f"items.{number}.price", item.get("price") or {}))
    return [price for price in found if price.value.get("amount_from") is not None]


def told_prices(page_text: PageText) -> Iterator[Sentence]:
    """Sentences of the text that tell what a treatment costs."""
    words = page_text.words
    for sentence in statements(page_text, SAID_BY_US):
        text = sentence.plain
        if words.price.search(text) and words.price_topic.search(text) and not words.price_other.search(text):
            yield sentence


@register_rule("PRC-01", Severity.ERROR, reads_text=True)
def price_without_unit(page_text: PageText) -> Iterator[Hit]:
    """An amount without what it buys.

    CAP Code 3.17 (prices must not mislead by omission); MHLW Medical Advertising Guidelines (cost).
    """
    told = _("Readers do not learn what this price buys: a session, an area, a course?")
    fix = _("Say what the price is for, such as “per session”.")
    for price in stored_prices(page_text):
        if not price.has("unit"):
            yield Hit.of_block(price.block, told, fix, f"{price.path}.unit")
    for sentence in told_prices(page_text):
        if not _says_unit(sentence, page_text.words):
            yield Hit(told, fix, sentence)


def _says_unit(sentence: Sentence, words: Words) -> bool:
    """Whether the sentence or the one before says what the price buys; a list of prices names each."""
    if len(words.price.findall(sentence.plain)) > 1 and not words.price_from.search(sentence.plain):
        return True
    return any(words.price_unit.search(near.plain) for near in (sentence, sentence.before) if near)


@register_rule("PRC-02", Severity.ERROR, reads_text=True)
def price_from_without_conditions(page_text: PageText) -> Iterator[Hit]:
    """A price “from” without what makes it higher.

    CAP Code 3.22 (“from” prices must not exaggerate); FTC Act, section 5.
    """
    told = _("“From” does not tell readers what makes the price higher.")
    fix = _("Say what the price depends on, such as the size of the area.")
    for price in stored_prices(page_text):
        if price.is_open and not price.has("conditions"):
            yield Hit.of_block(price.block, told, fix, f"{price.path}.conditions")
    words = page_text.words
    for sentence in told_prices(page_text):
        if words.price_from.search(sentence.plain) and not _says_conditions(sentence, words):
            yield Hit(told, fix, sentence)


def _says_conditions(sentence: Sentence, words: Words) -> bool:
    """Whether the sentence or its neighbours say what the price depends on."""
    around = (sentence, sentence.before, sentence.after)
    return any(words.price_conditions.search(near.plain) for near in around if near)


@register_rule("PRC-05", {"base": Severity.INFO, "jp": Severity.ERROR}, reads_text=True)
def no_price(page_text: PageText) -> Iterator[Hit]:
    """A page that does not say what the treatment costs.

    MHLW Medical Advertising Guidelines: treatments that people pay for themselves need their usual cost.
    """
    if not stored_prices(page_text) and not any(
        page_text.words.price.search(sentence.plain) for sentence in page_text.sentences
    ):
        yield Hit(
            _("The page does not say what the treatment costs."),
            _("Add a price under “Key facts” or a block “Prices”, or say where prices are."),
        )


@register_rule("PRC-03", {"uk": Severity.ERROR}, reads_text=True)
def time_limited_offer(page_text: PageText) -> Iterator[Hit]:
    """An offer that hurries people into a treatment.

    CAP Code 1.3 and CAP guidance on cosmetic interventions (time-limited offers); GMC, Guidance for doctors who offer
    cosmetic interventions (2016): no promotional tactics that lead to ill-considered decisions.
    """
    words = page_text.words
    for sentence in statements(page_text, SAID_BY_US | {"label"}):
        found = said(sentence, words.limited_offer, words)
        if found:
            yield Hit(
                _("“%(words)s” hurries people into a decision about their body.") % {"words": shown(sentence, found)},
                _("Name the ordinary price, and leave people the time to decide."),
                sentence,
            )
