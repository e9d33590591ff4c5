"""The same decisions for many enquiries at once."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.views.bulk_action import BulkAction

from leads.desk import audit
from leads.desk.permissions import forbidden, lead_policy, visible_enquiries
from leads.later import Later
from leads.models import Enquiry, Verdict
from leads.quarantine import release

in_listing = Later("leads.desk.quarantine.search.in_listing")

LONGEST_PK = 18
"""Digits of a primary key that every database can compare."""
SHOWN = 20
"""Names on the page that asks for confirmation."""


class JudgeBulkAction(BulkAction):
    """Decides about the chosen enquiries that still are in quarantine, `most` of them at a time."""

    models = [Enquiry]
    template_name = "leads/desk/quarantine/bulk.html"
    most = 1_000
    """So many that a page of work is done at once, and so few that visitors never wait long for the database."""
    question = ""
    audit_action = ""

    def __init__(self, request, model):
        super().__init__(request, model)
        if self.next_url == request.path or not self.next_url.startswith("/"):
            self.next_url = reverse("leads_lead_modeladmin_quarantine")

    def dispatch(self, request, *args, **kwargs):
        if not lead_policy.user_has_permission(request.user, "change"):
            return forbidden(request)
        return super().dispatch(request, *args, **kwargs)

    def get_all_objects_in_listing_query(self, parent_id):
        """What the listing shows for the same search and filters."""
        return in_listing(self.request).values_list("pk", flat=True)

    def get_queryset(self, model, object_ids):
        """The chosen ones that the user may change; of others not even the number is told."""
        pks = [pk for pk in map(str, object_ids) if pk.isascii() and pk.isdecimal() and len(pk) <= LONGEST_PK]
        enquiries = visible_enquiries(self.request.user, "change").filter(pk__in=pks)
        return enquiries.defer("answers", "message")[: self.most]

    def check_perm(self, obj):
        return obj.verdict == Verdict.QUARANTINED

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "header_icon": "mail",
            "number": len(context["items"]),
            "more": max(0, len(context["items"]) - SHOWN),
            "items": context["items"][:SHOWN],
            "most": self.most if len(context["items"]) == self.most else None,
            "question": self.question,
            "display_name": self.display_name,
        }

    def get_execution_context(self):
        return {"user": self.request.user}

    @classmethod
    def execute_action(cls, objects, *, user, **kwargs):
        decided = cls.decide(objects, by=user)
        for enquiry in decided:
            audit.record(enquiry, cls.audit_action, by=user)
        return len(decided), 0


class ReleaseBulkAction(JudgeBulkAction):
    """They are real enquiries."""

    display_name = _("Release")
    action_type = "release"
    aria_label = _("Release the selected enquiries")
    action_priority = 10
    question = _("Each goes to its lead, the alert is sent and the reply time runs from now.")
    audit_action = "leads.release"
    most = 200

    @staticmethod
    def decide(enquiries, *, by):
        return release(enquiries, by=by)

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext("%(n)d enquiry is released.", "%(n)d enquiries are released.", num_parent_objects) % {
            "n": num_parent_objects
        }


class ConfirmSpamBulkAction(JudgeBulkAction):
    """They are spam."""

    display_name = _("Confirm spam")
    action_type = "confirm_spam"
    aria_label = _("Confirm the selected enquiries as spam")
    action_priority = 20
    classes = {"serious"}
    question = _("They leave the list and stay stored; a filter of the list shows them.")
    audit_action = "leads.confirm_spam"

    @staticmethod
    def decide(enquiries, *, by):
        return [enquiry for enquiry in enquiries if enquiry.confirm_spam(by=by)]

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext(
            "%(n)d enquiry is confirmed as spam.", "%(n)d enquiries are confirmed as spam.", num_parent_objects
        ) % {"n": num_parent_objects}
