"""The address of the thank-you page, and what may be told there."""

from dataclasses import dataclass

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.http import urlencode

from leads.models import Enquiry
from leads.promise import reply_promise

SALT = "leads.thanks"


@dataclass(frozen=True)
class Receipt:
    """What the visitor is told after sending: nothing about who they are or what they wrote."""

    reference: str
    promise: str


def thanks_url(enquiry: Enquiry) -> str:
    """The same address for the same enquiry, however often it is sent."""
    return f"{reverse('leads:thanks')}?{urlencode({'ref': Signer(salt=SALT).sign(enquiry.reference)})}"


def receipt_of(signed_reference: str) -> Receipt:
    """The receipt of a stored enquiry; without a reference when the signature is not ours or the enquiry is gone."""
    try:
        reference = Signer(salt=SALT).unsign(signed_reference)
    except (BadSignature, ValueError):
        return Receipt("", reply_promise(None))
    stored = Enquiry.objects.filter(reference=reference).values_list("form__reply_target_minutes")
    minutes = next((found for (found,) in stored), None)
    return Receipt(reference, reply_promise(minutes))
