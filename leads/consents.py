"""What a person agreed to can be confirmed and withdrawn; the record of the decision itself is never changed.

`ConsentRecord.objects.allows(purpose, email)` answers whether somebody may be written to.
"""

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from leads.models import (
    Activity,
    ActivityKind,
    ConsentRecord,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Enquiry,
)
from leads.models.consent import ConsentRecordQuerySet

WITHDRAWAL = "leads.consents.withdrawal"
"""Salt of the links by which visitors withdraw."""


@transaction.atomic
def withdraw(enquiry: Enquiry, purpose: str, *, by=None) -> int:
    """Withdraw every consent to `purpose` of the person who sent the enquiry; how many were in the ledger.

    The timelines of the leads say so. A request to confirm one of them is not sent any more.
    """
    records = of_person(enquiry).given().filter(purpose=purpose)
    found = list(records.values_list("pk", "enquiry_id", "enquiry__lead_id"))
    withdrawn = ConsentRecord.objects.filter(pk__in=[pk for pk, *_rest in found], withdrawn_at=None)
    count = withdrawn.update(withdrawn_at=timezone.now())
    if count:
        enquiries = {enquiry_pk for _pk, enquiry_pk, _lead in found}
        forget_requests(enquiries)
        note({lead for *_rest, lead in found if lead}, ActivityKind.CONSENT_WITHDRAWN, [purpose], by=by)
    return count


def of_person(enquiry: Enquiry) -> ConsentRecordQuerySet:
    """The decisions of whoever sent the enquiry: by e-mail on any lead; by phone only where no e-mail was given."""
    same = Q(enquiry=enquiry.pk)
    if enquiry.email_key:
        same |= Q(enquiry__email_key=enquiry.email_key)
    elif enquiry.phone_e164:
        same |= Q(enquiry__email_key="", enquiry__phone_e164=enquiry.phone_e164)
    return ConsentRecord.objects.filter(same)


def forget_requests(enquiries: set[int]) -> None:
    """Give up requests to confirm that have not been sent and have nothing left to ask for."""
    asking = ConsentRecord.objects.unconfirmed().filter(enquiry__in=enquiries).values("enquiry")
    waiting = Delivery.objects.filter(
        kind=DeliveryKind.OPT_IN, enquiry__in=enquiries, state__in=[DeliveryState.PENDING, DeliveryState.RETRYING]
    )
    waiting.exclude(enquiry__in=asking).update(state=DeliveryState.DEAD, last_error="Withdrawn")


def note(leads: set[int], kind: str, purposes: list[str], *, by=None) -> None:
    """Write what became of consents on the timelines of leads."""
    Activity.objects.bulk_create(
        [
            Activity(lead_id=lead, kind=kind, actor=by, to_value=purpose)
            for lead in sorted(leads)
            for purpose in purposes
        ]
    )


def withdrawal_link(enquiry: Enquiry, purpose: str) -> str:
    """The address, for a mail, at which the person can withdraw a consent at any time."""
    return public_link(enquiry, reverse("leads:withdraw_consent", args=[withdrawal_token(enquiry, purpose)]))


def withdrawal_token(enquiry: Enquiry, purpose: str) -> str:
    """Stands for an enquiry and a purpose, and for nobody's name or address."""
    return signing.dumps([enquiry.reference, purpose], salt=WITHDRAWAL)


def read_withdrawal(token: str) -> tuple[Enquiry | None, str]:
    """The enquiry and the purpose of a token; no enquiry when we did not sign it, or when it has been erased."""
    try:
        reference, purpose = signing.loads(token, salt=WITHDRAWAL)
    except (signing.BadSignature, ValueError):
        return None, ""
    return Enquiry.objects.select_related("site").filter(reference=reference).first(), purpose


def public_link(enquiry: Enquiry, path: str) -> str:
    """The whole address of a path on the site that took the enquiry."""
    root = enquiry.site.root_url if enquiry.site else getattr(settings, "WAGTAILADMIN_BASE_URL", "")
    return f"{root.rstrip('/')}{path}"
