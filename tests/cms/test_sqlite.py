"""Kept connections to SQLite."""

from contextlib import closing, suppress

import pytest
from django.db import OperationalError
from django.db.utils import ConnectionHandler


@pytest.fixture
def open_database(django_db_blocker):
    """Opens a database of that name as the site's settings keep it; it is none of the test suite's."""
    with django_db_blocker.unblock():
        yield lambda name: ConnectionHandler(
            {"default": {"ENGINE": "cms.sqlite", "NAME": name, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
        )["default"]


@pytest.fixture
def database(open_database, tmp_path):
    """A connection that has been used."""
    with closing(open_database(tmp_path / "db.sqlite3")) as database:
        ask(database, "CREATE TABLE visits (number integer)")
        yield database


def ask(database, sql):
    """What a statement answers in a request of its own."""
    database.close_if_unusable_or_obsolete()
    with database.cursor() as cursor:
        return cursor.execute(sql).fetchall()


def tables(database):
    return ask(database, "SELECT name FROM sqlite_master")


def test_a_connection_is_kept_for_the_next_request(database):
    kept = database.connection
    assert tables(database) == [("visits",)]
    assert database.connection is kept


def test_a_file_that_was_deleted_is_not_written_to_any_more(database, tmp_path):
    (tmp_path / "db.sqlite3").unlink()
    assert tables(database) == []


def test_a_file_that_took_the_place_of_the_first_is_read(database, open_database, tmp_path):
    with closing(open_database(tmp_path / "other.sqlite3")) as other:
        ask(other, "CREATE TABLE restored (number integer)")
    (tmp_path / "other.sqlite3").rename(tmp_path / "db.sqlite3")
    assert tables(database) == [("restored",)]


def test_a_connection_that_met_an_error_is_not_used_again(database):
    failed = database.connection
    with suppress(OperationalError):
        ask(database, "SELECT number FROM nowhere")
    assert tables(database) == [("visits",)]
    assert database.connection is not failed


def test_a_database_in_memory_is_kept(open_database):
    with closing(open_database(":memory:")) as memory:
        ask(memory, "CREATE TABLE visits (number integer)")
        assert tables(memory) == [("visits",)]
