"""The steps that staff take on a lead: POST takes one, GET only shows the lead."""

from abc import ABC, abstractmethod

from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from leads.desk import audit
from leads.desk.permissions import forbidden, lead_policy, visible_leads
from leads.desk.steps import seen_owner
from leads.links import lead_path
from leads.models import Lead
from leads.pipeline import PipelineError, check_unchanged
from leads.refiling import close_emptied


class LeadStep(ABC, View):
    """One guarded step; afterwards the user is back where the step was taken.

    The querystring's `seen` is what the lead looked like to the user; a lead that looks otherwise by now is left
    alone, and the user is told.
    """

    permission = "change"
    action = ""

    def get(self, request, pk):
        return redirect(lead_path(pk))

    def post(self, request, pk):
        lead = get_object_or_404(visible_leads(request.user).select_related("owner"), pk=pk)
        if not lead_policy.user_has_permission_for_instance(request.user, self.permission, lead):
            return forbidden(request)
        try:
            with transaction.atomic():
                check_unchanged(was_changed=request.GET.get("seen", self.looks(lead)) != self.looks(lead))
                message = self.take(lead)
                audit.record(lead, self.action, by=request.user)
        except PipelineError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, message)
        return HttpResponseRedirect(get_valid_next_url_from_request(request) or lead_path(pk))

    def looks(self, lead: Lead) -> str:
        """The part of the lead that this step depends on."""
        return lead.status

    @abstractmethod
    def take(self, lead: Lead) -> str:
        """Take the step and say so; raise PipelineError when it is refused."""


class MarkAttempted(LeadStep):
    """Staff tried to reach the person."""

    action = "leads.mark_attempted"

    def take(self, lead):
        lead.mark_attempted(by=self.request.user)
        return _("An attempt to reach %(name)s is noted.") % {"name": lead.name}


class MarkContacted(LeadStep):
    """Staff reached the person."""

    action = "leads.mark_contacted"

    def take(self, lead):
        lead.mark_contacted(by=self.request.user)
        return _("%(name)s is marked as contacted.") % {"name": lead.name}


class MarkAttended(LeadStep):
    """The person came to the consultation."""

    action = "leads.mark_attended"

    def take(self, lead):
        lead.mark_attended(by=self.request.user)
        return _("It is noted that %(name)s came.") % {"name": lead.name}


class MarkNoShow(LeadStep):
    """The person did not come to the consultation."""

    action = "leads.mark_no_show"

    def take(self, lead):
        lead.mark_no_show(by=self.request.user)
        return _("It is noted that %(name)s did not come.") % {"name": lead.name}


class Convert(LeadStep):
    """The person became a patient."""

    action = "leads.convert"

    def take(self, lead):
        lead.convert(by=self.request.user)
        return _("%(name)s is converted.") % {"name": lead.name}


class CloseEmptied(LeadStep):
    """Nothing is left in the lead since its enquiries were moved."""

    action = "leads.close_emptied"

    def take(self, lead):
        close_emptied(lead, by=self.request.user)
        return _("%(lead)s is closed.") % {"lead": lead.reference}


class Take(LeadStep):
    """Give a lead to oneself."""

    permission = "assign"
    action = "leads.assign"

    def looks(self, lead):
        return seen_owner(lead)

    def take(self, lead):
        if lead.owner == self.request.user:
            raise PipelineError(_("%(name)s is yours already.") % {"name": lead.name})
        lead.assign(self.request.user, by=self.request.user)
        return _("%(name)s is yours now.") % {"name": lead.name}
