"""The sites that are compared: each is what gunicorn serves under the Procfile's command, on a port of its own."""

import os
import subprocess
import sys
import time
from http.client import HTTPException
from pathlib import Path

from tests.bench.cpu import seconds_of_tree
from tests.bench.databases import Database
from tests.bench.load import request
from tests.faults.site import ROOT, Process, web_command
from tests.faults.waiting import free_port


class Site:
    """A site with its database; a subclass says which settings, which content and which WSGI module."""

    settings: str
    content: str
    wsgi: str

    def __init__(self, folder: Path, database: Database, **environment: str):
        self.folder, self.database, self.port = folder, database, free_port()
        folder.mkdir(parents=True, exist_ok=True)
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": self.settings,
            "SECRET_KEY": "for-the-bench-only-" + "x" * 50,
            "ALLOWED_HOSTS": "127.0.0.1,localhost",
            "DEMO_SITE": "on",
            "VAR_DIR": str(folder),
            "DATABASE_URL": database.url,
            "REDIS_URL": "",
            "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)]),
            **environment,
        }

    def prepare(self) -> None:
        """Make tables and content."""
        self.run("django", "migrate", "--verbosity", "0")
        self.run(self.content)

    def command(self) -> list[str]:
        """The web server of the Procfile, for this site."""
        return [part.replace("cms.wsgi", self.wsgi) for part in web_command(self.port)]

    def start(self, path: str) -> None:
        """Start the web server; returns when it shows the page at `path`."""
        self.web = Process(self.command(), self.environment, self.folder / "web.log")
        self.web.start()
        self.wait_for(path)

    def stop(self) -> None:
        """Stop the web server."""
        self.web.stop()

    def seconds(self) -> float:
        """Processor time of the web processes so far."""
        return seconds_of_tree(self.web.running.pid)

    def run(self, module: str, *arguments: str) -> None:
        """Run a Python module with the site's settings."""
        subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, env=self.environment, check=True)

    def wait_for(self, path: str) -> None:
        """Until a page is shown; an error after a minute."""
        for _attempt in range(120):
            try:
                if request(self.port, path).status == 200:
                    return
            except (OSError, HTTPException):
                pass
            time.sleep(0.5)
        raise RuntimeError(f"The site did not start; see {self.folder}")
