"""The orders in which the inbox can be read; each ends with the newest lead first, so that pages are stable."""

from django.contrib.auth import get_user_model
from django.db.models import Case, F, IntegerField, Value, When
from django.db.models.functions import Lower

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
}
WITH_GAPS = {"owner", "due"}
"""Keys that some leads have no value for. Only they say where gaps go: PostgreSQL's index serves no other order."""


def order_leads(leads: LeadQuerySet, ordering: str) -> LeadQuerySet:
    """Leads by a key of SORT_KEYS, backwards with a minus; leads without a value come last either way."""
    key = ordering.removeprefix("-")
    ordered = SORT_KEYS[key].desc if ordering.startswith("-") else SORT_KEYS[key].asc
    return leads.order_by(ordered(nulls_last=True if key in WITH_GAPS else None), "-pk")
