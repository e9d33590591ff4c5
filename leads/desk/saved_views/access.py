"""Who may do what with a saved view."""

from django.db.models import Q

from leads.desk.permissions import lead_policy
from leads.models import SavedView


def is_manager(user) -> bool:
    """Whether the user answers for the desk: those who may erase leads do."""
    return lead_policy.user_has_permission(user, "erase")


def may_remove(user, view: SavedView) -> bool:
    """Its owner may, and for a view that everybody has a manager."""
    return view.owner_id == user.pk or (view.is_shared and is_manager(user))


def removable_views(user):
    """The views that the user may delete."""
    shared = Q(is_shared=True) if is_manager(user) else Q(pk__in=[])
    return SavedView.objects.filter(Q(owner=user) | shared)


def own_views(user):
    """The views that the user may rename."""
    return SavedView.objects.filter(owner=user)
