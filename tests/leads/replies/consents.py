"""Consents as visitors give them."""

from django.utils import timezone

from leads.models import ConsentRecord, StatementKind


def give_consent(lead, purpose: str = "marketing-email", *, is_confirmed: bool = True, **fields) -> ConsentRecord:
    """A consent that the person of a lead gave with their enquiry."""
    return ConsentRecord.objects.create(
        enquiry=lead.enquiries.first(),
        **{
            "kind": StatementKind.CONSENT,
            "purpose": purpose,
            "text": "You may send me news.",
            "is_given": True,
            "recorded_at": timezone.now(),
            "confirmed_at": timezone.now() if is_confirmed else None,
            **fields,
        },
    )
