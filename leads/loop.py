"""Runs a job again and again in one process, until the process is asked to stop."""

import logging
import signal
import threading
from collections.abc import Callable

from django.db import close_old_connections

logger = logging.getLogger(__name__)


def run_forever(job: Callable[[], object], *, interval: float, stop: threading.Event | None = None) -> None:
    """Call `job` every `interval` seconds; a job that raises is logged and tried again at the next turn.

    SIGTERM and SIGINT end the loop after the running turn.
    """
    stop = stop or stop_on_signals()
    while not stop.is_set():
        close_old_connections()
        try:
            job()
        except Exception:
            logger.exception("%s failed; the loop goes on", getattr(job, "__name__", job))
        stop.wait(interval)


def stop_on_signals() -> threading.Event:
    """An event that SIGTERM and SIGINT set."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop
