"""How far an order reaches into a long list: no index knows names and owners in the order of the alphabet."""

from django.db.models import Q

from leads.desk.hits import nth_newest, since
from leads.models import LeadQuerySet
from leads.models.lead import OPEN, WAITING

SORTED = 5_000
"""The newest leads of a list that are sorted where no index has the order; the listing ends long before.

They are asked for by their time, as a range of an index: their keys would be looked up in the table from end to end.
"""
DATED = 1_000
"""Leads that a listing shows at most; by a date, those with one come first."""

BY_DATE = {
    "due": ("response_due_at", WAITING & Q(response_due_at__isnull=False)),
    "follow_up": ("follow_up_at", OPEN & Q(follow_up_at__isnull=False)),
}
"""Keys of an order that only some leads have a date for: the column, and the condition of its index."""


def within_reach(leads: LeadQuerySet, ordering: str) -> LeadQuerySet:
    """As many of the leads, in their order, as that order can be given to however many there are."""
    sign, key = ("-" if ordering.startswith("-") else ""), ordering.removeprefix("-")
    if key == "received":
        return leads
    unsorted = leads.select_related(None)
    if key not in BY_DATE:
        return since(leads, nth_newest(unsorted, SORTED))
    column, has_date = BY_DATE[key]
    dated = unsorted.filter(has_date).order_by(f"{sign}{column}", "-pk").values_list("pk", flat=True)
    keys = list(dated[:DATED])
    missing = DATED - len(keys)
    return leads.filter(pk__in=[*keys, *newest(unsorted.exclude(has_date), missing)] if missing else keys)


def newest(leads: LeadQuerySet, number: int):
    return leads.order_by("-last_enquiry_at", "-pk").values_list("pk", flat=True)[:number]
