"""Who may do what with leads, and on which sites; every URL of the desk passes through here."""

from dataclasses import dataclass
from functools import wraps

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.template.response import TemplateResponse
from wagtail.models import GroupSitePermission, Site
from wagtail.permission_policies.sites import SitePermissionPolicy
from wagtail_modeladmin.helpers import PermissionHelper

from leads.models import Delivery, Enquiry, Lead


@dataclass(frozen=True)
class Reach:
    """Where somebody may do something: everywhere when `sites` is None, or else on the sites with these keys."""

    sites: frozenset[int] | None

    def __contains__(self, site_id: int | None) -> bool:
        """Whether it may be done there; with what belongs to no site only somebody may whose reach has no bounds."""
        return self.sites is None or site_id in self.sites

    def __bool__(self) -> bool:
        return self.sites is None or bool(self.sites)

    def __and__(self, other: "Reach") -> "Reach":
        if self.sites is None or other.sites is None:
            return other if self.sites is None else self
        return Reach(self.sites & other.sites)

    def __or__(self, other: "Reach") -> "Reach":
        if self.sites is None or other.sites is None:
            return EVERYWHERE
        return Reach(self.sites | other.sites)


EVERYWHERE = Reach(None)
NOWHERE = Reach(frozenset())


class LeadPermissionPolicy(SitePermissionPolicy):
    """The permissions on leads; each counts only where its holder may see leads as well.

    A permission of a user or a group counts on every site, a group's permission for one site (GroupSitePermission)
    there. Instances may be leads, enquiries, deliveries and sites.
    """

    def reach(self, user, *actions: str) -> Reach:
        """Where the user may see leads and do all of this with them; no query once the user's permissions are read."""
        reach = self._reach(user, "view")
        for action in actions:
            reach &= self._reach(user, action)
        return reach

    def user_has_any_permission(self, user, actions):
        """Whether the user may do any of this on some site."""
        return bool(self._reach_of_any(user, actions))

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return site_of(instance) in self._reach_of_any(user, actions)

    def users_with_any_permission(self, actions):
        return self._viewers_who_hold(actions, Q())

    def users_with_any_permission_for_instance(self, actions, instance):
        return self._viewers_who_hold(actions, Q(site=site_of(instance)))

    def sites_user_has_any_permission_for(self, user, actions):
        reach = self._reach_of_any(user, actions)
        return Site.objects.all() if reach.sites is None else Site.objects.filter(pk__in=reach.sites)

    def instances_user_has_any_permission_for(self, user, actions):
        reach = self._reach_of_any(user, actions)
        return Lead.objects.all() if reach.sites is None else Lead.objects.filter(site__in=reach.sites)

    def users_who_see(self, reach: Reach) -> QuerySet:
        """Active users who may see any of the leads there."""
        return self._holders(["view"], Q() if reach.sites is None else Q(site__in=reach.sites))

    def _reach_of_any(self, user, actions) -> Reach:
        reach = NOWHERE
        for action in actions:
            reach |= self.reach(user, action)
        return reach

    def _reach(self, user, action: str) -> Reach:
        if user.has_perm(self._get_permission_name(action)):
            return EVERYWHERE
        codename, content_type = self._get_permission_codename(action), self._content_type.pk
        return Reach(
            frozenset(
                granted.site_id
                for granted in self.get_cached_permissions_for_user(user)
                if granted.permission.codename == codename and granted.permission.content_type_id == content_type
            )
        )

    def _viewers_who_hold(self, actions, where: Q) -> QuerySet:
        holders = self._holders(actions, where)
        return self._holders(["view"], where).filter(pk__in=holders.order_by().values("pk"))

    def _holders(self, actions, where: Q) -> QuerySet:
        """Active users with any of the permissions everywhere, or on one of the sites that `where` selects."""
        permissions = self._get_permission_objects_for_actions(actions)
        groups = GroupSitePermission.objects.filter(where, permission__in=permissions).values("group")
        held = Q(user_permissions__in=permissions) | Q(groups__permissions__in=permissions) | Q(groups__in=groups)
        return get_user_model()._default_manager.filter(held | Q(is_superuser=True), is_active=True).distinct()

    def _get_permission_codename(self, action):
        return action if action == "view_sensitive_answers" else super()._get_permission_codename(action)


def site_of(instance: Lead | Enquiry | Delivery | Site) -> int | None:
    """The site to which something belongs; a message belongs where the lead or the enquiry does that it is about."""
    if isinstance(instance, Site):
        return instance.pk
    if isinstance(instance, Delivery):
        about = instance.lead or instance.enquiry
        return about.site_id if about else None
    return instance.site_id


lead_policy = LeadPermissionPolicy(Lead)


def visible_leads(user, action: str = "view") -> QuerySet[Lead]:
    """The leads that the user may see, and with which they may do `action`."""
    return lead_policy.instances_user_has_permission_for(user, action)


def visible_enquiries(user, action: str = "view") -> QuerySet[Enquiry]:
    """The same of enquiries, with a lead or without."""
    reach = lead_policy.reach(user, action)
    return Enquiry.objects.all() if reach.sites is None else Enquiry.objects.filter(site__in=reach.sites)


def visible_deliveries(user, action: str = "view") -> QuerySet[Delivery]:
    """The same of messages; those about neither a lead nor an enquiry belong to no site."""
    reach = lead_policy.reach(user, action)
    if reach.sites is None:
        return Delivery.objects.all()
    return Delivery.objects.filter(Q(lead__site__in=reach.sites) | Q(lead=None, enquiry__site__in=reach.sites))


def lead_owners(lead: Lead | None = None) -> QuerySet:
    """The users to whom a lead can be given: those who may see it, by name; without a lead those who may see any."""
    if lead is None:
        return by_name(lead_policy.users_with_permission("view"))
    return by_name(lead_policy.users_with_permission_for_instance("view", lead))


def colleagues(user) -> QuerySet:
    """The users to whom any of the leads can belong that this user sees, by name."""
    return by_name(lead_policy.users_who_see(lead_policy.reach(user)))


def by_name(users: QuerySet) -> QuerySet:
    return users.order_by("first_name", "last_name", users.model.USERNAME_FIELD)


def may_see_sensitive_answers(user, case: Lead | Enquiry) -> bool:
    """Whether the health answers of a lead or an enquiry are shown to this user."""
    return lead_policy.user_has_permission_for_instance(user, "view_sensitive_answers", case)


class LeadPermissionHelper(PermissionHelper):
    """The same answers for modeladmin's menu and views; it offers neither creating, editing nor deleting."""

    def user_can_list(self, user):
        return lead_policy.user_has_permission(user, "view")

    def user_can_inspect_obj(self, user, obj):
        return lead_policy.user_has_permission_for_instance(user, "view", obj)

    def user_can_create(self, user):
        return False

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_delete_obj(self, user, obj):
        return False


def forbidden(request) -> TemplateResponse:
    """A 403 that says why; a raised PermissionDenied would become a redirect to Wagtail's home page."""
    return TemplateResponse(request, "leads/desk/forbidden.html", status=403)


def requires(action: str):
    """Decorate a view: 403 before anything is read, unless the user has `action` on leads of some site.

    Which leads these are the view asks by `visible_leads(user, action)` or its like.
    """

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not lead_policy.user_has_permission(request.user, action):
                return forbidden(request)
            return view(request, *args, **kwargs)

        return guarded

    return decorate
