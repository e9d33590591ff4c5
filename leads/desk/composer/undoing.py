"""What taking the last change back would do, in words, before somebody does it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from leads.desk.sentences import show, status_label
from leads.desk.timeline import Entry, tell
from leads.models import Activity, ActivityKind
from leads.models.lead_steps import MOVES, restored


@dataclass(frozen=True)
class Undoing:
    """The change that would be taken back, and what the lead would be then."""

    change: Entry
    status: str
    dates: list[str]


def undoing_of(activities: list[Activity]) -> Undoing | None:
    """None when there is nothing to take back; no query."""
    moves = [activity for activity in activities if activity.kind in MOVES]
    last = max(moves, key=lambda activity: activity.pk, default=None)
    if last is None or last.kind == ActivityKind.REOPENED or "before" not in last.data:
        return None
    before = restored(last.data["before"])
    return Undoing(tell([last])[0], status_label(before["status"]), dates_of(before))


def dates_of(before: dict) -> list[str]:
    """The dates that would stand again, and those that would be gone."""
    labels = {"follow_up_at": _("Follow-up: %(value)s"), "consultation_at": _("Consultation: %(value)s")}
    return [
        label % {"value": show(before[name]) if before[name] else _("none")}
        for name, label in labels.items()
        if name in before
    ]
