"""The one way in: an enquiry with its consents, its lead and its alerts, stored together or not at all."""

import logging

from django.db import IntegrityError, transaction

from leads.alerts import alert_staff
from leads.deduplication import dedupe_key, find_stored
from leads.filing import file_under_lead
from leads.matching import contact_keys, lock_contacts
from leads.models import ActivityKind, ConsentRecord, Enquiry, Lead, Verdict
from leads.spam import Assessment, assess
from leads.submission import Submission

logger = logging.getLogger(__name__)

ATTEMPTS = 4
"""A twin is found at the second; drawing a taken reference several times running does not happen."""


def capture(submission: Submission) -> Enquiry:
    """Store an enquiry exactly once; the same submission again returns the enquiry that is stored.

    A unique key refuses a twin that another process stored at the same instant, or a reference that was drawn before:
    the next attempt finds the twin, or draws anew.
    """
    for _attempt in range(ATTEMPTS - 1):
        try:
            return capture_once(submission)
        except IntegrityError:
            logger.info("An enquiry met its twin or its reference; it is tried again")
    return capture_once(submission)


@transaction.atomic
def capture_once(submission: Submission) -> Enquiry:
    """One attempt: everything about the enquiry in one transaction."""
    keys = contact_keys(submission.email, submission.phone, submission.clinic.phone_region)
    lock_contacts(keys)
    key = dedupe_key(submission)
    if stored := find_stored(submission, key):
        return stored
    assessment = assess(submission)
    lead = file_under_lead(submission, keys) if assessment.verdict == Verdict.ACCEPTED else None
    enquiry = store_enquiry(submission, key, assessment, lead)
    store_decisions(submission, enquiry)
    if lead:
        lead.activities.create(kind=ActivityKind.ENQUIRY, enquiry=enquiry, created_at=submission.received_at)
        alert_staff(enquiry, submission.form or submission.clinic.default_form, submission.clinic)
    return enquiry


def store_enquiry(submission: Submission, key: str, assessment: Assessment, lead: Lead | None) -> Enquiry:
    """The visitor's words, bound to the wording that was shown and the page that was read."""
    origin = submission.origin
    return Enquiry.objects.create(
        received_at=submission.received_at,
        form=submission.form,
        form_version=submission.version,
        site=submission.site,
        page=origin.page,
        page_title=origin.title,
        page_url=origin.url,
        page_revision_id=origin.revision_id,
        subject=origin.subject,
        name=submission.name,
        email=submission.email,
        phone=submission.phone,
        preferred_contact=submission.preferred_contact,
        treatment=submission.treatment,
        message=submission.message,
        answers=submission.answers,
        attribution=submission.attribution,
        client_key=submission.client_key,
        dedupe_key=key,
        address_hash=submission.signals.address_hash,
        lead=lead,
        verdict=assessment.verdict,
        spam_score=assessment.score,
        spam_reasons=assessment.reasons,
        flags=submission.flags,
    )


def store_decisions(submission: Submission, enquiry: Enquiry) -> None:
    """Every notice that was shown and every consent that was decided; a refusal is kept like a yes."""
    ConsentRecord.objects.bulk_create(
        [
            ConsentRecord(enquiry=enquiry, recorded_at=submission.received_at, **decision._asdict())
            for decision in submission.decisions
        ]
    )
