"""Sending as a task of the host's own queue, where `LEADS["TASK_BACKEND"]` names one; the loop stays the safety net."""

import logging
from collections.abc import Iterable

from django_tasks import task

from leads import conf
from leads.dispatch import deliver_one
from leads.models import Delivery

logger = logging.getLogger(__name__)


@task()
def deliver_now(pk: int) -> None:
    """Send one delivery, unless another process has it, has sent it, or it is not due yet."""
    deliver_one(pk)


def enqueue(dedupe_keys: Iterable[str]) -> None:
    """Hand queued deliveries to the backend; one that fails loses nothing, because the loop finds them too."""
    try:
        queued = deliver_now.using(backend=conf.get("TASK_BACKEND"))
        for pk in Delivery.objects.filter(dedupe_key__in=dedupe_keys).values_list("pk", flat=True):
            queued.enqueue(pk)
    except Exception as error:
        logger.warning("The task backend took no delivery (%s); the loop will send it", type(error).__name__)
