"""Claims and the sources that carry them."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from treatment_pages.blocks.base import ContentBlock
from treatment_pages.blocks.choosers import SharedSnippetChooserBlock


class ClaimBlock(ContentBlock):
    """One statement that needs evidence; without a source it is an unsourced claim."""

    statement = blocks.TextBlock(
        label=_("Statement"), rows=2, help_text=_("The sentence as visitors read it."), default=""
    )
    source = SharedSnippetChooserBlock(
        "treatment_pages.Source",
        label=_("Source"),
        required=False,
        help_text=_("The publication that says so. Without one the preview marks the claim as unsourced."),
    )
    value = blocks.CharBlock(
        label=_("Figure"), required=False, max_length=60, help_text=_("Such as 40 % or 3 of 4."), default=""
    )
    unit = blocks.CharBlock(
        label=_("Of what"),
        required=False,
        max_length=120,
        help_text=_("What the figure counts, such as fewer scars."),
        default="",
    )
    population = blocks.CharBlock(
        label=_("Among whom"),
        required=False,
        max_length=160,
        help_text=_("Who was studied, and how many."),
        default="",
    )

    class Meta:
        icon = "openquote"
        label = _("Claim")
        description = _("A statement with its figure and the source that carries it.")
        template = "treatment_pages/blocks/claim.html"
        label_format = "{statement}"
        form_layout = [
            "statement",
            "source",
            BlockGroup(["value", "unit", "population"], heading=_("Figure"), classname="collapsed", icon="order"),
        ]
        preview_value = {
            "statement": _("Redness usually settles within a few days."),
            "population": _("adults after one session"),
        }


def claims_block() -> blocks.ListBlock:
    """The claims of one place in the text, none at first."""
    return blocks.ListBlock(ClaimBlock(), label=_("Claims"), default=[])


def claims_group() -> BlockGroup:
    """Claims folded away in the form of a block that may do without them."""
    return BlockGroup(
        ["claims"],
        heading=_("Claims and evidence"),
        help_text=_("Statements in this text that rest on a study, each with its source."),
        classname="collapsed",
        icon="openquote",
    )


class EvidenceBlock(ContentBlock):
    """What studies found, claim by claim."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("What the evidence says"))
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2, default="")
    claims = claims_block()

    class Meta:
        icon = "clipboard-list"
        label = _("Evidence")
        description = _("What studies found, each statement with its source.")
        template = "treatment_pages/blocks/evidence.html"
        label_format = "{heading}"
        preview_value = {
            "heading": _("What the evidence says"),
            "claims": [{"statement": _("Redness usually settles within a few days.")}],
        }

    def publishing_errors(self, value) -> dict[str, str]:
        """A block about evidence holds some."""
        return {} if value.get("claims") else {"claims": _("Add at least one claim, or remove the block “Evidence”.")}


def example_sources() -> dict:
    """A list of one invented source, for the block picker."""
    source = apps.get_model("treatment_pages.Source")(
        title=_("How skin heals after needling"), authors="Example A", year=2021, publication=_("Journal of Examples")
    )
    return {"heading": _("Sources"), "further": [source]}


class SourcesBlock(ContentBlock):
    """Where the numbered list of sources stands, with further reading that no claim cites."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("Sources"))
    further = blocks.ListBlock(
        SharedSnippetChooserBlock("treatment_pages.Source", label=_("Source")),
        label=_("Further reading"),
        help_text=_("Sources that no claim cites. The cited ones are listed by themselves."),
        default=[],
    )

    class Meta:
        icon = "list-ol"
        label = _("Sources")
        description = _("Where the numbered sources stand, with further reading. Without this block they come last.")
        template = "treatment_pages/blocks/sources.html"
        label_format = "{heading}"
        preview_value = staticmethod(example_sources)
