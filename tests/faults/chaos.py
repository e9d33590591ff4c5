"""What goes wrong, and when."""

import random
import time
from collections.abc import Callable
from contextlib import AbstractContextManager

from tests.faults.clients import Clients
from tests.faults.site import Site
from tests.faults.waiting import wait_until


def at_random_moments(fault: Callable[[], None], seconds: float, pause: tuple[float, float]) -> int:
    """Call `fault` after random pauses for so many seconds, at least once; how often it was."""
    ends_at, faults = time.monotonic() + seconds, 0
    while True:
        time.sleep(random.uniform(*pause))
        if faults and time.monotonic() > ends_at:
            return faults
        fault()
        faults += 1


def let_last(fault: AbstractContextManager, clients: Clients, seconds: float) -> None:
    """A fault that lasts for so many seconds, and until a visitor met it."""
    with fault:
        met = clients.answers["503"]
        time.sleep(seconds)
        wait_until(lambda: clients.answers["503"] > met, "a visitor was asked to try again")


def kill_web(site: Site) -> None:
    """The whole web server, which is started again at once, or one of its workers, which the server replaces.

    Returns when it answers again, so that a slow machine has something to lose at the next kill.
    """
    if random.random() < 0.5:
        site.web.kill_a_child()
    else:
        site.web.kill()
        site.web.start()
    site.wait_until_it_answers()


def kill_jobs(site: Site) -> None:
    """The job loop, which is started again at once; returns when it sends again."""
    site.jobs.kill()
    accepted = site.mail_server.accepted
    site.jobs.start()
    wait_until(lambda: site.mail_server.accepted > accepted, "the job loop sends again")
