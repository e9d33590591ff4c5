"""A promise to answer that was broken, and the second person who hears of it."""

from django.utils import timezone

from leads.clinics import clinic_of
from leads.clock import due_at
from leads.models import ActivityKind, DeliveryKind, Lead
from leads.reminders.people import addresses_of, form_of_lead, stamp, tell
from leads.reminders.taking import change, take_each


def notice_breaches() -> None:
    """Leads whose reply time has passed without an answer: their people are told, and escalation is fixed."""
    take_each(Lead.objects.to_breach(), breach)


def escalate_breaches() -> None:
    """Leads that are still without an answer when their second person is to be told."""
    take_each(Lead.objects.filter(escalate_at__lte=timezone.now()), escalate)


def breach(lead: Lead) -> None:
    """The promise to this person is broken."""
    form = form_of_lead(lead)
    escalate_at = None
    if form.escalate_to:
        escalate_at = due_at(lead.response_due_at, form.escalation_minutes, clinic_of(lead.site))
    change(lead, breached_at=timezone.now(), escalate_at=escalate_at)
    lead.activities.create(kind=ActivityKind.BREACHED)
    tell(lead, "breach", addresses_of(lead), key=stamp(lead.response_due_at))


def escalate(lead: Lead) -> None:
    """Tell the second person, unless somebody has answered meanwhile."""
    change(lead, escalate_at=None)
    address = form_of_lead(lead).escalate_to
    if lead.is_waiting and address:
        change(lead, escalated_at=timezone.now())
        lead.activities.create(kind=ActivityKind.ESCALATED)
        tell(lead, "escalation", [address], key=stamp(lead.response_due_at), kind=DeliveryKind.ESCALATION)
