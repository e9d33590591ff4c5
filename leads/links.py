"""Addresses inside Wagtail admin, for messages that are read outside it."""

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from leads.models import Lead


def lead_link(lead: Lead | None) -> str:
    """The whole address of a lead's page; of the admin's front page where this host shows no leads."""
    base = getattr(settings, "WAGTAILADMIN_BASE_URL", "").rstrip("/")
    return f"{base}{lead_path(lead)}"


def lead_path(lead: Lead | None) -> str:
    """The path of a lead's page in Wagtail admin."""
    try:
        return reverse("leads_lead_modeladmin_inspect", args=[lead.pk]) if lead else reverse("wagtailadmin_home")
    except NoReverseMatch:
        return reverse("wagtailadmin_home")
