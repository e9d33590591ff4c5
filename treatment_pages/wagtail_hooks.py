"""Registrations with Wagtail admin."""

from wagtail.snippets.models import register_snippet

from treatment_pages.content_menu import TreatmentMenu

register_snippet(TreatmentMenu)
