"""What staff did with a demo lead: a believable path through the pipeline, on the days it would have happened."""

from datetime import datetime, timedelta
from random import Random

from django.utils import timezone

from cms.demo.lead_words import NOTES
from leads.clock import due_at
from leads.models import Activity, ActivityKind, ClinicSettings, Lead, LeadStatus
from leads.pipeline import OUTBOUND

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

FRESH_FOR = timedelta(days=3)
"""Half of the leads of these days still wait, so that the desk has something to do, and something overdue."""

UNTOUCHED_FOR = timedelta(days=6)
"""A lead that is older has been tried at least once, as on any desk that works."""

FIRST_ANSWER_MINUTES = (8, 25, 40, 70, 110, 160, 220, 300, 480)
"""Opening minutes until staff first turn to the person; the promise is 240."""


def live_through(lead: Lead, clinic: ClinicSettings, staff: list, rng: Random) -> list[Activity]:
    """Bring the lead to where it stands today; the activities are not stored yet, the lead is."""
    worker = rng.choice(staff) if staff else None
    owner = worker if rng.random() < 0.8 else None
    moves = _moves(lead, clinic, rng)
    activities = _activities(lead, moves, owner, worker, rng)
    changes = {"owner": owner if moves else None, "is_unread": not moves and rng.random() < 0.85}
    if moves:
        changes["status"] = moves[-1][0]
        changes["first_response_at"] = next((moment for status, moment in moves if status in OUTBOUND), None)
    Lead.objects.filter(pk=lead.pk).update(**changes)
    return activities


def _moves(lead: Lead, clinic: ClinicSettings, rng: Random) -> list[tuple[str, datetime]]:
    """States with the moment each was reached, none of them later than now."""
    now = timezone.now()
    path = rng.choices([path for _weight, path in PATHS], [weight for weight, _path in PATHS])[0]
    if now - lead.created_at < FRESH_FOR and rng.random() < 0.5:
        path = ()
    if not path and now - lead.created_at > UNTOUCHED_FOR:
        path = (LeadStatus.ATTEMPTED, LeadStatus.CONTACTED)
    moment = due_at(lead.created_at, rng.choice(FIRST_ANSWER_MINUTES), clinic)
    moves = []
    for status in path:
        if moment > now:
            break
        moves.append((status, moment))
        moment = due_at(moment + timedelta(days=rng.randint(1, 6)), rng.randint(5, 400), clinic)
    return moves


def _activities(lead: Lead, moves: list[tuple[str, datetime]], owner, worker, rng: Random) -> list[Activity]:
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
    for status, moment in moves:
        activities.append(
            Activity(
                lead=lead,
                kind=ActivityKind.STATUS,
                actor=worker,
                created_at=moment,
                from_value=before,
                to_value=status,
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
