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


CLOSED_STATUSES = (LeadStatus.CONVERTED, LeadStatus.LOST)

REACHABLE_FROM = {
    LeadStatus.ATTEMPTED: (LeadStatus.NEW, LeadStatus.ATTEMPTED),
    LeadStatus.CONTACTED: (LeadStatus.NEW, LeadStatus.ATTEMPTED, LeadStatus.ON_HOLD, LeadStatus.NO_SHOW),
}
"""Which states a verb may leave; a second attempt is another attempt, a second first contact is not."""

OUTBOUND = (LeadStatus.ATTEMPTED, LeadStatus.CONTACTED)
"""States that staff reach by turning to the person; the first of them stops the response clock."""


class PipelineError(Exception):
    """A move that the pipeline refuses; the message is a sentence for staff."""


def can_move(status: str, target: str) -> bool:
    """Whether a lead in `status` may become `target`."""
    return status in REACHABLE_FROM.get(target, ())


def check_move(status: str, target: str) -> None:
    """Raise PipelineError unless a lead in `status` may become `target`."""
    if not can_move(status, target):
        raise PipelineError(
            _("A lead that is “%(status)s” cannot become “%(target)s”.")
            % {"status": LeadStatus(status).label, "target": LeadStatus(target).label}
        )


def check_unchanged(was_changed: bool) -> None:
    """Raise PipelineError when somebody else changed the lead since it was read."""
    if was_changed:
        raise PipelineError(_("Somebody else changed this lead a moment ago. Look at it again, then repeat your step."))
