"""The reports on treatment content in Wagtail admin: their places in the menu, and their addresses."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from leads.later import view
from treatment_pages.reviews import may_see_reviews

REVIEWS, CHECKS = "treatment_pages_reviews", "treatment_pages_content_checks"
"""Names of their addresses."""


class ReportMenuItem(MenuItem):
    """Shown to those who edit pages."""

    def is_shown(self, request) -> bool:
        return may_see_reviews(request.user)


def reviews_item() -> MenuItem:
    """The medical reviews below “Reports”."""
    return ReportMenuItem(
        _("Medical reviews"), reverse(REVIEWS), name="medical-reviews", icon_name="clipboard-list", order=750
    )


def checks_item() -> MenuItem:
    """The content checks."""
    return ReportMenuItem(_("Content checks"), reverse(CHECKS), name="content-checks", icon_name="glasses", order=740)


def register_urls() -> list:
    """Both, and their rows alone as filters fetch them."""
    return [
        *report_urls("reports/medical-reviews/", "treatment_pages.staff.review_report.ReviewReport", REVIEWS),
        *report_urls("reports/content-checks/", "treatment_pages.staff.editorial.report.ContentChecksReport", CHECKS),
    ]


def report_urls(address: str, report: str, name: str) -> list:
    """The addresses of one report."""
    return [
        path(address, view(report), name=name),
        path(f"{address}results/", view(report, results_only=True), name=f"{name}_results"),
    ]
