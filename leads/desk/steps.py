"""The steps that can be taken on a lead right now, for its page and for its row in the inbox alike."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from leads.desk.permissions import lead_policy
from leads.models import Lead, LeadStatus
from leads.pipeline import can_move


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
    """The moves that the pipeline allows from where the lead stands."""
    contacted = Step(_("Mark contacted"), "check", step_url("mark_contacted", lead, lead.status), is_primary=True)
    attempted = Step(_("Mark attempted"), "history", step_url("mark_attempted", lead, lead.status))
    moves = [(LeadStatus.CONTACTED, contacted), (LeadStatus.ATTEMPTED, attempted)]
    return [step for target, step in moves if can_move(lead.status, target)]
