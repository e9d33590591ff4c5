"""Makes deliveries: one row a message and address, under a key that lets no message be queued twice."""

import hashlib
from email.utils import make_msgid, parseaddr
from functools import lru_cache

from django.conf import settings
from django.db import transaction

from leads import conf
from leads.insertion import insert_all
from leads.models import Delivery, Enquiry

LONGEST_ADDRESS = 254
"""Characters of `Delivery.recipient`."""


def mail_for(kind: str, enquiry: Enquiry, recipient: str, *, key: str) -> Delivery:
    """An unsaved mail about an enquiry; `key` is unique among all messages that ever were queued."""
    return Delivery(
        kind=kind,
        enquiry=enquiry,
        lead=enquiry.lead,
        recipient=recipient,
        dedupe_key=key,
        message_id=new_message_id(),
    )


def new_message_id() -> str:
    """A Message-ID below the domain that this site writes from."""
    return make_msgid(domain=own_address().rpartition("@")[2] or "localhost")


def queue(deliveries: list[Delivery]) -> None:
    """Store messages in the running transaction; one that is queued already stays as it is.

    Once they are committed, the host's task backend hears of them where there is one.
    """
    insert_all(deliveries, ignores_conflicts=True)
    if deliveries and conf.get("TASK_BACKEND"):
        # Sending queues notices itself.
        from leads.tasks import enqueue

        keys = [delivery.dedupe_key for delivery in deliveries]
        transaction.on_commit(lambda: enqueue(keys))


def address_digest(address: str) -> str:
    """32 hex digits that stand for an address, whatever its case and length."""
    return hashlib.sha256(address.lower().encode()).hexdigest()[:32]


def own_address() -> str:
    """The bare address of DEFAULT_FROM_EMAIL."""
    return bare_address(settings.DEFAULT_FROM_EMAIL)


@lru_cache(maxsize=8)
def bare_address(text: str) -> str:
    """The address alone, of one with a name before it."""
    return parseaddr(text)[1]
