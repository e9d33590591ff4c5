"""Where “Import article” stands in Wagtail admin; what it does is loaded by who first opens it.

The patterns by which articles are read take a tenth of the time in which a web process starts.
"""

from django.http import HttpResponse
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

VIEWS = "treatment_pages.staff.article_import"
PLACES = "treatment_pages.importing.places"


class ImportMenuItem(MenuItem):
    """Shown to those who may add pages below a treatment index."""

    def is_shown(self, request) -> bool:
        return import_string(f"{PLACES}.parents_for")(request.user).exists()


class ImportViewSet(ViewSet):
    """The import's pages below “Treatments”."""

    name = "article_import"
    url_prefix = "article-import"
    icon = "upload"
    menu_label = gettext_lazy("Import article")
    menu_item_class = ImportMenuItem

    def get_urlpatterns(self):
        return [path("", start, name="start"), path("create/", create, name="create"), path("each/", each, name="each")]

    @cached_property
    def menu_url(self):
        return reverse("article_import:start")


def start(request) -> HttpResponse:
    """Files or text, and where the drafts go."""
    return import_string(f"{VIEWS}.StartView").as_view()(request)


def create(request) -> HttpResponse:
    """The draft of an outline that was looked through."""
    return import_string(f"{VIEWS}.CreateView").as_view()(request)


def each(request) -> HttpResponse:
    """One file of many."""
    return import_string(f"{VIEWS}.EachView").as_view()(request)
