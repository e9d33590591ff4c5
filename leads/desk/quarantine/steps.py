"""What staff decide about an enquiry in quarantine: POST decides, GET only shows it."""

from abc import ABC, abstractmethod

from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name, get_valid_next_url_from_request

from leads.desk import audit
from leads.desk.permissions import visible_enquiries
from leads.links import lead_path
from leads.models import Enquiry, Verdict
from leads.quarantine import release


def enquiry_path(enquiry: Enquiry) -> str:
    """The page of an enquiry that is or was in quarantine."""
    return reverse("leads_lead_modeladmin_quarantine_enquiry", args=[enquiry.pk])


class Judge(ABC, View):
    """One decision. Made twice, or after somebody else's, it changes nothing and says how things stand."""

    action = ""

    def get(self, request, pk):
        return redirect(enquiry_path(self.get_enquiry(pk)))

    def post(self, request, pk):
        enquiry = self.get_enquiry(pk)
        with transaction.atomic():
            is_decided = self.decide(enquiry)
            if is_decided:
                audit.record(enquiry, self.action, by=request.user)
        if is_decided:
            messages.success(request, self.say(enquiry), buttons=self.buttons(enquiry))
        else:
            messages.warning(request, how_it_stands(self.get_enquiry(pk)))
        return HttpResponseRedirect(get_valid_next_url_from_request(request) or self.next_page(enquiry))

    def get_enquiry(self, pk: int) -> Enquiry:
        enquiries = (
            visible_enquiries(self.request.user, "change").ever_quarantined().select_related("judged_by", "lead")
        )
        return get_object_or_404(enquiries, pk=pk)

    def next_page(self, enquiry: Enquiry) -> str:
        """Where the user goes from the enquiry's own page."""
        return reverse("leads_lead_modeladmin_quarantine")

    def buttons(self, enquiry: Enquiry) -> list:
        """Links beside the message."""
        return [messages.button(enquiry_path(enquiry), _("Look at it again"))]

    @abstractmethod
    def decide(self, enquiry: Enquiry) -> bool:
        """Make the decision; False when it was not there to be made any more."""

    @abstractmethod
    def say(self, enquiry: Enquiry) -> str:
        """What has happened."""


class Release(Judge):
    """It is a real enquiry."""

    action = "leads.release"

    def decide(self, enquiry):
        released = release([enquiry], by=self.request.user)
        enquiry.lead = released[0].lead if released else enquiry.lead
        return bool(released)

    def say(self, enquiry):
        return _("%(enquiry)s is released: it is in lead %(lead)s, and staff are being told.") % {
            "enquiry": enquiry.reference,
            "lead": enquiry.lead.reference,
        }

    def buttons(self, enquiry):
        return [messages.button(lead_path(enquiry.lead_id), _("Open the lead"))]

    def next_page(self, enquiry):
        return lead_path(enquiry.lead_id) if enquiry.lead_id else super().next_page(enquiry)


class ConfirmSpam(Judge):
    """It is spam."""

    action = "leads.confirm_spam"

    def decide(self, enquiry):
        return enquiry.confirm_spam(by=self.request.user)

    def say(self, enquiry):
        return _("%(enquiry)s is confirmed as spam. It stays stored.") % {"enquiry": enquiry.reference}


class ReturnToQuarantine(Judge):
    """Perhaps it is not spam after all."""

    action = "leads.return_to_quarantine"

    def decide(self, enquiry):
        return enquiry.return_to_quarantine()

    def say(self, enquiry):
        return _("%(enquiry)s is in quarantine again.") % {"enquiry": enquiry.reference}

    def next_page(self, enquiry):
        return enquiry_path(enquiry)


def how_it_stands(enquiry: Enquiry) -> str:
    """What was decided before the user's decision came."""
    words = {
        "enquiry": enquiry.reference,
        "who": get_user_display_name(enquiry.judged_by) if enquiry.judged_by else _("Somebody"),
        "lead": enquiry.lead.reference if enquiry.lead else "",
    }
    if enquiry.verdict == Verdict.ACCEPTED:
        return _("%(who)s has released %(enquiry)s already; it is in lead %(lead)s.") % words
    if enquiry.verdict == Verdict.SPAM:
        return _("%(who)s has confirmed %(enquiry)s as spam. Take that back first if it is none.") % words
    return _("%(enquiry)s is in quarantine.") % words
