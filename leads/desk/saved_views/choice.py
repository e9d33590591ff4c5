"""The saved views as the inbox offers them."""

from dataclasses import dataclass

from django.urls import reverse

from leads.desk.listed import Listing
from leads.desk.saved_views.access import may_remove
from leads.models import SavedView


@dataclass(frozen=True)
class OfferedView:
    """One view: where it leads, and what the user may do with it."""

    view: SavedView
    url: str
    is_current: bool
    is_own: bool
    may_remove: bool


@dataclass(frozen=True)
class OfferedViews:
    """The user's own views first, then those of others; `current` is the one that is open."""

    own: list[OfferedView]
    shared: list[OfferedView]
    save_url: str

    @property
    def current(self) -> OfferedView | None:
        return next((offered for offered in [*self.own, *self.shared] if offered.is_current), None)


def offer_views(user, listing: Listing | None = None) -> OfferedViews:
    """The views that the user may open, seen from a listing where there is one."""
    here = "" if listing is None or listing.search_query else listing.querystring
    offered = [offer(view, user, here) for view in SavedView.objects.offered_to(user).select_related("owner")]
    return OfferedViews(
        own=[one for one in offered if one.is_own],
        shared=[one for one in offered if not one.is_own],
        save_url=f"{reverse('leads_lead_modeladmin_save_view')}?{listing.querystring if listing else ''}",
    )


def offer(view: SavedView, user, here: str) -> OfferedView:
    """One view for this user, who looks at the listing `here`."""
    return OfferedView(
        view=view,
        url=f"{reverse('leads_lead_modeladmin_index')}?{view.query}",
        is_current=view.query == here,
        is_own=view.owner_id == user.pk,
        may_remove=may_remove(user, view),
    )
