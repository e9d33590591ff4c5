"""The admin menu “Treatments”: pages of treatment content wherever they live in the tree, and what they draw on."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from treatment_pages.models import PractitionerPage, TreatmentArticlePage, TreatmentPage
from treatment_pages.staff.article_import_menu import ImportViewSet
from treatment_pages.staff.consents import ConsentViewSet
from treatment_pages.staff.reader_questions import ReaderQuestionViewSet
from treatment_pages.staff.sources import SourceViewSet
from treatment_pages.staff.terms import BodyAreaViewSet, CategoryViewSet, ConcernViewSet


class PagesMenuItem(MenuItem):
    """Shown to those who may work on pages; staff who only follow up leads have no use for it."""

    def is_shown(self, request) -> bool:
        return user_has_any_page_permission(request.user)


class ContentListing(PageListingViewSet):
    """All pages of one type in one list."""

    menu_item_class = PagesMenuItem


class TreatmentFilterSet(PageFilterSet):
    """By the topics of a treatment, beside what Wagtail filters pages by."""

    class Meta:
        model = TreatmentPage
        fields = ["categories", "concerns", "body_areas"]


class TreatmentListing(ContentListing):
    model = TreatmentPage
    filterset_class = TreatmentFilterSet
    icon = "doc-full"
    menu_label = _("Treatment pages")


class ArticleListing(ContentListing):
    model = TreatmentArticlePage
    icon = "pilcrow"
    menu_label = _("Articles")


class PractitionerListing(ContentListing):
    model = PractitionerPage
    icon = "group"
    menu_label = _("Practitioners")
    columns = [*PageListingViewSet.columns, Column("job_title", label=_("Profession"), sort_key="job_title")]


class TreatmentMenu(SnippetViewSetGroup):
    """What marketing staff write, under one heading."""

    menu_label = _("Treatments")
    menu_name = "treatments"
    menu_icon = "doc-full"
    menu_order = 110
    items = (
        TreatmentListing("treatment_pages"),
        ArticleListing("treatment_articles"),
        PractitionerListing("practitioners"),
        CategoryViewSet(),
        ConcernViewSet(),
        BodyAreaViewSet(),
        SourceViewSet(),
        ConsentViewSet(),
        ReaderQuestionViewSet(),
        ImportViewSet(),
    )
