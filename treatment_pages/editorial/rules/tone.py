"""How a text speaks to people: pressure, risks made small, superlatives."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.matching import SAID_BY_US, said, shown, statements
from treatment_pages.editorial.page_text import Hit, PageText
from treatment_pages.editorial.registry import register_rule
from treatment_pages.editorial.rules.structure import names_risks

INVITING = SAID_BY_US | {"label"}


@register_rule("CLM-08", Severity.WARNING, reads_text=True)
def pressure(page_text: PageText) -> Iterator[Hit]:
    """Hurry, ideals of youth, or self-esteem as reasons to be treated.

    GMC, Guidance for doctors who offer cosmetic interventions (2016): no tactics that lead to ill-considered decisions,
    no use of people's vulnerability; CAP Code 1.3 and CAP guidance on cosmetic interventions; AHPRA, Guidelines for
    advertising higher risk non-surgical cosmetic procedures (2025).
    """
    words = page_text.words
    for sentence in statements(page_text, INVITING):
        found = said(sentence, words.pressure, words) or said(sentence, words.limited_offer, words)
        if found:
            told = _("“%(words)s” presses or flatters people who should decide in their own time.")
            fix = _("Say calmly what the treatment can change, and leave the decision open.")
            yield Hit(told % {"words": shown(sentence, found)}, fix, sentence)


@register_rule("CLM-09", Severity.WARNING, reads_text=True)
def risk_played_down(page_text: PageText) -> Iterator[Hit]:
    """Pain, recovery or risk that sounds smaller than it is.

    GMC, Guidance for doctors who offer cosmetic interventions (2016): marketing must not trivialise risks; CAP guidance
    on cosmetic interventions. Milder words count only while the page names no risks; where it lists them, “very rare”
    is what readers want to know.
    """
    words = page_text.words
    names_them = names_risks(page_text)
    for sentence in statements(page_text):
        if sentence.passage.block_type == "risks":
            continue
        found = said(sentence, words.played_down, words)
        if not found and not names_them:
            found = said(sentence, words.played_down_unless_risks, words)
        if found:
            told = _("“%(words)s” makes recovery or risk sound small.")
            fix = _("Say what people feel and for how long, and list the risks in a block “Risks”.")
            yield Hit(told % {"words": shown(sentence, found)}, fix, sentence)


@register_rule("CLM-11", Severity.INFO, reads_text=True)
def superlative(page_text: PageText) -> Iterator[Hit]:
    """“Best”, “leading”, “most advanced”: words that say little and would need proof.

    CAP Code 3.7 and 3.33; AHPRA, Guidelines for advertising a regulated health service.
    """
    for sentence in statements(page_text):
        found = said(sentence, page_text.words.superlative, page_text.words)
        if found:
            told = _("“%(words)s” is a superlative; readers learn more from a fact.")
            fix = _("Say what is special in plain words, or leave the word out.")
            yield Hit(told % {"words": shown(sentence, found)}, fix, sentence)
