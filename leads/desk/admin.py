"""The lead desk's place in Wagtail admin: menu item, permissions, URLs."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from leads.desk.bridge import GenericViewsAdmin
from leads.desk.permissions import LeadPermissionHelper, requires
from leads.later import view
from leads.models import Lead

COMPOSER_STEPS = {
    "note": ("change", "AddNote"),
    "call": ("change", "LogCall"),
    "follow_up": ("change", "SetFollowUp"),
    "book": ("change", "Book"),
    "status": ("change", "ChangeStatus"),
    "assign": ("assign", "Assign"),
    "undo": ("change", "Undo"),
}
"""What is posted from the page of a lead, each under its key: the permission, and the view."""


class LeadAdmin(GenericViewsAdmin):
    """Leads have no form: they change only by the steps that the pipeline knows."""

    model = Lead
    menu_label = _("Leads")
    menu_icon = "mail"
    menu_order = 110
    permission_helper_class = LeadPermissionHelper
    index_view_class = "leads.desk.inbox.Inbox"
    inspect_view_class = "leads.desk.lead_page.LeadPage"

    def get_admin_urls_for_registration(self):
        steps = {
            "mark_attempted": "MarkAttempted",
            "mark_contacted": "MarkContacted",
            "mark_attended": "MarkAttended",
            "mark_no_show": "MarkNoShow",
            "convert": "Convert",
            "close_emptied": "CloseEmptied",
        }
        return (
            *super().get_admin_urls_for_registration(),
            *(self.step_path(action, "change", f"actions.{step}") for action, step in steps.items()),
            self.step_path("take", "assign", "actions.Take"),
            self.step_path("refile", "change", "refile.Refile"),
            self.step_path("open_answers", "view", "opening.OpenAnswers", lead_options=self.view_options()),
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
        return (self.desk_path("add", "add/", "add", "by_hand.views.AddLead"),)

    def reply_urls(self):
        """Where staff write to the person of a lead."""
        return (self.step_path("reply", "change", "replies.page.ReplyPage"),)

    def view_urls(self):
        """Ways of looking at the inbox that somebody keeps."""
        views = {
            "views": ("", "SavedViews"),
            "save_view": ("save/", "SaveView"),
            "change_view": ("<int:pk>/change/", "ChangeView"),
            "delete_view": ("<int:pk>/delete/", "DeleteView"),
        }
        return tuple(
            self.desk_path(name, f"saved-views/{tail}", "view", f"saved_views.views.{shown}")
            for name, (tail, shown) in views.items()
        )

    def composer_urls(self):
        """What is done and looked at from the page of a lead."""
        options = self.view_options()
        return (
            *(
                self.step_path(key, permission, f"composer.views.{step}", **options)
                for key, (permission, step) in COMPOSER_STEPS.items()
            ),
            self.step_path("news", "view", "composer.news.LeadNews"),
            self.step_path("appointment", "view", "appointments.download.AppointmentFile"),
            self.step_path("as_seen", "view", "as_seen.view.AsSeen"),
        )

    def message_urls(self):
        """The listing of messages, and what can be done about one of them."""
        listing = {
            "index_url_name": self.url_name("messages"),
            "index_results_url_name": self.url_name("messages_results"),
            "header_icon": "mail",
        }
        steps = {"send_again": "SendAgain", "set_aside": "SetAside", "take_up": "TakeUp"}
        shown = "messages.listing.Messages"
        return (
            self.desk_path("messages", "messages/", "view", shown, **listing),
            self.desk_path("messages_results", "messages/results/", "view", shown, **listing, results_only=True),
            *(
                self.desk_path(f"message_{action}", f"messages/{action}/<int:pk>/", "change", f"messages.steps.{step}")
                for action, step in steps.items()
            ),
        )

    def privacy_urls(self):
        """What is asked before something is done about a person's data; `erase` decides about holds too."""
        return (
            self.step_path("withdraw_consent", "change", "privacy.questions.WithdrawConsent"),
            self.step_path("place_hold", "erase", "privacy.questions.PlaceHold"),
            self.step_path("lift_hold", "erase", "privacy.questions.LiftHold"),
            self.step_path("erase", "erase", "privacy.erasure.Erase"),
        )

    def quarantine_urls(self):
        """The listing of enquiries that have no lead yet, their pages, and what is decided about them."""
        listing = {
            "index_url_name": self.url_name("quarantine"),
            "index_results_url_name": self.url_name("quarantine_results"),
            "inspect_url_name": self.url_name("quarantine_enquiry"),
            "header_icon": "lock",
        }
        shown = "quarantine.listing.Quarantine"
        page, report = "quarantine.enquiry_page.QuarantinedEnquiryPage", "quarantine.signals.SignalReport"
        steps = {"release": "Release", "confirm_spam": "ConfirmSpam", "return_to_quarantine": "ReturnToQuarantine"}
        return (
            self.desk_path("quarantine", "quarantine/", "view", shown, **listing),
            self.desk_path("quarantine_results", "quarantine/results/", "view", shown, **listing, results_only=True),
            self.desk_path("quarantine_enquiry", "quarantine/<int:pk>/", "view", page, header_icon="lock"),
            self.desk_path("quarantine_signals", "quarantine/signals/", "view", report),
            *(self.step_path(action, "change", f"quarantine.steps.{step}") for action, step in steps.items()),
        )

    def desk_path(self, name: str, tail: str, permission: str, shown: str, **options):
        """The URL of a view of `leads.desk` below the listing, for those with a permission."""
        guarded = requires(permission)(view(f"leads.desk.{shown}", **options))
        return path(f"{self.url_helper.base_url_path}/{tail}", guarded, name=self.url_name(name))

    def step_path(self, action: str, permission: str, shown: str, **options):
        """The same of a step on one lead or enquiry."""
        return self.desk_path(action, f"{action}/<int:pk>/", permission, shown, **options)
