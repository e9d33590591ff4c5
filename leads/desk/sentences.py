"""What an entry of the timeline says, in one sentence with the person in front; without one the system did it."""

from collections.abc import Callable
from datetime import datetime

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name

from leads.models import Activity, ActivityKind, CallOutcome, DeliveryState, LeadStatus, LostReason

Names = dict[str, str]
"""Display names by username."""

PLAIN = {
    ActivityKind.NOTE: gettext_lazy("%(who)s wrote a note"),
    ActivityKind.HELD: gettext_lazy("%(who)s placed a legal hold"),
    ActivityKind.HOLD_LIFTED: gettext_lazy("%(who)s lifted the legal hold"),
    ActivityKind.BREACHED: gettext_lazy("The promised reply time passed without an answer"),
    ActivityKind.ESCALATED: gettext_lazy("A second person was told that nobody has answered yet"),
    ActivityKind.RELEASED: gettext_lazy("%(who)s released enquiry %(enquiry)s from quarantine"),
    ActivityKind.MOVED_HERE: gettext_lazy("%(who)s moved enquiry %(enquiry)s here from %(lead)s"),
    ActivityKind.MOVED_AWAY: gettext_lazy("%(who)s moved enquiry %(enquiry)s to %(lead)s"),
    ActivityKind.SPLIT_OFF: gettext_lazy("%(who)s split this lead off %(lead)s with enquiry %(enquiry)s"),
}
"""Sentences that need no more than who, which enquiry and which other lead."""

CONSENTS = {
    ActivityKind.CONSENT_CONFIRMED: gettext_lazy("%(who)s confirmed the consent to “%(purpose)s” by mail"),
    ActivityKind.CONSENT_WITHDRAWN: gettext_lazy("%(who)s withdrew the consent to “%(purpose)s”"),
}
"""What no user did about consents the person did."""

CALLS = {
    CallOutcome.REACHED: gettext_lazy("%(who)s called and reached the person"),
    CallOutcome.NO_ANSWER: gettext_lazy("%(who)s called: no answer"),
    CallOutcome.VOICEMAIL: gettext_lazy("%(who)s called and left a message"),
    CallOutcome.WRONG_NUMBER: gettext_lazy("%(who)s called: the number is wrong"),
}

MOVES = {
    LeadStatus.ATTEMPTED: gettext_lazy("%(who)s tried to reach the person"),
    LeadStatus.CONTACTED: gettext_lazy("%(who)s reached the person"),
    LeadStatus.ATTENDED: gettext_lazy("%(who)s noted that the person came to the consultation"),
    LeadStatus.NO_SHOW: gettext_lazy("%(who)s noted that the person did not come"),
    LeadStatus.CONVERTED: gettext_lazy("%(who)s marked the lead as converted"),
}
"""Changes of status that need no date and no reason."""

REPLY_STATES = {
    DeliveryState.PENDING: gettext_lazy("not sent yet"),
    DeliveryState.SENDING: gettext_lazy("being sent"),
    DeliveryState.RETRYING: gettext_lazy("could not be sent yet, will be tried again"),
    DeliveryState.SENT: gettext_lazy("sent"),
    DeliveryState.DEAD: gettext_lazy("given up: the person did not get it"),
    DeliveryState.DISMISSED: gettext_lazy("set aside: the person did not get it"),
}


def sentence(activity: Activity, names: Names) -> str:
    """What happened; `names` are those of `leads.desk.timeline.owner_names`."""
    teller = TELLERS.get(activity.kind, plain)
    return teller(activity, names)


def who(activity: Activity) -> str:
    return get_user_display_name(activity.actor) if activity.actor else _("The system")


def plain(activity: Activity, names: Names) -> str:
    """One of the ready sentences; for an entry that nobody foresaw, its kind."""
    pattern = PLAIN.get(activity.kind)
    if pattern is None:
        return str(activity.get_kind_display())
    enquiry = activity.enquiry.reference if activity.enquiry else _("(removed)")
    return pattern % {"who": who(activity), "enquiry": enquiry, "lead": activity.to_value or activity.from_value}


def added(activity: Activity, names: Names) -> str:
    """Somebody who phoned or walked in; also when their lead was there before."""
    if activity.data.get("joined"):
        return _("%(who)s added that the person turned to the clinic again") % {"who": who(activity)}
    return _("%(who)s added this lead by hand") % {"who": who(activity)}


def consent(activity: Activity, names: Names) -> str:
    """What became of a consent; without a purpose and a user it was no person."""
    person = who(activity) if activity.actor or not activity.to_value else _("The person")
    return CONSENTS[activity.kind] % {"who": person, "purpose": activity.to_value}


def received(activity: Activity, names: Names) -> str:
    """An enquiry, under the reference that its visitor was given."""
    if activity.enquiry:
        return _("Enquiry %(reference)s received") % {"reference": activity.enquiry.reference}
    return _("Enquiry received")


def reopened(activity: Activity, names: Names) -> str:
    """Why a closed lead is open again: the person wrote, or somebody moved an enquiry here or added a contact."""
    if activity.data.get("by_hand"):
        return _("Reopened: %(who)s added a new contact by hand") % {"who": who(activity)}
    if activity.actor:
        return _("Reopened by an enquiry that %(who)s moved here") % {"who": who(activity)}
    return _("Reopened by a new enquiry")


def call(activity: Activity, names: Names) -> str:
    pattern = CALLS.get(activity.outcome, gettext_lazy("%(who)s called"))
    return pattern % {"who": who(activity)}


def reply(activity: Activity, names: Names) -> str:
    """A mail, with what became of it as far as that is still known."""
    values = {"who": who(activity), "state": ""}
    if activity.delivery is None:
        return _("%(who)s replied by e-mail") % values
    values["state"] = REPLY_STATES.get(activity.delivery.state, activity.delivery.state)
    return _("%(who)s replied by e-mail (%(state)s)") % values


def follow_up(activity: Activity, names: Names) -> str:
    moment = read_moment(activity.to_value)
    if moment is None:
        return _("%(who)s took the follow-up date away") % {"who": who(activity)}
    return _("%(who)s set the follow-up to %(time)s") % {"who": who(activity), "time": show(moment)}


def move(activity: Activity, names: Names) -> str:
    """A change of status, with the date or the reason that belongs to it where it was kept."""
    values = {
        "who": who(activity),
        "from": status_label(activity.from_value),
        "to": status_label(activity.to_value),
        **details(activity),
    }
    if activity.from_value == LeadStatus.BOOKED and activity.to_value == LeadStatus.CONTACTED:
        return _("%(who)s gave the consultation up") % values
    if activity.to_value in MOVES:
        return MOVES[activity.to_value] % values
    if activity.to_value == LeadStatus.BOOKED and "consultation_at" in values:
        if activity.from_value == LeadStatus.BOOKED:
            return _("%(who)s moved the consultation to %(consultation_at)s") % values
        return _("%(who)s booked a consultation for %(consultation_at)s") % values
    if activity.to_value == LeadStatus.ON_HOLD and "follow_up_at" in values:
        return _("%(who)s put the lead on hold until %(follow_up_at)s") % values
    if activity.to_value == LeadStatus.LOST and "lost_reason" in values:
        return _("%(who)s closed the lead as lost: %(lost_reason)s") % values
    return _("%(who)s changed the status from %(from)s to %(to)s") % values


def details(activity: Activity) -> dict[str, str]:
    """The dates and the reason that a move set, in words."""
    after = activity.data.get("after", {})
    moments = {name: read_moment(after.get(name)) for name in ("consultation_at", "follow_up_at")}
    words = {name: show(moment) for name, moment in moments.items() if moment}
    if after.get("lost_reason") in LostReason.values:
        words["lost_reason"] = str(LostReason(after["lost_reason"]).label)
    return words


def taken_back(activity: Activity, names: Names) -> str:
    """A change that stands no longer."""
    return _("%(sentence)s – taken back later") % {"sentence": move(activity, names)}


def took_back(activity: Activity, names: Names) -> str:
    values = {"who": who(activity), "status": status_label(activity.to_value)}
    return _("%(who)s took the last change back: the status is %(status)s again") % values


def handover(activity: Activity, names: Names) -> str:
    """A change of owner: taken, given, or given back."""
    values = {"who": who(activity), "owner": names.get(activity.to_value or activity.from_value, "")}
    if not activity.to_value:
        return _("%(who)s took the owner %(owner)s away") % values
    if activity.actor and activity.to_value == activity.actor.get_username():
        return _("%(who)s took the lead") % values
    return _("%(who)s gave the lead to %(owner)s") % values


def handed_out(activity: Activity, names: Names) -> str:
    return _("Given to %(owner)s by the rules of the form") % {"owner": names.get(activity.to_value, "")}


def handed_back(activity: Activity, names: Names) -> str:
    owner = names.get(activity.from_value, "")
    return _("Back in the queue: %(owner)s did not answer in time") % {"owner": owner}


def status_label(value: str) -> str:
    """A status in words; one that no longer exists as it was stored."""
    return str(LeadStatus(value).label) if value in LeadStatus.values else value


def read_moment(text: str | None) -> datetime | None:
    """A stored time; None for what is none."""
    try:
        moment = parse_datetime(text or "")
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def show(moment: datetime) -> str:
    """Day and time by the clock in force."""
    return date_format(localtime(moment), "DATETIME_FORMAT")


TELLERS: dict[str, Callable[[Activity, Names], str]] = {
    ActivityKind.ENQUIRY: received,
    ActivityKind.ADDED: added,
    ActivityKind.STATUS: move,
    ActivityKind.UNDONE: taken_back,
    ActivityKind.UNDO: took_back,
    ActivityKind.ASSIGNED: handover,
    ActivityKind.HANDED_OUT: handed_out,
    ActivityKind.HANDED_BACK: handed_back,
    ActivityKind.CALL: call,
    ActivityKind.REPLY: reply,
    ActivityKind.FOLLOW_UP: follow_up,
    ActivityKind.REOPENED: reopened,
    **dict.fromkeys(CONSENTS, consent),
}
"""Who tells of what; the other kinds have ready sentences."""
