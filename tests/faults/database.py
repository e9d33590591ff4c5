"""The two databases, each in a folder of its own, so that they can be stopped, locked and filled."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg

from tests.faults import programs
from tests.faults.waiting import PATIENCE, free_port

OWNER = "postgres"
"""PostgreSQL does not run as root; then it runs as this user."""


class SQLite:
    """A file."""

    name = "SQLite"

    def __init__(self, folder: Path):
        self.folder = folder
        self.path = folder / "db.sqlite3"

    @property
    def url(self) -> str:
        """What the site is told."""
        return f"sqlite:///{self.path}"

    def close(self) -> None:
        """Nothing runs."""

    def rows(self, sql: str) -> list[tuple]:
        """The rows of a query, or none of a statement that changes something."""
        with closing(sqlite3.connect(self.path, timeout=PATIENCE)) as connection, connection:
            return connection.execute(sql).fetchall()

    def move_to(self, folder: Path) -> None:
        """Go to another folder while nobody uses it."""
        target = folder / self.path.name
        self.rows(f"VACUUM INTO '{target}'")
        for path in self.path.parent.glob(f"{self.path.name}*"):
            path.unlink()
        self.path = target

    @contextmanager
    def at_its_most_pages(self):
        """It may not add a page to its file; see `settings`."""
        limit = self.folder / "pages"
        limit.write_text(str(self.rows("PRAGMA page_count")[0][0]))
        try:
            yield
        finally:
            limit.unlink()

    @contextmanager
    def locked(self):
        """Another program writes and does not come to an end."""
        with closing(sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield
            connection.execute("ROLLBACK")


class PostgreSQL:
    """A server of its own on a port of its own."""

    name = "PostgreSQL"

    def __init__(self, folder: Path):
        """`folder` is for this user alone, so the server has another."""
        self.programs = programs.postgresql()
        self.folder = Path(tempfile.mkdtemp(prefix="faults-"))
        self.port = free_port()
        self.url = f"postgres://faults@127.0.0.1:{self.port}/postgres"
        if os.geteuid() == 0:
            shutil.chown(self.folder, OWNER)
        self.run("initdb", "-U", "faults", "-A", "trust", "-E", "UTF8", "--no-instructions")
        self.start()

    def run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs on this server's folder."""
        owner = ["runuser", "-u", OWNER, "--"] if os.geteuid() == 0 else []
        command = [*owner, str(self.programs / program), "-D", str(self.folder), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c timezone=UTC"
        self.run("pg_ctl", "-w", "-t", str(PATIENCE), "-l", str(self.folder / "log"), "-o", options, "start")

    @property
    def pid(self) -> int:
        """Of the server, which belongs to no other process."""
        return int((self.folder / "postmaster.pid").read_text().split()[0])

    def stop(self) -> None:
        """Stop like a power cut: nothing is finished, nothing is written down in order."""
        self.run("pg_ctl", "-w", "-t", str(PATIENCE), "-m", "immediate", "stop")

    @contextmanager
    def stopped(self):
        """It is away, and comes back."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    def close(self) -> None:
        """Stop for good."""
        self.stop()
        shutil.rmtree(self.folder)

    def rows(self, sql: str) -> list[tuple]:
        """The rows of a query, or none of a statement that changes something."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            cursor = connection.execute(sql)
            return cursor.fetchall() if cursor.description else []
