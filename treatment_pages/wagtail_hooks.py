"""Registrations with Wagtail admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from leads.later import Later
from treatment_pages.listing.copying import refuse_view_address
from treatment_pages.reader_questions.publishing import register_log_actions
from treatment_pages.staff import reports
from treatment_pages.staff.claim_editor import register_claims
from treatment_pages.staff.editorial import urls, viewset
from treatment_pages.staff.menu import TreatmentMenu
from treatment_pages.video_ranges import send_part

EDITORIAL = "treatment_pages.staff.editorial"

register_snippet(TreatmentMenu)
hooks.register("register_rich_text_features", register_claims)
hooks.register("before_delete_snippet", Later("treatment_pages.staff.deletion.refuse_deletion_of_used"))
hooks.register("before_copy_page", refuse_view_address)
hooks.register("register_log_actions", register_log_actions)
hooks.register("register_log_actions", Later(f"{EDITORIAL}.dismissals.register_log_actions"))
hooks.register("register_permissions", Later(f"{EDITORIAL}.dismissals.permission"))
hooks.register("register_admin_viewset", viewset.viewsets)
hooks.register("register_admin_urls", urls.register_urls)
hooks.register("register_admin_urls", reports.register_urls)
hooks.register("register_reports_menu_item", reports.checks_item)
hooks.register("register_reports_menu_item", reports.reviews_item)
hooks.register("before_copy_page", Later(f"{EDITORIAL}.refusals.refuse_live_copy"))
hooks.register("before_bulk_action", Later(f"{EDITORIAL}.refusals.refuse_bulk_publishing"))
hooks.register("construct_homepage_panels", Later("treatment_pages.staff.dashboard.add_due_panel"))
hooks.register("before_serve_document", send_part, order=100)  # once Wagtail has checked who may see it


@hooks.register("insert_global_admin_css")
def admin_styles() -> str:
    """Side by side fields in the forms of our blocks."""
    return format_html('<link rel="stylesheet" href="{}">', static("treatment_pages/admin.css"))
