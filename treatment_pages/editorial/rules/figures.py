"""Figures and studies: what needs a source that a reader can follow."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.matching import SAID_BY_US, is_denied, shown, statements, unsourced
from treatment_pages.editorial.page_text import Hit, PageText, Sentence
from treatment_pages.editorial.registry import register_rule
from treatment_pages.editorial.words import Words

WITH_CLIENTS = SAID_BY_US | {"testimonial"}


@register_rule("CLM-01", Severity.ERROR, reads_text=True)
def statistic_without_source(page_text: PageText) -> Iterator[Hit]:
    """A figure about results, safety or popularity that no source carries.

    CAP Code 3.7 and 12.1 (objective claims need documentary evidence); FTC Health Products Compliance Guidance (2022);
    HWG § 3 (no misleading statements about effects).
    """
    fix = _("Mark the sentence as a claim and choose its source, or say it without the figure.")
    for sentence in unsourced(page_text, WITH_CLIENTS):
        found = statistic_in(sentence, page_text.words)
        if found:
            told = _("Readers cannot check the figure “%(words)s”: no source is given for it.")
            yield Hit(told % {"words": shown(sentence, found)}, fix, sentence)
    for claim in page_text.claims:
        if claim.figure.strip() and not claim.is_sourced and claim.passage.sentences:
            told = _("Readers cannot check the figure “%(words)s”: the claim names no source.")
            yield Hit(
                told % {"words": claim.figure},
                _("Choose the source of the claim, or remove its figure."),
                claim.passage.sentences[0],
            )


def statistic_in(sentence: Sentence, words: Words) -> re.Match | None:
    """The first figure that is about results, safety or popularity, not a price, a dose, a size or a time."""
    text = sentence.plain
    percent = next((found for found in words.percent.finditer(text) if is_share_of_results(text, found, words)), None)
    if percent and not is_denied(sentence, percent, words):
        return percent
    count = words.count.search(text)
    if count and not words.own_count.search(text[: count.end()]):
        return count
    found = words.statistic.search(text)
    return None if found is None or words.not_statistic.search(text) else found


def is_share_of_results(text: str, found: re.Match, words: Words) -> bool:
    """Whether a percentage counts people or results, rather than a strength, a price, a setting or a share."""
    before, after = text[max(0, found.start() - 60) : found.start()], text[found.end() : found.end() + 60]
    if re.match(r"100\b|(?:one |a )?hundred\b|einhundert\b|hundert\b", found[0]):
        return bool(words.whole_after.search(after))
    return not (words.percent_before.search(before) or words.percent_after.search(after))


@register_rule("CLM-02", Severity.ERROR, reads_text=True)
def vague_source(page_text: PageText) -> Iterator[Hit]:
    """Unnamed studies or experts, a body named without title, year and link, or a count of people by nobody.

    CAP Code 3.7 and 12.1; FTC Health Products Compliance Guidance (2022), on claims about a level of support;
    HWG § 11 (1) no. 2 (references to recommendations of scientists or professionals).
    """
    words = page_text.words
    fix = _("Name the publication: mark the sentence as a claim and choose its source. Without one, leave it out.")
    for sentence in unsourced(page_text):
        found = unnamed_source(sentence, words)
        if found:
            told = _("“%(words)s” does not tell readers which publication says so.")
            yield Hit(told % {"words": shown(sentence, found)}, fix, sentence)


def unnamed_source(sentence: Sentence, words: Words) -> re.Match | None:
    """Where the sentence leans on somebody whom the reader cannot look up."""
    text = sentence.plain
    is_question = sentence.role == "heading" and words.heading_question.search(text)
    if is_question or words.weak_evidence.search(text):
        return None
    for found in words.vague_source.finditer(text):
        around = text[max(0, found.start() - 16) : found.end()]
        if words.known_people.search(text[: found.start()]) or words.vague_denied.search(around):
            continue
        if re.search(r"\b(?:19|20)\d\d\b", text) and words.named_source.search(text):
            continue
        return found
    told = words.attributed.search(text) or words.counted_people.search(text)
    return told if told and statistic_in(sentence, words) else None


@register_rule("CLM-06", Severity.WARNING, reads_text=True)
def typical_result(page_text: PageText) -> Iterator[Hit]:
    """What most people are said to feel or see, without evidence that they do.

    16 CFR 255.2 (b) (FTC: what consumers generally achieve); CAP Code 3.7.
    """
    for sentence in unsourced(page_text):
        found = page_text.words.many_people.search(sentence.plain)
        if found:
            told = _("“%(words)s” reads like a count that nobody has made.")
            fix = _("Give the source, or say what can happen: “You may notice …”.")
            yield Hit(told % {"words": shown(sentence, found)}, fix, sentence)


@register_rule("CLM-07", Severity.WARNING, reads_text=True)
def popularity(page_text: PageText) -> Iterator[Hit]:
    """Popularity offered as a reason.

    CAP guidance on cosmetic interventions (no trivialising); GMC, Guidance for doctors who offer cosmetic interventions
    (2016), on responsible marketing.
    """
    words = page_text.words
    for sentence in statements(page_text):
        found = words.popularity.search(sentence.plain) or words.count.search(sentence.plain)
        if found and not is_denied(sentence, found, words):
            told = _(
                "“%(words)s” argues with popularity. That many people do something says nothing about one's own case."
            )
            fix = _("Say what the treatment does and for whom, or leave the sentence out.")
            yield Hit(told % {"words": shown(sentence, found)}, fix, sentence)
