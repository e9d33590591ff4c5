"""The message that asks a visitor to confirm a consent; it holds nothing that anybody typed into the form."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from leads import conf
from leads.acknowledgement_mail import form_of
from leads.clinics import clinic_of
from leads.clock import time_zone
from leads.consents import withdrawal_link
from leads.double_opt_in import confirmation_link
from leads.models import Delivery


def opt_in_mail(delivery: Delivery) -> EmailMessage:
    """The request in the language that the visitor read; the link's days are counted from this attempt."""
    enquiry = delivery.enquiry
    clinic, form = clinic_of(enquiry.site), form_of(enquiry)
    consents = list(enquiry.consents.unconfirmed())
    context = {
        "clinic": clinic,
        "texts": [consent.text for consent in consents],
        "link": confirmation_link(enquiry),
        "withdrawals": [withdrawal_link(enquiry, consent.purpose) for consent in consents],
        "days": conf.get("OPT_IN_DAYS"),
    }
    with translation.override(enquiry.language or settings.LANGUAGE_CODE), timezone.override(time_zone(clinic)):
        text = render_to_string("leads/email/opt_in.txt", context)
        subject = _("Please confirm that we may write to you")
    reply_to = form.reply_to or clinic.email
    return EmailMessage(
        subject=subject,
        body=text,
        to=[delivery.recipient],
        reply_to=[reply_to] if reply_to else None,
        headers={
            "Message-ID": delivery.message_id,
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            **unsubscribe_headers(context["withdrawals"]),
        },
    )


def unsubscribe_headers(links: list[str]) -> dict[str, str]:
    """Lets the mail program offer to withdraw with one click (RFC 8058), where one link says it all."""
    if len(links) != 1:
        return {}
    return {"List-Unsubscribe": f"<{links[0]}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
