"""The audit log of the desk: who did what to which lead, without names and without what was written."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from leads.models import Lead

ACTIONS = (
    ("leads.mark_attempted", _("Mark attempted"), _("Tried to reach the person")),
    ("leads.mark_contacted", _("Mark contacted"), _("Reached the person")),
    ("leads.assign", _("Assign"), _("Changed the owner")),
    ("leads.note", _("Add note"), _("Wrote a note")),
)


def register_log_actions(actions) -> None:
    """Make the desk's actions known to Wagtail, which refuses unknown ones."""
    for action in ACTIONS:
        actions.register_action(*action)


def record(lead: Lead, action: str, *, by) -> None:
    """Write one line of the audit log; the lead appears under its reference."""
    log(instance=lead, action=action, user=by, title=lead.reference)
