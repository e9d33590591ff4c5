"""The message that tells staff of a new enquiry; it holds none of the visitor's words and no way to reach them."""

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from leads.clinics import clinic_of
from leads.clock import time_zone
from leads.links import lead_link
from leads.models import Delivery, Enquiry


def alert_mail(delivery: Delivery) -> EmailMessage:
    """The alert of a delivery, with the same Message-ID at every attempt."""
    enquiry, lead = delivery.enquiry, delivery.lead
    context = {"enquiry": enquiry, "lead": lead, "about": about(enquiry), "link": lead_link(lead)}
    with timezone.override(time_zone(clinic_of(enquiry.site))):
        text = render_to_string("leads/email/alert.txt", context)
    return EmailMessage(
        subject=subject(enquiry),
        body=text,
        to=[delivery.recipient],
        headers={"Message-ID": delivery.message_id, "Auto-Submitted": "auto-generated"},
    )


def subject(enquiry: Enquiry) -> str:
    """One line, whatever the page's title holds."""
    words = {"reference": enquiry.reference, "subject": about(enquiry)}
    text = _("New enquiry %(reference)s about %(subject)s") if words["subject"] else _("New enquiry %(reference)s")
    return text % words


def about(enquiry: Enquiry) -> str:
    """What the page was about; never what the visitor typed as the treatment."""
    return " ".join(enquiry.subject.split())
