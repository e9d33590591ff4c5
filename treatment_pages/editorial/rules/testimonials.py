"""What clients are quoted with."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.page_text import Hit, PageText
from treatment_pages.editorial.registry import register_rule
from treatment_pages.editorial.rules.images import consent_hit


@register_rule("TST-01", Severity.ERROR)
def no_provenance(page_text: PageText) -> Iterator[Hit]:
    """A client's words of which nobody can tell where they come from, or whether the client agreed.

    CAP Code 3.45 to 3.48 (testimonials: evidence that they are genuine, permission); 16 CFR 255.1.
    """
    for block in page_text.of_type("testimonial"):
        if not block.text("provenance"):
            yield Hit.of_block(
                block,
                _("Readers are not told where these words come from."),
                _("Choose where the words come from, or remove the testimonial."),
                "provenance",
            )
        hit = consent_hit(
            page_text,
            block,
            _("Nothing shows that the person agreed to be quoted."),
            _("Choose the person's consent, or remove the testimonial."),
        )
        if hit:
            yield hit


@register_rule("TST-02", {"au": Severity.ERROR})
def clinical_testimonial(page_text: PageText) -> Iterator[Hit]:
    """A client who speaks of the treatment or of what it did; praise of the service alone is allowed.

    Health Practitioner Regulation National Law (Australia), section 133 (1) (c); AHPRA, Guidelines for advertising a
    regulated health service. In a language without words every testimonial counts.
    """
    for block in page_text.of_type("testimonial"):
        if page_text.words is None or page_text.words.clinical.search(block.text("text").lower()):
            yield Hit.of_block(
                block,
                _("In Australia a clinic may not advertise with what clients say about treatments and results."),
                _("Remove the testimonial, or keep only what is about the service."),
                "text",
            )
