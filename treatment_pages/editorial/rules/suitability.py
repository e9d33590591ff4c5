"""Whom a treatment is said to suit."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.matching import said, shown, statements
from treatment_pages.editorial.page_text import Hit, PageText, Sentence
from treatment_pages.editorial.registry import register_rule
from treatment_pages.editorial.rules.structure import names_contraindications
from treatment_pages.editorial.words import Words


@register_rule("CLM-10", Severity.ERROR, reads_text=True)
def suits_everyone(page_text: PageText) -> Iterator[Hit]:
    """Broad suitability on a page that names nobody whom the treatment does not suit.

    CAP guidance on cosmetic interventions; GMC, Guidance for doctors who offer cosmetic interventions (2016): marketing
    says that a medical assessment comes first.
    """
    if names_contraindications(page_text):
        return
    words = page_text.words
    fix = _("Add a block “Suitability” and list under “Not suitable for” who should not have the treatment.")
    for sentence in statements(page_text):
        found = said(sentence, words.suits_everyone, words) or begins_with_anyone(sentence, words)
        if found and not words.limited_to.search(sentence.plain):
            told = _("“%(words)s” sounds as if nobody were at risk: the page names nobody who should not be treated.")
            yield Hit(told % {"words": shown(sentence, found)}, fix, sentence)


def begins_with_anyone(sentence: Sentence, words: Words) -> re.Match | None:
    """An entry such as “Anyone who …” in a list of people whom the treatment suits."""
    found = words.anyone.search(sentence.plain)
    if not found or words.restricted.search(sentence.plain):
        return None
    if sentence.passage.path.startswith("suitable_for"):
        return found
    above = sentence.passage.heading.lower(), *(before.plain for before in _lines_before(sentence))
    return found if sentence.is_item or any(words.who_heading.search(text) for text in above) else None


def _lines_before(sentence: Sentence) -> list[Sentence]:
    return sentence.passage.sentences[max(0, sentence.number - 6) : sentence.number]
