"""Registrations with Wagtail admin."""

from wagtail.snippets.models import register_snippet

from treatment_pages.models import Source

register_snippet(Source)
