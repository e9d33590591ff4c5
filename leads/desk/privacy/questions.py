"""What staff are asked before something is done about a person's data: GET asks, POST does it."""

from abc import ABC, abstractmethod

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from leads.consents import of_person, withdraw
from leads.desk import audit
from leads.desk.permissions import visible_enquiries, visible_leads
from leads.desk.privacy.forms import HoldForm
from leads.links import lead_path
from leads.models import ConsentRecord, Lead, StatementKind
from leads.pipeline import PipelineError


class LeadQuestion(WagtailAdminTemplateMixin, TemplateView):
    """A page about one lead that asks before something is done."""

    header_icon = "lock"
    permission = "change"
    """What the user must be allowed to do with this very lead."""

    @cached_property
    def lead(self) -> Lead:
        return get_object_or_404(visible_leads(self.request.user, self.permission), pk=self.kwargs["pk"])

    @property
    def lead_url(self) -> str:
        return lead_path(self.lead.pk)

    def get_page_subtitle(self):
        return self.lead.reference

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("leads_lead_modeladmin_index"), "label": _("Leads")},
            {"url": self.lead_url, "label": self.lead.name, "sublabel": self.lead.reference},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"lead": self.lead, "lead_url": self.lead_url}


class StepQuestion(ABC, LeadQuestion):
    """Asks whether to take one step on a lead; afterwards the user is back at it."""

    action = ""

    def post(self, request, pk):
        try:
            with transaction.atomic():
                message = self.act()
                audit.record(self.lead, self.action, by=request.user)
        except PipelineError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, message)
        return redirect(self.lead_url)

    @abstractmethod
    def act(self) -> str:
        """Do it and say so; raise PipelineError when it is refused."""


class WithdrawConsent(StepQuestion):
    """The person told staff that they no longer agree to something; `pk` is that of a record in the ledger."""

    template_name = "leads/desk/privacy/withdraw.html"
    page_title = gettext_lazy("Record a withdrawal")
    action = "leads.withdraw_consent"

    @cached_property
    def consent(self) -> ConsentRecord:
        enquiries = visible_enquiries(self.request.user, self.permission).filter(lead__isnull=False)
        records = ConsentRecord.objects.filter(kind=StatementKind.CONSENT, enquiry__in=enquiries)
        return get_object_or_404(records.select_related("enquiry__lead"), pk=self.kwargs["pk"])

    @cached_property
    def lead(self):
        return self.consent.enquiry.lead

    def act(self):
        if not withdraw(self.consent.enquiry, self.consent.purpose, by=self.request.user):
            raise PipelineError(_("This consent is withdrawn already, or was never given."))
        return _("The withdrawal is recorded.")

    def get_context_data(self, **kwargs):
        given = of_person(self.consent.enquiry).given().filter(purpose=self.consent.purpose)
        return super().get_context_data(**kwargs) | {
            "consent": self.consent,
            "number": given.count(),
        }


class PlaceHold(StepQuestion):
    """A dispute or an order of a court: the lead must be kept whatever else is asked."""

    template_name = "leads/desk/privacy/hold.html"
    page_title = gettext_lazy("Place a legal hold")
    action = "leads.place_hold"
    permission = "erase"

    @cached_property
    def form(self) -> HoldForm:
        return HoldForm(self.request.POST if self.request.method == "POST" else None)

    def post(self, request, pk):
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        return super().post(request, pk)

    def act(self):
        self.lead.place_hold(self.form.cleaned_data["reason"], by=self.request.user)
        return _("%(lead)s is kept until the hold is lifted.") % {"lead": self.lead.reference}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"form": self.form}


class LiftHold(StepQuestion):
    """The reason of a hold is gone."""

    template_name = "leads/desk/privacy/lift.html"
    page_title = gettext_lazy("Lift the legal hold")
    action = "leads.lift_hold"
    permission = "erase"

    def act(self):
        self.lead.lift_hold(by=self.request.user)
        return _("The legal hold on %(lead)s is lifted.") % {"lead": self.lead.reference}
