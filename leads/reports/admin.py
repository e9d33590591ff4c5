"""The report's place in Wagtail admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from leads.desk.permissions import lead_policy, requires
from leads.reports.download import ReportFile
from leads.reports.views import FILE_URL_NAME, URL_NAME, LeadReport


class LeadReportMenuItem(MenuItem):
    """Shown to those who may see leads."""

    def is_shown(self, request):
        return lead_policy.user_has_permission(request.user, "view")


def register_report_menu_item() -> MenuItem:
    """The entry below “Reports”."""
    return LeadReportMenuItem(_("Leads"), reverse(URL_NAME), name="leads-report", icon_name="history", order=600)


def register_report_urls() -> list:
    """The report, and its files."""
    return [
        path("reports/leads/", requires("view")(LeadReport.as_view()), name=URL_NAME),
        path("reports/leads/<str:format>/", requires("view")(ReportFile.as_view()), name=FILE_URL_NAME),
    ]
