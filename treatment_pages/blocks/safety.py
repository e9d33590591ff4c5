"""Who the treatment suits, and what can go wrong."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from treatment_pages.blocks.base import INLINE_FEATURES, ContentBlock, lines_block
from treatment_pages.blocks.ranges import DurationBlock, DurationUnit

EXAMPLE_TIME = {"minimum": 1, "maximum": 3, "unit": DurationUnit.DAYS.value}


class SuitabilityBlock(ContentBlock):
    """Whom the treatment suits, who asks first, and whom it does not suit (contraindications)."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("Is it right for you?"))
    suitable_for = lines_block(_("Suits"), _("What the treatment is for, such as acne scars."))
    ask_first = lines_block(_("Ask first"), _("Who should talk to you before booking."))
    not_suitable_for = lines_block(_("Not suitable for"), _("Contraindications: who should not have it."))
    note = blocks.RichTextBlock(label=_("Note"), required=False, features=INLINE_FEATURES)

    class Meta:
        icon = "group"
        label = _("Suitability")
        description = _("Whom it suits, who should ask first, whom it does not suit.")
        template = "treatment_pages/blocks/suitability.html"
        label_format = "{heading}"
        preview_value = {
            "heading": _("Is it right for you?"),
            "suitable_for": [_("Acne scars")],
            "ask_first": [_("Darker skin that marks easily")],
            "not_suitable_for": [_("Active infection in the area")],
        }

    def publishing_errors(self, value) -> dict[str, str]:
        """At least one of the three lists says something."""
        if value.get("suitable_for") or value.get("ask_first") or value.get("not_suitable_for"):
            return {}
        return {"suitable_for": _("Add at least one line to one of the lists, or remove the block “Suitability”.")}


class RiskValue(blocks.StructValue):
    """A risk as visitors read it."""

    @property
    def lasts(self) -> str:
        """How long: the time, the words, or both, such as “1–3 days, like mild sunburn”."""
        return ", ".join(text for text in (str(self.get("duration_time") or ""), self.get("duration")) if text)


class RiskBlock(ContentBlock):
    """One risk, how long it lasts, and what helps."""

    name = blocks.CharBlock(label=_("Risk"), max_length=120, default="")
    duration_time = DurationBlock(label=_("How long"), required=False)
    duration = blocks.CharBlock(
        label=_("How long, in words"),
        required=False,
        max_length=120,
        help_text=_("Such as until the next morning. Stands after the time where both are given."),
        default="",
    )
    text = blocks.TextBlock(label=_("What helps"), required=False, rows=2, default="")

    class Meta:
        icon = "warning"
        label = _("Risk")
        description = _("One risk and how long it lasts.")
        value_class = RiskValue
        template = "treatment_pages/blocks/risk.html"
        label_format = "{name}"
        form_layout = [
            "name",
            "text",
            BlockGroup(
                ["duration_time", "duration"],
                heading=_("How long it lasts"),
                classname="collapsed",
                icon="time",
                label_format="",
            ),
        ]
        preview_value = {"name": _("Redness"), "duration_time": EXAMPLE_TIME}


class RisksBlock(ContentBlock):
    """Risks by how often they happen."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("Risks and side effects"))
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2, default="")
    common = blocks.ListBlock(RiskBlock(), label=_("Common"), default=[])
    uncommon = blocks.ListBlock(RiskBlock(), label=_("Uncommon"), default=[])
    serious = blocks.ListBlock(RiskBlock(), label=_("Rare but serious"), default=[])

    class Meta:
        icon = "warning"
        label = _("Risks")
        description = _("Side effects and risks, by how often they happen.")
        template = "treatment_pages/blocks/risks.html"
        label_format = "{heading}"
        preview_value = {
            "heading": _("Risks and side effects"),
            "common": [{"name": _("Redness"), "duration_time": EXAMPLE_TIME}],
            "serious": [{"name": _("Infection"), "text": _("Call us at once.")}],
        }

    def publishing_errors(self, value) -> dict[str, str]:
        """No treatment is without a risk."""
        if value.get("common") or value.get("uncommon") or value.get("serious"):
            return {}
        return {"common": _("Name at least one risk; every treatment has some.")}
