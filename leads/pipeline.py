"""The states of a lead and the guards between them, for page, bulk action and code alike."""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class LeadStatus(models.TextChoices):
    """Where a lead stands on the way from a message to a patient."""

    NEW = "new", gettext_lazy("New")
    ATTEMPTED = "attempted", gettext_lazy("Attempted")
    CONTACTED = "contacted", gettext_lazy("Contacted")
    BOOKED = "booked", gettext_lazy("Booked")
    ATTENDED = "attended", gettext_lazy("Attended")
    CONVERTED = "converted", gettext_lazy("Converted")
    NO_SHOW = "no_show", gettext_lazy("No show")
    ON_HOLD = "on_hold", gettext_lazy("On hold")
    LOST = "lost", gettext_lazy("Lost")


class LostReason(models.TextChoices):
    """Why nothing came of a lead."""

    UNREACHABLE = "unreachable", gettext_lazy("Could not be reached")
    PRICE = "price", gettext_lazy("Price")
    UNSUITABLE = "unsuitable", gettext_lazy("Treatment not suitable")
    COMPETITOR = "competitor", gettext_lazy("Chose another clinic")
    CHANGED_MIND = "changed_mind", gettext_lazy("Changed their mind")
    TOO_FAR = "too_far", gettext_lazy("Too far away")
    NOT_AN_ENQUIRY = "not_an_enquiry", gettext_lazy("Not an enquiry")
    MOVED = "moved", gettext_lazy("Continued in another lead")
    OTHER = "other", gettext_lazy("Another reason")


class CallOutcome(models.TextChoices):
    """How a call to the person ended."""

    REACHED = "reached", gettext_lazy("Reached")
    NO_ANSWER = "no_answer", gettext_lazy("No answer")
    VOICEMAIL = "voicemail", gettext_lazy("Left a message")
    WRONG_NUMBER = "wrong_number", gettext_lazy("Wrong number")


CLOSED_STATUSES = (LeadStatus.CONVERTED, LeadStatus.LOST)

UNANSWERED = (LeadStatus.NEW, LeadStatus.ATTEMPTED)
"""States in which nobody has spoken with the person yet."""

REACHABLE_FROM = {
    LeadStatus.ATTEMPTED: (*UNANSWERED, LeadStatus.ON_HOLD, LeadStatus.NO_SHOW),
    LeadStatus.CONTACTED: (*UNANSWERED, LeadStatus.ON_HOLD, LeadStatus.NO_SHOW, LeadStatus.BOOKED),
    LeadStatus.BOOKED: (
        *UNANSWERED,
        LeadStatus.CONTACTED,
        LeadStatus.BOOKED,
        LeadStatus.NO_SHOW,
        LeadStatus.ON_HOLD,
        LeadStatus.ATTENDED,
    ),
    LeadStatus.ATTENDED: (LeadStatus.CONTACTED, LeadStatus.BOOKED, LeadStatus.NO_SHOW),
    LeadStatus.NO_SHOW: (LeadStatus.BOOKED,),
    LeadStatus.CONVERTED: (LeadStatus.CONTACTED, LeadStatus.BOOKED, LeadStatus.ATTENDED),
    LeadStatus.ON_HOLD: tuple(status for status in LeadStatus if status not in CLOSED_STATUSES),
    LeadStatus.LOST: tuple(status for status in LeadStatus if status not in CLOSED_STATUSES),
}
"""Which states a verb may leave; a second attempt is another attempt, a second conversion is none."""

OUTBOUND = (
    LeadStatus.ATTEMPTED,
    LeadStatus.CONTACTED,
    LeadStatus.BOOKED,
    LeadStatus.ATTENDED,
    LeadStatus.CONVERTED,
)
"""States that nobody reaches without turning to the person; the first of them stops the response clock."""


class PipelineError(Exception):
    """A move that the pipeline refuses; the message is a sentence for staff."""


def can_move(status: str, target: str) -> bool:
    """Whether a lead in `status` may become `target`."""
    return status in REACHABLE_FROM.get(target, ())


def check_move(status: str, target: str) -> None:
    """Raise PipelineError unless a lead in `status` may become `target`."""
    if status == target == LeadStatus.CONVERTED:
        raise PipelineError(_("This lead is converted already."))
    if not can_move(status, target):
        raise PipelineError(
            _("A lead that is “%(status)s” cannot become “%(target)s”.")
            % {"status": LeadStatus(status).label, "target": LeadStatus(target).label}
        )


def check_lost_reason(reason: str) -> None:
    """Raise PipelineError unless `reason` is one of the known reasons."""
    if reason not in LostReason.values:
        raise PipelineError(_("Say why the lead is lost: choose a reason."))


def check_date(moment, *, now) -> None:
    """Raise PipelineError unless `moment` is a time to come; booking and holding need one."""
    if moment is None:
        raise PipelineError(_("Choose a date and a time."))
    if moment <= now:
        raise PipelineError(_("Choose a date and a time that are still to come."))


def check_unchanged(was_changed: bool) -> None:
    """Raise PipelineError when somebody else changed the lead since it was read."""
    if was_changed:
        raise PipelineError(_("Somebody else changed this lead a moment ago. Look at it again, then repeat your step."))
