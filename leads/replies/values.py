"""What the variables of a reply stand for, for one lead and one user, in the language of the person."""

from datetime import datetime, time
from itertools import groupby

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format, get_format, time_format

from leads.clock import opening_week, time_zone
from leads.models import ClinicSettings, Enquiry, Lead, Weekday
from leads.replies.permission import is_booked
from leads.visitor_text import on_one_line, storable

TITLES = {"dr", "prof", "mr", "mrs", "ms", "miss", "mx", "herr", "frau"}
"""What may stand before a first name."""


def last_enquiry(lead: Lead) -> Enquiry | None:
    """The latest thing the person sent, which decides about the language and where answers go; one query."""
    return lead.enquiries.select_related("form").defer("answers").order_by("-received_at", "-pk").first()


def language_of(enquiry: Enquiry | None) -> str:
    """The language that the person read, or the site's own."""
    return (enquiry.language if enquiry else "") or settings.LANGUAGE_CODE


def values_for(lead: Lead, clinic: ClinicSettings, user, *, language: str) -> dict[str, str]:
    """A value for every variable; "" for what the lead, the clinic or the user does not have."""
    with translation.override(language):
        return {
            "name": words(lead.name),
            "first_name": first_name(lead.name),
            "subject": words(lead.subject),
            "reference": lead.reference if lead.pk else "",
            "consultation": consultation(lead, clinic),
            "clinic_name": words(clinic.name),
            "clinic_phone": words(clinic.phone),
            "clinic_address": address(clinic),
            "opening_hours": opening_hours(clinic),
            "staff_name": words(user.get_full_name()) if user else "",
        }


def words(text: str) -> str:
    """A text of one line, safe for headers."""
    return " ".join(on_one_line(storable(text)).split())


def first_name(name: str) -> str:
    """How somebody is addressed: “Amara” of “Amara Osei”, of “Dr Amara Osei” and of “Osei, Amara”."""
    name = words(name)
    last, comma, first = name.partition(",")
    parts = (first if comma and first.strip() else last).split()
    while len(parts) > 1 and parts[0].rstrip(".").casefold() in TITLES:
        parts = parts[1:]
    return parts[0] if parts else ""


def consultation(lead: Lead, clinic: ClinicSettings) -> str:
    """Day and time by the clinic's clock, while a consultation is booked."""
    return moment(lead.consultation_at, clinic) if is_booked(lead) else ""


def moment(at: datetime, clinic: ClinicSettings) -> str:
    """Such as “Tuesday, 1 December 2026, 14:30”, by the clinic's clock; months are written out, as in a letter."""
    local = timezone.localtime(at, time_zone(clinic))
    day = date_format(local, f"l, {get_format('DATE_FORMAT').replace('M', 'F')}")
    return f"{day}, {time_format(local.time(), 'H:i')}"


def address(clinic: ClinicSettings) -> str:
    """Street, then town and postcode."""
    town = " ".join(filter(None, [words(clinic.locality), words(clinic.postal_code)]))
    return "\n".join(filter(None, [words(clinic.street), town]))


def opening_hours(clinic: ClinicSettings) -> str:
    """One line for days in a row that are alike; days that stay closed are left out. One query."""
    week = opening_week(clinic) if clinic.pk else {}
    alike = [(spans, list(days)) for spans, days in groupby(Weekday, key=week.get)]
    return "\n".join(f"{days_label(days)}: {', '.join(map(span_label, spans))}" for spans, days in alike if spans)


def days_label(days: list[Weekday]) -> str:
    """“Monday”, or “Tuesday – Friday”."""
    first, last = days[0].label, days[-1].label
    return str(first) if len(days) == 1 else f"{first} – {last}"


def span_label(span: tuple[time, time]) -> str:
    """Such as 09:00–18:00."""
    opens, closes = span
    return f"{time_format(opens, 'H:i')}–{time_format(closes, 'H:i')}"
