"""Puts the rows that migrations made back after a transaction test.

Django empties every table after such a test. The root page, the locale, the collections and the groups would be gone
for all tests that follow, and, since the database is kept, for the next run too.
"""

from contextlib import contextmanager

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.test import TransactionTestCase

Rows = dict[str, tuple[list[str], list[tuple]]]


@contextmanager
def migrated_rows_come_back():
    """While this is entered, a transaction test leaves the database as the first of them found it."""
    kept: list[Rows] = []
    set_up = TransactionTestCase._fixture_setup.__func__

    @classmethod
    def remember_then_set_up(cls):
        if not kept:
            kept.append(all_rows())
        set_up(cls)

    def empty_then_restore(self):
        # Without post_migrate: it would make permissions and content types anew, under other keys.
        call_command("flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True)
        insert_rows(kept[0])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_setup", remember_then_set_up)
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_then_restore)
        yield


def all_rows() -> Rows:
    """The columns and rows of every table of a model that has any."""
    quote = connection.ops.quote_name
    rows: Rows = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.django_table_names(only_existing=True, include_views=False):
            cursor.execute(f"SELECT * FROM {quote(table)}")
            columns = [column[0] for column in cursor.description]
            if found := cursor.fetchall():
                rows[table] = columns, found
    return rows


@transaction.atomic
def insert_rows(rows: Rows) -> None:
    """Insert rows as they were, and let new ones be numbered behind them.

    Foreign keys are looked at when the transaction ends, so the order of tables is free.
    """
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for table, (columns, values) in rows.items():
            names = ", ".join(map(quote, columns))
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {quote(table)} ({names}) VALUES ({places})", values)
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(statement)
