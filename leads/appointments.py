"""The calendar file of a consultation, for whoever works at the clinic and for the person who comes."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from leads import calendar_lines
from leads.models import Activity, ActivityKind, ClinicSettings, Lead, LeadStatus

PRODUCT = "-//wagtail-treatment-pages//leads//EN"

MOVES = (ActivityKind.STATUS, ActivityKind.REOPENED, ActivityKind.UNDO, ActivityKind.UNDONE)
"""Entries that can fix, move or give up a consultation."""


class NoAppointmentError(Exception):
    """No consultation was ever booked, so no calendar can hold one."""


@dataclass(frozen=True)
class Appointment:
    """A consultation as calendars know it.

    `uid` is the same for as long as the consultation is only moved, `sequence` is higher with every change; `starts` is
    None when it was given up and nobody knows any more for when it had been.
    """

    uid: str
    sequence: int
    starts: datetime | None
    minutes: int
    is_given_up: bool


def appointment_file(lead: Lead, clinic: ClinicSettings, *, for_visitor: bool) -> bytes:
    """The last consultation of a lead as an iCalendar file (RFC 5545), in the active language; one query.

    It says nothing about health or person: staff read the lead's reference, the visitor the clinic's name. One that was
    given up is cancelled by it. Raises NoAppointmentError.
    """
    appointment = appointment_of(lead)
    event = calendar_lines.component(
        "VEVENT",
        f"UID:{appointment.uid}",
        f"SEQUENCE:{appointment.sequence}",
        f"DTSTAMP:{calendar_lines.moment(timezone.now())}",
        *times(appointment),
        f"STATUS:{'CANCELLED' if appointment.is_given_up else 'CONFIRMED'}",
        *wording(lead, clinic, for_visitor=for_visitor),
    )
    method = "CANCEL" if appointment.is_given_up else "PUBLISH"
    calendar = calendar_lines.component("VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", f"METHOD:{method}", *event)
    return calendar_lines.written(calendar)


def appointment_of(lead: Lead) -> Appointment:
    """The consultation that was booked last, as it stands; raises NoAppointmentError."""
    moves = list(lead.activities.filter(kind__in=MOVES).order_by("pk"))
    bookings = [number for number, move in enumerate(moves) if is_new_booking(move)]
    if not bookings and lead.consultation_at is None:
        raise NoAppointmentError
    booking, *changes = moves[bookings[-1] :] if bookings else [None]
    return Appointment(
        uid=str(uuid.uuid5(uuid.NAMESPACE_OID, key_of(lead, booking))),
        sequence=len(changes),
        starts=lead.consultation_at or last_known_time([booking, *changes]),
        minutes=lead.consultation_minutes,
        is_given_up=lead.consultation_at is None,
    )


def is_new_booking(move: Activity) -> bool:
    """Whether a consultation was fixed, and not only moved; what was taken back since had been one nevertheless."""
    is_set = move.kind in (ActivityKind.STATUS, ActivityKind.UNDONE) and move.to_value == LeadStatus.BOOKED
    return is_set and move.from_value != LeadStatus.BOOKED


def key_of(lead: Lead, booking: Activity | None) -> str:
    """What no other consultation has, here or in another installation."""
    since = booking or lead
    return f"consultation:{lead.pk}:{booking.pk if booking else ''}:{since.created_at.isoformat()}"


def last_known_time(moves: list[Activity]) -> datetime | None:
    """For when a consultation was fixed before it was given up."""
    for move in reversed([move for move in moves if move]):
        for state in ("before", "after"):
            if time := move.data.get(state, {}).get("consultation_at"):
                return parse_datetime(time)
    return None


def times(appointment: Appointment) -> list[str]:
    """Beginning and end, where they are known."""
    if appointment.starts is None:
        return []
    ends = appointment.starts + timedelta(minutes=appointment.minutes)
    return [f"DTSTART:{calendar_lines.moment(appointment.starts)}", f"DTEND:{calendar_lines.moment(ends)}"]


def wording(lead: Lead, clinic: ClinicSettings, *, for_visitor: bool) -> list[str]:
    """What a reader sees in the calendar."""
    address = ", ".join(filter(None, [clinic.street, clinic.locality, clinic.postal_code]))
    summary = visitor_summary(clinic) if for_visitor else _("Consultation %(lead)s") % {"lead": lead.reference}
    lines = [f"SUMMARY:{calendar_lines.text(summary)}"]
    if address:
        lines.append(f"LOCATION:{calendar_lines.text(address)}")
    if for_visitor and clinic.phone:
        call = _("If you cannot come, please call %(phone)s.") % {"phone": clinic.phone}
        lines.append(f"DESCRIPTION:{calendar_lines.text(call)}")
    if clinic.email:
        name = calendar_lines.parameter(clinic.name)
        lines.append(f"ORGANIZER;CN={name}:{calendar_lines.mail_address(clinic.email)}")
    return lines


def visitor_summary(clinic: ClinicSettings) -> str:
    """How the person who comes calls it."""
    return _("Consultation at %(clinic)s") % {"clinic": clinic.name} if clinic.name else _("Consultation")
