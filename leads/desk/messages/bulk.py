"""The same steps for many messages at once."""

from abc import abstractmethod

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.views.bulk_action import BulkAction

from leads.desk import audit
from leads.desk.permissions import forbidden, lead_policy, visible_deliveries
from leads.later import Later
from leads.models import Delivery, DeliveryState

in_listing = Later("leads.desk.messages.search.in_listing")

LONGEST_PK = 18
"""Digits of a primary key that every database can compare."""
MOST = 1_000
"""Messages that are dealt with at a time."""


class DeliveryBulkAction(BulkAction):
    """Deals with those of the chosen messages that still allow it."""

    models = [Delivery]
    template_name = "leads/desk/messages/bulk.html"
    question = ""
    audit_action = ""

    def __init__(self, request, model):
        super().__init__(request, model)
        if self.next_url == request.path or not self.next_url.startswith("/"):
            self.next_url = reverse("leads_lead_modeladmin_messages")

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
        related = ("lead", "enquiry", "endpoint")
        deliveries = visible_deliveries(self.request.user, "change").filter(pk__in=pks)
        return self.allowed(deliveries).select_related(*related)[:MOST]

    @staticmethod
    @abstractmethod
    def allowed(deliveries):
        """Those of the messages that the action is for."""

    @staticmethod
    @abstractmethod
    def take(delivery) -> bool:
        """Do it with one message; False when it was not there to be done any more."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        number = len(context["items"])
        return context | {
            "header_icon": "mail",
            "number": number,
            "most": MOST if number == MOST else None,
            "question": self.question,
            "display_name": self.display_name,
        }

    def get_execution_context(self):
        return {"user": self.request.user}

    @classmethod
    @transaction.atomic
    def execute_action(cls, objects, *, user, **kwargs):
        done = [delivery for delivery in objects if cls.take(delivery)]
        for delivery in done:
            audit.record_delivery(delivery, cls.audit_action, by=user)
        return len(done), 0


class SendAgainBulkAction(DeliveryBulkAction):
    """For a mail server that works again."""

    display_name = _("Send again")
    action_type = "send_again"
    aria_label = _("Send the selected messages again")
    action_priority = 10
    question = _("Each is sent within the next minutes; one that arrived already keeps its Message-ID.")
    audit_action = "leads.send_again"

    @staticmethod
    def allowed(deliveries):
        return deliveries.can_be_sent_again()

    @staticmethod
    def take(delivery):
        return delivery.send_again()

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext("%(n)d message is sent again.", "%(n)d messages are sent again.", num_parent_objects) % {
            "n": num_parent_objects
        }


class SetAsideBulkAction(DeliveryBulkAction):
    """For messages that need no sending any more."""

    display_name = _("Set aside")
    action_type = "set_aside"
    aria_label = _("Set the selected messages aside")
    action_priority = 20
    question = _("Nobody is warned of them any more. They stay in the list and can be sent later.")
    audit_action = "leads.set_aside"

    @staticmethod
    def allowed(deliveries):
        return deliveries.filter(state=DeliveryState.DEAD)

    @staticmethod
    def take(delivery):
        return delivery.set_aside()

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext("%(n)d message is set aside.", "%(n)d messages are set aside.", num_parent_objects) % {
            "n": num_parent_objects
        }
