"""Who is told of a new enquiry: one delivery an address, made in the transaction that stores the enquiry."""

import hashlib
from email.utils import make_msgid, parseaddr

from django.conf import settings

from leads.models import ClinicSettings, Delivery, DeliveryKind, Enquiry, EnquiryForm

LONGEST_ADDRESS = 254
"""Characters of `Delivery.recipient`; an enquiry is not lost because a recipient was mistyped at length."""


def alert_staff(enquiry: Enquiry, form: EnquiryForm | None, clinic: ClinicSettings) -> None:
    """Queue an alert for every recipient; an address that is told already is not told again."""
    sender_domain = own_address().rpartition("@")[2] or "localhost"
    Delivery.objects.bulk_create(
        [
            Delivery(
                kind=DeliveryKind.ALERT,
                enquiry=enquiry,
                lead=enquiry.lead,
                recipient=address,
                dedupe_key=alert_key(enquiry, address),
                message_id=make_msgid(domain=sender_domain),
            )
            for address in recipients(form, clinic)
        ],
        ignore_conflicts=True,
    )


def recipients(form: EnquiryForm | None, clinic: ClinicSettings) -> list[str]:
    """The form's recipients, or the clinic's address, or the one that this site sends from."""
    chosen = (form.recipients if form else "").split() or [clinic.email or own_address()]
    unique = {address.lower(): address for address in chosen if 0 < len(address) <= LONGEST_ADDRESS}
    return list(unique.values())


def alert_key(enquiry: Enquiry, address: str) -> str:
    """The same for the same enquiry and address, however long the address is."""
    return f"alert:{enquiry.pk}:{hashlib.sha256(address.lower().encode()).hexdigest()[:32]}"


def own_address() -> str:
    """The bare address of DEFAULT_FROM_EMAIL."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
