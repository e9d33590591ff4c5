"""Giving many leads to one person."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.utils import get_user_display_name

from leads.desk.bulk.base import ChosenForm, LeadBulkAction
from leads.desk.forms import OwnerChoice
from leads.desk.permissions import colleagues, lead_policy
from leads.desk.steps import seen_owner
from leads.pipeline import PipelineError


class OwnerForm(ChosenForm):
    """Who is to work on the leads."""

    owner = OwnerChoice(
        label=gettext_lazy("Owner"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("Nobody"),
        error_messages={"invalid_choice": gettext_lazy("Choose somebody who may see leads.")},
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = colleagues(user)


class AssignBulkAction(LeadBulkAction):
    """They get an owner, or none."""

    display_name = gettext_lazy("Assign")
    action_type = "assign"
    aria_label = gettext_lazy("Assign the selected leads")
    action_priority = 10
    permission = "assign"
    form_class = OwnerForm
    audit_action = "leads.assign"
    question = gettext_lazy("Each timeline says who gave the lead to whom.")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def get_initial(self):
        return super().get_initial() | {"owner": self.request.user.pk}

    def looks(self, lead):
        return seen_owner(lead)

    def take(self, lead):
        owner = self.cleaned_form.cleaned_data["owner"]
        if owner == lead.owner:
            raise PipelineError(_("It has this owner already."))
        if owner is not None and not lead_policy.user_has_permission_for_instance(owner, "view", lead):
            raise PipelineError(_("%(owner)s may not see this lead.") % {"owner": get_user_display_name(owner)})
        lead.assign(owner, by=self.request.user)

    def say(self, number):
        owner = self.cleaned_form.cleaned_data["owner"]
        if owner is None:
            return ngettext("%(n)d lead has no owner now.", "%(n)d leads have no owner now.", number) % {"n": number}
        sentence = ngettext("%(n)d lead now belongs to %(owner)s.", "%(n)d leads now belong to %(owner)s.", number)
        return sentence % {"n": number, "owner": get_user_display_name(owner)}
