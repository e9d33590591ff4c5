"""Tells a visitor by mail that the enquiry has arrived; never so often that a stranger's mailbox could be flooded."""

import logging
import sys
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db.models import CharField, DateTimeField, Exists, Expression, F
from django.db.models.lookups import StartsWith
from django.utils import timezone

from leads import conf
from leads.matching import email_key
from leads.models import Delivery, DeliveryKind, Enquiry, EnquiryForm
from leads.outbox import address_digest, mail_for
from leads.prepared import CountOf, Parameter, PreparedAnswers
from leads.question_fields import VisitorEmailValidator

logger = logging.getLogger(__name__)

ONCE_IN = timedelta(hours=24)
"""One mailbox gets no second message of a kind within this time, whoever types its address how often."""


def acknowledgement(enquiry: Enquiry, form: EnquiryForm | None) -> list[Delivery]:
    """The unsaved message, where the form sends one, an address was given, and no limit is reached."""
    if not is_one_address(enquiry.email) or not (form is None or form.sends_acknowledgement):
        return []
    return to_visitor(DeliveryKind.ACKNOWLEDGEMENT, enquiry)


def to_visitor(kind: str, enquiry: Enquiry) -> list[Delivery]:
    """An unsaved message to the address that the visitor typed; none where a limit is reached."""
    prefix = f"{kind}:{mailbox_digest(enquiry.email)}:"
    if is_limit_reached(kind, prefix):
        return []
    return [mail_for(kind, enquiry, enquiry.email, key=f"{prefix}{enquiry.pk}")]


def is_one_address(email: str) -> bool:
    """Whether a message can go there and nowhere else."""
    try:
        VisitorEmailValidator()(email)
    except ValidationError:
        return False
    return True


def is_limit_reached(kind: str, prefix: str) -> bool:
    """Whether the mailbox got such a message lately, or the site sent too many within the hour; one query."""
    now = timezone.now()
    to_mailbox, within_hour = sent_lately.first(
        kind=kind, since=now - ONCE_IN, prefix=prefix, last_hour=now - timedelta(hours=1)
    )
    if within_hour >= conf.get("ACKNOWLEDGEMENTS_PER_HOUR"):
        logger.warning("No %s was sent: the hour's limit is reached", kind)
        return True
    return bool(to_mailbox)


class BeginsWith(StartsWith):
    """The lookup `startswith`, for which SQLite looks into the index too."""

    def as_sqlite(self, compiler, connection):
        text, text_parameters = self.process_lhs(compiler, connection)
        prefix, prefix_parameters = compiler.compile(self.rhs)
        condition = f"{text} BETWEEN {prefix} AND {prefix} || char({sys.maxunicode})"
        return condition, [*text_parameters, *prefix_parameters, *prefix_parameters]


def look_lately() -> dict[str, Expression]:
    """Whether a message of a kind went to a mailbox lately, and how many of it to anybody within the hour."""
    of_kind = Delivery.objects.order_by().filter(kind=Parameter("kind", CharField()))
    to_mailbox = Delivery.objects.filter(
        BeginsWith(F("dedupe_key"), Parameter("prefix", CharField())),
        created_at__gt=Parameter("since", DateTimeField()),
    )
    within_hour = of_kind.filter(created_at__gt=Parameter("last_hour", DateTimeField()))
    return {"to_mailbox": Exists(to_mailbox), "within_hour": CountOf(within_hour.values("created_at"))}


sent_lately = PreparedAnswers(look_lately)


def mailbox_digest(email: str) -> str:
    """Stands for a mailbox; what follows a plus sign leads to the same one (RFC 5233)."""
    local, at, domain = email_key(email).rpartition("@")
    return address_digest(f"{local.partition('+')[0] or local}{at}{domain}")
