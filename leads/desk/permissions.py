"""Who may do what with leads; every URL of the desk passes through here."""

from functools import wraps

from django.template.response import TemplateResponse
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail_modeladmin.helpers import PermissionHelper


class LeadPermissionPolicy(ModelPermissionPolicy):
    """The permissions on leads; none of them counts for somebody who may not see leads at all."""

    def user_has_permission(self, user, action):
        return super().user_has_permission(user, "view") and super().user_has_permission(user, action)


lead_policy = LeadPermissionPolicy("leads.Lead")


def lead_owners():
    """The users to whom a lead can be given: those who may see leads, by name."""
    owners = lead_policy.users_with_permission("view")
    return owners.order_by("first_name", "last_name", owners.model.USERNAME_FIELD)


def may_see_sensitive_answers(user) -> bool:
    """Whether health answers are shown to this user."""
    return lead_policy.user_has_permission(user, "view") and user.has_perm("leads.view_sensitive_answers")


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
    """Decorate a view: 403 before anything is read, unless the user has `action` on leads."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not lead_policy.user_has_permission(request.user, action):
                return forbidden(request)
            return view(request, *args, **kwargs)

        return guarded

    return decorate
