"""One site behind one edge for all tests, on the database that the suite runs on."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from django.core.cache import cache
from django.db import connection

from tests.deploy.edge import PAGE, Edge, Web
from tests.faults.waiting import LOCAL, free_port

APPS_OF_STAFF = ["wagtail*", "admin", "axes*"]
"""Whose static files no visitor is sent, and which take a minute to compress."""


def pytest_collection_modifyitems(items):
    """Whatever needs the edge needs the database that is made for the tests: the site runs on a copy of it."""
    for item in items:
        if "running_edge" in item.fixturenames:
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="session")
def database_url(django_db_setup, django_db_blocker, tmp_path_factory):
    """A copy of the suite's database, whose tables are there already."""
    with copied_database("edge", tmp_path_factory.mktemp("database"), django_db_blocker) as url:
        yield url


@contextmanager
def copied_database(name: str, folder: Path, blocker) -> Iterator[str]:
    """The address of a copy of the suite's database; one of SQLite lies in the folder."""
    if connection.vendor == "sqlite":
        path = folder / "db.sqlite3"
        with (
            closing(sqlite3.connect(connection.settings_dict["NAME"])) as tables,
            closing(sqlite3.connect(path)) as copy,
        ):
            tables.backup(copy)
        yield f"sqlite:///{path}"
        return
    values = connection.settings_dict
    with blocker.unblock():
        connection.close()
    copied, server = f"{values['NAME']}_{name}", server_of(values)
    statement(server, f'DROP DATABASE IF EXISTS "{copied}"')
    statement(server, f'CREATE DATABASE "{copied}" TEMPLATE "{values["NAME"]}"')
    yield f"{server}/{copied}"
    statement(server, f'DROP DATABASE "{copied}" WITH (FORCE)')


def server_of(values: dict) -> str:
    """The address of the suite's PostgreSQL server."""
    password = f":{values['PASSWORD']}" if values["PASSWORD"] else ""
    return f"postgres://{values['USER']}{password}@{values['HOST']}:{values['PORT'] or 5432}"


def statement(server: str, sql: str) -> None:
    """Run SQL that stands in no transaction."""
    with psycopg.connect(f"{server}/postgres", autocommit=True) as administrator:
        administrator.execute(sql)


@pytest.fixture(scope="session")
def running_edge(database_url, tmp_path_factory):
    """nginx and the site, both at work."""
    cache.clear()
    folder, purge_port = tmp_path_factory.mktemp("edge"), free_port()
    web = Web(tmp_path_factory.mktemp("site"), database_url, EDGE_PURGE_URLS=f"http://{LOCAL}:{purge_port}")
    edge = Edge(folder, web, purge_port)
    ignored = [option for pattern in APPS_OF_STAFF for option in ("--ignore", pattern)]
    web.run("manage.py", "collectstatic", "--no-input", "--verbosity", "0", *ignored)
    web.run("-m", "tests.deploy.content", "make", "localhost", str(edge.port))
    web.start()
    try:
        edge.start()
        yield edge
        edge.stop()
    finally:
        web.stop()


@pytest.fixture
def edge(running_edge):
    """The edge, which keeps nothing of the page yet."""
    running_edge.purge(PAGE)
    return running_edge
