"""Registrations with Wagtail admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from treatment_pages.content_menu import TreatmentMenu

register_snippet(TreatmentMenu)


@hooks.register("insert_global_admin_css")
def admin_styles() -> str:
    """Side by side fields in the forms of our blocks."""
    return format_html('<link rel="stylesheet" href="{}">', static("treatment_pages/admin.css"))
