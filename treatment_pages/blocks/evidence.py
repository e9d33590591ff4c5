"""Claims and the sources that carry them."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class ClaimBlock(blocks.StructBlock):
    """One statement that needs evidence; without a source it is an unsourced claim."""

    statement = blocks.TextBlock(label=_("Statement"), rows=2, help_text=_("The sentence as visitors read it."))
    value = blocks.CharBlock(label=_("Figure"), required=False, max_length=60, help_text=_("Such as 40 % or 3 of 4."))
    unit = blocks.CharBlock(label=_("Of what"), required=False, max_length=120)
    population = blocks.CharBlock(
        label=_("Among whom"), required=False, max_length=160, help_text=_("Who was studied, and how many.")
    )
    source = SnippetChooserBlock("treatment_pages.Source", label=_("Source"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Claim")
        description = _("A statement with its figure and the source that carries it.")
        template = "treatment_pages/blocks/claim.html"
        preview_value = {
            "statement": _("Redness usually settles within a few days."),
            "population": _("adults after one session"),
        }


class ClaimsBlock(blocks.ListBlock):
    """The claims of one place in the text."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Claims"))
        kwargs.setdefault("default", [])
        kwargs.pop("required", None)
        super().__init__(ClaimBlock(), **kwargs)


class EvidenceBlock(blocks.StructBlock):
    """What studies found, claim by claim."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("What the evidence says"))
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2)
    claims = blocks.ListBlock(ClaimBlock(), label=_("Claims"), min_num=1)

    class Meta:
        icon = "clipboard-list"
        label = _("Evidence")
        description = _("What studies found, each statement with its source.")
        template = "treatment_pages/blocks/evidence.html"
        preview_value = {
            "heading": _("What the evidence says"),
            "claims": [{"statement": _("Redness usually settles within a few days.")}],
        }


class SourcesBlock(blocks.StructBlock):
    """Where the numbered list of sources stands, with further reading that no claim cites."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("Sources"))
    further = blocks.ListBlock(
        SnippetChooserBlock("treatment_pages.Source", label=_("Source")),
        label=_("Further reading"),
        default=[],
    )

    class Meta:
        icon = "list-ol"
        label = _("Sources")
        description = _("The numbered sources of the page's claims, and further reading.")
        template = "treatment_pages/blocks/sources.html"
        preview_value = {"heading": _("Sources")}
