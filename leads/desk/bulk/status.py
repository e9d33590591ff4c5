"""Moving many leads to another status."""

from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from leads.desk.bulk.base import ChosenForm, LeadBulkAction
from leads.desk.forms import NOTE_LENGTH
from leads.models import LeadStatus, LostReason
from leads.pipeline import PipelineError, check_move

FURTHEST_YEARS = 5


class MoveBulkAction(LeadBulkAction):
    """A move that the pipeline may refuse."""

    target = ""

    def refusal(self, lead):
        try:
            check_move(lead.status, self.target)
        except PipelineError as error:
            return str(error)
        return ""


class AttemptedBulkAction(MoveBulkAction):
    """Staff tried to reach them."""

    display_name = gettext_lazy("Mark attempted")
    action_type = "mark_attempted"
    aria_label = gettext_lazy("Mark the selected leads as attempted")
    action_priority = 20
    target = LeadStatus.ATTEMPTED
    audit_action = "leads.mark_attempted"
    question = gettext_lazy("Each timeline says that somebody tried to reach the person; the reply clock stops.")

    def take(self, lead):
        lead.mark_attempted(by=self.request.user)

    def say(self, number):
        return ngettext("%(n)d lead is marked as attempted.", "%(n)d leads are marked as attempted.", number) % {
            "n": number
        }


class ContactedBulkAction(MoveBulkAction):
    """Staff reached them."""

    display_name = gettext_lazy("Mark contacted")
    action_type = "mark_contacted"
    aria_label = gettext_lazy("Mark the selected leads as contacted")
    action_priority = 30
    target = LeadStatus.CONTACTED
    audit_action = "leads.mark_contacted"
    question = gettext_lazy("Each timeline says that the person was reached; a lead that was booked loses its date.")

    def take(self, lead):
        lead.mark_contacted(by=self.request.user)

    def say(self, number):
        return ngettext("%(n)d lead is marked as contacted.", "%(n)d leads are marked as contacted.", number) % {
            "n": number
        }


class HoldForm(ChosenForm):
    """When the leads come back."""

    until = forms.DateField(
        label=gettext_lazy("On hold until"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": gettext_lazy("Choose the date on which the leads come back."),
            "invalid": gettext_lazy("Enter a date."),
        },
    )

    def clean_until(self):
        until, today = self.cleaned_data["until"], timezone.localdate()
        if not today < until <= today.replace(year=today.year + FURTHEST_YEARS, day=min(today.day, 28)):
            raise forms.ValidationError(_("Choose a date that is still to come, within the next five years."))
        return until


class HoldBulkAction(MoveBulkAction):
    """They are left in peace until a date."""

    display_name = gettext_lazy("Put on hold")
    action_type = "put_on_hold"
    aria_label = gettext_lazy("Put the selected leads on hold")
    action_priority = 40
    form_class = HoldForm
    target = LeadStatus.ON_HOLD
    audit_action = "leads.status"
    question = gettext_lazy("Nobody is asked to turn to these people until the date; then the leads are to follow up.")

    def take(self, lead):
        until = datetime.combine(self.cleaned_form.cleaned_data["until"], time.min)
        lead.put_on_hold(timezone.make_aware(until), by=self.request.user)

    def say(self, number):
        return ngettext("%(n)d lead is on hold.", "%(n)d leads are on hold.", number) % {"n": number}


class LoseForm(ChosenForm):
    """Why nothing came of the leads; that one was emptied is for the system to say."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Reason"),
        choices=[("", "---------"), *(choice for choice in LostReason.choices if choice[0] != LostReason.MOVED)],
        error_messages={
            "required": gettext_lazy("Say why the leads are lost: choose a reason."),
            "invalid_choice": gettext_lazy("Say why the leads are lost: choose a reason."),
        },
    )
    text = forms.CharField(
        label=gettext_lazy("What else is to be said"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class LoseBulkAction(MoveBulkAction):
    """Nothing came of them."""

    display_name = gettext_lazy("Mark lost")
    action_type = "lose"
    aria_label = gettext_lazy("Mark the selected leads as lost")
    action_priority = 50
    classes = {"serious"}
    form_class = LoseForm
    target = LeadStatus.LOST
    audit_action = "leads.status"
    question = gettext_lazy("The leads are closed and leave the list of open ones. Each can be undone on its page.")

    def take(self, lead):
        details = self.cleaned_form.cleaned_data
        lead.lose(details["reason"], by=self.request.user, text=details["text"])

    def say(self, number):
        return ngettext("%(n)d lead is marked as lost.", "%(n)d leads are marked as lost.", number) % {"n": number}
