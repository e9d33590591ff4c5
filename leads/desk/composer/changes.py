"""What others did with a lead since somebody opened its page."""

from dataclasses import dataclass

from leads.desk.timeline import Entry, tell
from leads.models import Activity, ActivityKind, Lead
from leads.models.activity import STATUS_KINDS

SEEN = "seen_activity"
"""The field that holds the key of the newest entry that the user has seen; 0 when there was none."""

MOST_SHOWN = 5
LONGEST_PK = 18
"""Digits of a primary key that every database can compare."""

MOVING_KINDS = (
    *STATUS_KINDS,
    ActivityKind.UNDONE,
    ActivityKind.ASSIGNED,
    ActivityKind.FOLLOW_UP,
    ActivityKind.HANDED_OUT,
    ActivityKind.HANDED_BACK,
)
"""Entries after which a step may not be what its user still wants."""


@dataclass(frozen=True)
class News:
    """The latest of what others did, newest first, and how much more there is."""

    entries: list[Entry]
    more: int


def read_key(text: str | None) -> int:
    """A key as a form or an address holds it; nonsense is before everything."""
    text = text or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_PK else 0


def newest_of(activities) -> int:
    """The key of the newest entry."""
    return max((activity.pk for activity in activities), default=0)


def news_of(lead: Lead, user, *, since: int, moving_only: bool = False) -> News:
    """What others, and the system, did after the entry `since`; two queries at most."""
    found = Activity.objects.filter(lead=lead, pk__gt=since).exclude(actor=user).order_by("-pk")
    if moving_only:
        found = found.filter(kind__in=MOVING_KINDS)
    entries = list(found.select_related("actor", "enquiry", "delivery")[: MOST_SHOWN * 4])
    return News(tell(entries[:MOST_SHOWN]), max(0, len(entries) - MOST_SHOWN))
