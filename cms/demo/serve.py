"""Starts the demo on this machine: `python -m cms.demo.serve`, which `make run` calls.

Everything it makes lies in `var/`: keys, database, pictures, mail. A second start finds it there and changes nothing.
"""

import os
import secrets
import socket
import subprocess
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]


def main() -> None:
    """Prepare `var/`, migrate, load the demo once, then become the process that runs web and jobs."""
    port = os.environ.get("PORT", "8000")
    if not port.isdigit() or not 0 < int(port) < 65_536:
        sys.exit(f"PORT is a number from 1 to 65535, not “{port}”.")
    if port_is_taken(port):
        sys.exit(f"Port {port} is in use. Stop what uses it, or choose another: make run PORT=8001")
    var_dir = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))
    environment = {**os.environ, **demo_environment(var_dir), "BASE_URL": f"http://127.0.0.1:{port}"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment.get('PATH', '')}"
    is_first_start = not (var_dir / "demo-logins.txt").exists()
    load_demo = ["load_demo", "--leads=40"] if is_first_start else ["load_demo"]
    for command in (["migrate", "--verbosity=0"], ["collectstatic", "--no-input", "--verbosity=0"], load_demo):
        subprocess.run([sys.executable, "manage.py", *command], cwd=BASE_DIR, env=environment, check=True)
    print_address(port)
    honcho = [sys.executable, "-m", "honcho", "start", "--port", port]
    os.chdir(BASE_DIR)
    os.execve(sys.executable, honcho, environment)


def demo_environment(var_dir: Path) -> dict[str, str]:
    """Settings of the demo; the secret key is made once and kept in `var/`, readable by its owner alone."""
    var_dir.mkdir(parents=True, exist_ok=True)
    key_file = var_dir / "secret-key"
    if not key_file.exists():
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
    sys.stdout.write(f"\n  Site   http://127.0.0.1:{port}/\n  Admin  http://127.0.0.1:{port}/admin/\n")
    sys.stdout.write("  Stop with Ctrl+C.\n\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
