"""Programs beside Python that stand before or behind a site: nginx and Redis, in folders and on ports of their own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.cpu import exact_seconds_of_tree
from tests.faults import programs
from tests.faults.site import ROOT
from tests.faults.waiting import LOCAL, PATIENCE, free_port, listens, wait_until

CONFIGURATIONS = Path(__file__).parent / "nginx"
RENDER = ROOT / "deploy" / "render.py"


class Server:
    """A program that listens on a port."""

    def __init__(self, command: list[str], port: int, log: Path):
        self.port = port
        with log.open("ab") as output:
            self.process = subprocess.Popen(command, stdout=output, stderr=output)
        wait_until(lambda: self.process.poll() is not None or listens(port), f"{command[0]} listens (see {log})")
        if self.process.poll() is not None:
            raise RuntimeError(f"{command} ended by itself: {log.read_text()[-2000:]}")

    def seconds(self) -> float:
        """Processor time of the program with all its processes."""
        return exact_seconds_of_tree(self.process.pid)

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)


class Redis(Server):
    """A cache that writes nothing to the disk."""

    def __init__(self, folder: Path):
        if not (program := shutil.which("redis-server")):
            raise programs.ProgramMissingError("redis-server", "redis-server")
        port = free_port()
        options = ["--port", str(port), "--bind", LOCAL, "--save", "", "--appendonly", "no", "--dir", str(folder)]
        super().__init__([program, *options], port, folder / "redis.log")

    @property
    def url(self) -> str:
        """What a site is told."""
        return f"redis://{LOCAL}:{self.port}/0"


class Nginx(Server):
    """nginx with a configuration."""

    def __init__(self, configuration: Path, port: int, log: Path):
        super().__init__([programs.nginx(), "-c", str(configuration), "-g", "daemon off;"], port, log)


def edge(folder: Path, upstream: int) -> Nginx:
    """nginx as the project deploys it, without TLS, before a site that listens on `upstream`."""
    port = free_port()
    (folder / "cache").mkdir(parents=True)
    environment = {
        "PATH": os.environ["PATH"],
        "ALLOWED_HOSTS": f"{LOCAL},localhost",
        "VAR_DIR": str(folder),
        "WEB_LISTEN": f"{LOCAL}:{upstream}",
        "EDGE_USER": "root" if os.geteuid() == 0 else "www-data",
        "EDGE_SCHEME": "http",
        "EDGE_RUN_DIR": str(folder),
        "EDGE_LOG_DIR": str(folder),
        "EDGE_CACHE_DIR": str(folder / "cache"),
        "EDGE_HTTP_LISTEN": f"{LOCAL}:{port}",
        "EDGE_PURGE_LISTEN": f"{LOCAL}:{free_port()}",
    }
    subprocess.run([sys.executable, str(RENDER), "nginx", str(folder / "conf")], env=environment, check=True)
    return Nginx(folder / "conf" / "nginx.conf", port, folder / "nginx.log")


def plain_nginx(folder: Path, kind: str, **values: str) -> Nginx:
    """nginx as Debian ships it, with a server of one kind: `file` or `proxy_cache`."""
    port = free_port()
    folder.mkdir(parents=True, exist_ok=True)
    user = "user root;" if os.geteuid() == 0 else ""
    text = (CONFIGURATIONS / "nginx.conf").read_text()
    text = text.replace("%{SERVER}", (CONFIGURATIONS / f"{kind}.conf").read_text())
    for name, value in {"USER_LINE": user, "FOLDER": str(folder), "LISTEN": f"{LOCAL}:{port}", **values}.items():
        text = text.replace(f"%{{{name}}}", value)
    configuration = folder / "nginx.conf"
    configuration.write_text(text)
    return Nginx(configuration, port, folder / "nginx.log")
