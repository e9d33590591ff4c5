"""The leads before and after one, in the listing from which somebody opened it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from leads.desk.listed import Listing
from leads.links import lead_path
from leads.models import Lead

MOST_LISTED = 1_000
"""Leads of a listing among which the neighbours are found; nobody goes through more one by one."""

MOST_DIGITS = 4


@dataclass(frozen=True)
class Place:
    """Where a lead stands in a listing; without one it stands alone.

    A lead that left the listing, for instance because it was answered, still has the neighbours of its old place.
    """

    query: str = ""
    listing_query: str = ""
    previous_url: str = ""
    next_url: str = ""
    position: int = 0
    total: int = 0

    def page_of(self, lead: Lead) -> str:
        """The lead's page, in the same place."""
        return f"{lead_path(lead.pk)}{self.query}"


def place_of(lead: Lead, asked: str, at: str, user) -> Place:
    """The place that the address of the page names; nonsense names none. Two queries at most."""
    if not asked:
        return Place()
    # What somebody searched for is no part of `querystring`: it may be a person's name.
    listing = Listing.read(Listing.read(asked, user).querystring, user)
    pks = list(listing.leads.values_list("pk", flat=True)[:MOST_LISTED])
    is_listed = lead.pk in pks
    here = pks.index(lead.pk) if is_listed else min(read_place(at), len(pks))
    after = here + 1 if is_listed else here
    return Place(
        query=query_of(listing, here),
        listing_query=f"?{listing.querystring}",
        previous_url=address(listing, pks, here - 1),
        next_url=address(listing, pks, after),
        position=here + 1 if is_listed else 0,
        total=len(pks),
    )


def read_place(text: str) -> int:
    """A place as the address holds it; nonsense is the first one."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else 0


def address(listing: Listing, pks: list[int], place: int) -> str:
    """The page of the lead at a place of the listing; empty beyond its ends."""
    return f"{lead_path(pks[place])}{query_of(listing, place)}" if 0 <= place < len(pks) else ""


def query_of(listing: Listing, place: int) -> str:
    return f"?{urlencode({'in': listing.querystring, 'at': place})}"
