"""What results look like, when they show and how long they last."""

from typing import NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from treatment_pages.blocks.base import TEXT_FEATURES, ContentBlock
from treatment_pages.blocks.evidence import claims_block, claims_group
from treatment_pages.blocks.ranges import DurationBlock, DurationUnit


class ResultsFact(NamedTuple):
    """One line beside the text: `key` names the icon."""

    key: str
    label: str
    text: str


class ResultsValue(blocks.StructValue):
    """Results with their two times."""

    @property
    def facts(self) -> list[ResultsFact]:
        """The times that are known."""
        onset, longevity = self.get("onset"), self.get("longevity")
        facts = [
            ResultsFact("onset", gettext("First results after"), str(onset or "")),
            ResultsFact("longevity", gettext("Results last"), str(longevity or "")),
        ]
        return [fact for fact in facts if fact.text]


class ResultsBlock(ContentBlock):
    """What to expect, from when on and for how long."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("What results to expect"))
    text = blocks.RichTextBlock(
        label=_("Text"), features=TEXT_FEATURES, help_text=_("What most people see, and what the treatment cannot do.")
    )
    onset = DurationBlock(label=_("First results after"), required=False)
    longevity = DurationBlock(label=_("Results last"), required=False)
    claims = claims_block()

    class Meta:
        icon = "success"
        label = _("Results")
        description = _("What results to expect, when they show and how long they last.")
        value_class = ResultsValue
        template = "treatment_pages/blocks/results.html"
        label_format = "{heading}"
        form_layout = ["heading", "text", "onset", "longevity", claims_group()]
        preview_value = {
            "heading": _("What results to expect"),
            "text": _("<p>Skin renews itself slowly. Expect a gradual change, not a new face.</p>"),
            "onset": {"minimum": 4, "maximum": 6, "unit": DurationUnit.WEEKS.value},
            "longevity": {"minimum": 12, "maximum": 18, "unit": DurationUnit.MONTHS.value},
        }
