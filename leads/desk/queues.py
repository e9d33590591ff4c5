"""The queues of the desk, which its tabs show: named parts of all leads, and how many are in each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leads.desk.counts import count_capped
from leads.desk.permissions import visible_enquiries, visible_leads
from leads.models import CLOSED_STATUSES, LeadQuerySet, LeadStatus

QUARANTINE = "quarantine"
"""What enquiries in quarantine are counted under; they have no lead yet."""


@dataclass(frozen=True)
class Queue:
    """A part of all leads, taken by `narrow` for a user and read by `ordering` unless another is asked for.

    `empty_heading` and `empty_text` say why nothing is in it and what that means.
    """

    key: str
    label: str
    narrow: Callable[[LeadQuerySet, object], LeadQuerySet]
    empty_heading: str
    empty_text: str = ""
    ordering: str = "-received"


def end_of_day() -> datetime:
    """The midnight that ends today where the project's clock hangs."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


OPEN = Queue(
    "open",
    _("All open"),
    lambda leads, user: leads.open(),
    _("Every lead is closed"),
    _("New enquiries appear here by themselves."),
)
MINE = Queue(
    "mine",
    _("Mine"),
    lambda leads, user: leads.open().filter(owner=user),
    _("No open lead is yours"),
    _("Take one: press “a” on its row, choose “Assign to me” in the menu beside its name, or tick several at once."),
)
UNREAD = Queue(
    "unread",
    _("Unread"),
    lambda leads, user: leads.unread(),
    _("Nothing unread"),
    _("Somebody has looked at every enquiry."),
)
WAITING = Queue(
    "waiting",
    _("Waiting"),
    lambda leads, user: leads.waiting(),
    _("Nobody is waiting for a first answer"),
    _("Somebody has called or written to everyone."),
    ordering="due",
)
OVERDUE = Queue(
    "overdue",
    _("Overdue"),
    lambda leads, user: leads.overdue(),
    _("Nothing overdue"),
    _("Everybody was answered in time or can still be."),
    ordering="due",
)
FOLLOW_UP = Queue(
    "follow_up",
    _("Follow up"),
    lambda leads, user: leads.to_follow_up(),
    _("Nothing to follow up today"),
    _("A lead appears here when the date comes that was set on its page, or on which it is no longer on hold."),
    ordering="follow_up",
)
DUE_TODAY = Queue(
    "due_today",
    _("Due today"),
    lambda leads, user: leads.due_before(end_of_day()),
    _("Nothing due today"),
    _("First answers, follow-ups and consultations appear here on their day, and stay until they are dealt with."),
)
ALL = Queue("all", _("All"), lambda leads, user: leads, _("No leads here"))

QUEUES = (OPEN, MINE, UNREAD, WAITING, OVERDUE, DUE_TODAY, FOLLOW_UP, ALL)
COUNTED_BY = {"-received": "-last_enquiry_at", "due": "response_due_at", "follow_up": "follow_up_at"}
"""The columns whose indexes count the leads of a queue that is read in this order."""
WITH_DUE_DATE_ONLY = (WAITING, OVERDUE)
"""Queues whose leads all wait for an answer: what is due is a plain column there, which an index serves."""


def find_queue(key: str | None, *, status: str = "", is_searching: bool = False) -> Queue:
    """The queue of that name; without one the open leads, and all of them for a search or a closed status."""
    default = ALL if is_searching or status in CLOSED_STATUSES else OPEN
    return next((queue for queue in QUEUES if queue.key == key), default)


def count_queues(user) -> dict[str, int]:
    """How much each queue, each status and the quarantine hold for this user, in one query."""
    leads = visible_leads(user)
    parts = {queue.key: queue.narrow(leads, user).order_by(COUNTED_BY[queue.ordering]) for queue in QUEUES}
    parts |= {status.value: leads.filter(status=status).order_by("-last_enquiry_at") for status in LeadStatus}
    quarantined = visible_enquiries(user).quarantined().order_by("-received_at")
    return count_capped({**parts, QUARANTINE: quarantined}, user=user)
