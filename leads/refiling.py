"""Puts right what the rules of matching got wrong: an enquiry goes to another lead, or to one of its own."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from leads.clinics import clinic_of
from leads.filing import add_to, form_of, open_lead, reopen, reply_due
from leads.matching import keys_of, lock_contacts, lock_desk
from leads.models import ActivityKind, Enquiry, Lead
from leads.pipeline import LostReason, PipelineError, check_unchanged
from leads.quarantine import as_submission

DUE_BY_THE_CLOCK = ("response_due_at", "escalate_at", "hand_out_at", "hand_back_at")
"""What the response clock would still do about a lead."""


@transaction.atomic
def move(enquiry: Enquiry, target: Lead, *, by) -> None:
    """File an enquiry under another lead of the same site, with its messages; both timelines say so.

    The lead it comes to is unread, and opens again when the one it leaves is open. PipelineError when there is
    nothing to move, or when somebody else moved it since it was read.
    """
    source, target = lock_leads(enquiry, target)
    if source == target:
        raise PipelineError(_("This enquiry is in that lead already. Choose another one."))
    if source.site_id != target.site_id:
        raise PipelineError(_("That lead belongs to another site. Choose one of the same site."))
    continue_in(target, source, enquiry, by=by)
    hand_over(enquiry, source, target, by=by)
    target.activities.create(kind=ActivityKind.MOVED_HERE, actor=by, enquiry=enquiry, from_value=source.reference)


@transaction.atomic
def split_off(enquiry: Enquiry, *, by) -> Lead:
    """Make an enquiry a lead of its own, whose reply time is the one that its sender was promised."""
    [source] = lock_leads(enquiry)
    if not source.enquiries.exclude(pk=enquiry.pk).exists():
        raise PipelineError(_("This enquiry is the only one of its lead: it is a lead of its own already."))
    submission = as_submission(enquiry, clinic_of(enquiry.site))
    lead = open_lead(submission, keys_of(enquiry), promised(enquiry))
    if is_answered(enquiry, source):
        lead.first_response_at = source.first_response_at
        lead.save(update_fields=["first_response_at"])
    hand_over(enquiry, source, lead, by=by)
    lead.activities.create(kind=ActivityKind.SPLIT_OFF, actor=by, enquiry=enquiry, from_value=source.reference)
    return lead


def close_emptied(lead: Lead, *, by) -> None:
    """Close a lead whose enquiries were all moved away; PipelineError for any other."""
    if lead.emptied_into_id is None or lead.is_closed:
        raise PipelineError(_("Only an open lead whose enquiries were all moved to another one can be closed so."))
    with transaction.atomic():
        emptied = Lead.objects.select_for_update().filter(pk=lead.pk, emptied_into=lead.emptied_into_id)
        check_unchanged(was_changed=not emptied.values_list("pk"))
        lead.lose(LostReason.MOVED, by=by)


def lock_leads(enquiry: Enquiry, *others: Lead) -> list[Lead]:
    """The enquiry's lead and the others as they are now, in this order, held until the transaction ends.

    The sender is locked too, so that what they send meanwhile finds the lead that their enquiry ends up in.
    """
    if enquiry.lead_id is None:
        raise PipelineError(_("This enquiry is in quarantine. Release it first."))
    lock_desk()
    lock_contacts(keys_of(enquiry))
    held = Enquiry.objects.select_for_update().filter(pk=enquiry.pk, lead=enquiry.lead_id)
    check_unchanged(was_changed=not held.values_list("pk"))
    pks = [enquiry.lead_id, *(lead.pk for lead in others)]
    leads = {lead.pk: lead for lead in Lead.objects.select_for_update().filter(pk__in=pks).order_by("pk")}
    check_unchanged(was_changed=not leads.keys() >= set(pks))
    return [leads[pk] for pk in pks]


def continue_in(target: Lead, source: Lead, enquiry: Enquiry, *, by) -> None:
    """What a lead owes the sender of an enquiry that comes to it: the answer that was promised, if it is missing."""
    due = None if is_answered(enquiry, source) else promised(enquiry)
    if target.is_closed and not source.is_closed:
        reopen(target, form_of(as_submission(enquiry, clinic_of(enquiry.site))), due, at=timezone.now(), by=by)
    elif due and not target.is_closed and not target.first_response_at:
        target.response_due_at = min(due, target.response_due_at or due)
        target.save(update_fields=["response_due_at"])


def hand_over(enquiry: Enquiry, source: Lead, target: Lead, *, by) -> None:
    """The enquiry and its messages belong to the other lead."""
    enquiry.lead = target
    enquiry.save(update_fields=["lead"])
    enquiry.deliveries.update(lead=target)
    add_to(target, enquiry.received_at)
    source.activities.create(kind=ActivityKind.MOVED_AWAY, actor=by, enquiry=enquiry, to_value=target.reference)
    latest = source.enquiries.aggregate(latest=Max("received_at"))["latest"]
    source.last_enquiry_at = latest or source.created_at
    source.save(update_fields=["last_enquiry_at"])
    if latest is None:
        empty(source, target)


def empty(source: Lead, target: Lead) -> None:
    """Nobody waits for an answer in a lead without enquiries; whom it resembled now resembles its successor."""
    nothing_due = {**dict.fromkeys(DUE_BY_THE_CLOCK), "possible_duplicate_of": None}
    for name, value in {**nothing_due, "emptied_into": target, "is_unread": False}.items():
        setattr(source, name, value)
    source.save(update_fields=[*nothing_due, "emptied_into", "is_unread"])
    resembling = Lead.objects.filter(possible_duplicate_of=source)
    resembling.filter(pk=target.pk).update(possible_duplicate_of=None)
    resembling.update(possible_duplicate_of=target)


def promised(enquiry: Enquiry) -> datetime:
    """By when its sender was promised an answer; for a released one counted from its release."""
    submission = as_submission(enquiry, clinic_of(enquiry.site))
    return reply_due(submission, enquiry.judged_at or enquiry.received_at)


def is_answered(enquiry: Enquiry, lead: Lead) -> bool:
    """Whether somebody of the lead's turned to the person since the enquiry came."""
    return bool(lead.first_response_at and lead.first_response_at >= enquiry.received_at)
