"""The page of one enquiry that was held back: what it says, why it waits, and the two ways out."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic

from leads import conf
from leads.desk.contact import contact_of
from leads.desk.permissions import lead_policy, visible_enquiries
from leads.desk.quarantine.listing import judging_steps
from leads.desk.quarantine.reasons import reasons_of
from leads.desk.sensitive import ShowsEnquiries
from leads.models import Enquiry


class QuarantinedEnquiryPage(ShowsEnquiries, generic.InspectView):
    """Everything that was written, as on a lead's page; it outlives the decision, which it then tells."""

    template_name = "leads/desk/quarantine/enquiry.html"
    page_title = _("Enquiry")
    model = Enquiry
    permission_policy = lead_policy
    permission_required = "view"
    any_permission_required = None

    def get_object(self, queryset=None):
        related = ("page", "form", "lead", "judged_by")
        enquiries = visible_enquiries(self.request.user).ever_quarantined()
        return get_object_or_404(enquiries.select_related(*related).prefetch_related("consents"), pk=self.pk)

    def get_fields(self):
        return []

    def get_page_title(self):
        return self.object.name

    def get_page_subtitle(self):
        return self.object.reference

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("leads_lead_modeladmin_index"), "label": _("Leads")},
            {"url": reverse("leads_lead_modeladmin_quarantine"), "label": _("Quarantine")},
            {"url": "", "label": self.object.name, "sublabel": self.object.reference},
        ]

    def get_context_data(self, **kwargs):
        enquiry = self.object
        return super().get_context_data(**kwargs) | {
            "enquiry": enquiry,
            "shown": self.show(enquiry, enquiry),
            "contact": contact_of(enquiry, []),
            "reasons": reasons_of(enquiry),
            "limit": conf.get("SPAM_LIMIT"),
            "steps": judging_steps(enquiry) if self.user_has_permission_for_instance("change", enquiry) else [],
        }
