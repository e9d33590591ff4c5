"""Sources in Wagtail admin: found, added from within a claim, and seen with the pages that rest on them."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.chooser import BaseSnippetChooseView, ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from treatment_pages.models import Source

PUBLICATION_FIELDS = ["title", "authors", "year", "publication", "kind", "evidence_level", "doi", "url"]


def with_usage(sources: QuerySet) -> QuerySet:
    """Each source with `usage_count`, the number of pages and other records that cite it; one query."""
    uses = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Source),
        to_object_id=Cast(OuterRef("pk"), CharField()),
    )
    counted = uses.order_by().values("to_object_id").annotate(total=Count("object_id", distinct=True)).values("total")
    return sources.annotate(usage_count=Coalesce(Subquery(counted), 0))


class SourceIndexView(IndexView):
    """The sources with the number of pages that cite each."""

    def get_base_queryset(self) -> QuerySet:
        return with_usage(super().get_base_queryset())


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
        Column("authors", label=_("Authors"), sort_key="authors"),
        Column("year", label=_("Year"), sort_key="year", width="8%"),
        Column("get_kind_display", label=_("Kind"), sort_key="kind", width="14%"),
        Column("get_evidence_level_display", label=_("Evidence"), sort_key="evidence_level", width="16%"),
        NumberColumn("usage_count", label=_("Cited on"), sort_key="usage_count", width="8%"),
    ]
    list_filter = {"kind": ["exact"], "evidence_level": ["exact"], "year": ["gte", "lte"]}
    ordering = "title"
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
