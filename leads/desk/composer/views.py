"""The steps of the composer: taken and told, or refused in place with everything that was typed."""

from abc import ABC, abstractmethod

from django import forms
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name

from leads.desk import audit
from leads.desk.composer.changes import SEEN, News, news_of, read_key
from leads.desk.composer.forms import BookingForm, CallForm, FollowUpForm, StatusForm
from leads.desk.forms import AssignForm, NoteForm
from leads.desk.lead_page import LeadPage
from leads.desk.permissions import forbidden
from leads.desk.replies.offer import reply_url
from leads.desk.sentences import show
from leads.models import Lead, LeadStatus
from leads.pipeline import PipelineError
from leads.replies.appointment_mail import tell_owner_of_appointment


def focus_first_error(form: forms.Form) -> None:
    """Put the reader where something has to be put right, without a script."""
    name = next((name for name in form.fields if name in form.errors), None)
    if name:
        form.fields[name].widget.attrs["autofocus"] = True


class ComposerStep(ABC, LeadPage):
    """One tab. Somebody who has not seen what others did meanwhile moves nothing, and is shown it.

    `moves_lead` is False for a step that is right whatever others did.
    """

    key = ""
    action = ""
    permission = "change"
    moves_lead = True
    others: News | None = None

    def get(self, request, *args, **kwargs):
        return redirect(self.place.page_of(self.object))

    def post(self, request, *args, **kwargs):
        if not self.may(self.permission):
            return forbidden(request)
        form = self.form
        if form.is_valid():
            try:
                message = self.take_guarded(form.cleaned_data)
            except PipelineError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, message, buttons=self.get_links() or None)
                return redirect(self.place.page_of(self.object))
        messages.error(request, _("Nothing was saved. What you typed is still below."))
        self.bound = {self.key: form}
        focus_first_error(form)
        return self.render_to_response(self.get_context_data())

    @cached_property
    def form(self) -> forms.Form:
        return self.get_form()

    def get_form(self) -> forms.Form:
        """The form with what was typed."""
        return forms.Form(self.request.POST)

    def take_guarded(self, cleaned: dict) -> str:
        """Take the step on the lead as it is now, while nobody else can."""
        with transaction.atomic():
            lead = Lead.objects.select_for_update().get(pk=self.object.pk)
            if self.moves_lead:
                self.refuse_what_is_stale(lead)
            message = self.take(lead, cleaned)
            audit.record(lead, self.action, by=self.request.user)
        return message

    def refuse_what_is_stale(self, lead: Lead) -> None:
        seen = read_key(self.request.POST.get(SEEN))
        news = news_of(lead, self.request.user, since=seen, moving_only=True)
        if news.entries:
            self.others = news
            raise PipelineError(_("Somebody else changed this lead since you opened it. Look, then repeat your step."))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"others": self.others, "refusal": self.form.non_field_errors()}

    def get_links(self) -> list:
        """What lies nearest after the step."""
        return []

    @abstractmethod
    def take(self, lead: Lead, cleaned: dict) -> str:
        """Take the step and say so; PipelineError when it is refused."""


class AddNote(ComposerStep):
    """Write on the timeline."""

    key = "note"
    action = "leads.note"
    moves_lead = False

    def get_form(self):
        return NoteForm(self.request.POST, auto_id="note_%s")

    def take(self, lead, cleaned):
        lead.add_note(cleaned["text"], by=self.request.user)
        return _("The note is on the timeline.")


class TabStep(ComposerStep):
    """A step whose form knows the lead and the clinic's times."""

    form_class: type[forms.Form]

    def get_form(self):
        return self.form_class(self.request.POST, lead=self.object, times=self.times)


class LogCall(TabStep):
    """A call that was made, and when to call again."""

    key = "call"
    action = "leads.call"
    form_class = CallForm

    def take(self, lead, cleaned):
        lead.log_call(cleaned["outcome"], text=cleaned["text"], by=self.request.user)
        until = cleaned.get("until")
        if until is None:
            return _("The call is on the timeline.")
        lead.set_follow_up(until, by=self.request.user)
        return _("The call is on the timeline. Follow-up: %(time)s.") % {"time": show(until)}


class SetFollowUp(TabStep):
    """When to turn to the person again, or not any more."""

    key = "follow_up"
    action = "leads.follow_up"
    form_class = FollowUpForm

    def take(self, lead, cleaned):
        until = cleaned.get("until")
        lead.set_follow_up(until, by=self.request.user)
        return _("Follow-up: %(time)s.") % {"time": show(until)} if until else _("The follow-up date is gone.")


class Book(TabStep):
    """Fix a consultation, or move it."""

    key = "book"
    action = "leads.book"
    form_class = BookingForm

    def take(self, lead, cleaned):
        lead.book(cleaned["at"], minutes=cleaned["minutes"], by=self.request.user)
        tell_owner_of_appointment(lead)
        return _("Consultation: %(time)s.") % {"time": show(cleaned["at"])}

    def get_links(self):
        file = messages.button(reverse("leads_lead_modeladmin_appointment", args=[self.object.pk]), _("Calendar file"))
        confirmation = messages.button(reply_url(self.object), _("Write the confirmation"))
        return [confirmation, file] if self.object.email else [file]


class ChangeStatus(TabStep):
    """Any other status that can be taken from here."""

    key = "status"
    action = "leads.status"
    form_class = StatusForm

    def take(self, lead, cleaned):
        user, status, text = self.request.user, cleaned["status"], cleaned.get("text", "")
        steps = {
            LeadStatus.ATTEMPTED: lambda: lead.mark_attempted(by=user),
            LeadStatus.CONTACTED: lambda: lead.mark_contacted(by=user),
            LeadStatus.ATTENDED: lambda: lead.mark_attended(by=user),
            LeadStatus.NO_SHOW: lambda: lead.mark_no_show(by=user),
            LeadStatus.CONVERTED: lambda: lead.convert(by=user),
            LeadStatus.ON_HOLD: lambda: lead.put_on_hold(cleaned["until"], text=text, by=user),
            LeadStatus.LOST: lambda: lead.lose(cleaned["reason"], text=text, by=user),
        }
        steps[status]()
        return _("%(name)s is “%(status)s” now.") % {"name": lead.name, "status": lead.get_status_display()}


class Assign(ComposerStep):
    """Give a lead to somebody, or take it from everybody."""

    key = "assign"
    action = "leads.assign"
    permission = "assign"

    def get_form(self):
        return AssignForm(self.request.POST, lead=self.object)

    def take(self, lead, cleaned):
        owner = cleaned["owner"]
        if owner == lead.owner:
            raise PipelineError(_("%(name)s has this owner already.") % {"name": lead.name})
        lead.assign(owner, by=self.request.user)
        if owner is None:
            return _("%(name)s has no owner now.") % {"name": lead.name}
        return _("%(name)s now belongs to %(owner)s.") % {"name": lead.name, "owner": get_user_display_name(owner)}


class Undo(ComposerStep):
    """Take the last change of status back."""

    key = "undo"
    action = "leads.undo"

    def take(self, lead, cleaned):
        lead.undo(by=self.request.user)
        return _("The last change is taken back: %(name)s is “%(status)s” again.") % {
            "name": lead.name,
            "status": lead.get_status_display(),
        }
