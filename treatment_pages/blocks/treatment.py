"""What the treatment brings and how it is done: benefits and procedure."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from treatment_pages.blocks.evidence import ClaimsBlock
from treatment_pages.blocks.ranges import IntegerRangeBlock
from treatment_pages.blocks.text import INLINE_FEATURES, TEXT_FEATURES


class BenefitBlock(blocks.StructBlock):
    """One benefit with the claims that it rests on."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=INLINE_FEATURES)
    claims = ClaimsBlock(required=False)

    class Meta:
        icon = "pick"
        label = _("Benefit")
        description = _("One benefit, with its claims.")
        template = "treatment_pages/blocks/benefit.html"
        preview_value = {"title": _("Smoother texture"), "text": _("<p>Fine lines can look softer.</p>")}


class BenefitsBlock(blocks.StructBlock):
    """What the treatment can do for a person."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("What it can do"))
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2)
    items = blocks.ListBlock(BenefitBlock(), label=_("Benefits"), min_num=1)

    class Meta:
        icon = "pick"
        label = _("Benefits")
        description = _("What the treatment can do, as cards with their evidence.")
        template = "treatment_pages/blocks/benefits.html"
        preview_value = {
            "heading": _("What it can do"),
            "items": [
                {"title": _("Smoother texture"), "text": _("<p>Fine lines can look softer.</p>")},
                {"title": _("Calmer scars"), "text": _("<p>Acne scars can become shallower.</p>")},
            ],
        }


class Phase:
    """When a step of the procedure happens."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    CHOICES = [(BEFORE, _("Before")), (DURING, _("During")), (AFTER, _("After"))]


class StepBlock(blocks.StructBlock):
    """One step of the procedure."""

    phase = blocks.ChoiceBlock(label=_("Phase"), choices=Phase.CHOICES, default=Phase.DURING)
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)
    minutes = IntegerRangeBlock(label=_("Duration (minutes)"), required=False)

    class Meta:
        icon = "list-ol"
        label = _("Step")
        description = _("One step, before, during or after the session.")
        template = "treatment_pages/blocks/step.html"
        preview_value = {
            "phase": Phase.DURING,
            "title": _("The session"),
            "text": _("<p>A numbing cream is applied first.</p>"),
            "minutes": {"minimum": 30, "maximum": 60},
        }


class ProcedureBlock(blocks.StructBlock):
    """What happens before, during and after a session."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("What happens"))
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2)
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Procedure")
        description = _("The steps before, during and after a session.")
        template = "treatment_pages/blocks/procedure.html"
        preview_value = {
            "heading": _("What happens"),
            "steps": [
                {
                    "phase": Phase.BEFORE,
                    "title": _("Consultation"),
                    "text": _("<p>We talk about your skin.</p>"),
                },
                {
                    "phase": Phase.DURING,
                    "title": _("The session"),
                    "text": _("<p>A numbing cream comes first.</p>"),
                },
                {"phase": Phase.AFTER, "title": _("Afterwards"), "text": _("<p>Keep out of the sun.</p>")},
            ],
        }
