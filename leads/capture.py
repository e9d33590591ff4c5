"""The one way in: an enquiry with its consents, its lead and its alerts, stored together or not at all."""

import logging
from dataclasses import replace

from django.db import IntegrityError, transaction

from leads.acknowledgements import acknowledgement
from leads.alerts import alerts
from leads.canary.plan import Plan
from leads.canary.recognition import canary_of
from leads.deduplication import dedupe_key, find_stored
from leads.double_opt_in import request_for
from leads.filing import file_under_lead
from leads.insertion import insert, insert_all
from leads.matching import ContactKeys, contact_keys, lock_contacts
from leads.models import Activity, ActivityKind, ConsentRecord, DeliveryKind, Enquiry, Lead, Verdict
from leads.outbox import mail_for, queue
from leads.sealing import seal_answers
from leads.spam import Assessment, assess
from leads.submission import Signals, Submission

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
    if canary := canary_of(submission):
        return capture_canary(submission, canary)
    keys = contact_keys(submission.email, submission.phone, submission.clinic.phone_region)
    lock_contacts(keys)
    key = dedupe_key(submission)
    if stored := find_stored(submission, key):
        return stored
    assessment = assess(submission, keys)
    lead = file_under_lead(submission, keys) if assessment.verdict == Verdict.ACCEPTED else None
    enquiry = store_enquiry(submission, key, keys, assessment, lead)
    store_decisions(submission, enquiry)
    if lead:
        insert(Activity(lead=lead, kind=ActivityKind.ENQUIRY, enquiry=enquiry, created_at=submission.received_at))
        form = submission.form or submission.clinic.default_form
        to_staff, to_visitor = alerts(enquiry, form, submission.clinic), acknowledgement(enquiry, form)
        queue([*to_staff, *to_visitor, *request_for(enquiry, submission.decisions)])
    return enquiry


def capture_canary(submission: Submission, canary: Plan) -> Enquiry:
    """The site's own enquiry to itself: stored like a visitor's, but matched with nobody and told to its recipient."""
    key = dedupe_key(submission)
    if stored := find_stored(submission, key):
        return stored
    submission = replace(submission, signals=Signals())
    nobody = ContactKeys("", "", "")
    enquiry = store_enquiry(submission, key, nobody, Assessment(0, []), None, verdict=Verdict.CANARY)
    store_decisions(submission, enquiry)
    queue([mail_for(DeliveryKind.CANARY, enquiry, canary.recipient, key=f"canary:{enquiry.pk}")])
    return enquiry


def store_enquiry(
    submission: Submission,
    key: str,
    keys: ContactKeys,
    assessment: Assessment,
    lead: Lead | None,
    *,
    verdict: str = "",
) -> Enquiry:
    """The visitor's words, bound to the wording that was shown and the page that was read.

    The verdict is that of the assessment unless another is given.
    """
    origin = submission.origin
    enquiry = Enquiry(
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
        email_key=keys.email,
        phone=submission.phone,
        phone_e164=keys.phone,
        preferred_contact=submission.preferred_contact,
        treatment=submission.treatment,
        message=submission.message,
        answers=seal_answers(submission.answers),
        attribution=submission.attribution,
        client_key=submission.client_key,
        language=submission.language,
        dedupe_key=key,
        address_hash=submission.signals.address_hash,
        lead=lead,
        verdict=verdict or assessment.verdict,
        spam_score=assessment.score,
        spam_reasons=assessment.record,
        flags=submission.flags,
    )
    return insert(enquiry)


def store_decisions(submission: Submission, enquiry: Enquiry) -> None:
    """Every notice that was shown and every consent that was decided; a refusal is kept like a yes."""
    insert_all(
        [
            ConsentRecord(enquiry=enquiry, recorded_at=submission.received_at, **decision._asdict())
            for decision in submission.decisions
        ]
    )
