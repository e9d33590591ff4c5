"""How long a person has been waiting for an answer, in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leads.models import Lead, LeadStatus

SOON = timedelta(hours=1)
"""How long before the promised time a lead begins to stand out."""


@dataclass(frozen=True)
class ClockReading:
    """What to show: `tone` is overdue, soon, waiting or quiet; `at` is the moment it speaks of."""

    text: str
    tone: str
    at: datetime | None = None


def read_clock(lead: Lead, now: datetime | None = None) -> ClockReading:
    """The state of the promise to answer; a closed lead is waiting for nothing."""
    now = now or timezone.now()
    if lead.first_response_at:
        was_reached = lead.status != LeadStatus.ATTEMPTED
        return ClockReading(_("Answered") if was_reached else _("Tried"), "quiet", lead.first_response_at)
    if lead.is_closed or not lead.response_due_at:
        return ClockReading("", "quiet")
    left = lead.response_due_at - now
    if left < timedelta(0):
        return ClockReading(_("Overdue by %(time)s") % {"time": in_words(-left)}, "overdue", lead.response_due_at)
    tone = "soon" if left < SOON else "waiting"
    return ClockReading(_("Due in %(time)s") % {"time": in_words(left)}, tone, lead.response_due_at)


def in_words(span: timedelta) -> str:
    """A length of time in its largest unit, rounded down: 35 min, 2 h, 3 days; never less than a minute."""
    minutes = max(1, int(span.total_seconds() // 60))
    if minutes < 60:
        return _("%(n)d min") % {"n": minutes}
    if minutes < 24 * 60:
        return _("%(n)d h") % {"n": minutes // 60}
    days = minutes // (24 * 60)
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
