"""How the processes are started: by systemd, and in containers."""

import os
import re
import shutil
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection

import pytest
from django.core.management import get_commands

from tests.deploy.edge import PAGE, ROOT
from tests.faults.site import Process
from tests.faults.waiting import LOCAL

COMPOSE = ROOT / "deploy/compose"
HARDENED = {"NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=", "PrivateTmp=yes"}
ACTIVATED = "LISTEN_PID=$$ LISTEN_FDS=1 exec gunicorn cms.wsgi --config deploy/gunicorn.conf.py"
"""What systemd does for a service with a socket: it is handed over as descriptor 3."""


@pytest.fixture
def units(tmp_path):
    """The rendered units, for a user and programs that exist here."""
    programs = tmp_path / "app/.venv/bin"
    programs.mkdir(parents=True)
    for name in ("gunicorn", "python"):
        (programs / name).symlink_to(sys.executable)
    environment = {"PATH": os.environ["PATH"], "APP_DIR": str(tmp_path / "app"), "APP_USER": "daemon"}
    command = [sys.executable, "deploy/render.py", "systemd", str(tmp_path / "units")]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return sorted((tmp_path / "units").iterdir())


def test_systemd_takes_the_units(units):
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("systemd is not installed here")
    result = subprocess.run([program, "verify", *units], capture_output=True, text=True, check=False)
    said = [line for line in result.stderr.splitlines() if "clinic-" in line]
    assert (result.returncode, said) == (0, [])


def test_every_service_is_hardened_and_runs_a_command_that_exists(units):
    services = [unit.read_text() for unit in units if unit.suffix == ".service"]
    assert len(services) == 3
    for text in services:
        assert set(text.splitlines()) >= HARDENED
        assert "User=daemon" in text
    commands = {name for text in services for name in re.findall(r"manage\.py (\w+)", text)}
    assert commands == {"run_lead_jobs", "run_content_jobs"}
    assert commands <= get_commands().keys()


def test_nobody_is_refused_while_the_site_is_replaced(running_edge):
    web = running_edge.web
    with closing(socket.create_server((LOCAL, 0), backlog=2048)) as held:
        port = held.getsockname()[1]
        command = ["sh", "-c", f"{ACTIVATED} 3<&0 0</dev/null"]
        site = SocketProcess(command, web.environment, web.folder / "activated.log", held)
        with ThreadPoolExecutor(8) as visitors:
            site.start()
            first = [visitors.submit(status, port) for _visitor in range(4)]
            assert [answer.result() for answer in first] == [200] * 4
            site.stop()
            waiting = [visitors.submit(status, port) for _visitor in range(4)]
            site.start()
            assert [answer.result() for answer in waiting] == [200] * 4
        site.stop()


class SocketProcess(Process):
    """A process that gets a socket which listens already, and outlives it."""

    def __init__(self, command, environment, log, held: socket.socket):
        path = f"{os.path.dirname(sys.executable)}{os.pathsep}{environment['PATH']}"
        super().__init__(command, {**environment, "PATH": path}, log)
        self.held = held

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.running = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env=self.environment,
                stdin=self.held,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )


def status(port: int) -> int:
    """What a visitor's request for the page is answered with."""
    with closing(HTTPConnection(LOCAL, port, timeout=60)) as connection:
        connection.request("GET", PAGE, headers={"Host": "localhost", "X-Forwarded-Proto": "https"})
        return connection.getresponse().status


def test_what_the_images_are_built_from_is_there():
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (COMPOSE / "Dockerfile").read_text(), re.MULTILINE)
    assert len(copied) > 5
    assert [path for line in copied for path in line.split() if not (ROOT / path).exists()] == []


def test_the_edge_is_told_no_secrets():
    edge = (COMPOSE / "compose.yaml").read_text().partition("\n  edge:\n")[2]
    assert "env_file: [environment]\n" in edge
    named = re.findall(r"^(\w+)=", (COMPOSE / "environment.example").read_text(), re.MULTILINE)
    assert not {"SECRET_KEY", "LEADS_ENCRYPTION_KEYS", "POSTGRES_PASSWORD", "EMAIL_URL"} & set(named)


def test_docker_takes_the_compose_file(tmp_path):
    folder = shutil.copytree(COMPOSE, tmp_path / "compose")
    for name in ("environment", "secrets"):
        shutil.copy(folder / f"{name}.example", folder / name)
    with (folder / "secrets").open("a") as secrets:
        secrets.write("POSTGRES_PASSWORD=example\n")
    docker = [shutil.which("docker") or "docker", "compose"]
    if subprocess.run([*docker, "version"], capture_output=True, check=False).returncode:
        pytest.skip("docker compose is not installed here")
    options = ["--env-file", "secrets", "config", "--quiet"]
    result = subprocess.run([*docker, *options], cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
