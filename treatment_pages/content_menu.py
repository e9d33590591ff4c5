"""The admin menu “Treatments”: every treatment page, every article and every source, wherever they live in the tree."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from treatment_pages.models import TreatmentArticlePage, TreatmentPage
from treatment_pages.source_admin import SourceViewSet


class PagesMenuItem(MenuItem):
    """Shown to those who may work on pages; staff who only follow up leads have no use for it."""

    def is_shown(self, request) -> bool:
        return user_has_any_page_permission(request.user)


class TreatmentListing(PageListingViewSet):
    """All treatment pages in one list."""

    model = TreatmentPage
    icon = "doc-full"
    menu_label = _("Treatment pages")
    menu_item_class = PagesMenuItem


class ArticleListing(PageListingViewSet):
    """All articles in one list."""

    model = TreatmentArticlePage
    icon = "pilcrow"
    menu_label = _("Articles")
    menu_item_class = PagesMenuItem


class TreatmentMenu(SnippetViewSetGroup):
    """What marketing staff write, under one heading."""

    menu_label = _("Treatments")
    menu_name = "treatments"
    menu_icon = "doc-full"
    menu_order = 110
    items = (TreatmentListing("treatment_pages"), ArticleListing("treatment_articles"), SourceViewSet())
