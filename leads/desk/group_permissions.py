"""Where administrators give a group permissions on the leads of single sites: a panel of Wagtail's group editor.

Wagtail's own panel for settings knows one permission; leads have several that go together.
"""

from django import forms
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from wagtail.models import GroupSitePermission, Site

from leads.models import Lead

PERMISSIONS = {
    "view_lead": _("See"),
    "add_lead": _("Add"),
    "change_lead": _("Change"),
    "assign_lead": _("Assign"),
    "export_lead": _("Export"),
    "erase_lead": _("Erase"),
    "view_sensitive_answers": _("Health answers"),
}
"""What can be allowed for one site, in the order of the columns."""

FEW_SITES = 1
"""With no more sites than these, permissions for single sites say nothing that the others do not."""


class LeadSitePermissionForm(forms.Form):
    """One row of boxes for each site; `save` makes the group's rows what was ticked."""

    template_name = "leads/desk/permissions/group_panel.html"

    class Media:
        css = {"all": ["leads/desk-permissions.css"]}

    def __init__(self, *args, instance: Group | None = None, prefix: str | None = None, **kwargs):
        super().__init__(*args, prefix=prefix or "lead_site_permissions", **kwargs)
        self.instance = instance or Group()
        self.sites = list(Site.objects.order_by("hostname", "port"))
        held = self._held()
        for site in self.sites:
            self.fields[f"site_{site.pk}"] = forms.MultipleChoiceField(
                label=str(site),
                choices=list(PERMISSIONS.items()),
                required=False,
                widget=forms.CheckboxSelectMultiple,
                initial=[codename for site_pk, codename in held if site_pk == site.pk],
            )

    def clean(self):
        """Refuse what would have no effect: nothing counts for somebody who may not see leads."""
        cleaned = super().clean()
        for site in self.sites:
            chosen = cleaned.get(f"site_{site.pk}")
            if chosen and "view_lead" not in chosen:
                text = _("Tick “See” as well: nothing else counts without it.")
                self.add_error(f"site_{site.pk}", text)
        return cleaned

    @transaction.atomic
    def save(self) -> None:
        """Store what was ticked, and take away what was not."""
        permissions = {permission.codename: permission for permission in lead_permissions()}
        wanted = {(site.pk, codename) for site in self.sites for codename in self.cleaned_data[f"site_{site.pk}"]}
        held = self._held()
        for site_pk, codename in held - wanted:
            self._rows().filter(site=site_pk, permission=permissions[codename]).delete()
        GroupSitePermission.objects.bulk_create(
            GroupSitePermission(group=self.instance, site_id=site_pk, permission=permissions[codename])
            for site_pk, codename in sorted(wanted - held)
        )

    def as_admin_panel(self) -> str:
        """The panel; nothing where there is only one site to give permissions for."""
        if len(self.sites) <= FEW_SITES and not self._held():
            return ""
        return render_to_string(self.template_name, {"form": self, "labels": PERMISSIONS.values()})

    def _rows(self):
        return GroupSitePermission.objects.filter(group=self.instance, permission__in=lead_permissions())

    def _held(self) -> set[tuple[int, str]]:
        if self.instance.pk is None:
            return set()
        return set(self._rows().values_list("site", "permission__codename"))


def lead_permissions():
    """The permissions of this panel."""
    app_label, model = Lead._meta.app_label, Lead._meta.model_name
    return Permission.objects.filter(
        content_type__app_label=app_label, content_type__model=model, codename__in=PERMISSIONS
    )


def register_group_permission_panel() -> type[LeadSitePermissionForm]:
    """For the hook of the same name."""
    return LeadSitePermissionForm
