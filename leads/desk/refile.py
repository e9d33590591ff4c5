"""Where staff put right that an enquiry was filed under the wrong lead."""

from django.db import transaction
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.forms.search import SearchForm
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from leads.desk import audit
from leads.desk.dossier import duplicates_of
from leads.desk.permissions import visible_enquiries, visible_leads
from leads.desk.search import search_leads
from leads.links import lead_path
from leads.matching import known_by
from leads.models import Enquiry, Lead, LeadQuerySet
from leads.pipeline import PipelineError, check_unchanged
from leads.refiling import split_off

MOST_OFFERED = 20
LONGEST_PK = 18
"""Digits of a primary key that every database can compare."""


class Refile(WagtailAdminTemplateMixin, TemplateView):
    """Another lead for an enquiry: a likely one, one that is searched for, or a new one of its own.

    `seen` is the lead in which the user saw the enquiry; one that was moved meanwhile stays where it is.
    """

    template_name = "leads/desk/refile.html"
    page_title = gettext_lazy("Move enquiry")
    header_icon = "mail"

    @cached_property
    def enquiry(self) -> Enquiry:
        enquiries = (
            visible_enquiries(self.request.user, "change")
            .filter(lead__isnull=False)
            .select_related("lead", "site", "form", "page")
        )
        return get_object_or_404(enquiries, pk=self.kwargs["pk"])

    def post(self, request, pk):
        enquiry, source = self.enquiry, self.enquiry.lead
        try:
            with transaction.atomic():
                check_unchanged(was_changed=request.POST.get("seen", str(source.pk)) != str(source.pk))
                message = self.split_off() if "own" in request.POST else self.move()
        except PipelineError as error:
            messages.error(request, str(error))
            return redirect(request.get_full_path())
        messages.success(request, message, buttons=[messages.button(lead_path(source.pk), source.reference)])
        return redirect(lead_path(enquiry.lead_id))

    def move(self) -> str:
        """File it under the chosen lead; PipelineError when none was chosen."""
        pk = self.request.POST.get("lead", "")
        is_pk = pk.isascii() and pk.isdecimal() and len(pk) <= LONGEST_PK
        target = visible_leads(self.request.user, "change").filter(pk=pk).first() if is_pk else None
        if target is None:
            raise PipelineError(_("Choose a lead that exists."))
        self.enquiry.move_to(target, by=self.request.user)
        audit.record(self.enquiry, "leads.move_enquiry", by=self.request.user)
        return _("%(enquiry)s is in this lead now.") % {"enquiry": self.enquiry.reference}

    def split_off(self) -> str:
        """Make a lead of it."""
        lead = split_off(self.enquiry, by=self.request.user)
        audit.record(self.enquiry, "leads.split_off", by=self.request.user)
        return _("%(enquiry)s is a lead of its own now: %(lead)s.") % {
            "enquiry": self.enquiry.reference,
            "lead": lead.reference,
        }

    def get_page_subtitle(self):
        return self.enquiry.reference

    def get_breadcrumbs_items(self):
        source = self.enquiry.lead
        return [
            *self.breadcrumbs_items,
            {"url": reverse("leads_lead_modeladmin_index"), "label": _("Leads")},
            {"url": lead_path(source.pk), "label": source.name, "sublabel": source.reference},
            {"url": "", "label": self.page_title, "sublabel": self.enquiry.reference},
        ]

    def get_context_data(self, **kwargs):
        search = SearchForm(self.request.GET)
        query = search.cleaned_data["q"] if search.is_valid() else ""
        source = self.enquiry.lead
        return super().get_context_data(**kwargs) | {
            "enquiry": self.enquiry,
            "lead": source,
            "may_split_off": source.enquiries.exclude(pk=self.enquiry.pk).exists(),
            "query": query,
            "likely": likely_leads(self.enquiry),
            "found": search_leads(other_leads(source), query)[:MOST_OFFERED] if query else [],
        }


def other_leads(lead: Lead) -> LeadQuerySet:
    """The leads of the same site to which an enquiry of this one could go."""
    return Lead.objects.filter(site=lead.site_id).exclude(pk=lead.pk)


def likely_leads(enquiry: Enquiry) -> list[Lead]:
    """Possible duplicates of its lead first, then whoever gave the same e-mail or phone."""
    duplicates = [lead for lead in duplicates_of(enquiry.lead) if lead.site_id == enquiry.lead.site_id]
    keys = [("email_key", enquiry.email_key), ("phone_e164", enquiry.phone_e164)]
    same = Q(pk=None)
    for field, key in keys:
        same |= known_by(field, key) if key else Q()
    known = other_leads(enquiry.lead).filter(same).exclude(pk__in=[lead.pk for lead in duplicates])
    return [*duplicates, *known.order_by("-last_enquiry_at")[:MOST_OFFERED]][:MOST_OFFERED]
