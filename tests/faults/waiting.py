"""Waiting for what will be so, never for a time that should be enough; and ports that stay free meanwhile."""

import random
import socket
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 300
"""Seconds after which waiting is given up; a busy machine is no failure."""

LOCAL = "127.0.0.1"
OUTGOING_PORTS = Path("/proc/sys/net/ipv4/ip_local_port_range")


def wait_until(is_so: Callable[[], object], what: str, *, seconds: float = PATIENCE) -> None:
    """Return as soon as it is so; TimeoutError with what was waited for."""
    ends_at = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > ends_at:
            raise TimeoutError(f"Waited for {seconds:.0f} s, and still not so: {what}")
        time.sleep(0.1)


def free_port() -> int:
    """A port of this machine that nobody listens on now.

    It is below those that outgoing connections get: while a killed server is away, one of these could take its port.
    """
    below = max(int(OUTGOING_PORTS.read_text().split()[0]), 20_000)
    while True:
        port = random.randrange(10_000, below)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOCAL, port))
            except OSError:
                continue
            return port


def listens(port: int) -> bool:
    """Whether something of this machine takes connections there."""
    with socket.socket() as probe:
        return probe.connect_ex((LOCAL, port)) == 0
