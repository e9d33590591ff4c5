"""What the page of a lead says about its consultation."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from leads.models import Activity, Lead, LeadStatus

FOR_VISITOR = "visitor"
"""The value of `for` in the address of the file for the person who comes."""


@dataclass(frozen=True)
class OfferedAppointment:
    """The consultation with its files; `at` is None when the last one was given up."""

    at: datetime | None
    minutes: int
    is_past: bool
    staff_url: str
    visitor_url: str


def appointment_of_page(lead: Lead, activities: list[Activity]) -> OfferedAppointment | None:
    """None for a lead that never had a consultation; no query."""
    was_booked = any(LeadStatus.BOOKED in (activity.from_value, activity.to_value) for activity in activities)
    if lead.consultation_at is None and not was_booked:
        return None
    url = reverse("leads_lead_modeladmin_appointment", args=[lead.pk])
    is_past = lead.consultation_at is not None and lead.consultation_at < timezone.now()
    return OfferedAppointment(lead.consultation_at, lead.consultation_minutes, is_past, url, f"{url}?for={FOR_VISITOR}")
