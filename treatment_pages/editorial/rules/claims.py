"""Promises, proofs and comparisons."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.matching import SAID_BY_US, is_denied, said, shown, statements, unsourced
from treatment_pages.editorial.page_text import Hit, PageText
from treatment_pages.editorial.registry import register_rule

WITH_CLIENTS = SAID_BY_US | {"testimonial"}


@register_rule("CLM-03", Severity.ERROR, reads_text=True)
def guarantee(page_text: PageText) -> Iterator[Hit]:
    """A promise of a result, of safety without exception, or of an effect for ever.

    GMC, Guidance for doctors who offer cosmetic interventions (2016): no claim that results are guaranteed or that an
    intervention is free of risk; HWG § 3 no. 2 (success that can be expected with certainty); CAP Code 3.1, 12.1.
    A source does not make a promise true: this rule does not ask for one.
    """
    words = page_text.words
    fix = _("Say what often happens and what it depends on; name the risks instead of denying them.")
    for sentence in statements(page_text, WITH_CLIENTS):
        text = sentence.plain
        for found in words.guarantee.finditer(text):
            if not is_denied(sentence, found, words) and not words.not_guarantee.search(text):
                told = _("“%(words)s” promises what no treatment can promise to everybody.")
                yield Hit(told % {"words": shown(sentence, found)}, fix, sentence)
                break


@register_rule("CLM-04", Severity.ERROR, reads_text=True)
def establishment_or_comparison(page_text: PageText) -> Iterator[Hit]:
    """“Proven”, or better than something else, without the study that shows it.

    CAP Code 3.7, 3.33 (comparisons) and 12.1; FTC Health Products Compliance Guidance (2022), establishment claims.
    """
    words = page_text.words
    for sentence in unsourced(page_text, WITH_CLIENTS):
        proof = said(sentence, words.establishment, words)
        if proof:
            told = _("“%(words)s” says that science has settled the matter, and names no study.")
            fix = _("Mark the sentence as a claim and choose the study, or say what the treatment may do.")
            yield Hit(told % {"words": shown(sentence, proof)}, fix, sentence)
            continue
        better = said(sentence, words.comparative, words)
        if better and not words.uncertain.search(sentence.plain[: better.start()]):
            told = _("“%(words)s” compares treatments, and names no study that compared them.")
            fix = _("Choose a source that compared the two, or describe this treatment alone.")
            yield Hit(told % {"words": shown(sentence, better)}, fix, sentence)


@register_rule("CLM-05", Severity.WARNING, reads_text=True)
def result_as_fact(page_text: PageText) -> Iterator[Hit]:
    """A result that is stated as if it came to everybody, with neither a hedge nor a source.

    CAP Code 3.7 and 12.1; AHPRA, Guidelines for advertising a regulated health service (reasonable expectations).
    """
    words = page_text.words
    fix = _("Write “can” or “may” and what it depends on, or choose a source.")
    told = _("“%(words)s” states a result as if it came to everybody.")
    for sentence in unsourced(page_text):
        text = sentence.plain
        if sentence.role == "heading" or sentence.passage.block_type in ("risks", "when_to_get_help"):
            continue
        if words.side_effect.search(text):
            continue
        found = words.result_phrase.search(text)
        if found is None and not words.hedge.search(text):
            found = words.result_verb.search(text)
            found = found if found and words.result_object.search(text) else None
        if found and not is_denied(sentence, found, words):
            yield Hit(told % {"words": shown(sentence, found)}, fix, sentence)
