"""The site under test: its web server and its job loop, as real processes that can be killed."""

import os
import random
import shlex
import signal
import subprocess
import sys
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from tests.faults.database import PostgreSQL, SQLite
from tests.faults.mail_server import MailServer
from tests.faults.waiting import PATIENCE, free_port, wait_until

ROOT = Path(__file__).resolve().parents[2]


class Process:
    """A command in a process group of its own; what it says is kept in a file."""

    def __init__(self, command: list[str], environment: dict[str, str], log: Path):
        self.command, self.environment, self.log = command, environment, log
        self.running: subprocess.Popen | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.running = subprocess.Popen(
                self.command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )

    def kill(self) -> None:
        """SIGKILL to the process and all that it started."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Let it finish what it does."""
        if self.running:
            self._end(signal.SIGTERM)

    def check(self) -> None:
        """RuntimeError when it ended by itself, which no fault excuses."""
        if self.running and self.running.poll() is not None:
            raise RuntimeError(f"{self.command} ended by itself: {self.log.read_text()[-5000:]}")

    def kill_a_child(self) -> None:
        """SIGKILL to one of the processes that it started, if it has any by now."""
        pid = self.running.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        if children:
            with suppress(ProcessLookupError):
                os.kill(int(random.choice(children)), signal.SIGKILL)

    def _end(self, number: int) -> None:
        self.check()
        running, self.running = self.running, None
        os.killpg(running.pid, number)
        running.wait(timeout=PATIENCE)


class Site:
    """A clinic with one page and one form, on a database and a mail server."""

    def __init__(self, folder: Path, database: SQLite | PostgreSQL, mail_server: MailServer):
        self.folder, self.database, self.mail_server = folder, database, mail_server
        self.port = free_port()
        jobs = [sys.executable, "manage.py", "run_lead_jobs", "--loop", "--interval", "0.2"]
        self.web = Process(web_command(self.port), {}, folder / "web.log")
        self.jobs = Process(jobs, {}, folder / "jobs.log")

    @property
    def environment(self) -> dict[str, str]:
        """What each of its processes is told."""
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "SECRET_KEY": "for-faults-only-" + "x" * 50,
            "ALLOWED_HOSTS": "127.0.0.1,localhost",
            "DEMO_SITE": "on",
            "VAR_DIR": str(self.folder),
            "DATABASE_URL": self.database.url,
            "REDIS_URL": "",
            "EMAIL_URL": f"smtp://127.0.0.1:{self.mail_server.port}",
            "PORT": str(self.port),
        }

    def make(self) -> None:
        """Make the database's tables and the content."""
        self.manage("migrate", "--verbosity", "0")
        self.change("make")

    def start(self, **environment: str) -> None:
        """Start both processes, which are told this too."""
        self.web.environment = self.jobs.environment = {**self.environment, **environment}
        self.web.start()
        self.jobs.start()
        self.wait_until_it_answers()

    def stop(self) -> None:
        """End both processes in order."""
        self.web.stop()
        self.jobs.stop()

    def restart(self, **environment: str) -> None:
        """End both in order and start them; they are told this too."""
        self.stop()
        self.start(**environment)

    def move_database(self, folder: Path) -> None:
        """Put the database's file elsewhere, and go on."""
        self.stop()
        self.database.move_to(folder)
        self.start()

    def manage(self, *arguments: str) -> None:
        """Run a management command."""
        subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=self.environment, check=True)

    def change(self, *steps: str) -> None:
        """Make the content, or change it step by step; see `site_content`."""
        command = [sys.executable, "-m", "tests.faults.site_content", *steps]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True)

    def get(self, path: str) -> str:
        """What a visitor without cookies is shown."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.request("GET", path)
            return connection.getresponse().read().decode()

    def answers(self) -> bool:
        """Whether the page with the form is shown."""
        self.web.check()
        try:
            return "data-leads-form" in self.get("/microneedling/")
        except (OSError, HTTPException):
            return False

    def wait_until_it_answers(self) -> None:
        """Until the page with the form is shown."""
        wait_until(self.answers, f"the site is there (see {self.web.log})")


def web_command(port: int) -> list[str]:
    """The web server of the Procfile."""
    line = next(line for line in (ROOT / "Procfile").read_text().splitlines() if line.startswith("web:"))
    program, *arguments = shlex.split(line.removeprefix("web:").replace("${PORT:-8000}", str(port)))
    return [str(Path(sys.executable).parent / program), *arguments]
