"""The bulk actions of the inbox, for Wagtail's registry and for the bar below the listing."""

from dataclasses import dataclass

from django.urls import reverse
from wagtail import hooks

from leads.desk.bulk.assignment import AssignBulkAction
from leads.desk.bulk.exporting import ExportBulkAction
from leads.desk.bulk.status import AttemptedBulkAction, ContactedBulkAction, HoldBulkAction, LoseBulkAction

ACTIONS = (AssignBulkAction, AttemptedBulkAction, ContactedBulkAction, HoldBulkAction, LoseBulkAction, ExportBulkAction)


def register_bulk_actions() -> None:
    """Make the actions known to Wagtail."""
    for action in ACTIONS:
        hooks.register("register_bulk_action", action)


@dataclass(frozen=True)
class BulkButton:
    """An action as the bar shows it; Wagtail's script adds what was chosen to the address."""

    label: str
    url: str
    is_serious: bool


def bulk_buttons(user) -> list[BulkButton]:
    """The actions that the user may use."""
    return [
        BulkButton(
            label=action.display_name,
            url=reverse("wagtail_bulk_action", args=["leads", "lead", action.action_type]),
            is_serious="serious" in action.classes,
        )
        for action in ACTIONS
        if action.is_for(user)
    ]
