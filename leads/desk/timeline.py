"""The timeline of a lead in sentences: who did what, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from leads.models import Activity, ActivityKind, LeadStatus

ICONS = {
    ActivityKind.ENQUIRY: "mail",
    ActivityKind.STATUS: "check",
    ActivityKind.ASSIGNED: "user",
    ActivityKind.NOTE: "comment",
    ActivityKind.REOPENED: "rotate",
}


@dataclass(frozen=True)
class Entry:
    """One line of the timeline; `text` is what somebody wrote, if anything."""

    sentence: str
    text: str
    at: datetime
    icon: str


def tell(activities: Iterable[Activity]) -> list[Entry]:
    """The activities in words, in their order; one query for the names of owners."""
    activities = list(activities)
    names = owner_names(activities)
    return [
        Entry(sentence(activity, names), activity.text, activity.created_at, ICONS[activity.kind])
        for activity in activities
    ]


def owner_names(activities: list[Activity]) -> dict[str, str]:
    """Display names by username; somebody whose account is gone keeps the username."""
    handovers = [activity for activity in activities if activity.kind == ActivityKind.ASSIGNED]
    usernames = {name for activity in handovers for name in (activity.from_value, activity.to_value) if name}
    model = get_user_model()
    users = model._default_manager.filter(**{f"{model.USERNAME_FIELD}__in": usernames}) if usernames else ()
    known = {user.get_username(): get_user_display_name(user) for user in users}
    return {name: known.get(name, name) for name in usernames}


def sentence(activity: Activity, names: dict[str, str]) -> str:
    """What happened, with the person in front; without one the system did it."""
    actor = get_user_display_name(activity.actor) if activity.actor else ""
    if activity.kind == ActivityKind.ASSIGNED:
        return handover(activity, names, actor or _("The system"))
    if activity.kind == ActivityKind.STATUS:
        return move(activity, actor or _("The system"))
    if activity.kind == ActivityKind.NOTE:
        return _("%(who)s wrote a note") % {"who": actor or _("The system")}
    if activity.kind == ActivityKind.REOPENED:
        return _("Reopened by a new enquiry")
    return received(activity)


def received(activity: Activity) -> str:
    """An enquiry, under the reference that its visitor was given."""
    if activity.enquiry:
        return _("Enquiry %(reference)s received") % {"reference": activity.enquiry.reference}
    return _("Enquiry received")


def move(activity: Activity, actor: str) -> str:
    """A change of status; trying again is no change, but worth saying."""
    values = {"who": actor, "from": status_label(activity.from_value), "to": status_label(activity.to_value)}
    if activity.to_value == LeadStatus.ATTEMPTED:
        return _("%(who)s tried to reach the person") % values
    if activity.to_value == LeadStatus.CONTACTED:
        return _("%(who)s reached the person") % values
    return _("%(who)s changed the status from %(from)s to %(to)s") % values


def handover(activity: Activity, names: dict[str, str], actor: str) -> str:
    """A change of owner: taken, given, or given back."""
    if not activity.to_value:
        return _("%(who)s took the owner %(owner)s away") % {"who": actor, "owner": names.get(activity.from_value, "")}
    if activity.actor and activity.to_value == activity.actor.get_username():
        return _("%(who)s took the lead") % {"who": actor}
    return _("%(who)s gave the lead to %(owner)s") % {"who": actor, "owner": names[activity.to_value]}


def status_label(value: str) -> str:
    """A status in words; one that no longer exists as it was stored."""
    return str(LeadStatus(value).label) if value in LeadStatus.values else value
