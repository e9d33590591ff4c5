"""The message that tells a visitor that the enquiry has arrived; it holds nothing that anybody typed into the form."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from leads.clinics import clinic_of
from leads.clock import time_zone
from leads.models import ClinicSettings, Delivery, Enquiry, EnquiryForm
from leads.promise import reply_promise


def acknowledgement_mail(delivery: Delivery) -> EmailMessage:
    """The acknowledgement in the language that the visitor read, with the same Message-ID at every attempt."""
    enquiry = delivery.enquiry
    clinic, form = clinic_of(enquiry.site), form_of(enquiry)
    with translation.override(enquiry.language or settings.LANGUAGE_CODE), timezone.override(time_zone(clinic)):
        text = render_to_string("leads/email/acknowledgement.txt", context_of(delivery, clinic, form))
        subject = _("We have your enquiry %(reference)s") % {"reference": enquiry.reference}
    reply_to = form.reply_to or clinic.email
    return EmailMessage(
        subject=subject,
        body=text,
        to=[delivery.recipient],
        reply_to=[reply_to] if reply_to else None,
        headers={
            "Message-ID": delivery.message_id,
            "Auto-Submitted": "auto-replied",
            "X-Auto-Response-Suppress": "All",
        },
    )


def context_of(delivery: Delivery, clinic: ClinicSettings, form: EnquiryForm) -> dict:
    """What the template may say."""
    due = delivery.lead.response_due_at if delivery.lead else None
    return {
        "reference": delivery.enquiry.reference,
        "clinic": clinic,
        "own_words": form.acknowledgement_text,
        "promise": reply_promise(form.reply_target_minutes),
        "due": due if due and due > timezone.now() else None,
    }


def form_of(enquiry: Enquiry) -> EnquiryForm:
    """The form that the visitor filled in, or one with the defaults where it is not known."""
    return enquiry.form or EnquiryForm()
