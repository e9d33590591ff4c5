"""Tells the desk that messages do not arrive, on Wagtail's home page and on its own pages, until that is put right."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.db.models import Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from leads import conf
from leads.canary.rounds import failure
from leads.desk.counts import CappedCount, show_count
from leads.desk.messages.search import ATTENTION
from leads.desk.permissions import lead_policy, visible_deliveries
from leads.models import JobLoop

LEAD_JOBS = "lead jobs"
"""The loop that sends messages."""


@dataclass(frozen=True)
class DeskWarning:
    """A sentence, and where to do something about it."""

    text: str
    url: str = ""


def warnings_for(user) -> list[DeskWarning]:
    """What is wrong, for users who may see leads; one query, two with a canary, besides those for permissions."""
    if not lead_policy.user_has_permission(user, "view"):
        return []
    asked = {"dead": CappedCount(visible_deliveries(user).dead().order_by("next_attempt_at"))}
    for position, name in enumerate(conf.get("HEALTH_LOOPS")):
        loop = JobLoop.objects.filter(name=name)
        asked[f"success_{position}"] = Subquery(loop.values("last_success_at")[:1])
        asked[f"interval_{position}"] = Subquery(loop.values("interval_seconds")[:1])
    state = get_user_model()._default_manager.filter(pk=user.pk).values(**asked).get()
    return [*dead_messages(state["dead"]), *map(late_loop, late_loops(state)), *canary_missed()]


def late_loops(state: dict) -> list[str]:
    """The loops that have not done their work lately, or never."""
    tolerance = timedelta(seconds=conf.get("HEALTH_LATE_SECONDS"))
    late = []
    for position, name in enumerate(conf.get("HEALTH_LOOPS")):
        succeeded_at, interval = state[f"success_{position}"], state[f"interval_{position}"] or 0
        if JobLoop(last_success_at=succeeded_at, interval_seconds=interval).is_late(tolerance):
            late.append(name)
    return late


def dead_messages(number: int) -> list[DeskWarning]:
    """Messages that were given up and that nobody has dealt with."""
    if not number:
        return []
    text = ngettext(
        "%(n)s message was given up: nobody was told by it.",
        "%(n)s messages were given up: nobody was told by them.",
        number,
    )
    url = f"{reverse('leads_lead_modeladmin_messages')}?{urlencode({'state': ATTENTION})}"
    return [DeskWarning(text % {"n": show_count(number)}, url)]


def late_loop(name: str) -> DeskWarning:
    """A loop that has not done its work lately."""
    if name == LEAD_JOBS:
        return DeskWarning(
            _(
                "Messages are not being sent at present: the job that sends them has not run lately. New enquiries are "
                "stored and appear here, but nobody is told of them. Tell whoever runs the site."
            )
        )
    return DeskWarning(
        _("The job “%(name)s” has not done its work lately. Tell whoever runs the site.") % {"name": name}
    )


def canary_missed() -> list[DeskWarning]:
    """A step of the site's own test enquiry that did not happen."""
    reason = failure()
    if not reason:
        return []
    text = _("The site's own test enquiry did not get through: %(reason)s Tell whoever runs the site.")
    return [DeskWarning(text % {"reason": reason})]


class WarningPanel(Component):
    """The warnings at the top of Wagtail's home page; nothing at all while all is well."""

    name = "leads_warning"
    order = 10
    template_name = "leads/desk/includes/warning.html"

    def __init__(self, user) -> None:
        self.user = user

    def get_context_data(self, parent_context):
        return {"warnings": warnings_for(self.user)}


def add_warning_panel(request, panels: list) -> None:
    """Put the warnings on the home page."""
    panels.append(WarningPanel(request.user))
