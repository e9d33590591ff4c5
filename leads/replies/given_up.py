"""A reply that did not arrive comes back to the desk: the person waits for an answer that they never got."""

from django.utils.translation import gettext as _

from leads.models import Activity, ActivityKind, Delivery, DeliveryKind, Lead


def show_lost_reply(delivery: Delivery) -> None:
    """Make the lead unread, with a line on its timeline, when `delivery` is a reply; the message's text stays out."""
    if delivery.kind != DeliveryKind.REPLY or delivery.lead_id is None:
        return
    if Lead.objects.filter(pk=delivery.lead_id).update(is_unread=True):
        Activity.objects.create(lead_id=delivery.lead_id, kind=ActivityKind.NOTE, delivery=delivery, text=notice())


def notice() -> str:
    """What to do about it."""
    return _(
        "A reply by e-mail was given up: it did not reach the person. Check the address, send it again under "
        "“Messages about this lead”, or call."
    )
