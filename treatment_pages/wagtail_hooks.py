"""Registrations with Wagtail admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from treatment_pages.listing.copying import refuse_view_address
from treatment_pages.reader_questions.publishing import register_log_actions
from treatment_pages.staff import review_report
from treatment_pages.staff.claim_editor import register_claims
from treatment_pages.staff.dashboard import add_due_panel
from treatment_pages.staff.deletion import refuse_deletion_of_used
from treatment_pages.staff.editorial import dismissals, refusals, report, urls, viewset
from treatment_pages.staff.menu import TreatmentMenu
from treatment_pages.video_ranges import send_part

register_snippet(TreatmentMenu)
hooks.register("register_rich_text_features", register_claims)
hooks.register("before_delete_snippet", refuse_deletion_of_used)
hooks.register("before_copy_page", refuse_view_address)
hooks.register("register_log_actions", register_log_actions)
hooks.register("register_log_actions", dismissals.register_log_actions)
hooks.register("register_permissions", dismissals.permission)
hooks.register("register_admin_viewset", viewset.viewsets)
hooks.register("register_admin_urls", urls.register_urls)
hooks.register("register_admin_urls", report.register_urls)
hooks.register("register_reports_menu_item", report.register_menu_item)
hooks.register("before_copy_page", refusals.refuse_live_copy)
hooks.register("before_bulk_action", refusals.refuse_bulk_publishing)
hooks.register("register_admin_urls", review_report.register_urls)
hooks.register("register_reports_menu_item", review_report.register_menu_item)
hooks.register("construct_homepage_panels", add_due_panel)
hooks.register("before_serve_document", send_part, order=100)  # once Wagtail has checked who may see it


@hooks.register("insert_global_admin_css")
def admin_styles() -> str:
    """Side by side fields in the forms of our blocks."""
    return format_html('<link rel="stylesheet" href="{}">', static("treatment_pages/admin.css"))
