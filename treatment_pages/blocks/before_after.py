"""Before and after: two pictures of one person, compared by the reader, shown while that person agrees."""

from datetime import date

from django.apps import apps
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from treatment_pages.blocks.base import ContentBlock
from treatment_pages.blocks.choosers import SharedSnippetChooserBlock
from treatment_pages.blocks.consents import ConsentedValue, lapse_in_new_use
from treatment_pages.blocks.media import ExampleImage, PictureBlock


class PairedPictureBlock(PictureBlock):
    """One of the two pictures."""

    class Meta:
        picture_role = "pair"


class BeforeAfterValue(ConsentedValue):
    """The two pictures with what was done between them."""

    @property
    def is_shown(self) -> bool:
        """Both pictures are there, and the person agrees today."""
        return all((self.get(side) or {}).get("image") for side in ("before", "after")) and super().is_shown

    @property
    def circumstances(self) -> str:
        """What lies between the pictures, such as “After 3 sessions, 12 weeks later”; "" if nothing is known."""
        sessions, weeks = self.get("sessions"), self.get("weeks_after")
        after = ngettext("After %(number)s session", "After %(number)s sessions", sessions or 0)
        later = ngettext("%(number)s week later", "%(number)s weeks later", weeks or 0)
        facts = [text % {"number": number} for text, number in ((after, sessions), (later, weeks)) if number]
        return ", ".join(facts)


def example_pair() -> dict:
    """Two drawings with an invented consent, for the block picker."""
    return {
        "heading": _("Before and after"),
        "before": {"image": ExampleImage("before"), "alt": _("Cheek with uneven tone")},
        "after": {"image": ExampleImage("after"), "alt": _("The same cheek with a more even tone")},
        "sessions": 3,
        "weeks_after": 12,
        "consent": apps.get_model("treatment_pages.ImageConsent")(reference="C-2026-001", given_on=date(2026, 1, 1)),
        "note": _("A result that we often see; yours can be smaller or slower."),
    }


class BeforeAfterBlock(ContentBlock):
    """A comparison of two pictures; it disappears from the page on the day the consent ends."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("Before and after"))
    before = PairedPictureBlock(label=_("Before"))
    after = PairedPictureBlock(label=_("After"))
    sessions = blocks.IntegerBlock(label=_("Sessions"), required=False, min_value=1)
    weeks_after = blocks.IntegerBlock(label=_("Weeks since the last session"), required=False, min_value=1)
    consent = SharedSnippetChooserBlock(
        "treatment_pages.ImageConsent",
        label=_("Consent"),
        required=False,
        help_text=_("Needed before the page can be published. When it ends, the pictures disappear from the page."),
    )
    note = blocks.TextBlock(
        label=_("How typical this is"),
        required=False,
        rows=2,
        default="",
        help_text=_("Needed before the page can be published, such as: Results differ; most people see less change."),
    )

    class Meta:
        icon = "sliders"
        label = _("Before and after")
        description = _("Two pictures to compare, shown only while the person's consent is in force.")
        value_class = BeforeAfterValue
        template = "treatment_pages/blocks/before_after.html"
        label_format = "{heading}"
        form_layout = [
            "heading",
            "before",
            "after",
            BlockGroup(
                ["sessions", "weeks_after"],
                heading=_("What lies between"),
                classname="tp-columns",
                icon="time",
                label_format="",
            ),
            "consent",
            "note",
        ]
        preview_value = staticmethod(example_pair)

    def publishing_errors(self, value) -> dict[str, str]:
        """The person agrees, and the reader learns how typical the result is."""
        errors = {}
        consent = value.get("consent")
        if not consent:
            errors["consent"] = _("Choose the consent of the person in the pictures, or remove the comparison.")
        elif lapse := lapse_in_new_use(consent):
            errors["consent"] = f"{lapse} " + gettext("Choose another or remove the comparison.")
        if not (value.get("note") or "").strip():
            errors["note"] = _("Say how typical this result is, so that nobody expects the same.")
        return errors

    def render(self, value, context=None) -> str:
        """Nothing, heading included, without pictures or consent, wherever the block stands."""
        return super().render(value, context) if value.is_shown else ""

    def get_api_representation(self, value, context=None):
        """None for whoever reads the page by program, too."""
        return super().get_api_representation(value, context) if value.is_shown else None
