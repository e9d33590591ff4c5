"""What staff did with a demo lead: a believable path through the pipeline, on the days it would have happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.utils import timezone

from cms.demo.lead_words import NOTES
from leads.clock import due_at
from leads.models import Activity, ActivityKind, ClinicSettings, Lead, LeadStatus
from leads.models.lead_steps import MOVED_FIELDS, storable
from leads.pipeline import OUTBOUND, LostReason

PATHS = (
    (14, ()),
    (16, (LeadStatus.ATTEMPTED,)),
    (20, (LeadStatus.ATTEMPTED, LeadStatus.CONTACTED)),
    (8, (LeadStatus.CONTACTED,)),
    (12, (LeadStatus.CONTACTED, LeadStatus.BOOKED)),
    (6, (LeadStatus.CONTACTED, LeadStatus.BOOKED, LeadStatus.ATTENDED)),
    (10, (LeadStatus.CONTACTED, LeadStatus.BOOKED, LeadStatus.ATTENDED, LeadStatus.CONVERTED)),
    (4, (LeadStatus.CONTACTED, LeadStatus.BOOKED, LeadStatus.NO_SHOW)),
    (4, (LeadStatus.CONTACTED, LeadStatus.ON_HOLD)),
    (6, (LeadStatus.ATTEMPTED, LeadStatus.LOST)),
)
"""How often (of 100) a lead takes which path; it is cut off where it would reach into the future."""

REASONS = (LostReason.UNREACHABLE, LostReason.PRICE, LostReason.TOO_FAR, LostReason.CHANGED_MIND, LostReason.COMPETITOR)
"""Why leads of the demo are lost."""

FRESH_FOR = timedelta(days=3)
"""Half of the leads of these days still wait, so that the desk has something to do, and something overdue."""

UNTOUCHED_FOR = timedelta(days=6)
"""A lead that is older has been tried at least once, as on any desk that works."""

FIRST_ANSWER_MINUTES = (8, 25, 40, 70, 110, 160, 220, 300, 480)
"""Opening minutes until staff first turn to the person; the promise is 240."""


def live_through(
    lead: Lead, clinic: ClinicSettings, staff: list, rng: Random, path: Sequence[str] | None = None
) -> list[Activity]:
    """Bring the lead to where it stands today, by this path or any; the activities are not stored yet, the lead is."""
    worker = rng.choice(staff) if staff else None
    owner = worker if rng.random() < 0.8 else None
    moves = _moves(lead, clinic, rng, _any_path(lead, rng) if path is None else path)
    changes = _changes(lead, moves, clinic, rng)
    activities = _activities(lead, moves, changes, owner, worker, rng)
    standing = {"owner": owner if moves else None, "is_unread": not moves and rng.random() < 0.85}
    for change in changes:
        standing |= change.after
    if moves:
        standing["first_response_at"] = next((moment for status, moment in moves if status in OUTBOUND), None)
    Lead.objects.filter(pk=lead.pk).update(**standing)
    return activities


@dataclass(frozen=True)
class Change:
    """What a move replaced and what it set, so that it can be told, and taken back."""

    before: dict
    after: dict

    @property
    def data(self) -> dict:
        """The same as the timeline keeps it."""
        details = {name: value for name, value in self.after.items() if name != "status"}
        return {"before": storable(self.before), "after": storable(details)}


def _changes(lead: Lead, moves: list[tuple[str, datetime]], clinic: ClinicSettings, rng: Random) -> list[Change]:
    """What each move changed of the lead, as the lead's own verbs do it."""
    standing = {name: getattr(lead, name) for name in MOVED_FIELDS}
    changes = []
    for place, (status, moment) in enumerate(moves):
        ahead = due_at(timezone.now() + timedelta(days=rng.randint(1, 12)), rng.randint(20, 400), clinic)
        next_moment = moves[place + 1][1] if place + 1 < len(moves) else None
        after = {"status": status, **_details(status, moment, next_moment, ahead, rng)}
        changes.append(Change({name: standing[name] for name in after}, after))
        standing |= after
    return changes


def _details(status: str, moment: datetime, next_moment: datetime | None, ahead: datetime, rng: Random) -> dict:
    """The dates or the reason that a move asks for; a consultation was half an hour before what came of it."""
    if status == LeadStatus.CONTACTED and next_moment is None:
        return {"follow_up_at": rng.choice((None, None, ahead, timezone.now() - timedelta(hours=5)))}
    return {
        LeadStatus.BOOKED: {
            "follow_up_at": None,
            "consultation_at": next_moment - timedelta(minutes=30) if next_moment else ahead,
        },
        LeadStatus.ON_HOLD: {"follow_up_at": ahead},
        LeadStatus.CONVERTED: {"converted_at": moment, "closed_at": moment},
        LeadStatus.LOST: {"lost_reason": rng.choice(REASONS), "closed_at": moment},
    }.get(status, {})


def _any_path(lead: Lead, rng: Random) -> Sequence[str]:
    """What may become of a lead of its age."""
    age = timezone.now() - lead.created_at
    path = rng.choices([path for _weight, path in PATHS], [weight for weight, _path in PATHS])[0]
    if age < FRESH_FOR and rng.random() < 0.5:
        path = ()
    if not path and age > UNTOUCHED_FOR:
        path = (LeadStatus.ATTEMPTED, LeadStatus.CONTACTED)
    return path


def _moves(lead: Lead, clinic: ClinicSettings, rng: Random, path: Sequence[str]) -> list[tuple[str, datetime]]:
    """States with the moment each was reached, none of them later than now."""
    now = timezone.now()
    moment = due_at(lead.created_at, rng.choice(FIRST_ANSWER_MINUTES), clinic)
    moves = []
    for status in path:
        if moment > now:
            break
        moves.append((status, moment))
        moment = due_at(moment + timedelta(days=rng.randint(1, 6)), rng.randint(5, 400), clinic)
    return moves


def _activities(
    lead: Lead, moves: list[tuple[str, datetime]], changes: list[Change], owner, worker, rng: Random
) -> list[Activity]:
    """The timeline of the moves; `worker` made them all, as owner or in passing."""
    activities, before = [], LeadStatus.NEW
    if moves and owner:
        activities.append(
            Activity(
                lead=lead,
                kind=ActivityKind.ASSIGNED,
                actor=owner,
                created_at=moves[0][1] - timedelta(minutes=3),
                to_value=owner.get_username(),
            )
        )
    for (status, moment), change in zip(moves, changes, strict=True):
        activities.append(
            Activity(
                lead=lead,
                kind=ActivityKind.STATUS,
                actor=worker,
                created_at=moment,
                from_value=before,
                to_value=status,
                data=change.data,
            )
        )
        if rng.random() < 0.6:
            activities.append(
                Activity(
                    lead=lead,
                    kind=ActivityKind.NOTE,
                    actor=worker,
                    created_at=moment,
                    text=rng.choice(NOTES[status]),
                )
            )
        before = status
    return activities
