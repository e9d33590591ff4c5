"""Tells the clinic that an endpoint was switched off because its receiver is no more."""

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from leads.clinics import clinic_of
from leads.links import endpoint_link
from leads.models import Delivery, DeliveryKind
from leads.outbox import new_message_id, queue


def tell_endpoint_is_gone(delivery: Delivery) -> None:
    """Queue one notice to the clinic's fallback address, however many events found the endpoint gone."""
    endpoint, lead = delivery.endpoint, delivery.lead
    if endpoint is None or not endpoint.gone_at or lead is None:
        return
    if address := clinic_of(lead.site).fallback_email:
        notice = Delivery(
            kind=DeliveryKind.ENDPOINT_OFF,
            endpoint=endpoint,
            recipient=address,
            dedupe_key=f"endpoint-off:{endpoint.pk}:{endpoint.gone_at.timestamp()}",
            message_id=new_message_id(),
        )
        queue([notice])


def endpoint_off_mail(delivery: Delivery) -> EmailMessage:
    """The notice; the endpoint's address stays inside, it may hold a secret."""
    context = {"endpoint": delivery.endpoint, "link": endpoint_link(delivery.endpoint)}
    return EmailMessage(
        subject=_("The webhook “%(name)s” was switched off") % {"name": " ".join(str(delivery.endpoint).split())},
        body=render_to_string("leads/email/endpoint_off.txt", context),
        to=[delivery.recipient],
        headers={"Message-ID": delivery.message_id, "Auto-Submitted": "auto-generated"},
    )
