"""Who the treatment suits, and what can go wrong."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from treatment_pages.blocks.text import INLINE_FEATURES


class LinesBlock(blocks.ListBlock):
    """Short lines of text."""

    def __init__(self, **kwargs):
        kwargs.setdefault("default", [])
        super().__init__(blocks.CharBlock(label=_("Line"), max_length=200), **kwargs)


class SuitabilityBlock(blocks.StructBlock):
    """Whom the treatment suits, who asks first, and whom it does not suit (contraindications)."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("Is it right for you?"))
    suitable_for = LinesBlock(label=_("Suits"))
    ask_first = LinesBlock(label=_("Ask first"))
    not_suitable_for = LinesBlock(label=_("Not suitable for"))
    note = blocks.RichTextBlock(label=_("Note"), required=False, features=INLINE_FEATURES)

    class Meta:
        icon = "group"
        label = _("Suitability")
        description = _("Whom it suits, who should ask first, whom it does not suit.")
        template = "treatment_pages/blocks/suitability.html"
        preview_value = {
            "heading": _("Is it right for you?"),
            "suitable_for": [_("Acne scars")],
            "ask_first": [_("Darker skin that marks easily")],
            "not_suitable_for": [_("Active infection in the area")],
        }

    def clean(self, value):
        value = super().clean(value)
        if not (value["suitable_for"] or value["ask_first"] or value["not_suitable_for"]):
            raise StructBlockValidationError(
                block_errors={"suitable_for": ValidationError(_("Enter at least one line in one of the lists."))}
            )
        return value


class RiskBlock(blocks.StructBlock):
    """One risk, how long it lasts, and what helps."""

    name = blocks.CharBlock(label=_("Risk"), max_length=120)
    duration = blocks.CharBlock(label=_("How long"), required=False, max_length=120)
    text = blocks.TextBlock(label=_("What helps"), required=False, rows=2)

    class Meta:
        icon = "warning"
        label = _("Risk")
        description = _("One risk and how long it lasts.")
        template = "treatment_pages/blocks/risk.html"
        preview_value = {"name": _("Redness"), "duration": _("1–3 days")}


class RisksBlock(blocks.StructBlock):
    """Risks by how often they happen."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("Risks and side effects"))
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2)
    common = blocks.ListBlock(RiskBlock(), label=_("Common"), default=[])
    uncommon = blocks.ListBlock(RiskBlock(), label=_("Uncommon"), default=[])
    serious = blocks.ListBlock(RiskBlock(), label=_("Rare but serious"), default=[])

    class Meta:
        icon = "warning"
        label = _("Risks")
        description = _("Side effects and risks, by how often they happen.")
        template = "treatment_pages/blocks/risks.html"
        preview_value = {
            "heading": _("Risks and side effects"),
            "common": [{"name": _("Redness"), "duration": _("1–3 days")}],
            "serious": [{"name": _("Infection"), "text": _("Call us at once.")}],
        }

    def clean(self, value):
        value = super().clean(value)
        if not (value["common"] or value["uncommon"] or value["serious"]):
            raise StructBlockValidationError(
                block_errors={"common": ValidationError(_("Name at least one risk; every treatment has some."))}
            )
        return value
