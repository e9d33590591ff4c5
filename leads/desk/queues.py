"""The tabs of the inbox: named parts of all leads, and how many are in each."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db.models import IntegerField, Subquery
from django.utils.translation import gettext_lazy as _

from leads.models import Lead, LeadQuerySet, LeadStatus

COUNT_LIMIT = 999
"""Counts are exact up to here; a bigger one is shown as 999+ and costs no more than this one."""


@dataclass(frozen=True)
class Queue:
    """A part of all leads; `narrow` takes it for a user, `is_pinned` keeps its tab when it is empty."""

    key: str
    label: str
    narrow: Callable[[LeadQuerySet, object], LeadQuerySet]
    is_pinned: bool = True
    empty_text: str = ""


def _status_queue(status: LeadStatus) -> Queue:
    return Queue(
        key=status.value,
        label=status.label,
        narrow=lambda leads, user: leads.filter(status=status),
        is_pinned=status in {LeadStatus.NEW, LeadStatus.ATTEMPTED, LeadStatus.CONTACTED},
    )


OPEN = Queue(
    "open",
    _("All open"),
    lambda leads, user: leads.open(),
    empty_text=_("Every lead is closed. New enquiries will appear here by themselves."),
)
ALL = Queue("all", _("All"), lambda leads, user: leads)
QUEUES = (
    OPEN,
    Queue(
        "mine",
        _("Mine"),
        lambda leads, user: leads.open().filter(owner=user),
        empty_text=_("No open lead is yours. Open a lead, or the menu beside its name, to take it."),
    ),
    Queue(
        "unread",
        _("Unread"),
        lambda leads, user: leads.unread(),
        empty_text=_("Nothing unread: somebody has looked at every enquiry."),
    ),
    Queue(
        "overdue",
        _("Overdue"),
        lambda leads, user: leads.overdue(),
        empty_text=_("Nothing overdue: everybody was answered in time or can still be."),
    ),
    ALL,
    *(_status_queue(status) for status in LeadStatus),
)


def queue_choices() -> list[tuple[str, str]]:
    """Every queue but the one that no choice means."""
    return [(queue.key, queue.label) for queue in QUEUES if queue is not OPEN]


def find_queue(key: str | None, *, is_searching: bool) -> Queue:
    """The queue of that name; without a name the open leads, and all of them when somebody searches."""
    default = ALL if is_searching else OPEN
    return next((queue for queue in QUEUES if queue.key == key), default)


class CappedCount(Subquery):
    """How many rows a queryset has, counting no further than one past COUNT_LIMIT."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS capped)"
    output_field = IntegerField()

    def __init__(self, queryset, **extra):
        super().__init__(queryset.order_by().values("pk")[: COUNT_LIMIT + 1], **extra)


def count_queues(user) -> dict[str, int]:
    """How many leads each queue holds for this user, in one query; more than COUNT_LIMIT are not told apart."""
    counts = {f"n_{queue.key}": CappedCount(queue.narrow(Lead.objects.all(), user)) for queue in QUEUES}
    row = get_user_model()._default_manager.filter(pk=user.pk).values(**counts).get()
    return {queue.key: row[f"n_{queue.key}"] for queue in QUEUES}


@dataclass(frozen=True)
class Tab:
    """A queue as the inbox shows it."""

    label: str
    count: str
    querystring: str
    is_current: bool


def build_tabs(counts: dict[str, int], current: Queue) -> list[Tab]:
    """The tabs with their counts; unpinned queues without leads have none."""
    return [
        Tab(
            label=queue.label,
            count=show_count(counts[queue.key]),
            querystring="" if queue is OPEN else f"?status={queue.key}",
            is_current=queue is current,
        )
        for queue in QUEUES
        if queue.is_pinned or queue is current or counts[queue.key]
    ]


def show_count(count: int) -> str:
    """A count in words: 0 to 999, then 999+."""
    return f"{COUNT_LIMIT}+" if count > COUNT_LIMIT else str(count)
