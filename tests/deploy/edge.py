"""The files of deploy/ at work: nginx as an operator renders it, before the site as the Procfile starts it."""

import gzip
import http.client
import os
import signal
import ssl
import struct
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import brotli
from wagtail.contrib.frontend_cache.backends import HTTPBackend

from tests.faults import programs
from tests.faults.site import ROOT, Process, web_command
from tests.faults.waiting import LOCAL, PATIENCE, free_port, listens, wait_until

PAGE = "/microneedling/"
FORM = "/enquiries/consultation/"
UNPACK = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}
TIMES = struct.Struct("3q")
"""In the file of a cached page, after its format's version: until when it is fresh, and may be used afterwards."""


@dataclass
class Answer:
    """What a visitor got."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def text(self) -> str:
        """The body as the browser shows it."""
        return UNPACK[self.headers.get("Content-Encoding", "")](self.content).decode()

    @property
    def cache(self) -> str:
        """HIT, MISS, …; "" where the edge's cache was not asked."""
        return self.headers.get("X-Cache", "")


class Web:
    """The site, which visitors reach over the edge alone."""

    def __init__(self, folder: Path, database_url: str, **environment: str):
        self.folder = folder
        self.port = free_port()
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.deploy.settings",
            "SECRET_KEY": "for-the-edge-only-" + "x" * 50,
            "ALLOWED_HOSTS": "localhost",
            "VAR_DIR": str(folder),
            "DATABASE_URL": database_url,
            "BEHIND_TLS_PROXY": "on",
            "LEADS_TRUSTED_PROXIES": LOCAL,
            **environment,
        }
        self.process = Process(web_command(self.port), self.environment, folder / "web.log")

    def run(self, *arguments: str) -> None:
        """Run Python with the site's settings."""
        subprocess.run([sys.executable, *arguments], cwd=ROOT, env=self.environment, check=True)

    def start(self) -> None:
        """Start it, and wait until it takes connections."""
        self.process.start()
        wait_until(lambda: self.process.check() or listens(self.port), f"the site listens (see {self.process.log})")

    def stop(self) -> None:
        """Stop it as a deployment would."""
        self.process.stop()

    @contextmanager
    def suspended(self):
        """It takes connections, and does not come to answer them."""
        group = self.process.running.pid
        os.killpg(group, signal.SIGSTOP)
        try:
            yield
        finally:
            os.killpg(group, signal.SIGCONT)


class Edge:
    """nginx in a folder of its own, on ports of its own."""

    def __init__(self, folder: Path, web: Web, purge_port: int):
        self.folder, self.web, self.purge_port = folder, web, purge_port
        self.port, self.plain_port = free_port(), free_port()
        self.trust = ssl.create_default_context(cafile=self.make_certificate())
        self.trust.check_hostname = True
        self.environment = {
            "ALLOWED_HOSTS": "localhost",
            "VAR_DIR": str(web.folder),
            "WEB_LISTEN": f"{LOCAL}:{web.port}",
            "EDGE_USER": "root",
            "EDGE_RUN_DIR": str(folder),
            "EDGE_LOG_DIR": str(folder),
            "EDGE_CACHE_DIR": str(folder / "cache"),
            "EDGE_HTTP_LISTEN": f"{LOCAL}:{self.plain_port}",
            "EDGE_HTTPS_LISTEN": f"{LOCAL}:{self.port}",
            "EDGE_TLS_CERTIFICATE": str(folder / "certificate.pem"),
            "EDGE_TLS_KEY": str(folder / "key.pem"),
            "EDGE_PURGE_LISTEN": f"{LOCAL}:{purge_port}",
        }

    def make_certificate(self) -> Path:
        """One that only this edge and those who ask it know of."""
        (self.folder / "cache").mkdir(parents=True)
        certificate = self.folder / "certificate.pem"
        command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        subject = ["-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
        files = ["-keyout", str(self.folder / "key.pem"), "-out", str(certificate)]
        subprocess.run([*command, *subject, *files], check=True, capture_output=True)
        return certificate

    @property
    def address(self) -> str:
        """Scheme, host and port that visitors use."""
        return f"https://localhost:{self.port}"

    def start(self) -> None:
        """Render the configuration, start, and wait until it listens."""
        configuration = render(self.folder / "conf", self.environment)
        self.process = subprocess.Popen([programs.nginx(), "-c", str(configuration), "-g", "daemon off;"])
        wait_until(lambda: self.process.poll() is not None or listens(self.port), "nginx listens")
        assert self.process.poll() is None, (self.folder / "error.log").read_text()

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)

    def ask(
        self, method: str, path: str, body: str | None = None, *, visitor: str = "127.0.0.9", **headers: str
    ) -> Answer:
        """What a visitor at an address gets; `Accept_Encoding` stands for Accept-Encoding."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPSConnection(
            "localhost", self.port, timeout=60, context=self.trust, source_address=(visitor, 0)
        )
        with closing(connection):
            connection.request(method, path, body, named)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())

    def get(self, path: str = PAGE, **headers: str) -> Answer:
        """What is shown at an address."""
        return self.ask("GET", path, **headers)

    def post(self, values: Mapping[str, str], *, path: str = FORM, **options: str) -> Answer:
        """Send a form as a browser without JavaScript does."""
        options = {"Content_Type": "application/x-www-form-urlencoded", "Accept": "text/html"} | options
        return self.ask("POST", path, urlencode(values), **options)

    def purge(self, path: str = PAGE) -> None:
        """Say what Wagtail says of a changed page."""
        HTTPBackend({"LOCATION": f"http://{LOCAL}:{self.purge_port}"}).purge(self.address + path)

    def lines(self) -> list[str]:
        """What the log says of requests since it was last looked at; nginx writes what it holds when logs rotate."""
        rotated = self.folder / "access.log.1"
        (self.folder / "access.log").rename(rotated)
        self.process.send_signal(signal.SIGUSR1)
        wait_until(lambda: not self.holds(rotated), "the old log is written")
        return rotated.read_text().splitlines()

    def holds(self, path: Path) -> bool:
        """Whether nginx has a file open."""
        workers = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        opened = [link for pid in (self.process.pid, *workers) for link in Path(f"/proc/{pid}/fd").iterdir()]
        return str(path) in {os.readlink(link) for link in opened if link.is_symlink()}

    def age_pages(self, seconds: int) -> None:
        """Make every kept page `seconds` older."""
        for path in (self.folder / "cache/pages").rglob("*"):
            if path.is_file():
                age(path, seconds)


def age(path: Path, seconds: int) -> None:
    """Move the moments in the file of a cached page into the past."""
    with path.open("r+b") as file:
        file.seek(8)
        moments = TIMES.unpack(file.read(TIMES.size))
        file.seek(8)
        file.write(TIMES.pack(*(moment and moment - seconds for moment in moments)))


def render(folder: Path, environment: Mapping[str, str]) -> Path:
    """Write the edge's configuration as an operator does; the main file."""
    command = [sys.executable, "deploy/render.py", "nginx", str(folder)]
    subprocess.run(command, cwd=ROOT, env={"PATH": os.environ["PATH"], **environment}, check=True)
    return folder / "nginx.conf"
