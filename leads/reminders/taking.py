"""Takes what is due, lead by lead, so that each is dealt with by one process, and a lead that fails keeps no other."""

from collections.abc import Callable
from functools import partial

from django.db import transaction

from leads.loop import attempt
from leads.models import Lead, LeadQuerySet

BATCH = 200
"""Leads that one turn looks up; what is left waits for the next turn, a few seconds later."""


def take_each(due: LeadQuerySet, act: Callable[[Lead], None]) -> None:
    """Call `act` for every due lead, locked; one that another process has just dealt with is due no more."""
    for pk in list(due.order_by().values_list("pk", flat=True)[:BATCH]):
        attempt(partial(take, due, pk, act))


@transaction.atomic
def take(due: LeadQuerySet, pk: int, act: Callable[[Lead], None]) -> None:
    """Act on one lead if it is still due and nobody else has it."""
    lead = due.filter(pk=pk).select_for_update(skip_locked=True).order_by().first()
    if lead:
        act(lead)


def change(lead: Lead, **values) -> None:
    """Store values of a lead that is locked."""
    Lead.objects.filter(pk=lead.pk).update(**values)
    for name, value in values.items():
        setattr(lead, name, value)
