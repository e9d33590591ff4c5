"""Sends what is queued in `Delivery`: claims a row under a lease, sends, and records what became of it.

At least once: a message is sent twice only when a process dies between the server's acceptance and our commit.
"""

import logging
import secrets
from collections.abc import Callable
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from leads import conf
from leads.alert_mail import alert_mail
from leads.models import Delivery, DeliveryState

logger = logging.getLogger(__name__)

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
JITTER = 0.2
"""Share by which a wait may differ, so that many failed messages do not come back at once."""

SMTP_WAITS = 13
"""How often sending may wait for a server (connect, greet, EHLO twice, TLS twice, log in twice, and so on to QUIT)."""

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


@transaction.atomic
def claim_due(limit: int) -> list[Delivery]:
    """Take up to `limit` due rows, which no other process can take until their lease ends; committed before sending.

    PostgreSQL passes over rows that another process is just claiming; SQLite lets one process write at a time.
    """
    now = timezone.now()
    due = Delivery.objects.select_for_update(skip_locked=True).due().order_by("next_attempt_at", "pk")[:limit]
    claimed = list(due)
    for delivery in claimed:
        delivery.state = DeliveryState.SENDING
        delivery.attempts += 1
        delivery.lease_until = now + lease_time()
        delivery.lease_token = secrets.token_hex(16)
    Delivery.objects.bulk_update(claimed, ["state", "attempts", "lease_until", "lease_token"])
    return claimed


def lease_time() -> timedelta:
    """`LEADS["DELIVERY_LEASE_SECONDS"]`, or as long as a server may take that is just quick enough at every step."""
    return timedelta(seconds=max(conf.get("DELIVERY_LEASE_SECONDS"), SMTP_WAITS * (settings.EMAIL_TIMEOUT or 0)))


def deliver(delivery: Delivery) -> bool:
    """Send a claimed delivery and record the outcome; whether it was sent. Never raises for what sending raises."""
    if delivery.attempts > conf.get("DELIVERY_MAX_ATTEMPTS"):
        return fail(delivery, ABANDONED)
    try:
        alert_mail(delivery).send()
    except Exception as error:
        logger.warning("Delivery %s failed at attempt %s: %s", delivery.pk, delivery.attempts, describe(error))
        return fail(delivery, describe(error))
    finish(delivery, state=DeliveryState.SENT, sent_at=timezone.now(), last_error="")
    return True


def fail(delivery: Delivery, reason: str) -> bool:
    """Try again later, or give up after `LEADS["DELIVERY_MAX_ATTEMPTS"]`."""
    is_last = delivery.attempts >= conf.get("DELIVERY_MAX_ATTEMPTS")
    finish(
        delivery,
        state=DeliveryState.DEAD if is_last else DeliveryState.RETRYING,
        next_attempt_at=timezone.now() + wait_after(delivery.attempts),
        last_error=reason,
    )
    return False


def finish(delivery: Delivery, **outcome) -> None:
    """Record an outcome, unless the lease ran out and another process took the row meanwhile."""
    owned = Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.SENDING, lease_token=delivery.lease_token)
    if not owned.update(lease_until=None, lease_token="", **outcome):
        logger.warning("Delivery %s outlived its lease; another process has it", delivery.pk)


def wait_after(attempts: int) -> timedelta:
    """One minute after the first attempt, twice as long after each further one, at most six hours; give or take."""
    wait = min(FIRST_WAIT * 2 ** min(attempts - 1, 20), LONGEST_WAIT)
    return wait * secrets.SystemRandom().uniform(1 - JITTER, 1 + JITTER)


def describe(error: Exception) -> str:
    """The kind of error and the server's code; never its text, which may quote an address."""
    codes = []
    if isinstance(error, SMTPRecipientsRefused):
        codes = sorted({code for code, _text in error.recipients.values()})
    elif isinstance(error, SMTPResponseException):
        codes = [error.smtp_code]
    elif isinstance(error, OSError) and error.errno:
        codes = [error.errno]
    return " ".join([type(error).__name__, *map(str, codes)])
