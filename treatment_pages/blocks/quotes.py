"""Other people's words: a quotation, and what a client says."""

from datetime import date

from django.apps import apps
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from treatment_pages.blocks.base import ContentBlock
from treatment_pages.blocks.choosers import SharedSnippetChooserBlock
from treatment_pages.blocks.consents import ConsentedValue, lapse_in_new_use


class QuoteBlock(ContentBlock):
    """A sentence worth setting apart, and who said it."""

    text = blocks.TextBlock(
        label=_("Words"), rows=3, help_text=_("Without quotation marks; they are added."), default=""
    )
    attribution = blocks.CharBlock(label=_("Who said it"), max_length=120, default="")
    role = blocks.CharBlock(
        label=_("Role"), required=False, max_length=120, help_text=_("Such as Aesthetic nurse."), default=""
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("A sentence of somebody who is named, such as one of the team.")
        template = "treatment_pages/blocks/quote.html"
        label_format = "{attribution}"
        preview_value = {
            "text": _("We would rather send you home than treat skin that is not ready."),
            "attribution": _("Alex Example"),
            "role": _("Aesthetic nurse"),
        }


class Provenance(models.TextChoices):
    """Where a client's words come from."""

    LETTER = "letter", _("Letter or e-mail to the clinic")
    PUBLIC_REVIEW = "public_review", _("Public review")
    INTERVIEW = "interview", _("Interview")


class TestimonialValue(ConsentedValue):
    """A client's words with what a reader should know about them."""

    @property
    def origin(self) -> str:
        """Where the words come from, as the reader is told; "" while it is not known."""
        words = {
            Provenance.LETTER: gettext("From a letter to the clinic"),
            Provenance.PUBLIC_REVIEW: gettext("From a public review"),
            Provenance.INTERVIEW: gettext("Told in an interview"),
        }
        text, note = words.get(self.get("provenance"), ""), self.get("provenance_note")
        return f"{text}, {note}" if text and note else text


def example_testimonial() -> dict:
    """An invented client with an invented consent, for the block picker."""
    return {
        "text": _("They told me what it could not do before they told me what it could."),
        "who": _("A client in her forties"),
        "provenance": Provenance.LETTER.value,
        "incentive": _("a free skin check"),
        "consent": apps.get_model("treatment_pages.ImageConsent")(reference="C-2026-001", given_on=date(2026, 1, 1)),
    }


class TestimonialBlock(ContentBlock):
    """What a client says; shown only while the person's consent is in force."""

    text = blocks.TextBlock(
        label=_("Words"), rows=3, help_text=_("The client's own, without quotation marks."), default=""
    )
    who = blocks.CharBlock(
        label=_("Who"), max_length=120, help_text=_("As the person agreed to be named, such as Mrs K."), default=""
    )
    provenance = blocks.ChoiceBlock(
        label=_("Where the words come from"),
        choices=Provenance.choices,
        required=False,
        default="",
        search_index=False,
        help_text=_("Needed before the page can be published; readers are told."),
    )
    provenance_note = blocks.CharBlock(
        label=_("More about where"),
        required=False,
        max_length=160,
        help_text=_("Such as March 2026, or the site of the review."),
        default="",
    )
    incentive = blocks.CharBlock(
        label=_("What the person got for it"),
        required=False,
        max_length=160,
        help_text=_("Such as a free session; readers are told. Empty: nothing."),
        default="",
    )
    consent = SharedSnippetChooserBlock(
        "treatment_pages.ImageConsent",
        label=_("Consent"),
        required=False,
        help_text=_("Needed before the page can be published. When it ends, the words disappear from the page."),
    )

    class Meta:
        icon = "comment"
        label = _("Testimonial")
        description = _("A client's words, with where they come from and the client's consent.")
        value_class = TestimonialValue
        template = "treatment_pages/blocks/testimonial.html"
        label_format = "{who}"
        form_layout = [
            "text",
            "who",
            BlockGroup(
                ["provenance", "provenance_note", "incentive"],
                heading=_("Where the words come from"),
                classname="tp-columns",
                icon="info-circle",
                label_format="",
            ),
            "consent",
        ]
        preview_value = staticmethod(example_testimonial)

    def publishing_errors(self, value) -> dict[str, str]:
        """Readers learn where the words come from, and the person agrees."""
        errors = {}
        if not value.get("provenance"):
            errors["provenance"] = _("Say where these words come from, or remove the testimonial.")
        consent = value.get("consent")
        if not consent:
            errors["consent"] = _("Choose the consent of the person, or remove the testimonial.")
        elif lapse := lapse_in_new_use(consent):
            errors["consent"] = f"{lapse} " + gettext("Choose another or remove the testimonial.")
        return errors
