"""The message that brings a booked consultation into the calendar of the lead's owner; it names nobody."""

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from leads.acknowledgements import is_one_address
from leads.appointments import appointment_file
from leads.clinics import clinic_of
from leads.links import lead_link
from leads.models import ActivityKind, Delivery, DeliveryKind, Lead, LeadStatus
from leads.outbox import address_digest, new_message_id, queue
from leads.replies.obsolete import ObsoleteMailError
from leads.replies.permission import is_booked
from leads.replies.reply_mail import calendar_part
from leads.replies.values import moment

CANCELLED = "The consultation is not booked any more."


def tell_owner_of_appointment(lead: Lead) -> None:
    """Queue the appointment for the owner's mailbox, once a booking; nothing without an owner or their address."""
    address = lead.owner.email if lead.owner else ""
    if not is_booked(lead) or not is_one_address(address):
        return
    queue(
        [
            Delivery(
                kind=DeliveryKind.APPOINTMENT,
                lead=lead,
                recipient=address,
                dedupe_key=f"appointment:{lead.pk}:{booking_of(lead)}:{address_digest(address)}",
                message_id=new_message_id(),
            )
        ]
    )


def booking_of(lead: Lead) -> int:
    """The key of the entry that fixed the consultation; another booking for the same time is another one."""
    bookings = lead.activities.filter(kind=ActivityKind.STATUS, to_value=LeadStatus.BOOKED)
    return bookings.order_by("-pk").values_list("pk", flat=True).first() or 0


def appointment_mail(delivery: Delivery) -> EmailMessage:
    """The message with the time as it is now; ObsoleteMailError when nothing is booked any more."""
    lead = delivery.lead
    if not is_booked(lead):
        raise ObsoleteMailError(CANCELLED)
    clinic = clinic_of(lead.site)
    context = {
        "reference": lead.reference,
        "time": moment(lead.consultation_at, clinic),
        "minutes": lead.consultation_minutes,
        "link": lead_link(lead),
    }
    message = EmailMessage(
        subject=_("Consultation %(reference)s") % context,
        body=render_to_string("leads/email/appointment.txt", context),
        to=[delivery.recipient],
        headers={"Message-ID": delivery.message_id, "Auto-Submitted": "auto-generated"},
    )
    message.attach(calendar_part(appointment_file(lead, clinic, for_visitor=False)))
    return message
