"""Opens the health answers of one enquiry, on the page where it is shown."""

from django.shortcuts import get_object_or_404
from django.views import View

from leads.desk.lead_page import LeadPage
from leads.desk.permissions import visible_enquiries
from leads.desk.quarantine.enquiry_page import QuarantinedEnquiryPage
from leads.desk.quarantine.steps import enquiry_path
from leads.desk.sensitive import OpensAnswers


class OpenedLead(OpensAnswers, LeadPage):
    """The page of a lead, with the health answers of one of its enquiries open."""

    def folded_path(self):
        return self.place.page_of(self.object)


class OpenedInQuarantine(OpensAnswers, QuarantinedEnquiryPage):
    """The page of an enquiry that has no lead, with its health answers open."""

    def folded_path(self):
        return enquiry_path(self.object)


class OpenAnswers(View):
    """Finds the page of an enquiry by the enquiry's key."""

    lead_options: dict = {}
    """What the lead page must know of the desk; see `GenericViewsAdmin.view_options`."""

    def dispatch(self, request, pk):
        enquiry = get_object_or_404(visible_enquiries(request.user).only("lead_id"), pk=pk)
        if enquiry.lead_id:
            return OpenedLead.as_view(**self.lead_options, opened=pk)(request, pk=enquiry.lead_id)
        return OpenedInQuarantine.as_view(header_icon="lock", opened=pk)(request, pk=pk)
