"""One step on many leads: who it is for is fixed on the page that asks, and each lead passes its own guard."""

from abc import abstractmethod
from itertools import groupby

from django import forms
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction

from leads.desk import audit
from leads.desk.bulk.chosen import read_chosen, read_pks, write_chosen
from leads.desk.permissions import forbidden, lead_policy, visible_leads
from leads.later import Later
from leads.models import Lead, LeadQuerySet
from leads.pipeline import PipelineError, check_unchanged

listing_of = Later("leads.desk.listed.Listing")

MOST = 500
"""Leads of one go: a page of work is done at once, and visitors never wait long for the database."""
SHOWN = 20
"""Names that stand on the page that asks; the others are folded away."""
TOLD = 10
"""Leads that were left alone and are named afterwards."""


class ChosenForm(forms.Form):
    """The leads on the page that asked, as they looked then."""

    chosen = forms.CharField(
        widget=forms.HiddenInput,
        error_messages={"required": gettext_lazy("Choose the leads again: the list of them got lost.")},
    )


class LeadBulkAction(BulkAction):
    """A step that is taken on every chosen lead that allows it; the others are named, with the reason."""

    models = [Lead]
    template_name = "leads/desk/bulk/confirm.html"
    form_class = ChosenForm
    permission = "change"
    audit_action = ""
    question = ""

    def __init__(self, request, model):
        super().__init__(request, model)
        self.refused = []
        if self.next_url == request.path or not self.next_url.startswith("/"):
            self.next_url = reverse("leads_lead_modeladmin_index")

    def dispatch(self, request, *args, **kwargs):
        if not lead_policy.user_has_permission(request.user, self.permission):
            return forbidden(request)
        return super().dispatch(request, *args, **kwargs)

    @classmethod
    def is_for(cls, user) -> bool:
        """Whether the inbox offers the action to this user."""
        return lead_policy.user_has_permission(user, cls.permission)

    @abstractmethod
    def take(self, lead: Lead) -> None:
        """Take the step; raise PipelineError when it is refused."""

    def refusal(self, lead: Lead) -> str:
        """Why the step cannot be taken, as far as that shows before it is tried; empty when nothing does."""
        return ""

    def looks(self, lead: Lead) -> str:
        """The part of the lead that this step depends on."""
        return lead.status

    def asked_for(self) -> LeadQuerySet:
        """The leads that the address names, or all that it lists; the newest first."""
        if "all" in self.request.GET.getlist("id"):
            return listing_of(self.request.GET, self.request.user).all_leads
        leads = visible_leads(self.request.user).filter(pk__in=read_pks(self.request.GET.getlist("id")))
        return leads.order_by("-last_enquiry_at", "-pk")

    def find_leads(self) -> LeadQuerySet:
        """The leads that were chosen: once somebody has confirmed, those that they were shown."""
        if self.request.method == "POST":
            return visible_leads(self.request.user).filter(pk__in=self.seen)
        return self.asked_for()

    @property
    def seen(self) -> dict[int, str]:
        """What the chosen leads looked like on the page that asked."""
        return read_chosen(self.request.POST.get("chosen", ""), most=MOST)

    def get_actionable_objects(self):
        leads = list(self.find_leads().select_related("owner")[: MOST + 1])
        self.are_more = len(leads) > MOST
        reasons = {lead: self.reason_against(lead) for lead in leads[:MOST]}
        takeable = [lead for lead, reason in reasons.items() if not reason]
        return takeable, {"items_with_no_access": [(lead, reason) for lead, reason in reasons.items() if reason]}

    def reason_against(self, lead: Lead) -> str:
        """Why the lead is left alone; empty when nothing is known against it."""
        if not lead_policy.user_has_permission_for_instance(self.request.user, self.permission, lead):
            return _("You may not do this with the lead.")
        return self.refusal(lead)

    def get_initial(self):
        if self.request.method == "POST":
            return {}
        takeable, _left_alone = self.get_actionable_objects()
        return {"chosen": write_chosen({lead.pk: self.looks(lead) for lead in takeable})}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        items = [item["item"] for item in context["items"]]
        return context | {
            "header_icon": "mail",
            "number": len(items),
            "leads": items[:SHOWN],
            "more_leads": items[SHOWN:],
            "left_alone": by_reason(context["items_with_no_access"]),
            "most": MOST if self.are_more else None,
            "question": self.question,
            "display_name": self.display_name,
            "button": self.display_name,
        }

    def form_valid(self, form):
        response = super().form_valid(form)
        if self.refused:
            messages.warning(self.request, tell_refused(self.refused))
        return response

    def get_execution_context(self):
        return {"action": self}

    @classmethod
    def execute_action(cls, objects, *, action, **kwargs):
        done = [lead for lead in objects if action.take_guarded(lead)]
        return len(done), 0

    def take_guarded(self, lead: Lead) -> bool:
        """Take the step on one lead and log it; a refusal is kept and changes nothing."""
        try:
            with transaction.atomic():
                check_unchanged(was_changed=self.seen[lead.pk] != self.looks(lead))
                self.take(lead)
                audit.record(lead, self.audit_action, by=self.request.user)
        except PipelineError as error:
            self.refused.append((lead, str(error)))
            return False
        return True

    def get_success_message(self, num_parent_objects, num_child_objects):
        return self.say(num_parent_objects) if num_parent_objects else None

    @abstractmethod
    def say(self, number: int) -> str:
        """What has happened to so many leads."""


def by_reason(left_alone: list[tuple[Lead, str]]) -> list[tuple[str, list[Lead]]]:
    """The leads that are left alone, under the reason."""
    ordered = sorted(left_alone, key=lambda pair: pair[1])
    return [(reason, [lead for lead, _same in group]) for reason, group in groupby(ordered, key=lambda pair: pair[1])]


def tell_refused(refused: list[tuple[Lead, str]]) -> str:
    """What is said of the leads that refused while the others went through; they go by their references."""
    sentence = ngettext("%(n)d lead was left alone.", "%(n)d leads were left alone.", len(refused))
    told = [f"{lead.reference}: {reason}" for lead, reason in refused[:TOLD]]
    more = ["…"] if len(refused) > TOLD else []
    return " ".join([sentence % {"n": len(refused)}, *told, *more])
