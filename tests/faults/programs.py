"""Where the programs are that these tests need beside Python's."""

import shutil
from pathlib import Path

POSTGRESQL = Path("/usr/lib/postgresql")


class ProgramMissingError(Exception):
    """A program is not installed, so a fault cannot be made: that fails, it is never passed over."""

    def __init__(self, program: str, package: str) -> None:
        super().__init__(f"{program} is not installed here; `apt-get install {package}` brings it")


def nginx() -> str:
    """The path of nginx, which is not on every user's PATH."""
    if path := shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin"):
        return path
    raise ProgramMissingError("nginx", "nginx-light")


def postgresql() -> Path:
    """The folder of the newest PostgreSQL's programs."""
    if folders := sorted(POSTGRESQL.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3])):
        return folders[-1].parent
    if path := shutil.which("initdb"):
        return Path(path).parent
    raise ProgramMissingError("PostgreSQL's initdb", "postgresql")
