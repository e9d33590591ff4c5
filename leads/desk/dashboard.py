"""What waits at the desk, on Wagtail's home page."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.forms import Media
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from leads.desk.counts import count_capped, show_count
from leads.desk.messages.search import ATTENTION
from leads.desk.permissions import lead_policy, visible_deliveries, visible_enquiries, visible_leads
from leads.desk.queues import DUE_TODAY, OVERDUE, QUARANTINE, WAITING, Queue
from leads.models import LeadStatus

DEAD = "dead"
"""What messages that were given up are counted under."""


@dataclass(frozen=True)
class Figure:
    """A number and the view that shows just those; an urgent one stands out while it is not zero."""

    label: str
    number: int
    url: str
    icon: str
    is_urgent: bool = False

    @property
    def text(self) -> str:
        """The number as it is shown."""
        return show_count(self.number)


class DeskPanel(Component):
    """The desk's figures for those who may see leads; nothing at all for others."""

    name = "lead_desk"
    order = 20
    template_name = "leads/desk/includes/dashboard.html"
    media = Media(css={"all": ["leads/desk-dashboard.css"]})

    def __init__(self, user) -> None:
        self.user = user

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures in the order in which a morning goes through them; one query besides those for permissions."""
        if not lead_policy.user_has_permission(self.user, "view"):
            return []
        leads, inbox = visible_leads(self.user), reverse("leads_lead_modeladmin_index")
        counts = count_capped(
            {
                LeadStatus.NEW.value: leads.filter(status=LeadStatus.NEW),
                **{queue.key: queue.narrow(leads, self.user) for queue in (WAITING, OVERDUE, DUE_TODAY)},
                QUARANTINE: visible_enquiries(self.user).quarantined(),
                DEAD: visible_deliveries(self.user).dead(),
            },
            user=self.user,
        )
        new = f"{inbox}?{urlencode({'queue': 'all', 'status': LeadStatus.NEW.value})}"
        messages = f"{reverse('leads_lead_modeladmin_messages')}?{urlencode({'state': ATTENTION})}"
        return [
            Figure(_("New"), counts[LeadStatus.NEW], new, "mail"),
            Figure(_("Waiting for a first answer"), counts[WAITING.key], address(WAITING), "history"),
            Figure(_("Overdue"), counts[OVERDUE.key], address(OVERDUE), "warning", is_urgent=True),
            Figure(_("Due today"), counts[DUE_TODAY.key], address(DUE_TODAY), "calendar"),
            Figure(_("In quarantine"), counts[QUARANTINE], reverse("leads_lead_modeladmin_quarantine"), "lock"),
            Figure(_("Messages given up"), counts[DEAD], messages, "cross", is_urgent=True),
        ]

    def get_context_data(self, parent_context):
        return {"figures": self.figures}

    def render_html(self, parent_context=None):
        return super().render_html(parent_context) if self.figures else ""


def address(queue: Queue) -> str:
    """Where a queue is shown."""
    return f"{reverse('leads_lead_modeladmin_index')}?{urlencode({'queue': queue.key})}"


def add_desk_panel(request, panels: list) -> None:
    """Put the desk's figures on the home page."""
    panels.append(DeskPanel(request.user))
