"""The address of the thank-you page, and what may be told there."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from leads.clinics import clinic_of
from leads.clock import due_at, time_zone
from leads.models import Enquiry
from leads.promise import reply_promise

SALT = "leads.thanks"


@dataclass(frozen=True)
class Receipt:
    """What the visitor is told after sending: nothing about who they are or what they wrote.

    `due_at` is when the promised minutes have passed, by the opening hours of the clinic in whose `zone` it is shown;
    None where no time was promised, and once it is past. What waits in quarantine is told the same as all others.
    """

    reference: str
    promise: str
    due_at: datetime | None = None
    zone: tzinfo | None = None


def thanks_url(enquiry: Enquiry) -> str:
    """The same address for the same enquiry, however often it is sent."""
    return f"{reverse('leads:thanks')}?{urlencode({'ref': Signer(salt=SALT).sign(enquiry.reference)})}"


def receipt_of(signed_reference: str) -> Receipt:
    """The receipt of a stored enquiry; without a reference when the signature is not ours or the enquiry is gone."""
    try:
        reference = Signer(salt=SALT).unsign(signed_reference)
    except (BadSignature, ValueError):
        return Receipt("", reply_promise(None))
    stored = Enquiry.objects.filter(reference=reference).select_related("form", "site")
    enquiry = stored.only("received_at", "site", "form__reply_target_minutes").first()
    if enquiry is None or enquiry.form is None or not enquiry.form.reply_target_minutes:
        return Receipt(reference, reply_promise(None))
    minutes, clinic = enquiry.form.reply_target_minutes, clinic_of(enquiry.site)
    due = due_at(enquiry.received_at, minutes, clinic)
    return Receipt(reference, reply_promise(minutes), due if due > timezone.now() else None, time_zone(clinic))
