"""Files an enquiry under its lead: a new case, the open one of the same person, or a closed one that opens again."""

from datetime import datetime

from leads.clock import due_at
from leads.matching import ContactKeys, find_lead
from leads.models import Activity, ActivityKind, EnquiryForm, Lead, LeadStatus
from leads.submission import Submission


def file_under_lead(submission: Submission, keys: ContactKeys) -> Lead:
    """The lead that the enquiry belongs to, unread and with its reply time; contact data is never overwritten."""
    due = reply_due(submission)
    match = find_lead(submission.site, keys)
    if match.lead is None:
        return open_lead(submission, keys, due, possible_duplicate=match.possible_duplicate)
    if match.lead.is_closed:
        reopen(match.lead, submission, due)
    match.lead.is_unread = True
    match.lead.last_enquiry_at = submission.received_at
    match.lead.save(update_fields=["is_unread", "last_enquiry_at"])
    return match.lead


def open_lead(submission: Submission, keys: ContactKeys, due: datetime, *, possible_duplicate: Lead | None) -> Lead:
    """A new case in the visitor's own words about who they are."""
    origin = submission.origin
    return Lead.objects.create(
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
        response_due_at=due,
    )


def reopen(lead: Lead, submission: Submission, due: datetime) -> None:
    """A closed case is new again, and its reply time runs again; an open one keeps the time it was promised."""
    Activity.objects.create(
        lead=lead,
        kind=ActivityKind.REOPENED,
        created_at=submission.received_at,
        from_value=lead.status,
        to_value=LeadStatus.NEW,
    )
    lead.status = LeadStatus.NEW
    lead.first_response_at = None
    lead.response_due_at = due
    lead.save(update_fields=["status", "first_response_at", "response_due_at"])


def reply_due(submission: Submission) -> datetime:
    """By when the form that the visitor used, or the clinic's own form, promises an answer."""
    form = submission.form or submission.clinic.default_form or EnquiryForm()
    return due_at(submission.received_at, form.reply_target_minutes, submission.clinic)
