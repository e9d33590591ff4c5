"""Gives new leads to whom has the fewest, and takes them back when they stay unanswered."""

from django.contrib.auth import get_user_model
from django.db.models import Count, Q
from django.utils import timezone

from leads.clinics import clinic_of
from leads.clock import due_at
from leads.desk.permissions import lead_policy
from leads.models import CLOSED_STATUSES, ActivityKind, EnquiryForm, Lead
from leads.reminders.people import addresses_of, form_of_lead, stamp, tell
from leads.reminders.taking import change, take_each


def hand_out_leads() -> None:
    """New leads of forms that give them out."""
    take_each(Lead.objects.filter(hand_out_at__lte=timezone.now()), hand_out)


def take_leads_back() -> None:
    """Leads that the one they were given to has left unanswered."""
    take_each(Lead.objects.filter(hand_back_at__lte=timezone.now()), hand_back)


def hand_out(lead: Lead) -> None:
    """Give the lead to the least loaded person of its form's list; where there is none, it stays in the queue."""
    change(lead, hand_out_at=None)
    form = form_of_lead(lead)
    person = least_loaded(form, lead) if lead.is_waiting and lead.owner_id is None else None
    if person is None:
        return
    now = timezone.now()
    change(lead, owner=person, handed_out_at=now, hand_back_at=due_at(now, form.handout_minutes, clinic_of(lead.site)))
    lead.activities.create(kind=ActivityKind.HANDED_OUT, to_value=person.get_username())
    tell(lead, "handed_out", addresses_of(lead), key=stamp(now))


def hand_back(lead: Lead) -> None:
    """Nobody owns the lead any more, and the form's recipients hear of it; once is enough, it is not given out anew."""
    change(lead, hand_back_at=None)
    if not lead.is_waiting or lead.owner_id is None:
        return
    before = lead.owner.get_username()
    change(lead, owner=None)
    lead.activities.create(kind=ActivityKind.HANDED_BACK, from_value=before)
    tell(lead, "handed_back", addresses_of(lead), key=stamp(lead.handed_out_at))


def least_loaded(form: EnquiryForm, lead: Lead):
    """The person of the form's list who may see the lead and has the fewest open ones; of equals the first listed."""
    is_open = ~Q(owned_leads__status__in=CLOSED_STATUSES)
    users = get_user_model()._default_manager.filter(pk__in=form.agents.values("user"), is_active=True)
    loads = {user.pk: (user.load, user) for user in users.annotate(load=Count("owned_leads", filter=is_open))}
    listed = [loads[agent.user_id] for agent in form.agents.all() if agent.user_id in loads]
    able = [entry for entry in listed if lead_policy.user_has_permission_for_instance(entry[1], "view", lead)]
    return min(able, key=lambda entry: entry[0])[1] if able else None
