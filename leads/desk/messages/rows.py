"""One message as staff see it, on its lead's page and in the list of all, with what can be done about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from leads.desk.steps import Step
from leads.models import Delivery, DeliveryState


@dataclass(frozen=True)
class ShownDelivery:
    """A message and the steps that the user may take."""

    delivery: Delivery
    steps: list[Step]


def show_deliveries(deliveries: Iterable[Delivery], *, may_change: bool) -> list[ShownDelivery]:
    """The messages with their steps; without any for somebody who may only look."""
    return [ShownDelivery(delivery, delivery_steps(delivery) if may_change else []) for delivery in deliveries]


def delivery_steps(delivery: Delivery) -> list[Step]:
    """What can be done about a message in its state, the likeliest first."""
    steps = []
    if delivery.can_be_sent_again:
        label = _("Try now") if delivery.state == DeliveryState.RETRYING else _("Send again")
        steps.append(Step(label, "resubmit", step_url("send_again", delivery)))
    if delivery.state == DeliveryState.DEAD:
        steps.append(Step(_("Set aside"), "check", step_url("set_aside", delivery)))
    if delivery.state == DeliveryState.DISMISSED:
        steps.append(Step(_("No longer set aside"), "undo", step_url("take_up", delivery)))
    return steps


def step_url(action: str, delivery: Delivery) -> str:
    """The address to which a step is posted."""
    return reverse(f"leads_lead_modeladmin_message_{action}", args=[delivery.pk])
