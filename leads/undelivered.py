"""Tells somebody when a message was given up, so that no enquiry waits unseen behind a mail server that refuses."""

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from leads.clinics import clinic_of
from leads.links import lead_link
from leads.models import Delivery, DeliveryKind
from leads.outbox import mail_for, queue

TOLD_OF = frozenset({DeliveryKind.ALERT})
"""Messages whose failure keeps an enquiry from being seen; a visitor's mistyped address shows on the lead instead."""


def tell_fallback(delivery: Delivery) -> None:
    """Queue a notice to the clinic's fallback address that `delivery` was given up; none where no address is set."""
    address = clinic_of(delivery.enquiry.site).fallback_email if delivery.enquiry else ""
    if address and delivery.kind in TOLD_OF:
        queue([mail_for(DeliveryKind.UNDELIVERED, delivery.enquiry, address, key=f"undelivered:{delivery.pk}")])


def undelivered_mail(delivery: Delivery) -> EmailMessage:
    """The notice, without a word of the visitor's and without the address that did not work."""
    context = {"reference": delivery.enquiry.reference, "link": lead_link(delivery.lead)}
    return EmailMessage(
        subject=_("Nobody could be told of enquiry %(reference)s") % context,
        body=render_to_string("leads/email/undelivered.txt", context),
        to=[delivery.recipient],
        headers={"Message-ID": delivery.message_id, "Auto-Submitted": "auto-generated"},
    )
