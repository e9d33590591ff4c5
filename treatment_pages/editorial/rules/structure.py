"""What a complete page about a treatment holds."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.matching import unsourced
from treatment_pages.editorial.page_text import Hit, PageText, list_values
from treatment_pages.editorial.registry import register_rule
from treatment_pages.editorial.rules.figures import statistic_in, unnamed_source
from treatment_pages.editorial.words import Pattern

IN_ARTICLES = {"article": Severity.WARNING}


def names_risks(page_text: PageText) -> bool:
    """Whether a block lists risks, or a part of the text is about them."""
    listed = any(
        block.items(name) for block in page_text.of_type("risks") for name in ("common", "uncommon", "serious")
    )
    return listed or _has_part(page_text, "risk_heading")


def names_contraindications(page_text: PageText) -> bool:
    """Whether the page says whom the treatment does not suit."""
    if any(any(block.items("not_suitable_for")) for block in page_text.of_type("suitability")):
        return True
    words = page_text.words
    if words is None:
        return False
    return _has_part(page_text, "contraindication_heading") or any(
        words.contraindication.search(sentence.plain) for sentence in page_text.sentences
    )


def _has_part(page_text: PageText, name: str) -> bool:
    """Whether a heading or question speaks of a subject, and a text follows."""
    if page_text.words is None:
        return False
    pattern: Pattern = getattr(page_text.words, name)
    sentences = page_text.sentences
    for number, sentence in enumerate(sentences[:-1]):
        is_heading = sentence.role in ("heading", "question") and sentence.passage.block_id
        follows = sentences[number + 1]
        if is_heading and follows.passage.block_id == sentence.passage.block_id and pattern.search(sentence.plain):
            return True
    return False


@register_rule("STR-01", Severity.ERROR, kinds=IN_ARTICLES)
def no_risks(page_text: PageText) -> Iterator[Hit]:
    """A page that names no risk or side effect.

    GMC, Guidance for doctors who offer cosmetic interventions (2016); CAP guidance on cosmetic interventions; MHLW
    Medical Advertising Guidelines (main risks and side effects).
    """
    if not names_risks(page_text):
        yield Hit(
            _("The page does not say what can go wrong."),
            _("Add a block “Risks” with the common side effects and the rare but serious ones."),
        )


@register_rule("STR-02", Severity.ERROR, kinds=IN_ARTICLES)
def no_contraindications(page_text: PageText) -> Iterator[Hit]:
    """A page that names nobody who should not be treated.

    GMC, Guidance for doctors who offer cosmetic interventions (2016); good practice in patient information.
    """
    if not names_contraindications(page_text):
        yield Hit(
            _("The page does not say who should not have the treatment."),
            _("Add a block “Suitability” and fill in “Not suitable for”, such as pregnancy or an infection."),
        )


FACTS = (
    (("session_minutes",), gettext_lazy("minutes a session")),
    (("sessions",), gettext_lazy("number of sessions")),
    (("downtime_time", "downtime"), gettext_lazy("time until back to normal")),
    (("onset_time", "onset"), gettext_lazy("first results")),
    (("longevity_time", "longevity"), pgettext_lazy("key fact", "how long results last")),
)
IN_RESULTS = {"onset_time": "onset", "longevity_time": "longevity"}


@register_rule("STR-03", Severity.WARNING)
def key_facts_missing(page_text: PageText) -> Iterator[Hit]:
    """Facts that people look for first and do not find.

    MHLW Medical Advertising Guidelines (content, number of sessions, period, cost); otherwise good practice.
    """
    missing = [str(label) for names, label in FACTS if not any(_is_known(page_text, name) for name in names)]
    if missing:
        yield Hit(
            _("Key facts are missing: %(facts)s.") % {"facts": ", ".join(missing)},
            _("Fill them in under “Key facts”; what differs from person to person can be put in words."),
            block_id=next((block.id for block in page_text.of_type("key_facts")), None),
            block_type="key_facts" if page_text.of_type("key_facts") else "",
        )


def _is_known(page_text: PageText, name: str) -> bool:
    if _has_value(page_text.key_facts.get(name)):
        return True
    other = IN_RESULTS.get(name)
    return any(_has_value(block.value.get(other)) for block in page_text.of_type("results")) if other else False


def _has_value(fact) -> bool:
    if isinstance(fact, dict):
        return fact.get("minimum") is not None or fact.get("maximum") is not None
    return bool(fact)


@register_rule("STR-04", Severity.WARNING)
def no_help(page_text: PageText) -> Iterator[Hit]:
    """A page that does not say when to get help afterwards.

    GMC, Guidance for doctors who offer cosmetic interventions (2016), on whom to contact after complications.
    """
    if not any(block.items("items") for block in page_text.of_type("when_to_get_help")) and not _has_part(
        page_text, "help_heading"
    ):
        yield Hit(
            _("The page does not say which signs after the treatment need help, and how fast."),
            _("Add a block “When to get help”, the most urgent signs first."),
        )


@register_rule("STR-05", Severity.INFO)
def no_alternatives(page_text: PageText) -> Iterator[Hit]:
    """A page that names no other way, doing nothing included.

    GMC, Decision making and consent (2020): reasonable alternatives, no treatment included.
    """
    if not any(block.items("items") for block in page_text.of_type("alternatives")) and not _has_part(
        page_text, "alternatives_heading"
    ):
        yield Hit(
            _("The page names no alternatives."),
            _("Add a block “Alternatives”; doing nothing is one of them."),
        )


@register_rule("STR-06", Severity.INFO)
def no_practitioner(page_text: PageText) -> Iterator[Hit]:
    """A page that names nobody who treats, writes or reviews.

    CAP Code 12.3 (credentials of practitioners); good practice.
    """
    page = page_text.page
    people = getattr(page, "practitioners", None) if page.pk else None
    if page.author_page_id or page.medical_reviewer_id or (people is not None and people.exists()):
        return
    yield Hit(
        _("The page names no practitioner."),
        _("Choose an author or reviewer from the team, or add the treatment to a practitioner's page."),
    )


@register_rule("STR-07", Severity.ERROR, kinds=IN_ARTICLES, reads_text=True)
def claims_without_sources(page_text: PageText) -> Iterator[Hit]:
    """Claims on a page that has not a single source.

    CAP Code 3.7; FTC Health Products Compliance Guidance (2022).
    """
    if _has_sources(page_text):
        return
    words = page_text.words
    claiming = [
        sentence
        for sentence in unsourced(page_text)
        if sentence.role == "claim" or statistic_in(sentence, words) or unnamed_source(sentence, words)
    ]
    if claiming:
        yield Hit(
            _("The page makes claims that need evidence (%(number)s) and names no source.") % {"number": len(claiming)},
            _("Add the publications under “Sources” and choose them in the claims."),
        )


def _has_sources(page_text: PageText) -> bool:
    return (
        any(any(list_values(block.value.get("further"))) for block in page_text.of_type("sources"))
        or any(claim.is_sourced for claim in page_text.claims)
        or any(passage.sourced for passage in page_text.passages)
        or any(sentence.is_sourced for sentence in page_text.sentences)
    )


@register_rule("STR-08", Severity.INFO, reads_text=True)
def no_information_note(page_text: PageText) -> Iterator[Hit]:
    """A page that does not say that reading it replaces no consultation.

    Good practice in health information.
    """
    if not any(page_text.words.information_note.search(sentence.plain) for sentence in page_text.sentences):
        yield Hit(
            _("The page does not say that it informs and replaces no consultation."),
            _("Add a sentence such as: This page informs; it does not replace a consultation."),
        )


@register_rule("LEAD-01", Severity.WARNING)
def form_without_privacy_page(page_text: PageText) -> Iterator[Hit]:
    """A form that asks for health details without saying what happens to them.

    GDPR and UK GDPR, articles 13 and 9.
    """
    clinic = page_text.clinic
    default_form = clinic and clinic.default_form_id
    has_form = default_form or page_text.page.enquiry_form_id or page_text.of_type("enquiry_form")
    if has_form and not (clinic and clinic.privacy_page_id):
        yield Hit(
            _("The page has an enquiry form, and the clinic's settings name no privacy page."),
            _("Choose the privacy page in the clinic's settings, so that the form links to it."),
        )
