"""The mail of a reply: what staff wrote, with the clinic's name and phone below it."""

import re
from email.utils import formataddr

from django.core.mail import EmailMessage, SafeMIMEText
from django.template.loader import render_to_string
from django.utils import translation

from leads.acknowledgement_mail import form_of
from leads.appointments import appointment_file
from leads.clinics import clinic_of
from leads.consents import withdrawal_link
from leads.matching import email_key
from leads.models import ClinicSettings, ConsentRecord, Delivery, Enquiry, Lead, Reply
from leads.opt_in_mail import unsubscribe_headers
from leads.outbox import own_address
from leads.replies.obsolete import ObsoleteMailError
from leads.replies.values import language_of, last_enquiry, words

METHOD = re.compile(r"^METHOD:(\w+)", re.MULTILINE)

WITHDRAWN = "The consent it needs was withdrawn."


def reply_mail(delivery: Delivery) -> EmailMessage:
    """The mail as it was written, with the same Message-ID at every attempt.

    ObsoleteMailError when the consent that it needs was withdrawn since it was written.
    """
    reply, lead = delivery.reply, delivery.lead
    clinic, enquiry = clinic_of(lead.site), last_enquiry(lead)
    link = withdrawal_of(delivery)
    language, answers_to = language_of(enquiry), reply_to(clinic, enquiry)
    message = EmailMessage(
        subject=words(reply.subject),
        body=body(reply.text, clinic, language=language, withdrawal=link),
        from_email=sender(clinic),
        to=[delivery.recipient],
        reply_to=[answers_to] if answers_to else None,
        headers={"Message-ID": delivery.message_id, **unsubscribe_headers([link] if link else [])},
    )
    if reply.consultation_at:
        message.attach(calendar_part(file_of(reply, lead, clinic, language=language)))
    return message


def body(text: str, clinic: ClinicSettings, *, language: str, withdrawal: str = "") -> str:
    """The text with what stands below it, in the person's language; a plain string, which pages still escape."""
    context = {"text": text, "clinic": clinic, "withdrawal": withdrawal}
    with translation.override(language):
        return f"{render_to_string('leads/email/reply.txt', context).rstrip()}\n"


def sender(clinic: ClinicSettings) -> str:
    """The site's own address under the clinic's name."""
    return formataddr((words(clinic.name), own_address()))


def reply_to(clinic: ClinicSettings, enquiry: Enquiry | None) -> str:
    """Where the person's answer arrives: as the form says, or at the clinic."""
    form = form_of(enquiry) if enquiry else None
    return (form.reply_to if form else "") or clinic.email


def withdrawal_of(delivery: Delivery) -> str:
    """Where the person can withdraw the consent on which the message is sent; "" for an answer, which needs none."""
    purpose = delivery.payload.get("purpose", "")
    if not purpose:
        return ""
    given = ConsentRecord.objects.in_force().filter(purpose=purpose, enquiry__email_key=email_key(delivery.recipient))
    consent = given.select_related("enquiry__site").order_by("-pk").first()
    if consent is None:
        raise ObsoleteMailError(WITHDRAWN)
    return withdrawal_link(consent.enquiry, purpose)


def file_of(reply: Reply, lead: Lead, clinic: ClinicSettings, *, language: str) -> bytes:
    """The file for the person's calendar, of the time that the reply was written about."""
    lead.consultation_at, lead.consultation_minutes = reply.consultation_at, reply.consultation_minutes
    with translation.override(language):
        return appointment_file(lead, clinic, for_visitor=True)


def calendar_part(content: bytes) -> SafeMIMEText:
    """A part that calendars offer to take over; its header names the method that the file names (RFC 6047)."""
    text = content.decode()
    method = METHOD.search(text)
    part = SafeMIMEText(text, "calendar", "utf-8")
    part.set_param("method", method[1] if method else "PUBLISH")
    part.add_header("Content-Disposition", "attachment", filename="appointment.ics")
    return part
