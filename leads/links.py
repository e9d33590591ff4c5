"""Addresses of leads in Wagtail admin, for its own pages and for messages that are read elsewhere."""

from django.conf import settings
from django.urls import reverse

from leads.models import Lead, WebhookEndpoint


def lead_path(pk: int) -> str:
    """The path of a lead's page."""
    return reverse("leads_lead_modeladmin_inspect", args=[pk])


def lead_link(lead: Lead) -> str:
    """The whole address of a lead's page, below WAGTAILADMIN_BASE_URL."""
    return whole(lead_path(lead.pk))


def endpoint_link(endpoint: WebhookEndpoint) -> str:
    """The whole address of a webhook's page."""
    return whole(reverse("wagtailsnippets_leads_webhookendpoint:inspect", args=[endpoint.pk]))


def whole(path: str) -> str:
    """A path of Wagtail admin as somebody elsewhere can open it."""
    return f"{getattr(settings, 'WAGTAILADMIN_BASE_URL', '').rstrip('/')}{path}"
