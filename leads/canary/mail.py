"""The one message that a canary's enquiry causes."""

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from leads.models import Delivery


def canary_mail(delivery: Delivery) -> EmailMessage:
    """Says that nothing is to be done."""
    context = {"reference": delivery.enquiry.reference}
    return EmailMessage(
        subject=_("Test enquiry %(reference)s has arrived") % context,
        body=render_to_string("leads/email/canary.txt", context),
        to=[delivery.recipient],
        headers={"Message-ID": delivery.message_id, "Auto-Submitted": "auto-generated"},
    )
