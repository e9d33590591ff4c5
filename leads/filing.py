"""Files an enquiry under its lead: a new case, the open one of the same person, or a closed one that opens again."""

from datetime import datetime

from leads.clock import due_at
from leads.insertion import insert
from leads.matching import ContactKeys, find_lead
from leads.models import Activity, ActivityKind, EnquiryForm, Lead, LeadStatus
from leads.submission import Submission

NOTHING_DONE = {
    "first_response_at": None,
    "breached_at": None,
    "escalate_at": None,
    "escalated_at": None,
    "handed_out_at": None,
    "hand_back_at": None,
    "follow_up_at": None,
    "consultation_at": None,
    "lost_reason": "",
    "closed_at": None,
}
"""What a lead that opens again has not seen yet; its conversion stays counted."""


def file_under_lead(submission: Submission, keys: ContactKeys, *, since: datetime | None = None) -> Lead:
    """The lead that the enquiry belongs to, unread and with its reply time; contact data is never overwritten.

    `since` is when the reply time begins to run, where that was not when the enquiry was received.
    """
    since = since or submission.received_at
    due = reply_due(submission, since)
    match = find_lead(submission.site, keys)
    if match.lead is None:
        return open_lead(submission, keys, due, since=since, possible_duplicate=match.possible_duplicate)
    if match.lead.is_closed:
        reopen(match.lead, form_of(submission), due, at=since)
    add_to(match.lead, submission.received_at)
    return match.lead


def add_to(lead: Lead, received_at: datetime) -> None:
    """Another enquiry is in the lead: somebody should look, and it counts as the latest unless a later one came."""
    lead.is_unread = True
    lead.emptied_into = None
    lead.last_enquiry_at = max(lead.last_enquiry_at, received_at)
    lead.save(update_fields=["is_unread", "emptied_into", "last_enquiry_at"])


def open_lead(
    submission: Submission,
    keys: ContactKeys,
    due: datetime | None,
    *,
    since: datetime | None = None,
    possible_duplicate: Lead | None = None,
) -> Lead:
    """A new case in the visitor's own words about who they are; its clock runs from `since` or from the enquiry."""
    origin, form = submission.origin, form_of(submission)
    since = since or submission.received_at
    lead = Lead(
        site=submission.site,
        name=submission.name,
        email=submission.email,
        email_key=keys.email,
        phone=submission.phone,
        phone_e164=keys.phone,
        preferred_contact=submission.preferred_contact,
        subject=submission.treatment or origin.subject,
        page=origin.page,
        page_title=origin.title,
        page_url=origin.url,
        possible_duplicate_of=possible_duplicate,
        created_at=submission.received_at,
        last_enquiry_at=submission.received_at,
        clock_started_at=since,
        target_minutes=form.reply_target_minutes,
        response_due_at=due,
        hand_out_at=since if form.hands_out_leads else None,
    )
    return insert(lead)


def reopen(lead: Lead, form: EnquiryForm, due: datetime | None, *, at: datetime, by=None, is_by_hand=False) -> None:
    """A closed case is new again, and its reply time runs again; an open one keeps the time it was promised.

    `by` is who moved an enquiry here, or, where it `is_by_hand`, who added a contact without one.
    """
    Activity.objects.create(
        lead=lead,
        kind=ActivityKind.REOPENED,
        actor=by,
        created_at=at,
        from_value=lead.status,
        to_value=LeadStatus.NEW,
        data={"by_hand": True} if is_by_hand else {},
    )
    restart = {
        "status": LeadStatus.NEW,
        "clock_started_at": at,
        "target_minutes": form.reply_target_minutes,
        "response_due_at": due,
        "hand_out_at": at if form.hands_out_leads and lead.owner_id is None else None,
        **NOTHING_DONE,
    }
    for name, value in restart.items():
        setattr(lead, name, value)
    lead.save(update_fields=list(restart))


def reply_due(submission: Submission, since: datetime) -> datetime:
    """By when an answer is promised."""
    return due_at(since, form_of(submission).reply_target_minutes, submission.clinic)


def form_of(submission: Submission) -> EnquiryForm:
    """The form whose promise counts: the one that the visitor used, or the clinic's own."""
    return submission.form or submission.clinic.default_form or EnquiryForm()
