"""Where “Import article” stands in Wagtail admin; what it does is loaded by who first opens it.

The patterns by which articles are read take a tenth of the time in which a web process starts.
"""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from leads.later import Later, view

VIEWS = "treatment_pages.staff.article_import"

parents_for = Later("treatment_pages.importing.places.parents_for")


class ImportMenuItem(MenuItem):
    """Shown to those who may add pages below a treatment index."""

    def is_shown(self, request) -> bool:
        return parents_for(request.user).exists()


class ImportViewSet(ViewSet):
    """The import's pages below “Treatments”."""

    name = "article_import"
    url_prefix = "article-import"
    icon = "upload"
    menu_label = gettext_lazy("Import article")
    menu_item_class = ImportMenuItem

    def get_urlpatterns(self):
        return [
            path("", view(f"{VIEWS}.StartView"), name="start"),
            path("create/", view(f"{VIEWS}.CreateView"), name="create"),
            path("each/", view(f"{VIEWS}.EachView"), name="each"),
        ]

    @cached_property
    def menu_url(self):
        return reverse("article_import:start")
