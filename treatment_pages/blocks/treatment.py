"""What the treatment brings and how it is done: benefits and procedure."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from treatment_pages.blocks.base import INLINE_FEATURES, TEXT_FEATURES, ContentBlock
from treatment_pages.blocks.evidence import claims_block, claims_group
from treatment_pages.blocks.ranges import IntegerRangeBlock


class BenefitBlock(ContentBlock):
    """One benefit with the claims that it rests on."""

    title = blocks.CharBlock(label=_("Title"), max_length=120, default="")
    text = blocks.RichTextBlock(label=_("Text"), features=INLINE_FEATURES)
    claims = claims_block()

    class Meta:
        icon = "pick"
        label = _("Benefit")
        description = _("One benefit, with its claims.")
        template = "treatment_pages/blocks/benefit.html"
        label_format = "{title}"
        form_layout = ["title", "text", claims_group()]
        preview_value = {"title": _("Smoother texture"), "text": _("<p>Fine lines can look softer.</p>")}


class BenefitsBlock(ContentBlock):
    """What the treatment can do for a person."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("What it can do"))
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2, default="")
    items = blocks.ListBlock(BenefitBlock(), label=_("Benefits"), default=[])

    class Meta:
        icon = "pick"
        label = _("Benefits")
        description = _("What the treatment can do, as cards with their evidence.")
        template = "treatment_pages/blocks/benefits.html"
        label_format = "{heading}"
        preview_value = {
            "heading": _("What it can do"),
            "items": [
                {"title": _("Smoother texture"), "text": _("<p>Fine lines can look softer.</p>")},
                {"title": _("Calmer scars"), "text": _("<p>Acne scars can become shallower.</p>")},
            ],
        }

    def publishing_errors(self, value) -> dict[str, str]:
        """A list of benefits names one at least."""
        return {} if value.get("items") else {"items": _("Add at least one benefit, or remove the block “Benefits”.")}


class Phase(models.TextChoices):
    """When a step of the procedure happens."""

    BEFORE = "before", _("Before")
    DURING = "during", _("During")
    AFTER = "after", _("After")


class StepBlock(ContentBlock):
    """One step of the procedure."""

    phase = blocks.ChoiceBlock(label=_("Phase"), choices=Phase.choices, default=Phase.DURING.value, search_index=False)
    title = blocks.CharBlock(label=_("Title"), max_length=120, default="")
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)
    minutes = IntegerRangeBlock(label=_("Duration (minutes)"), required=False)

    class Meta:
        icon = "list-ol"
        label = _("Step")
        description = _("One step, before, during or after the session.")
        template = "treatment_pages/blocks/step.html"
        label_format = "{title}"
        preview_value = {
            "phase": Phase.DURING.value,
            "title": _("The session"),
            "text": _("<p>A numbing cream is applied first.</p>"),
            "minutes": {"minimum": 30, "maximum": 60},
        }


class ProcedureBlock(ContentBlock):
    """What happens before, during and after a session."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("What happens"))
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2, default="")
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), default=[])

    class Meta:
        icon = "list-ol"
        label = _("Procedure")
        description = _("The steps before, during and after a session.")
        template = "treatment_pages/blocks/procedure.html"
        label_format = "{heading}"
        preview_value = {
            "heading": _("What happens"),
            "steps": [
                {
                    "phase": Phase.BEFORE.value,
                    "title": _("Consultation"),
                    "text": _("<p>We talk about your skin.</p>"),
                },
                {
                    "phase": Phase.DURING.value,
                    "title": _("The session"),
                    "text": _("<p>A numbing cream comes first.</p>"),
                },
                {"phase": Phase.AFTER.value, "title": _("Afterwards"), "text": _("<p>Keep out of the sun.</p>")},
            ],
        }

    def publishing_errors(self, value) -> dict[str, str]:
        """A procedure has one step at least."""
        return {} if value.get("steps") else {"steps": _("Add at least one step, or remove the block “Procedure”.")}
