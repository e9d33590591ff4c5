"""Asks by mail whether the owner of a mailbox really gave a consent: anybody can type anybody's address.

Only consents to the purposes in `LEADS["DOUBLE_OPT_IN_PURPOSES"]` are asked about.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from leads import conf
from leads.acknowledgements import is_one_address, to_visitor
from leads.consents import note, public_link
from leads.intake import Decision
from leads.models import ActivityKind, ConsentRecord, Delivery, DeliveryKind, Enquiry, StatementKind
from leads.outbox import queue

CONFIRMATION = "leads.consents.confirmation"
"""Salt of the links by which visitors confirm."""


@dataclass(frozen=True)
class Request:
    """What a link asks its reader to confirm; `enquiry` is None when the link is none of ours, or came to nothing."""

    enquiry: Enquiry | None = None
    is_expired: bool = False
    waiting: list[ConsentRecord] = field(default_factory=list)
    confirmed: list[ConsentRecord] = field(default_factory=list)


def request_for(enquiry: Enquiry, decisions: Iterable[Decision]) -> list[Delivery]:
    """An unsaved request for all that was agreed to, in the limits of acknowledgements; none for what is in force."""
    asked = conf.get("DOUBLE_OPT_IN_PURPOSES")
    purposes = {
        decision.purpose
        for decision in decisions
        if decision.kind == StatementKind.CONSENT and decision.is_given and decision.purpose in asked
    }
    return request_for_purposes(enquiry, purposes)


def ask_after_release(enquiry: Enquiry) -> None:
    """Ask about the consents of an enquiry that was held back, while the visitor still knows of it.

    That is as long as a link works that had been sent at once. What was withdrawn meanwhile is not asked about.
    """
    if timezone.now() - enquiry.received_at < timedelta(days=conf.get("OPT_IN_DAYS")):
        queue(request_for_purposes(enquiry, set(enquiry.consents.unconfirmed().values_list("purpose", flat=True))))


def request_for_purposes(enquiry: Enquiry, purposes: set[str]) -> list[Delivery]:
    """The request; none where all purposes are in force, a limit is reached, or the address is not one."""
    if not purposes or not is_one_address(enquiry.email):
        return []
    if all(ConsentRecord.objects.allows(purpose, enquiry.email) for purpose in purposes):
        return []
    return to_visitor(DeliveryKind.OPT_IN, enquiry)


def confirmation_link(enquiry: Enquiry) -> str:
    """The address, for a mail, at which the consents of an enquiry are confirmed."""
    return public_link(enquiry, reverse("leads:confirm_consents", args=[confirmation_token(enquiry)]))


def confirmation_token(enquiry: Enquiry) -> str:
    """Stands for an enquiry from now on, and for nobody's name or address."""
    return signing.dumps(enquiry.reference, salt=CONFIRMATION)


def read_request(token: str) -> Request:
    """What the link asks for by now; what was confirmed in time stays so after the link has expired."""
    try:
        reference = signing.loads(token, salt=CONFIRMATION)
    except (signing.BadSignature, ValueError):
        return Request()
    enquiry = Enquiry.objects.select_related("site").filter(reference=reference).first()
    if enquiry is None:
        return Request()
    return Request(
        enquiry=enquiry,
        is_expired=is_expired(token),
        waiting=list(enquiry.consents.unconfirmed()),
        confirmed=list(enquiry.consents.given().filter(confirmed_at__isnull=False)),
    )


def is_expired(token: str) -> bool:
    """Whether a token that we signed is older than `LEADS["OPT_IN_DAYS"]`."""
    try:
        signing.loads(token, salt=CONFIRMATION, max_age=timedelta(days=conf.get("OPT_IN_DAYS")))
    except signing.SignatureExpired:
        return True
    return False


@transaction.atomic
def confirm(request: Request) -> None:
    """Confirm what the link asked for, and the same words to the same purpose from the same address before."""
    for record in request.waiting:
        same = ConsentRecord.objects.unconfirmed().filter(
            enquiry__email_key=request.enquiry.email_key,
            purpose=record.purpose,
            text=record.text,
            recorded_at__lte=record.recorded_at,
        )
        leads = set(same.filter(enquiry__lead__isnull=False).values_list("enquiry__lead", flat=True))
        pks = list(same.values_list("pk", flat=True))
        if ConsentRecord.objects.filter(pk__in=pks, confirmed_at=None).update(confirmed_at=timezone.now()):
            note(leads, ActivityKind.CONSENT_CONFIRMED, [record.purpose])
