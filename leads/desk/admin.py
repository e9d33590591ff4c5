"""The lead desk's place in Wagtail admin: menu item, permissions, URLs."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from leads.desk import actions
from leads.desk.bridge import GenericViewsAdmin
from leads.desk.inbox import Inbox
from leads.desk.lead_page import LeadPage
from leads.desk.permissions import LeadPermissionHelper, requires
from leads.models import Lead


class LeadAdmin(GenericViewsAdmin):
    """Leads have no form: they change only by the steps that the pipeline knows."""

    model = Lead
    menu_label = _("Leads")
    menu_icon = "mail"
    menu_order = 110
    permission_helper_class = LeadPermissionHelper
    index_view_class = Inbox
    inspect_view_class = LeadPage

    def get_admin_urls_for_registration(self):
        note = actions.AddNote.as_view(**self.view_options())
        return (
            *super().get_admin_urls_for_registration(),
            self.step_path("mark_attempted", requires("change")(actions.MarkAttempted.as_view())),
            self.step_path("mark_contacted", requires("change")(actions.MarkContacted.as_view())),
            self.step_path("assign", requires("assign")(actions.Assign.as_view())),
            self.step_path("take", requires("assign")(actions.Take.as_view())),
            self.step_path("note", requires("change")(note)),
        )

    def step_path(self, action: str, view):
        """The URL of a step on one lead."""
        return path(f"{self.url_helper.base_url_path}/{action}/<int:pk>/", view, name=self.url_name(action))
