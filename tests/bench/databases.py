"""A database for each site, of one kind for all of them."""

import glob
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.bench.cpu import seconds_of_tree
from tests.faults import database


class SQLite(database.SQLite):
    """A file, which the web processes themselves work on."""

    def seconds(self) -> float:
        """Processor time outside the web processes."""
        return 0.0

    def empty(self, *tables: str) -> None:
        """Delete all rows, those that point to others first."""
        for table in tables:
            self.rows(f"DELETE FROM {table}")


class PostgreSQL:
    """One database on a server that all sites share."""

    name = "PostgreSQL"

    def __init__(self, server: database.PostgreSQL, name: str):
        server.rows(f"CREATE DATABASE {name}")
        self.server = server
        self.url = f"{server.url.rpartition('/')[0]}/{name}"

    def rows(self, sql: str) -> list[tuple]:
        """The rows of a query, or none of a statement that changes something."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            cursor = connection.execute(sql)
            return cursor.fetchall() if cursor.description else []

    def seconds(self) -> float:
        """Processor time of the server with all that it started; only one site is at work at a time."""
        pid = (self.server.folder / "postmaster.pid").read_text().split()[0]
        return seconds_of_tree(int(pid))

    def empty(self, *tables: str) -> None:
        """Delete all rows."""
        self.rows(f"TRUNCATE {', '.join(tables)} CASCADE")


Database = SQLite | PostgreSQL


@contextmanager
def databases(kind: str, folder: Path, names: list[str]) -> Iterator[dict[str, Database]]:
    """A new database for each name, by name; PostgreSQL's server is one of our own."""
    if kind == SQLite.name:
        for name in names:
            (folder / name).mkdir(parents=True)
        yield {name: SQLite(folder / name) for name in names}
        return
    server = database.PostgreSQL(folder)
    try:
        yield {name: PostgreSQL(server, name) for name in names}
    finally:
        server.close()


def kinds() -> list[str]:
    """The kinds of databases that this machine can run."""
    has_server = glob.glob("/usr/lib/postgresql/*/bin/pg_ctl")
    return [SQLite.name, *([PostgreSQL.name] if has_server else [])]
