"""Starts the demo on this machine: `python -m cms.demo.serve`, which `make run` calls.

Everything it makes lies in `var/`: keys, database, pictures, mail. A second start finds it there and changes nothing.
"""

import os
import secrets
import socket
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connections

BASE_DIR = Path(__file__).resolve().parents[2]


def main() -> None:
    """Prepare `var/`, migrate, load the demo once, then become the process that runs web and jobs."""
    port = os.environ.get("PORT", "8000")
    if not port.isdigit() or not 0 < int(port) < 65_536:
        sys.exit(f"PORT is a number from 1 to 65535, not “{port}”.")
    if port_is_taken(port):
        sys.exit(f"Port {port} is in use. Stop what uses it, or choose another: make run PORT=8001")
    var_dir = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))
    os.environ.update(demo_environment(var_dir), BASE_URL=f"http://127.0.0.1:{port}")
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    os.chdir(BASE_DIR)
    prepare(is_first_start=not (var_dir / "demo-logins.txt").exists())
    print_address(port)
    os.execv(sys.executable, [sys.executable, "-m", "honcho", "start", "--port", port])


def prepare(*, is_first_start: bool) -> None:
    """Bring database and static files up to date; the first time also load the demo with a desk that is at work."""
    if is_first_start:
        say("Preparing the demo, about half a minute the first time ...\n")
    django.setup()
    call_command("migrate", verbosity=0)
    if static_files_changed():
        call_command("collectstatic", interactive=False, verbosity=0)
    call_command("load_demo", *(["--leads=40", "--notices"] if is_first_start else []))
    connections.close_all()


def static_files_changed() -> bool:
    """Whether any static file is newer than what was collected; collecting compresses them all and takes seconds."""
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    sources = ((storage, name) for finder in get_finders() for name, storage in finder.list([]))
    return not manifest.exists() or any(
        Path(storage.path(name)).stat().st_mtime > manifest.stat().st_mtime for storage, name in sources
    )


def demo_environment(var_dir: Path) -> dict[str, str]:
    """Settings of the demo; the secret key is made once and kept in `var/`, readable by its owner alone."""
    var_dir.mkdir(parents=True, exist_ok=True)
    key_file = var_dir / "secret-key"
    if not key_file.exists() or not key_file.read_text():
        key_file.touch(mode=0o600)
        key_file.write_text(secrets.token_urlsafe(60))
    return {
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "DEMO_SITE": "on",
        "SECRET_KEY": key_file.read_text(),
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "VAR_DIR": str(var_dir),
    }


def port_is_taken(port: str) -> bool:
    """Whether another program listens on the port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", int(port))) == 0


def print_address(port: str) -> None:
    """Where to look, and how to end it."""
    address = f"http://127.0.0.1:{port}"
    say(f"\n  Site   {address}/\n  Admin  {address}/admin/\n  Stop with Ctrl+C.\n\n")


def say(text: str) -> None:
    """Write to the terminal at once, before another process takes it over."""
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
