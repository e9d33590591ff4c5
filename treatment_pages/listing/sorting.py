"""The orders in which the list can stand; what a treatment does not state comes last."""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

NAME = Lower("title")
ORDERS = {
    "name": (_("Name"), [NAME, "pk"]),
    "price": (_("Price, lowest first"), [F("price_from").asc(nulls_last=True), NAME, "pk"]),
    "time": (_("Session, shortest first"), [F("session_minutes").asc(nulls_last=True), NAME, "pk"]),
    "recovery": (_("Recovery, shortest first"), [F("recovery_days").asc(nulls_last=True), NAME, "pk"]),
    "newest": (_("Newest first"), [F("first_published_at").desc(nulls_last=True), NAME, "pk"]),
}
"""Key in the address, label and ordering; the first is the usual one."""
BEST_MATCH = "match"
"""The usual order of a search; it is the search's own."""


def usual(words: str) -> str:
    """The order of a list for which the visitor chose none."""
    return BEST_MATCH if words else "name"


def chosen(sort: str, words: str) -> str:
    """The visitor's order; the usual one for nonsense."""
    return sort if sort in ORDERS else usual(words)


def ordering(sort: str) -> list:
    """What the database orders by; by name where the order is the search's own."""
    return ORDERS.get(sort, ORDERS["name"])[1]


def choices(words: str) -> list[tuple[str, str]]:
    """Key and label of every order that this list can have."""
    best = [(BEST_MATCH, _("Best match"))] if words else []
    return [*best, *((key, label) for key, (label, _ordering) in ORDERS.items())]
