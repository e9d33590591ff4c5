"""What staff do about a message: POST does it, GET only shows the list."""

from abc import ABC, abstractmethod

from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from leads.desk import audit
from leads.desk.permissions import visible_deliveries
from leads.links import lead_path
from leads.models import Delivery


class DeliveryStep(ABC, View):
    """One step; taken twice, or after somebody else's, it changes nothing and says how things stand."""

    action = ""

    def get(self, request, pk):
        return redirect("leads_lead_modeladmin_messages")

    def post(self, request, pk):
        deliveries = visible_deliveries(request.user, "change").select_related("lead", "enquiry", "endpoint")
        delivery = get_object_or_404(deliveries, pk=pk)
        with transaction.atomic():
            is_taken = self.take(delivery)
            if is_taken:
                audit.record_delivery(delivery, self.action, by=request.user)
        if is_taken:
            messages.success(request, self.say())
        else:
            messages.warning(request, how_it_stands(delivery))
        return HttpResponseRedirect(get_valid_next_url_from_request(request) or self.next_page(delivery))

    def next_page(self, delivery: Delivery) -> str:
        """The lead's page, or the list where the message is about no lead."""
        return lead_path(delivery.lead_id) if delivery.lead_id else reverse("leads_lead_modeladmin_messages")

    @abstractmethod
    def take(self, delivery: Delivery) -> bool:
        """Take the step; False when it was not there to be taken any more."""

    @abstractmethod
    def say(self) -> str:
        """What has happened."""


class SendAgain(DeliveryStep):
    """The reason why it failed is gone, or so somebody thinks."""

    action = "leads.send_again"

    def take(self, delivery):
        return delivery.send_again()

    def say(self):
        return _("The message is sent again within a minute.")


class SetAside(DeliveryStep):
    """It needs no sending any more."""

    action = "leads.set_aside"

    def take(self, delivery):
        return delivery.set_aside()

    def say(self):
        return _("The message is set aside: nobody is warned of it any more.")


class TakeUp(DeliveryStep):
    """It was set aside too early."""

    action = "leads.take_up"

    def take(self, delivery):
        return delivery.take_up()

    def say(self):
        return _("The message counts as given up again.")


def how_it_stands(delivery: Delivery) -> str:
    """Why nothing was done."""
    delivery.refresh_from_db()
    return _("Nothing was done: the message is in the state “%(state)s” meanwhile.") % {
        "state": delivery.get_state_display()
    }
