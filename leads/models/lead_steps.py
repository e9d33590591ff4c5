"""The verbs of a lead: each checks its guard, changes the lead and writes the timeline, or does nothing at all."""

from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from leads.models.activity import Activity, ActivityKind
from leads.pipeline import (
    OUTBOUND,
    CallOutcome,
    LeadStatus,
    PipelineError,
    can_move,
    check_date,
    check_lost_reason,
    check_move,
    check_unchanged,
)

CONSULTATION_MINUTES = 30

MOVED_FIELDS = (
    "status",
    "follow_up_at",
    "consultation_at",
    "consultation_minutes",
    "lost_reason",
    "converted_at",
    "closed_at",
)
"""What a move may change, and what undoing it brings back."""

NOT_HANDED_OUT = {"hand_out_at": None, "hand_back_at": None}
"""Whoever is given a lead by somebody keeps it."""

MOVES = (ActivityKind.STATUS, ActivityKind.REOPENED)
"""Entries that could be the last change of status; what an enquiry reopened is not taken back."""

CONVERSATIONS = (ActivityKind.CALL, ActivityKind.REPLY)
"""Entries that show that staff turned to the person, whatever becomes of the status."""


class LeadSteps(models.Model):
    """What staff do with a lead; every verb raises PipelineError with a sentence when it is refused.

    Times are aware datetimes. A lead that another process changed since it was read is refused, not overwritten.
    """

    class Meta:
        abstract = True

    def mark_attempted(self, *, by) -> None:
        """Staff tried to reach the person."""
        self._move(LeadStatus.ATTEMPTED, by=by)

    def mark_contacted(self, *, by) -> None:
        """Staff reached the person; a booked lead gives its consultation up."""
        self._move(LeadStatus.CONTACTED, by=by, consultation_at=None)

    def book(self, at: datetime, *, by, minutes: int = CONSULTATION_MINUTES) -> None:
        """Fix a consultation still to come, or move the one that is fixed."""
        check_date(at, now=timezone.now())
        self._move(LeadStatus.BOOKED, by=by, consultation_at=at, consultation_minutes=minutes, follow_up_at=None)

    def mark_attended(self, *, by) -> None:
        """The person came to the consultation."""
        self._move(LeadStatus.ATTENDED, by=by)

    def mark_no_show(self, *, by) -> None:
        """The person did not come to the consultation."""
        self._move(LeadStatus.NO_SHOW, by=by)

    def convert(self, *, by) -> None:
        """The person became a patient; the first time is what reports count."""
        now = timezone.now()
        first = {} if self.converted_at else {"converted_at": now}
        self._move(LeadStatus.CONVERTED, by=by, closed_at=now, follow_up_at=None, **first)

    def lose(self, reason: str, *, by, text: str = "") -> None:
        """Nothing came of it; `reason` is a LostReason, `text` what else is to be said."""
        check_lost_reason(reason)
        changes = {"lost_reason": reason, "closed_at": timezone.now(), "follow_up_at": None, "consultation_at": None}
        self._move(LeadStatus.LOST, by=by, text=text, **changes)

    def put_on_hold(self, until: datetime, *, by, text: str = "") -> None:
        """Leave the person in peace until a date, without a consultation; then the lead asks for a follow-up."""
        check_date(until, now=timezone.now())
        self._move(LeadStatus.ON_HOLD, by=by, text=text, follow_up_at=until, consultation_at=None)

    def log_call(self, outcome: str, *, by, text: str = "") -> None:
        """Staff called; the status follows where the pipeline allows it, and the response clock stops."""
        target = LeadStatus.CONTACTED if outcome == CallOutcome.REACHED else LeadStatus.ATTEMPTED
        if outcome not in CallOutcome.values:
            raise PipelineError(_("Say how the call ended."))
        self._converse(ActivityKind.CALL, target, by=by, text=text, outcome=outcome)

    def log_reply(self, *, by, delivery=None, text: str = "") -> None:
        """Staff wrote to the person; counts as an attempt until they answer."""
        self._converse(ActivityKind.REPLY, LeadStatus.ATTEMPTED, by=by, text=text, delivery=delivery)

    def set_follow_up(self, at: datetime | None, *, by) -> None:
        """When to turn to the person again; None takes the date away."""
        if at is None and self.status == LeadStatus.ON_HOLD:
            raise PipelineError(_("A lead on hold needs a date on which it comes back."))
        if at is not None:
            check_date(at, now=timezone.now())
        if self.is_closed:
            raise PipelineError(_("This lead is closed: there is nothing to follow up."))
        with transaction.atomic():
            self._change({"follow_up_at": at})
            self._record(ActivityKind.FOLLOW_UP, by=by, to_value=at.isoformat() if at else "")

    def undo(self, *, by) -> None:
        """Take the last change of status back, with its dates and reasons; what was said to the person stays said."""
        last = self.activities.filter(kind__in=MOVES).order_by("-pk").first()
        if last is None or last.kind == ActivityKind.REOPENED or "before" not in last.data:
            raise PipelineError(_("There is no change of status to take back."))
        before = restored(last.data["before"])
        if self._was_only_attempt(last):
            before["first_response_at"] = None
        with transaction.atomic():
            self._change(before)
            Activity.objects.filter(pk=last.pk).update(kind=ActivityKind.UNDONE)
            self._record(ActivityKind.UNDO, by=by, from_value=last.to_value, to_value=before["status"])

    def assign(self, owner, *, by) -> None:
        """Give the lead to `owner`, or to nobody with None; the same owner again is no change."""
        previous = self.owner
        if owner == previous:
            return
        with transaction.atomic():
            unchanged = type(self).objects.filter(pk=self.pk, owner=previous).update(owner=owner, **NOT_HANDED_OUT)
            check_unchanged(was_changed=not unchanged)
            self._record(
                ActivityKind.ASSIGNED,
                by=by,
                from_value=previous.get_username() if previous else "",
                to_value=owner.get_username() if owner else "",
            )
        self.owner = owner

    def mark_read(self) -> None:
        """Somebody has seen everything that came in so far."""
        if self.is_unread:
            type(self).objects.filter(pk=self.pk, last_enquiry_at=self.last_enquiry_at).update(is_unread=False)
            self.is_unread = False

    def add_note(self, text: str, *, by) -> None:
        """Write a note on the timeline."""
        self._record(ActivityKind.NOTE, by=by, text=text)

    def place_hold(self, reason: str, *, by) -> None:
        """Keep the lead from being erased or purged; PipelineError when a hold is on it already."""
        self._set_hold(timezone.now(), reason, ActivityKind.HELD, by=by)

    def lift_hold(self, *, by) -> None:
        """Let the lead be erased and purged again; PipelineError when no hold is on it."""
        self._set_hold(None, "", ActivityKind.HOLD_LIFTED, by=by)

    def _set_hold(self, held_at, reason: str, kind: str, *, by) -> None:
        with transaction.atomic():
            changeable = type(self).objects.filter(pk=self.pk, held_at__isnull=held_at is not None)
            check_unchanged(was_changed=not changeable.update(held_at=held_at, hold_reason=reason))
            self._record(kind, by=by, text=reason)
        self.held_at, self.hold_reason = held_at, reason

    def _converse(self, kind: str, target: str, *, by, **details) -> None:
        with transaction.atomic():
            self._record(kind, by=by, **details)
            if target != self.status and can_move(self.status, target) and self.status != LeadStatus.BOOKED:
                self._move(target, by=by)
            else:
                self._change(self._stopped_clock())

    def _move(self, target: str, *, by, text: str = "", **changes) -> None:
        check_move(self.status, target)
        before = {name: getattr(self, name) for name in MOVED_FIELDS if name == "status" or name in changes}
        after = {name: changes[name] for name in MOVED_FIELDS if name in changes}
        outbound = self._stopped_clock() if target in OUTBOUND else {}
        with transaction.atomic():
            self._change({"status": target, **outbound, **changes})
            self._record(
                ActivityKind.STATUS,
                by=by,
                text=text,
                from_value=before["status"],
                to_value=target,
                data={"before": storable(before), "after": storable(after)},
            )

    def _stopped_clock(self) -> dict:
        """The first time that staff turn to the person since the clock began to run; it never changes after that."""
        return {} if self.first_response_at else {"first_response_at": timezone.now()}

    def _was_only_attempt(self, move: Activity) -> bool:
        said = self.activities.filter(kind__in=CONVERSATIONS, created_at__gte=self.clock_started_at or self.created_at)
        earlier = self.activities.filter(kind=ActivityKind.STATUS, to_value__in=OUTBOUND, pk__lt=move.pk)
        return move.to_value in OUTBOUND and not said.exists() and not earlier.exists()

    def _change(self, changes: dict) -> None:
        """Store the changes unless the lead has another status by now."""
        if not changes:
            return
        unchanged = type(self).objects.filter(pk=self.pk, status=self.status).update(**changes)
        check_unchanged(was_changed=not unchanged)
        for name, value in changes.items():
            setattr(self, name, value)

    def _record(self, kind: str, *, by, **details) -> None:
        self.activities.create(kind=kind, actor=by, **details)


def storable(values: dict) -> dict:
    """The values of MOVED_FIELDS as JSON can hold them."""
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}


def restored(values: dict) -> dict:
    """The same the other way round."""
    moments = {name for name in MOVED_FIELDS if name.endswith("_at")}
    return {
        name: datetime.fromisoformat(value) if value and name in moments else value for name, value in values.items()
    }
