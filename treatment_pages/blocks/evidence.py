"""Claims and the sources that carry them."""

from django.apps import apps
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from treatment_pages.blocks.base import ContentBlock
from treatment_pages.blocks.choosers import SharedSnippetChooserBlock
from treatment_pages.claims import KEY, source_was_deleted


class DeletedSource:
    """Stands for a source that was chosen and deleted since, so that saving a draft does not forget the choice.

    It counts as no source wherever one is shown.
    """

    def __init__(self, pk: int) -> None:
        self.pk = pk

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return gettext("Deleted source")


class SourceChooserBlock(SharedSnippetChooserBlock):
    """Chooses a source; a choice whose source was deleted stays until the editor makes another."""

    def to_python(self, value):
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values):
        found = super().bulk_to_python(values)
        return [source or _deleted(key) for source, key in zip(found, values, strict=True)]

    def value_from_form(self, value):
        """The chosen source; what is no key at all counts as no choice."""
        if isinstance(value, str):
            return self.to_python(int(value)) if KEY.fullmatch(value) else None
        return super().value_from_form(value)

    def get_form_state(self, value):
        if isinstance(value, DeletedSource):
            return {"id": value.pk, "edit_url": None, self.widget.display_title_key: str(value)}
        return super().get_form_state(value)

    def clean(self, value):
        return value if isinstance(value, DeletedSource) else super().clean(value)

    def extract_references(self, value):
        return super().extract_references(value) if value else ()


def _deleted(key: int | None) -> DeletedSource | None:
    return None if key is None else DeletedSource(key)


class ClaimBlock(ContentBlock):
    """One statement that needs evidence; without a source it is an unsourced claim."""

    statement = blocks.TextBlock(
        label=_("Statement"), rows=2, help_text=_("The sentence as visitors read it."), default=""
    )
    source = SourceChooserBlock(
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

    def publishing_errors(self, value) -> dict[str, str]:
        """Whatever was read of a deleted source, readers cannot follow it any more."""
        is_deleted = isinstance(value.get("source"), DeletedSource)
        return {"source": source_was_deleted(value["statement"])} if is_deleted else {}


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
        SourceChooserBlock("treatment_pages.Source", label=_("Source")),
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

    def publishing_errors(self, value) -> dict[str, str]:
        """Further reading exists."""
        if any(isinstance(source, DeletedSource) for source in value["further"]):
            return {"further": _("A source listed here was deleted. Choose another, or remove its line.")}
        return {}
