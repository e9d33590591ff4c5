"""The page of one lead: who it is, what they asked, what happened, and what to do next."""

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic

from leads.desk.dossier import duplicates_of, leads_with_everything, show_enquiry
from leads.desk.forms import AssignForm, NoteForm
from leads.desk.permissions import may_see_sensitive_answers
from leads.desk.response_clock import read_clock
from leads.desk.steps import seen_owner, status_steps, step_url
from leads.desk.timeline import tell


class LeadPage(generic.InspectView):
    """Everything about a lead on one page; opening it makes the lead read."""

    template_name = "leads/desk/lead.html"
    page_title = _("Lead")
    permission_required = "view"
    any_permission_required = None

    def get(self, request, *args, **kwargs):
        self.object.mark_read()
        return super().get(request, *args, **kwargs)

    def get_object(self, queryset=None):
        return get_object_or_404(leads_with_everything(), pk=self.pk)

    def get_fields(self):
        return []

    def get_page_title(self):
        return self.object.name

    def get_page_subtitle(self):
        return self.object.reference

    @cached_property
    def note_form(self):
        """The empty composer; a refused note stays in it."""
        return NoteForm()

    def may(self, action: str) -> bool:
        """Whether the user may do this with this lead."""
        return self.user_has_permission_for_instance(action, self.object)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        lead, user = self.object, self.request.user
        with_sensitive = may_see_sensitive_answers(user)
        enquiries = [show_enquiry(enquiry, lead, with_sensitive=with_sensitive) for enquiry in lead.enquiries.all()]
        return (
            context
            | self.get_steps()
            | {
                "lead": lead,
                "clock": read_clock(lead),
                "duplicates": duplicates_of(lead),
                "enquiries": enquiries,
                "deliveries": lead.deliveries.all(),
                "timeline": tell(lead.activities.all()),
            }
        )

    def get_steps(self) -> dict:
        """The forms and buttons that the user may use on this lead."""
        lead, user = self.object, self.request.user
        steps = {}
        if self.may("change"):
            steps |= {"status_steps": status_steps(lead), "note_form": self.note_form}
        if self.may("assign"):
            steps |= {
                "assign_form": AssignForm(lead=lead),
                "assign_url": step_url("assign", lead, seen_owner(lead)),
                "take_url": "" if lead.owner_id == user.pk else step_url("take", lead, seen_owner(lead)),
            }
        return steps
