"""Shows staff the page that the visitor of an enquiry read, or what is left of it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from leads.desk import origin
from leads.desk.as_seen.inert import make_inert
from leads.desk.as_seen.rendering import html_of, page_as_seen
from leads.desk.permissions import visible_enquiries
from leads.links import lead_path
from leads.models import Enquiry

POLICY = "default-src 'none'; img-src * data:; media-src *; style-src * 'unsafe-inline'; font-src *; form-action 'none'"
"""Nothing runs and nothing is sent, should anything alive have been left in the page."""


class AsSeen(WagtailAdminTemplateMixin, TemplateView):
    """GET only; the page itself without the admin around it, or a page of the admin that says what is missing."""

    http_method_names = ["get", "head"]
    template_name = "leads/desk/as_seen/gone.html"
    page_title = gettext_lazy("The page as the visitor saw it")
    header_icon = "view"

    def get(self, request, pk):
        page = page_as_seen(self.enquiry)
        html = html_of(page) if page else None
        response = self.show(html) if html else self.render_to_response(self.get_context_data()).render()
        response["X-Robots-Tag"] = "noindex, nofollow"
        add_never_cache_headers(response)
        return response

    @cached_property
    def enquiry(self) -> Enquiry:
        enquiries = visible_enquiries(self.request.user).filter(lead__isnull=False).select_related("lead", "page")
        return get_object_or_404(enquiries, pk=self.kwargs["pk"])

    def show(self, html: str) -> HttpResponse:
        """The page without life, below a line that says what it is."""
        context = {"enquiry": self.enquiry, "lead_url": lead_path(self.enquiry.lead_id)}
        banner = render_to_string("leads/desk/as_seen/banner.html", context)
        response = HttpResponse(make_inert(html, banner))
        response["Content-Security-Policy"] = POLICY
        return response

    def get_page_subtitle(self):
        return self.enquiry.reference

    def get_breadcrumbs_items(self):
        lead = self.enquiry.lead
        return [
            *self.breadcrumbs_items,
            {"url": reverse("leads_lead_modeladmin_index"), "label": _("Leads")},
            {"url": lead_path(lead.pk), "label": lead.name, "sublabel": lead.reference},
            {"url": "", "label": self.page_title, "sublabel": self.enquiry.reference},
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "enquiry": self.enquiry,
            "lead_url": lead_path(self.enquiry.lead_id),
            "page_address": origin.page_address(self.enquiry),
            "page_note": origin.page_note(self.enquiry),
        }
