"""Sends what is queued in `Delivery`: claims a row under a lease, sends, and records what became of it.

At least once: a message is sent twice only when a process dies between the server's acceptance and our commit.
"""

import logging
import secrets
import time
from collections.abc import Callable
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import Case, When
from django.utils import timezone

from leads import conf
from leads.mails import mail_of
from leads.models import TO_VISITORS, Delivery, DeliveryKind, DeliveryState
from leads.replies.given_up import show_lost_reply
from leads.replies.obsolete import ObsoleteMailError
from leads.undelivered import tell_fallback
from leads.webhooks.addresses import WebhookError
from leads.webhooks.gone import tell_endpoint_is_gone
from leads.webhooks.sending import EndpointGoneError, EndpointOffError, send_webhook

logger = logging.getLogger(__name__)

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
JITTER = 0.2
"""Share by which a wait may differ, so that many failed messages do not come back at once."""

RECORD_AGAIN = 1
"""Seconds until the outcome of a sent message is recorded again, when the database did not take it."""

SMTP_WAITS = 13
"""How often sending may wait for a server (connect, greet, EHLO twice, TLS twice, log in twice, and so on to QUIT)."""

MAIL_FIRST = Case(When(kind=DeliveryKind.WEBHOOK, then=1), default=0)
"""A receiver that hangs keeps webhooks waiting, never the alerts to staff for longer than one of them takes."""

ABANDONED = "The process that was sending ended before it could say how it went."


def run_due(stop: Callable[[], bool] = lambda: False) -> int:
    """Send everything that is due, one after the other, until `stop()`; returns how many were tried.

    Each is claimed only when its turn comes, so that no lease runs out while others are being sent.
    """
    tried = 0
    while not stop() and (claimed := claim_due(1)):
        deliver(claimed[0])
        tried += 1
    return tried


def deliver_one(pk: int) -> bool:
    """Send this delivery if it is due and nobody else has it; whether it was sent."""
    return any(deliver(claimed) for claimed in claim_due(1, pk=pk))


@transaction.atomic
def claim_due(limit: int, *, pk: int | None = None) -> list[Delivery]:
    """Take up to `limit` due rows, which no other process can take until their lease ends; committed before sending.

    PostgreSQL passes over rows that another process is just claiming; SQLite lets one process write at a time.
    """
    now = timezone.now()
    due = Delivery.objects.select_for_update(skip_locked=True).due().order_by(MAIL_FIRST, "next_attempt_at", "pk")
    claimed = list((due if pk is None else due.filter(pk=pk))[:limit])
    for delivery in claimed:
        delivery.state = DeliveryState.SENDING
        delivery.attempts += 1
        delivery.lease_until = now + lease_time()
        delivery.lease_token = secrets.token_hex(16)
    Delivery.objects.bulk_update(claimed, ["state", "attempts", "lease_until", "lease_token"])
    return claimed


def lease_time() -> timedelta:
    """`LEADS["DELIVERY_LEASE_SECONDS"]`, or as long as a server may take that is just quick enough at every step."""
    mail, webhook = SMTP_WAITS * (settings.EMAIL_TIMEOUT or 0), 2 * conf.get("WEBHOOK_TIMEOUT")
    return timedelta(seconds=max(conf.get("DELIVERY_LEASE_SECONDS"), mail, webhook))


def deliver(delivery: Delivery) -> bool:
    """Send a claimed delivery and record the outcome; whether it was sent. Never raises for what sending raises."""
    if delivery.attempts > conf.get("DELIVERY_MAX_ATTEMPTS"):
        return fail(delivery, ABANDONED)
    try:
        send(delivery)
    except (EndpointOffError, ObsoleteMailError) as error:
        finish(delivery, state=DeliveryState.DISMISSED, last_error=describe(error))
        return False
    except Exception as error:
        logger.warning("Delivery %s failed at attempt %s: %s", delivery.pk, delivery.attempts, describe(error))
        return fail(delivery, describe(error), is_final=is_refused_for_good(delivery, error))
    record_sent(delivery)
    return True


def record_sent(delivery: Delivery) -> None:
    """Note that a message is gone, also when the database is full, locked or away just now.

    Forgetting it would send it again, so it is tried every RECORD_AGAIN seconds while the lease lasts, and nothing else
    is sent meanwhile.
    """
    sent_at = timezone.now()
    while True:
        try:
            finish(delivery, state=DeliveryState.SENT, sent_at=sent_at, last_error="")
        except (OperationalError, InterfaceError):
            if delivery.lease_until is None or timezone.now() >= delivery.lease_until:
                raise
            if not connection.in_atomic_block:
                connection.close_if_unusable_or_obsolete()
            time.sleep(RECORD_AGAIN)
        else:
            return


def send(delivery: Delivery) -> None:
    """Send it by mail or, to a webhook, by HTTP."""
    if delivery.kind == DeliveryKind.WEBHOOK:
        send_webhook(delivery)
    else:
        mail_of(delivery).send()


@transaction.atomic
def fail(delivery: Delivery, reason: str, *, is_final: bool = False) -> bool:
    """Try again later, or give up after `LEADS["DELIVERY_MAX_ATTEMPTS"]` and tell the clinic's fallback address."""
    is_last = is_final or delivery.attempts >= conf.get("DELIVERY_MAX_ATTEMPTS")
    is_ours = finish(
        delivery,
        state=DeliveryState.DEAD if is_last else DeliveryState.RETRYING,
        next_attempt_at=timezone.now() + wait_after(delivery.attempts),
        last_error=reason,
    )
    if is_last and is_ours:
        tell_fallback(delivery)
        tell_endpoint_is_gone(delivery)
        show_lost_reply(delivery)
    return False


def is_refused_for_good(delivery: Delivery, error: Exception) -> bool:
    """Whether the server knows no such mailbox (5xx) of a visitor, or a webhook is no more.

    For staff we go on trying, it may be our mistake.
    """
    if isinstance(error, EndpointGoneError):
        return True
    if delivery.kind not in TO_VISITORS or not isinstance(error, SMTPRecipientsRefused):
        return False
    return all(500 <= code < 600 for code, _text in error.recipients.values())


def finish(delivery: Delivery, **outcome) -> bool:
    """Record an outcome; False when the lease ran out and another process took the row meanwhile."""
    owned = Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.SENDING, lease_token=delivery.lease_token)
    is_ours = bool(owned.update(lease_until=None, lease_token="", **outcome))
    if not is_ours:
        logger.warning("Delivery %s outlived its lease; another process has it", delivery.pk)
    return is_ours


def wait_after(attempts: int) -> timedelta:
    """One minute after the first attempt, twice as long after each further one, at most six hours; give or take."""
    wait = min(FIRST_WAIT * 2 ** min(attempts - 1, 20), LONGEST_WAIT)
    return wait * secrets.SystemRandom().uniform(1 - JITTER, 1 + JITTER)


def describe(error: Exception) -> str:
    """The kind of error and the server's code; never a text that is not ours, which may quote an address."""
    if isinstance(error, WebhookError | ObsoleteMailError):
        return str(error)
    codes = []
    if isinstance(error, SMTPRecipientsRefused):
        codes = sorted({code for code, _text in error.recipients.values()})
    elif isinstance(error, SMTPResponseException):
        codes = [error.smtp_code]
    elif isinstance(error, OSError) and error.errno:
        codes = [error.errno]
    return " ".join([type(error).__name__, *map(str, codes)])
