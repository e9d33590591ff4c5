"""Recognises an enquiry that came before: a retry, a reload, a second click."""

import json
from datetime import UTC, datetime, timedelta

from django.db.models import CharField, DateTimeField
from django.utils.crypto import salted_hmac

from leads.models import Enquiry
from leads.prepared import Parameter, Prepared
from leads.submission import Submission

SALT = "leads.enquiry"
MEMORY = timedelta(minutes=10)
"""How long equal enquiries without a client key count as one; with a key they do for ever."""

FOR_EVER = datetime(1970, 1, 1, tzinfo=UTC)

same_since = Prepared(
    lambda: Enquiry.objects.filter(
        dedupe_key=Parameter("key", CharField()), received_at__gt=Parameter("since", DateTimeField())
    ).order_by("pk")[:1]
)


def dedupe_key(submission: Submission) -> str:
    """64 hex digits, equal for the same answers in the same form from the same attempt, whatever their order."""
    form = submission.form.pk if submission.form else f"slug:{submission.slug}"
    content = [form, submission.client_key, canonical_answers(submission)]
    return salted_hmac(SALT, json.dumps(content), algorithm="sha256").hexdigest()


def canonical_answers(submission: Submission) -> str:
    """All that the visitor said, as one text that does not depend on the order of fields."""
    said = {
        "name": submission.name,
        "email": submission.email,
        "phone": submission.phone,
        "preferred_contact": str(submission.preferred_contact),
        "treatment": submission.treatment,
        "message": submission.message,
        "answers": sorted(json.dumps([answer["key"], answer["value"]]) for answer in submission.answers),
        "consents": sorted(json.dumps([decision.purpose, decision.is_given]) for decision in submission.decisions),
    }
    return json.dumps(said, sort_keys=True)


def find_stored(submission: Submission, key: str) -> Enquiry | None:
    """The enquiry that `submission` repeats."""
    since = FOR_EVER if submission.client_key else submission.received_at - MEMORY
    return same_since.first(key=key, since=since)
