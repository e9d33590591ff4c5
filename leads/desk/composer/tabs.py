"""The tabs of the composer: only what the pipeline and the user's permissions allow from where the lead stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.desk.composer.dates import OpeningTimes
from leads.desk.composer.forms import STEADY_STATUSES, BookingForm, CallForm, FollowUpForm, StatusForm
from leads.desk.forms import AssignForm, NoteForm
from leads.models import Lead, LeadStatus
from leads.pipeline import can_move

MOVES = {
    LeadStatus.ATTEMPTED: gettext_lazy("Attempted: tried to reach the person"),
    LeadStatus.CONTACTED: gettext_lazy("Contacted: spoke with the person"),
    LeadStatus.ATTENDED: gettext_lazy("Attended: came to the consultation"),
    LeadStatus.NO_SHOW: gettext_lazy("No show: did not come"),
    LeadStatus.CONVERTED: gettext_lazy("Converted: became a patient"),
    LeadStatus.ON_HOLD: gettext_lazy("On hold: comes back on a date"),
    LeadStatus.LOST: gettext_lazy("Lost: nothing comes of it"),
}
"""Statuses as staff choose them."""

SHORTCUTS = {"note": "n", "call": "c", "follow_up": "f", "book": "b", "status": "s"}


@dataclass(frozen=True)
class Tab:
    """One thing to write or do; `form` is bound where it was refused."""

    key: str
    label: str
    icon: str
    form: forms.Form | None = None
    moves: tuple[tuple[str, str], ...] = ()

    @property
    def template_name(self) -> str:
        return f"leads/desk/composer/{self.key}.html"

    @property
    def url_name(self) -> str:
        """Where it is posted."""
        return f"leads_lead_modeladmin_{self.key}"

    @property
    def shortcut(self) -> str:
        """The key that opens it."""
        return SHORTCUTS.get(self.key, "")


@dataclass(frozen=True)
class Composer:
    """The tabs for one user and one lead, one of them open."""

    tabs: list[Tab]
    open_key: str


def compose(lead: Lead, times: OpeningTimes, *, may_change: bool, may_assign: bool, bound=None, asked="") -> Composer:
    """What may be done with a lead; `bound` is the form that was refused, by the key of its tab."""
    bound = bound or {}
    tabs = [
        *(change_tabs(lead, times, bound) if may_change else ()),
        *([Tab("assign", _("Owner"), "user", bound.get("assign") or AssignForm(lead=lead))] if may_assign else ()),
    ]
    keys = [tab.key for tab in tabs]
    wanted = [key for key in (*bound, asked, *keys) if key in keys]
    return Composer(tabs, wanted[0] if wanted else "")


def change_tabs(lead: Lead, times: OpeningTimes, bound: dict) -> Iterator[Tab]:
    """What somebody may do who may change the lead; one without enquiries only takes notes."""
    yield Tab("note", _("Note"), "comment", bound.get("note") or NoteForm(auto_id="note_%s"))
    if lead.emptied_into_id:
        return
    yield Tab("call", _("Call"), "mobile-alt", bound.get("call") or CallForm(lead=lead, times=times))
    if not lead.is_closed:
        follow_up = bound.get("follow_up") or FollowUpForm(lead=lead, times=times)
        yield Tab("follow_up", _("Follow-up"), "calendar-alt", follow_up)
    if can_move(lead.status, LeadStatus.BOOKED):
        yield Tab("book", _("Consultation"), "calendar-check", bound.get("book") or BookingForm(lead=lead, times=times))
    if moves := moves_of(lead):
        yield Tab("status", _("Status"), "check", bound.get("status") or StatusForm(lead=lead, times=times), moves)


def moves_of(lead: Lead) -> tuple[tuple[str, str], ...]:
    """The statuses that the lead can take by choice, with what each means."""
    moves = {
        status: str(label)
        for status, label in MOVES.items()
        if status not in (*STEADY_STATUSES, lead.status) and can_move(lead.status, status)
    }
    if lead.status == LeadStatus.BOOKED and LeadStatus.CONTACTED in moves:
        moves[LeadStatus.CONTACTED] = _("Contacted: the consultation is given up")
    return tuple((status.value, label) for status, label in moves.items())
