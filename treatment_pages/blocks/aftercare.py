"""What to do after a session, in the order of days."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from treatment_pages.blocks.base import TEXT_FEATURES, ContentBlock
from treatment_pages.blocks.ranges import DurationBlock, DurationUnit

EXAMPLE_ITEMS = [
    {
        "when": {"minimum": 0, "maximum": 12, "unit": DurationUnit.HOURS.value},
        "title": _("The first evening"),
        "text": _("<p>Leave your skin alone: no make-up, no touching.</p>"),
    },
    {
        "when": {"minimum": 1, "maximum": 3, "unit": DurationUnit.DAYS.value},
        "title": _("Mild products only"),
        "text": _("<p>Wash with lukewarm water, then use a plain moisturiser.</p>"),
    },
    {
        "when": {"minimum": 1, "maximum": 4, "unit": DurationUnit.WEEKS.value},
        "title": _("Sun cream every morning"),
        "text": _("<p>SPF 50, also on cloudy days.</p>"),
    },
]


class AftercareItemBlock(ContentBlock):
    """What to do at one time after the session."""

    when = DurationBlock(
        label=_("When, counted from the session"),
        required=False,
        help_text=_("0 to 12 hours reads “First 12 hours”, 1 to 3 days “Days 1–3”. Empty: the title says when."),
    )
    title = blocks.CharBlock(label=_("Title"), max_length=120, default="")
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)

    class Meta:
        icon = "calendar-check"
        label = _("Stage")
        description = _("What to do at one time after the session.")
        template = "treatment_pages/blocks/aftercare_item.html"
        label_format = "{title}"
        form_layout = ["title", "text", "when"]
        preview_value = EXAMPLE_ITEMS[1]


class AftercareBlock(ContentBlock):
    """A timeline of what to do after a session."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("Aftercare"))
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2, default="")
    items = blocks.ListBlock(AftercareItemBlock(), label=_("Stages"), default=[])

    class Meta:
        icon = "calendar-check"
        label = _("Aftercare")
        description = _("What to do after a session: a timeline of hours, days and weeks.")
        template = "treatment_pages/blocks/aftercare.html"
        label_format = "{heading}"
        preview_value = {"heading": _("Aftercare"), "items": EXAMPLE_ITEMS}

    def publishing_errors(self, value) -> dict[str, str]:
        """A timeline has one stage at least."""
        return {} if value.get("items") else {"items": _("Add at least one stage, or remove the block “Aftercare”.")}
