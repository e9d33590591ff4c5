"""What other systems are told: that something happened to an enquiry or lead; never who it is or what they said.

Each event becomes one delivery an endpoint, in the transaction that makes it happen.
"""

from urllib.parse import urlsplit, urlunsplit

from django.utils import timezone

from leads.models import Activity, Delivery, DeliveryKind, Enquiry, Lead, WebhookEndpoint, WebhookEvent
from leads.outbox import queue
from leads.webhooks.signing import new_id


def acceptance_of(enquiry: Enquiry) -> list[Delivery]:
    """Unsaved deliveries that tell of an enquiry which has reached the desk; one query."""
    endpoints = WebhookEndpoint.objects.listening(WebhookEvent.ENQUIRY_ACCEPTED).about_forms([enquiry.form_id])
    data = {
        "enquiry": enquiry.reference,
        "lead": enquiry.lead.reference,
        "form": enquiry.form.slug if enquiry.form else None,
        **place_of(enquiry),
    }
    key = f"{WebhookEvent.ENQUIRY_ACCEPTED}:{enquiry.pk}"
    return [event_for(endpoint, data, key, lead=enquiry.lead, enquiry=enquiry) for endpoint in endpoints]


def announce_status(activity: Activity) -> None:
    """Queue what is told of a lead's new status; one query where nobody wants to hear of it."""
    lead = activity.lead
    forms = lead.enquiries.order_by().values("form")
    endpoints = list(WebhookEndpoint.objects.listening(WebhookEvent.STATUS_CHANGED).about_forms(forms))
    if not endpoints:
        return
    data = {
        "lead": lead.reference,
        "status": str(activity.to_value),
        "previous_status": str(activity.from_value),
        **place_of(lead),
    }
    key = f"{WebhookEvent.STATUS_CHANGED}:{activity.pk}"
    queue([event_for(endpoint, data, key, lead=lead) for endpoint in endpoints])


def event_for(endpoint: WebhookEndpoint, data: dict, key: str, **about) -> Delivery:
    """An unsaved delivery; `key` begins with the type of the event and names it among all of that type."""
    return Delivery(
        kind=DeliveryKind.WEBHOOK,
        endpoint=endpoint,
        payload=payload_of(key.partition(":")[0], data),
        dedupe_key=f"webhook:{endpoint.pk}:{key}",
        message_id=new_id(),
        **about,
    )


def payload_of(event: str, data: dict) -> dict:
    """The body of an event as Standard Webhooks shapes it."""
    return {"type": str(event), "timestamp": timezone.now().isoformat(timespec="milliseconds"), "data": data}


def place_of(case: Enquiry | Lead) -> dict:
    """Where the visitor was: the site, and the page without whatever stood behind its path."""
    page = {"id": case.page_id, "url": bare_url(case.page_url)} if case.page_url else None
    return {"page": page, "site": case.site.hostname if case.site else None}


def bare_url(url: str) -> str:
    """Scheme, host and path; a query may hold what a visitor typed."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))
