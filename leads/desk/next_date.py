"""The date that a lead waits for, as its row shows it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from leads.models import Lead, LeadStatus


@dataclass(frozen=True)
class NextDate:
    """What happens then; `is_past` when somebody should have done it."""

    label: str
    at: datetime
    is_past: bool
    is_to_the_minute: bool


def next_date(lead: Lead, now: datetime | None = None) -> NextDate | None:
    """The consultation of a booked lead, or else when to turn to the person again; nothing for closed leads."""
    now = now or timezone.now()
    if lead.is_closed:
        return None
    if lead.status == LeadStatus.BOOKED and lead.consultation_at:
        return NextDate(_("Consultation"), lead.consultation_at, lead.consultation_at < now, is_to_the_minute=True)
    if lead.follow_up_at:
        return NextDate(_("Follow up"), lead.follow_up_at, lead.follow_up_at <= now, is_to_the_minute=False)
    return None
