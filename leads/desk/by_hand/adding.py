"""Files what somebody said on the phone, at the counter or elsewhere: by the same rules and locks as an enquiry.

No enquiry is made up for it: what was said stands on the timeline of the lead.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from leads.desk import audit
from leads.filing import form_of, open_lead, reopen, reply_due
from leads.matching import ContactKeys, Match, contact_keys, find_lead, lock, lock_contacts, lock_number
from leads.models import Activity, ActivityKind, CallOutcome, Lead
from leads.submission import Submission

REPEATABLE_FOR = timedelta(days=1)
"""How long the same form, sent again, leads to the lead that it has made."""


@dataclass(frozen=True)
class Contact:
    """Somebody who turned to the clinic; `submission` holds who they are and where, but no message.

    `token` is the same whenever the same form is sent again.
    """

    submission: Submission
    source: str
    note: str
    token: str
    owner: object | None = None
    was_spoken_with: bool = False

    @property
    def keys(self) -> ContactKeys:
        submission = self.submission
        return contact_keys(submission.email, submission.phone, submission.clinic.phone_region)


@dataclass(frozen=True)
class Decision:
    """What the user wants done about the lead `about` that they were shown: join it, or make another one."""

    about: int
    joins: bool


class UndecidedError(Exception):
    """Raised when somebody must first say what to do about `lead`, which is probably the same person's."""

    def __init__(self, lead: Lead) -> None:
        super().__init__(lead.reference)
        self.lead = lead


@transaction.atomic
def add_contact(contact: Contact, decision: Decision | None, *, by) -> Lead:
    """The lead that the contact is in now; UndecidedError when it could join one about which nothing was decided.

    Sent twice, it is added once.
    """
    lock([lock_number(f"by hand:{contact.token}")])
    lock_contacts(contact.keys)
    if added := find_added(contact.token, by=by):
        return added
    match = find_lead(contact.submission.site, contact.keys)
    if match.lead and (decision is None or decision.about != match.lead.pk):
        raise UndecidedError(match.lead)
    if match.lead and decision.joins:
        return join(match.lead, contact, by=by)
    return make_lead(contact, match, by=by)


def find_added(token: str, *, by) -> Lead | None:
    """The lead to which the user has added the contact of this form already."""
    lately = timezone.now() - REPEATABLE_FOR
    entries = Activity.objects.filter(actor=by, kind=ActivityKind.ADDED, created_at__gt=lately, data__token=token)
    entry = entries.select_related("lead").first()
    return entry.lead if entry else None


def make_lead(contact: Contact, match: Match, *, by) -> Lead:
    """A new case; when its person seems to have another one, it says so."""
    submission = contact.submission
    due = reply_due(submission, submission.received_at)
    lead = open_lead(submission, contact.keys, due, possible_duplicate=match.lead or match.possible_duplicate)
    lead.source = contact.source
    lead.is_unread = False
    lead.save(update_fields=["source", "is_unread"])
    write_down(lead, contact, contact.note, by=by)
    audit.record(lead, "leads.add", by=by)
    return follow(lead, contact, by=by)


def join(lead: Lead, contact: Contact, *, by) -> Lead:
    """The same person again: a closed case opens, an open one keeps its promise; what is known is not overwritten."""
    submission = contact.submission
    if lead.is_closed:
        due = reply_due(submission, submission.received_at)
        reopen(lead, form_of(submission), due, at=submission.received_at, by=by, is_by_hand=True)
    lead.last_enquiry_at = max(lead.last_enquiry_at, submission.received_at)
    news = unknown_so_far(lead, contact)
    if not lead.email:
        lead.email, lead.email_key = submission.email, contact.keys.email
    if not lead.phone:
        lead.phone, lead.phone_e164 = submission.phone, contact.keys.phone
    lead.save(update_fields=["last_enquiry_at", "email", "email_key", "phone", "phone_e164"])
    write_down(lead, contact, "\n".join(filter(None, [contact.note, *news])), by=by, joined=True)
    audit.record(lead, "leads.add_to", by=by)
    return follow(lead, contact, by=by)


def unknown_so_far(lead: Lead, contact: Contact) -> list[str]:
    """What the contact says that the lead does not: another name, address or number, or another matter."""
    submission = contact.submission
    pairs = [
        (submission.name, lead.name),
        (submission.email, lead.email),
        (submission.phone, lead.phone),
        (submission.treatment, lead.subject),
    ]
    return [said for said, known in pairs if said and said != known]


def write_down(lead: Lead, contact: Contact, text: str, *, by, joined: bool = False) -> None:
    """What was said, on the timeline."""
    lead.activities.create(
        kind=ActivityKind.ADDED,
        actor=by,
        text=text,
        to_value=contact.source,
        created_at=contact.submission.received_at,
        data={"token": contact.token, "joined": joined},
    )


def follow(lead: Lead, contact: Contact, *, by) -> Lead:
    """Give the lead its owner where it has none, and stop the clock where somebody has spoken with the person."""
    if contact.owner and lead.owner is None:
        lead.assign(contact.owner, by=by)
        lead.hand_out_at = None
        lead.save(update_fields=["hand_out_at"])
    if contact.was_spoken_with:
        lead.log_call(CallOutcome.REACHED, by=by)
    return lead
