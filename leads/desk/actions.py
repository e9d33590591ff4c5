"""The steps that staff take on a lead: POST takes one, GET only shows the lead."""

from abc import ABC, abstractmethod

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name, get_valid_next_url_from_request

from leads.desk import audit
from leads.desk.forms import AssignForm, NoteForm
from leads.desk.lead_page import LeadPage
from leads.desk.permissions import forbidden, lead_policy
from leads.desk.steps import seen_owner
from leads.links import lead_path
from leads.models import Lead
from leads.pipeline import PipelineError, check_unchanged


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
        lead = get_object_or_404(Lead.objects.select_related("owner"), pk=pk)
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
        return redirect(get_valid_next_url_from_request(request) or lead_path(pk))

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


class Assign(LeadStep):
    """Give a lead to somebody, or take it from everybody."""

    permission = "assign"
    action = "leads.assign"

    def looks(self, lead):
        return seen_owner(lead)

    def take(self, lead):
        owner = self.get_owner(lead)
        if owner == lead.owner:
            raise PipelineError(_("%(name)s has this owner already.") % {"name": lead.name})
        lead.assign(owner, by=self.request.user)
        if owner is None:
            return _("%(name)s has no owner now.") % {"name": lead.name}
        return _("%(name)s now belongs to %(owner)s.") % {"name": lead.name, "owner": get_user_display_name(owner)}

    def get_owner(self, lead: Lead):
        """The chosen user; PipelineError unless leads can be given to them."""
        form = AssignForm(self.request.POST, lead=lead)
        if not form.is_valid():
            raise PipelineError(" ".join(form.errors["owner"]))
        return form.cleaned_data["owner"]


class Take(Assign):
    """Give a lead to oneself."""

    def get_owner(self, lead):
        return self.request.user


class AddNote(LeadPage):
    """Write on the timeline; a note that is refused comes back in the composer with the reason."""

    def get(self, request, *args, **kwargs):
        return redirect(lead_path(self.object.pk))

    def post(self, request, *args, **kwargs):
        if not self.may("change"):
            return forbidden(request)
        self.note_form = NoteForm(request.POST)
        if not self.note_form.is_valid():
            messages.error(request, _("The note was not saved."))
            self.note_form.fields["text"].widget.attrs["autofocus"] = True
            return self.render_to_response(self.get_context_data())
        with transaction.atomic():
            self.object.add_note(self.note_form.cleaned_data["text"], by=request.user)
            audit.record(self.object, "leads.note", by=request.user)
        messages.success(request, _("The note is on the timeline."))
        return redirect(lead_path(self.object.pk))
