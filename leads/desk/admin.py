"""The lead desk's place in Wagtail admin: menu item, permissions, URLs."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from leads.desk import actions
from leads.desk.appointments.download import AppointmentFile
from leads.desk.as_seen.view import AsSeen
from leads.desk.bridge import GenericViewsAdmin
from leads.desk.by_hand.views import AddLead
from leads.desk.composer import views as composer_views
from leads.desk.composer.news import LeadNews
from leads.desk.inbox import Inbox
from leads.desk.lead_page import LeadPage
from leads.desk.messages.listing import Messages
from leads.desk.messages.steps import SendAgain, SetAside, TakeUp
from leads.desk.opening import OpenAnswers
from leads.desk.permissions import LeadPermissionHelper, requires
from leads.desk.privacy.erasure import Erase
from leads.desk.privacy.questions import LiftHold, PlaceHold, WithdrawConsent
from leads.desk.quarantine import steps as quarantine_steps
from leads.desk.quarantine.enquiry_page import QuarantinedEnquiryPage
from leads.desk.quarantine.listing import Quarantine
from leads.desk.quarantine.signals import SignalReport
from leads.desk.refile import Refile
from leads.desk.replies.page import ReplyPage
from leads.desk.saved_views.views import ChangeView, DeleteView, SavedViews, SaveView
from leads.models import Lead


class LeadAdmin(GenericViewsAdmin):
    """Leads have no form: they change only by the steps that the pipeline knows."""

    model = Lead
    menu_label = _("Leads")
    menu_icon = "mail"
    menu_order = 110
    permission_helper_class = LeadPermissionHelper
    index_view_class = Inbox
    inspect_view_class = LeadPage

    def get_admin_urls_for_registration(self):
        open_answers = OpenAnswers.as_view(lead_options=self.view_options())
        return (
            *super().get_admin_urls_for_registration(),
            self.step_path("mark_attempted", requires("change")(actions.MarkAttempted.as_view())),
            self.step_path("mark_contacted", requires("change")(actions.MarkContacted.as_view())),
            self.step_path("mark_attended", requires("change")(actions.MarkAttended.as_view())),
            self.step_path("mark_no_show", requires("change")(actions.MarkNoShow.as_view())),
            self.step_path("convert", requires("change")(actions.Convert.as_view())),
            self.step_path("take", requires("assign")(actions.Take.as_view())),
            self.step_path("close_emptied", requires("change")(actions.CloseEmptied.as_view())),
            self.step_path("refile", requires("change")(Refile.as_view())),
            self.step_path("open_answers", requires("view")(open_answers)),
            *self.composer_urls(),
            *self.quarantine_urls(),
            *self.privacy_urls(),
            *self.message_urls(),
            *self.view_urls(),
            *self.reply_urls(),
            *self.add_urls(),
        )

    def add_urls(self):
        """Where staff add a lead by hand."""
        view = requires("add")(AddLead.as_view())
        return (path(f"{self.url_helper.base_url_path}/add/", view, name=self.url_name("add")),)

    def reply_urls(self):
        """Where staff write to the person of a lead."""
        return (self.step_path("reply", requires("change")(ReplyPage.as_view())),)

    def view_urls(self):
        """Ways of looking at the inbox that somebody keeps."""
        base = f"{self.url_helper.base_url_path}/saved-views"
        views = {
            "views": ("", SavedViews),
            "save_view": ("save/", SaveView),
            "change_view": ("<int:pk>/change/", ChangeView),
            "delete_view": ("<int:pk>/delete/", DeleteView),
        }
        return tuple(
            path(f"{base}/{tail}", requires("view")(view.as_view()), name=self.url_name(name))
            for name, (tail, view) in views.items()
        )

    def composer_urls(self):
        """What is done and looked at from the page of a lead."""
        options = self.view_options()
        return (
            *(
                self.step_path(step.key, requires(step.permission)(step.as_view(**options)))
                for step in composer_views.STEPS
            ),
            self.step_path("news", requires("view")(LeadNews.as_view())),
            self.step_path("appointment", requires("view")(AppointmentFile.as_view())),
            self.step_path("as_seen", requires("view")(AsSeen.as_view())),
        )

    def message_urls(self):
        """The listing of messages, and what can be done about one of them."""
        listing = {
            "index_url_name": self.url_name("messages"),
            "index_results_url_name": self.url_name("messages_results"),
            "header_icon": "mail",
        }
        reading = [
            ("messages", "", Messages.as_view(**listing)),
            ("messages_results", "results/", Messages.as_view(**listing, results_only=True)),
        ]
        steps = {"send_again": SendAgain, "set_aside": SetAside, "take_up": TakeUp}
        base = f"{self.url_helper.base_url_path}/messages"
        can_view, can_change = requires("view"), requires("change")
        return (
            *(path(f"{base}/{tail}", can_view(view), name=self.url_name(name)) for name, tail, view in reading),
            *(
                path(f"{base}/{action}/<int:pk>/", can_change(step.as_view()), name=self.url_name(f"message_{action}"))
                for action, step in steps.items()
            ),
        )

    def privacy_urls(self):
        """What is asked before something is done about a person's data; `erase` decides about holds too."""
        return (
            self.step_path("withdraw_consent", requires("change")(WithdrawConsent.as_view())),
            self.step_path("place_hold", requires("erase")(PlaceHold.as_view())),
            self.step_path("lift_hold", requires("erase")(LiftHold.as_view())),
            self.step_path("erase", requires("erase")(Erase.as_view())),
        )

    def quarantine_urls(self):
        """The listing of enquiries that have no lead yet, their pages, and what is decided about them."""
        listing = {
            "index_url_name": self.url_name("quarantine"),
            "index_results_url_name": self.url_name("quarantine_results"),
            "inspect_url_name": self.url_name("quarantine_enquiry"),
            "header_icon": "lock",
        }
        reading = [
            ("quarantine", "", Quarantine.as_view(**listing)),
            ("quarantine_results", "results/", Quarantine.as_view(**listing, results_only=True)),
            ("quarantine_enquiry", "<int:pk>/", QuarantinedEnquiryPage.as_view(header_icon="lock")),
            ("quarantine_signals", "signals/", SignalReport.as_view()),
        ]
        base = f"{self.url_helper.base_url_path}/quarantine"
        can_view, can_change = requires("view"), requires("change")
        return (
            *(path(f"{base}/{tail}", can_view(view), name=self.url_name(name)) for name, tail, view in reading),
            self.step_path("release", can_change(quarantine_steps.Release.as_view())),
            self.step_path("confirm_spam", can_change(quarantine_steps.ConfirmSpam.as_view())),
            self.step_path("return_to_quarantine", can_change(quarantine_steps.ReturnToQuarantine.as_view())),
        )

    def step_path(self, action: str, view):
        """The URL of a step on one lead or enquiry."""
        return path(f"{self.url_helper.base_url_path}/{action}/<int:pk>/", view, name=self.url_name(action))
