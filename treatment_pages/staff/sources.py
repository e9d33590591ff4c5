"""Sources in Wagtail admin: found, added from within a claim, and seen with the pages that rest on them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import BaseSnippetChooseView, ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from treatment_pages.models import Source
from treatment_pages.staff.usage import UsageColumn, UsageIndexMixin

PUBLICATION_FIELDS = ["title", "authors", "year", "publication", "kind", "evidence_level", "doi", "url"]


class SourceIndexView(UsageIndexMixin, IndexView):
    """The sources with the number of pages that cite each."""


class SourceColumnsMixin(BaseSnippetChooseView):
    """Tells publications of the same title apart."""

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, Column("authors", label=_("Authors")), Column("year", label=_("Year"))]


class SourceChooseView(SourceColumnsMixin, ChooseView):
    pass


class SourceChooseResultsView(SourceColumnsMixin, ChooseResultsView):
    pass


class SourceChooserViewSet(SnippetChooserViewSet):
    """Chooses a source inside a claim, or adds one there and then."""

    choose_view_class = SourceChooseView
    choose_results_view_class = SourceChooseResultsView
    form_fields = PUBLICATION_FIELDS


class SourceViewSet(SnippetViewSet):
    """The library of publications that claims rest on."""

    model = Source
    icon = "openquote"
    menu_label = _("Sources")
    menu_name = "sources"
    index_view_class = SourceIndexView
    chooser_viewset_class = SourceChooserViewSet
    copy_view_enabled = False
    list_display = [
        "title",
        Column("authors", label=_("Authors"), sort_key="authors", width="16%"),
        Column("year", label=_("Year"), sort_key="year", width="6%"),
        Column("get_kind_display", label=_("Kind"), sort_key="kind", width="11%"),
        Column("get_evidence_level_display", label=_("Evidence"), sort_key="evidence_level", width="13%"),
        UsageColumn(label=_("Cited on")),
    ]
    list_filter = {"kind": ["exact"], "evidence_level": ["exact"], "year": ["gte", "lte"]}
    ordering = "title"
    list_per_page = 50
    panels = [
        MultiFieldPanel(
            ["title", "authors", FieldRowPanel(["year", "publication"])],
            heading=_("Publication"),
            help_text=_("As it stands on the publication itself; readers see it in the list of sources."),
        ),
        MultiFieldPanel(
            ["doi", "url"], heading=_("Where to find it"), help_text=_("A DOI or a web address is needed.")
        ),
        MultiFieldPanel([FieldRowPanel(["kind", "evidence_level"])], heading=_("Weight")),
    ]
