"""Runs a job again and again in one process, until the process is asked to stop."""

import logging
import signal
import threading
import time
from collections.abc import Callable
from functools import partial

from django.db import close_old_connections

from leads.models import JobLoop

RECORD_EVERY = 30
"""Seconds between two notes of a loop's turns, so that a quick loop does not write all the time."""

logger = logging.getLogger(__name__)


def run_forever(job: Callable[[], object], *, name: str, interval: float, stop: threading.Event | None = None) -> None:
    """Call `job` every `interval` seconds; a job that raises is logged and tried again at the next turn.

    SIGTERM and SIGINT end the loop after the running turn. `JobLoop` remembers under `name` when it last ran.
    """
    stop = stop or stop_on_signals()
    recorded_at = None
    while not stop.is_set():
        close_old_connections()
        succeeded = attempt(job)
        if not succeeded or recorded_at is None or time.monotonic() - recorded_at >= RECORD_EVERY:
            attempt(partial(JobLoop.record, name, interval=interval, succeeded=succeeded))
            recorded_at = time.monotonic()
        stop.wait(interval)


def attempt(job: Callable[[], object]) -> bool:
    """Run a job; False when it raised, which is logged."""
    try:
        job()
    except Exception:
        logger.exception("%s failed; the loop goes on", name_of(job))
        return False
    return True


def name_of(job: Callable) -> str:
    """What a job is called in the log; never with what it was called with."""
    return getattr(job.func if isinstance(job, partial) else job, "__name__", type(job).__name__)


def stop_on_signals() -> threading.Event:
    """An event that SIGTERM and SIGINT set."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop
