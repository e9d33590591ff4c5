"""A Redis of the test's own, which can be ended, frozen and started again."""

import shutil
import signal
import subprocess
from pathlib import Path

from tests.faults.waiting import free_port, listens, wait_until


class RedisServer:
    """One server; what was in it is gone with it."""

    def __init__(self, folder: Path):
        self.folder, self.port = folder, free_port()
        self.running: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        program = shutil.which("redis-server")
        assert program, "redis-server is not installed here; `apt-get install redis-server` brings it"
        options = ["--port", str(self.port), "--save", "", "--appendonly", "no", "--dir", str(self.folder)]
        self.running = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL)
        wait_until(lambda: listens(self.port), "Redis listens")

    def kill(self) -> None:
        self.running.send_signal(signal.SIGCONT)
        self.running.kill()
        self.running.wait()

    def freeze(self) -> None:
        """Let it take connections and answer nothing."""
        self.running.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.running.send_signal(signal.SIGCONT)
