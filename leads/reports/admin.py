"""The report's place in Wagtail admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from leads.desk.permissions import lead_policy, requires
from leads.later import view

URL_NAME, FILE_URL_NAME = "leads_report", "leads_report_file"


class LeadReportMenuItem(MenuItem):
    """Shown to those who may see leads."""

    def is_shown(self, request):
        return lead_policy.user_has_permission(request.user, "view")


def register_report_menu_item() -> MenuItem:
    """The entry below “Reports”."""
    return LeadReportMenuItem(_("Leads"), reverse(URL_NAME), name="leads-report", icon_name="history", order=600)


def register_report_urls() -> list:
    """The report, and its files."""
    report, file = view("leads.reports.views.LeadReport"), view("leads.reports.download.ReportFile")
    return [
        path("reports/leads/", requires("view")(report), name=URL_NAME),
        path("reports/leads/<str:format>/", requires("view")(file), name=FILE_URL_NAME),
    ]
