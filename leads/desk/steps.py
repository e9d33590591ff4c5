"""The steps that can be taken on a lead right now, for its page and for its row in the inbox alike."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from leads.desk.permissions import lead_policy
from leads.models import Lead, LeadStatus

CONTACTED = ("mark_contacted", "check", _("Mark contacted"))
ATTEMPTED = ("mark_attempted", "history", _("Mark attempted"))
ATTENDED = ("mark_attended", "check", _("Came to the consultation"))
NO_SHOW = ("mark_no_show", "cross", _("Did not come"))
CONVERT = ("convert", "check", _("Mark converted"))

LIKELY_NEXT = {
    LeadStatus.NEW: (CONTACTED, ATTEMPTED),
    LeadStatus.ATTEMPTED: (CONTACTED, ATTEMPTED),
    LeadStatus.ON_HOLD: (CONTACTED, ATTEMPTED),
    LeadStatus.NO_SHOW: (CONTACTED, ATTEMPTED),
    LeadStatus.BOOKED: (ATTENDED, NO_SHOW),
    LeadStatus.ATTENDED: (CONVERT,),
}
"""Moves that need no date and no reason, by where the lead stands, the likeliest first."""


@dataclass(frozen=True)
class Step:
    """One thing to do with a lead; its address remembers what the user saw, so that a stale click is refused."""

    label: str
    icon: str
    url: str
    is_primary: bool = False

    def as_row_button(self, priority: int) -> Button:
        """A menu entry that posts to the step and comes back to the listing."""
        attrs = {
            "data-controller": "w-action",
            "data-action": "w-action#post",
            "data-w-action-url-value": self.url,
        }
        return Button(self.label, icon_name=self.icon, attrs=attrs, priority=priority)


def step_url(action: str, lead: Lead, seen: object) -> str:
    """The address of a step, with what the lead looked like when it was offered."""
    return f"{reverse(f'leads_lead_modeladmin_{action}', args=[lead.pk])}?{urlencode({'seen': seen})}"


def seen_owner(lead: Lead) -> str:
    """The owner as a step's address remembers it; empty for nobody."""
    return str(lead.owner_id or "")


def available_steps(lead: Lead, user) -> list[Step]:
    """What the pipeline and the user's permissions allow, the likeliest first."""
    steps = []
    if lead_policy.user_has_permission_for_instance(user, "change", lead):
        steps += status_steps(lead)
    if lead.owner_id != user.pk and lead_policy.user_has_permission_for_instance(user, "assign", lead):
        steps.append(Step(_("Assign to me"), "user", step_url("take", lead, seen_owner(lead))))
    return steps


def status_steps(lead: Lead) -> list[Step]:
    """The likely moves from where the lead stands; one without enquiries only needs closing."""
    if lead.emptied_into_id:
        close = Step(_("Close this lead"), "check", step_url("close_emptied", lead, lead.status), is_primary=True)
        return [] if lead.is_closed else [close]
    return [
        Step(label, icon, step_url(action, lead, lead.status), is_primary=number == 0)
        for number, (action, icon, label) in enumerate(LIKELY_NEXT.get(lead.status, ()))
    ]
