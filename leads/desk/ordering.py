"""The orders in which the inbox can be read; each ends with the newest lead first, so that pages are stable."""

from django.contrib.auth import get_user_model
from django.db.models import Case, F, IntegerField, Value, When
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from leads.models import CLOSED_STATUSES, LeadQuerySet, LeadStatus

PIPELINE_POSITION = Case(
    *(When(status=status, then=Value(position)) for position, status in enumerate(LeadStatus)),
    output_field=IntegerField(),
)
PROMISE = Case(
    When(first_response_at__isnull=False, then=None),
    When(status__in=CLOSED_STATUSES, then=None),
    default=F("response_due_at"),
)
"""When an answer is due; empty for leads that nobody waits for."""

SORT_KEYS = {
    "name": Lower("name"),
    "status": PIPELINE_POSITION,
    "owner": Lower(f"owner__{get_user_model().USERNAME_FIELD}"),
    "received": F("last_enquiry_at"),
    "due": PROMISE,
    "follow_up": F("follow_up_at"),
}
WITH_GAPS = {"owner", "due", "follow_up"}
"""Keys that some leads have no value for. Only they say where gaps go: PostgreSQL's index serves no other order."""

OFFERED = (
    ("-received", _("Newest first")),
    ("received", _("Oldest first")),
    ("due", _("First answer due")),
    ("follow_up", _("Follow-up date")),
    ("name", _("Name")),
    ("status", _("Status")),
    ("owner", _("Owner")),
)
"""The orders that have a name of their own; the headings of the columns offer the rest."""


def is_ordering(ordering: str) -> bool:
    """Whether a querystring may ask for this order."""
    return ordering.removeprefix("-") in SORT_KEYS and not ordering.startswith("--")


def order_leads(leads: LeadQuerySet, ordering: str, *, all_are_waiting: bool = False) -> LeadQuerySet:
    """Leads by a key of SORT_KEYS, backwards with a minus; leads without a value come last either way.

    Where `all_are_waiting` for an answer, what is due is the bare column, whose index then gives the order.
    """
    key = ordering.removeprefix("-")
    value = F("response_due_at") if key == "due" and all_are_waiting else SORT_KEYS[key]
    ordered = value.desc if ordering.startswith("-") else value.asc
    newest_first = "pk" if ordering == "received" else "-pk"
    return leads.order_by(ordered(nulls_last=True if key in WITH_GAPS else None), newest_first)
