"""The queues and the statuses as links with their counts."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from leads.desk.counts import show_count
from leads.desk.queues import ALL, OPEN, QUARANTINE, QUEUES, Queue
from leads.models import LeadStatus


@dataclass(frozen=True)
class Tab:
    """A part of the desk; its address shows exactly as many leads as `count` says."""

    label: str
    count: str
    url: str
    is_current: bool


def build_tabs(counts: dict[str, int], current: Queue | None) -> list[Tab]:
    """The queues with their counts, and the quarantine, which is what is shown without a current queue."""
    tabs = [queue_tab(queue, counts, is_current=queue is current) for queue in QUEUES if queue is not ALL]
    return [
        *tabs,
        quarantine_tab(counts, is_current=current is None),
        queue_tab(ALL, counts, is_current=current is ALL),
    ]


def queue_tab(queue: Queue, counts: dict[str, int], *, is_current: bool) -> Tab:
    """A part of the inbox."""
    inbox = reverse("leads_lead_modeladmin_index")
    url = inbox if queue is OPEN else f"{inbox}?queue={queue.key}"
    return Tab(queue.label, show_count(counts[queue.key]), url, is_current)


def quarantine_tab(counts: dict[str, int], *, is_current: bool) -> Tab:
    """What no lead was made of yet."""
    url = reverse("leads_lead_modeladmin_quarantine")
    return Tab(_("Quarantine"), show_count(counts[QUARANTINE]), url, is_current)


def build_statuses(counts: dict[str, int], current: str) -> list[Tab]:
    """Every status with its leads, whichever queue they are in."""
    inbox = reverse("leads_lead_modeladmin_index")
    return [
        Tab(status.label, show_count(counts[status]), f"{inbox}?queue=all&status={status}", status == current)
        for status in LeadStatus
    ]
