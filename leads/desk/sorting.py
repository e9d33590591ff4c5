"""The named orders as links, for screens without room for the headings of columns."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from leads.desk.listed import ORDERING, Listing
from leads.desk.ordering import OFFERED


@dataclass(frozen=True)
class Order:
    """One order, and the address of the same listing in it."""

    label: str
    url: str
    is_current: bool


def build_orders(data: QueryDict, listing: Listing) -> list[Order]:
    """The orders that are offered, for what the querystring lists."""
    return [Order(label, in_order(data, key), key == listing.ordering) for key, label in OFFERED]


def in_order(data: QueryDict, ordering: str) -> str:
    """The address of the first page in that order."""
    kept = data.copy()
    for key in [ORDERING, "p", *(key for key in kept if key.startswith("_w_"))]:
        kept.pop(key, None)
    kept[ORDERING] = ordering
    return f"{reverse('leads_lead_modeladmin_index')}?{kept.urlencode()}"
