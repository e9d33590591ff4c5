"""The timeline of a lead in sentences: who did what, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import get_user_model
from wagtail.admin.utils import get_user_display_name

from leads.desk.sentences import sentence
from leads.models import Activity, ActivityKind

ICONS = {
    ActivityKind.ENQUIRY: "mail",
    ActivityKind.ADDED: "plus",
    ActivityKind.STATUS: "check",
    ActivityKind.ASSIGNED: "user",
    ActivityKind.NOTE: "comment",
    ActivityKind.CALL: "mobile-alt",
    ActivityKind.REPLY: "mail",
    ActivityKind.FOLLOW_UP: "calendar-alt",
    ActivityKind.UNDO: "resubmit",
    ActivityKind.UNDONE: "cross",
    ActivityKind.BREACHED: "warning",
    ActivityKind.ESCALATED: "warning",
    ActivityKind.HANDED_OUT: "user",
    ActivityKind.HANDED_BACK: "user",
    ActivityKind.REOPENED: "rotate",
    ActivityKind.RELEASED: "lock-open",
    ActivityKind.MOVED_HERE: "login",
    ActivityKind.MOVED_AWAY: "logout",
    ActivityKind.SPLIT_OFF: "cut",
    ActivityKind.CONSENT_CONFIRMED: "check",
    ActivityKind.CONSENT_WITHDRAWN: "cross",
    ActivityKind.HELD: "lock",
    ActivityKind.HOLD_LIFTED: "lock-open",
}

OWNERSHIP = (ActivityKind.ASSIGNED, ActivityKind.HANDED_OUT, ActivityKind.HANDED_BACK)
"""Entries that name users."""


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
        Entry(sentence(activity, names), activity.text, activity.created_at, ICONS.get(activity.kind, "history"))
        for activity in activities
    ]


def owner_names(activities: list[Activity]) -> dict[str, str]:
    """Display names by username; somebody whose account is gone keeps the username."""
    handovers = [activity for activity in activities if activity.kind in OWNERSHIP]
    usernames = {name for activity in handovers for name in (activity.from_value, activity.to_value) if name}
    model = get_user_model()
    users = model._default_manager.filter(**{f"{model.USERNAME_FIELD}__in": usernames}) if usernames else ()
    known = {user.get_username(): get_user_display_name(user) for user in users}
    return {name: known.get(name, name) for name in usernames}
