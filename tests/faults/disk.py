"""A disk of its own for the database, which other files fill to its last byte."""

import subprocess
import threading
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.faults.database import SQLite

MEGABYTES = 96


class SmallDisk:
    """A file system in memory, mounted on `folder`."""

    scenario = f"disk full (file system of {MEGABYTES} MB)"

    def __init__(self, folder: Path):
        self.folder = folder

    @contextmanager
    def full(self):
        """Something else takes every byte that there is, also those that come free meanwhile."""
        is_over = threading.Event()
        thread = threading.Thread(target=self.fill, args=(is_over,))
        thread.start()
        try:
            yield
        finally:
            is_over.set()
            thread.join()

    def fill(self, is_over: threading.Event) -> None:
        """Grow a file until it is over, then remove it."""
        ballast = self.folder / "ballast"
        with ballast.open("wb", buffering=0) as file:
            while not is_over.wait(0.02):
                for size in (1 << 20, 4096):
                    with suppress(OSError):
                        while file.write(bytes(size)):
                            pass
        ballast.unlink()


class DiskInName:
    """Stands for a disk where this user may mount none, and says so in the table."""

    scenario = "disk full (may not mount one here: max_page_count)"

    def __init__(self, database: SQLite):
        self.full = database.at_its_most_pages


def mount(folder: Path) -> bool:
    """Put a small file system on a folder; False where this user may not."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "faults", str(folder)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def unmount(folder: Path) -> None:
    """Take it away, also while something still looks at it."""
    subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S607
