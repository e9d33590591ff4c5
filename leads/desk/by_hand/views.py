"""Where staff add somebody who phoned, walked in or wrote elsewhere."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from leads.desk.by_hand.adding import UndecidedError, add_contact
from leads.desk.by_hand.forms import JOIN, NEW, AddForm, read_decision
from leads.links import lead_path
from leads.models import Lead
from leads.pipeline import PipelineError


class AddLead(WagtailAdminTemplateMixin, FormView):
    """Adds a lead; when the person seems to have one already, it asks first what to do."""

    template_name = "leads/desk/by_hand/add.html"
    page_title = gettext_lazy("Add lead")
    header_icon = "mail"
    form_class = AddForm

    def get_form(self, form_class=None):
        return AddForm(self.request.POST if self.request.method == "POST" else None, user=self.request.user)

    def form_valid(self, form):
        contact = form.contact()
        decision = read_decision(self.request.POST.get("decision", ""))
        try:
            lead = add_contact(contact, decision, by=self.request.user)
        except UndecidedError as question:
            return self.ask(form, question.lead)
        except PipelineError as error:
            messages.error(self.request, str(error))
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(self.request, self.say(lead, is_joined=bool(decision and decision.about == lead.pk)))
        return redirect(lead_path(lead.pk))

    def form_invalid(self, form):
        messages.error(self.request, _("The lead was not added. Look at the fields marked below."))
        return super().form_invalid(form)

    def ask(self, form, lead: Lead):
        """The same form with the lead that was found, and two buttons in place of one."""
        return self.render_to_response(
            self.get_context_data(form=form, found=lead, join=f"{JOIN}-{lead.pk}", new=f"{NEW}-{lead.pk}")
        )

    def say(self, lead: Lead, *, is_joined: bool) -> str:
        """What has happened."""
        values = {"name": lead.name, "lead": lead.reference, "other": ""}
        if is_joined:
            return _("Added to %(lead)s, %(name)s.") % values
        if lead.possible_duplicate_of:
            values["other"] = lead.possible_duplicate_of.reference
            return _("%(name)s is added as %(lead)s, which may be a duplicate of %(other)s.") % values
        return _("%(name)s is added as %(lead)s.") % values

    def get_breadcrumbs_items(self):
        inbox = {"url": reverse("leads_lead_modeladmin_index"), "label": _("Leads")}
        return [*self.breadcrumbs_items, inbox, {"url": "", "label": self.page_title}]
