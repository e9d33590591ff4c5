"""Pictures: consent, honesty and descriptions."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from treatment_pages.blocks.consents import consent_lapse, ended_since_published
from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.page_text import Hit, PageText, RawBlock
from treatment_pages.editorial.registry import register_rule


def consent_hit(page_text: PageText, block: RawBlock, missing: str, fix: str) -> Hit | None:
    """What is wrong with the consent of a block; where the published page rests on it, its end is a matter of time."""
    consent = page_text.consents.get(block.value.get("consent"))
    if consent is None:
        return Hit.of_block(block, missing, fix, "consent")
    lapse = consent_lapse(consent)
    is_by_time = bool(lapse) and ended_since_published(consent, page_text.relied_consents)
    return Hit.of_block(block, lapse, fix, "consent", time_driven=is_by_time) if lapse else None


@register_rule("IMG-01", Severity.ERROR)
def no_consent(page_text: PageText) -> Iterator[Hit]:
    """Before and after pictures of a person whose consent is missing or has ended.

    GDPR and UK GDPR, articles 6, 7 and 9; GMC, Making and using visual and audio recordings of patients (2011).
    """
    for block in page_text.of_type("before_after"):
        hit = consent_hit(
            page_text,
            block,
            _("Nothing shows that the person in these pictures agreed to be shown."),
            _("Choose the person's consent, or remove the pictures."),
        )
        if hit:
            yield hit


@register_rule("IMG-02", Severity.ERROR)
def no_note_on_typical_results(page_text: PageText) -> Iterator[Hit]:
    """Before and after pictures without a word on how typical they are.

    CAP guidance on before and after photographs; 16 CFR 255.2 (b); AHPRA, Guidelines for advertising a regulated health
    service.
    """
    for block in page_text.of_type("before_after"):
        if not block.text("note").strip():
            yield Hit.of_block(
                block,
                _("Readers may take these pictures for what they will get themselves."),
                _("Say under “How typical this is” whether most people see as much."),
                "note",
            )


@register_rule("IMG-05", Severity.WARNING)
def no_description(page_text: PageText) -> Iterator[Hit]:
    """A picture that people who cannot see it learn nothing about.

    WCAG 2.2, success criterion 1.1.1.
    """
    fix = _("Describe in one sentence what the picture shows here.")
    told = _("The picture has no description for people who cannot see it.")
    for block in page_text.of_type("image"):
        if block.value.get("image") and not block.value.get("is_decorative") and not block.text("alt").strip():
            yield Hit.of_block(block, told, fix, "alt")
    for block in page_text.of_type("before_after"):
        for side in ("before", "after"):
            picture = block.value.get(side) or {}
            if picture.get("image") and not (picture.get("alt") or "").strip():
                yield Hit.of_block(block, told, fix, f"{side}.alt")
    page = page_text.page
    if page.hero_image_id and not page.hero_alt.strip() and not _described(page):
        yield Hit(told, fix, path="hero_alt")


def _described(page) -> bool:
    image = page.hero_image
    return bool(image and getattr(image, "description", "").strip())


@register_rule("IMG-00", Severity.INFO)
def no_pictures(page_text: PageText) -> Iterator[Hit]:
    """A page without any picture.

    Good practice: readers want to see the place, the device and the people.
    """
    shown = any(block.value.get("image") for block in page_text.of_type("image"))
    if not (shown or page_text.page.hero_image_id or page_text.of_type("before_after", "video")):
        yield Hit(_("The page has no picture."), _("Add a picture of the room, the device or the people who treat."))
