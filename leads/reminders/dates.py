"""Dates that staff have set: a follow-up that is due, a consultation that is tomorrow."""

from datetime import timedelta

from django.utils import timezone

from leads.models import Lead, LeadStatus
from leads.reminders.people import addresses_of, stamp, tell
from leads.reminders.taking import change, take_each

AHEAD = timedelta(hours=24)
"""How long before a consultation its owner is reminded."""


def remind_of_follow_ups() -> None:
    """Leads whose follow-up date has come."""
    take_each(Lead.objects.to_remind(), remind_of_follow_up)


def announce_consultations() -> None:
    """Consultations of the next 24 hours."""
    take_each(Lead.objects.to_announce(timezone.now() + AHEAD), announce_consultation)


def remind_of_follow_up(lead: Lead) -> None:
    """The day has come to turn to this person again; a lead that is closed by now is passed over."""
    change(lead, follow_up_reminded_for=lead.follow_up_at)
    if not lead.is_closed:
        tell(lead, "follow_up", addresses_of(lead), key=stamp(lead.follow_up_at))


def announce_consultation(lead: Lead) -> None:
    """The consultation is tomorrow; one that was given up, or fixed too late to be announced, is passed over."""
    change(lead, consultation_reminded_for=lead.consultation_at)
    if lead.status == LeadStatus.BOOKED and lead.consultation_at > timezone.now():
        tell(lead, "consultation", addresses_of(lead), key=stamp(lead.consultation_at))
