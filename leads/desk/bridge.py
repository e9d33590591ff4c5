"""Binds Wagtail's generic views to a ModelAdmin, which keeps the menu, the permissions and the URL names."""

from django.contrib.admin.utils import quote
from django.urls import path
from wagtail.admin.admin_url_finder import ModelAdminURLFinder, register_admin_url_finder
from wagtail_modeladmin.options import ModelAdmin

from leads.desk.permissions import requires
from leads.later import view


class GenericViewsAdmin(ModelAdmin):
    """A ModelAdmin with a listing, its live results and an inspect page; nothing else has a URL.

    `index_view_class` and `inspect_view_class` are dotted paths of Wagtail's generic views, not modeladmin's. Every
    URL is guarded by the model permission `view` before its view runs.
    """

    index_view_class: str
    inspect_view_class: str
    inspect_view_enabled = True
    history_view_enabled = False

    def url_name(self, action: str) -> str:
        """The name under which `action` is registered, such as leads_lead_modeladmin_index."""
        return self.url_helper.get_action_url_name(action)

    def view_options(self) -> dict:
        """What a generic view must know of this ModelAdmin."""
        return {
            "model": self.model,
            "header_icon": self.get_menu_icon(),
            "index_url_name": self.url_name("index"),
        }

    def index_options(self) -> dict:
        """The same for the listing, which links to its rows and refreshes itself."""
        return {
            **self.view_options(),
            "index_results_url_name": self.url_name("index_results"),
            "inspect_url_name": self.url_name("inspect"),
        }

    def get_admin_urls_for_registration(self):
        """The listing, its rows alone as the search box fetches them while somebody types, and the inspect page."""
        base = self.url_helper.base_url_path
        can_view = requires("view")
        listing = view(self.index_view_class, **self.index_options())
        rows = view(self.index_view_class, **self.index_options(), results_only=True)
        inspect = view(self.inspect_view_class, **self.view_options())
        return (
            path(f"{base}/", can_view(listing), name=self.url_name("index")),
            path(f"{base}/results/", can_view(rows), name=self.url_name("index_results")),
            path(f"{base}/inspect/<int:pk>/", can_view(inspect), name=self.url_name("inspect")),
        )

    def register_admin_url_finders(self):
        """Let Wagtail's reports link to the inspect page: there is no edit page."""
        finder = type("InspectURLFinder", (InspectURLFinder,), {"model_admin": self})
        register_admin_url_finder(self.model, finder)

    def register_indexing(self):
        """Keep rows out of the reference index: a page's usage report is no place for people."""


class InspectURLFinder(ModelAdminURLFinder):
    """Finds the inspect page of an object, for users who may see it."""

    model_admin: GenericViewsAdmin

    def get_edit_url(self, instance):
        if self.user is None or self.model_admin.permission_helper.user_can_inspect_obj(self.user, instance):
            return self.model_admin.url_helper.get_action_url("inspect", quote(instance.pk))
        return None
