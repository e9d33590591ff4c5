"""Rows whose INSERT is written once: Django writes it anew for every row, which takes longer than storing it.

Only for what an enquiry stores, which its visitor waits for; the SQL is that of SQLite and PostgreSQL.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import connections, models, router, transaction
from django.db.models.signals import post_save, pre_save

from leads.prepared import cursor_of

M = TypeVar("M", bound=models.Model)

AS_THEY_ARE = frozenset({str, int, bool, type(None)})
"""Types whose values are given to the database as they are, except for a field of JSON."""


def insert(row: M) -> M:
    """Store a new row as `Model.save` would, with its signals, and give it its key.

    A `save()` of the model's own is not called: it must do nothing to a new row that the caller does not do.
    """
    database = router.db_for_write(type(row), instance=row)
    signal = {"sender": type(row), "instance": row, "raw": False, "using": database, "update_fields": None}
    pre_save.send(**signal)
    with cursor_of(connections[database]) as cursor:
        cursor.execute(f"{statement(type(row), 1)} RETURNING {key_column(type(row))}", parameters([row], database))
        row.pk = cursor.fetchone()[0]
    row._state.adding, row._state.db = False, database
    post_save.send(**signal, created=True)
    return row


def insert_all(rows: Sequence[models.Model], *, ignores_conflicts: bool = False) -> None:
    """Store new rows of one model as `bulk_create` would, without signals and without giving them their keys."""
    if not rows:
        return
    model = type(rows[0])
    database = router.db_for_write(model)
    most = connections[database].ops.bulk_batch_size([field for field, _plain in columns(model)], rows)
    end = " ON CONFLICT DO NOTHING" if ignores_conflicts else ""
    with transaction.atomic(database, savepoint=False), cursor_of(connections[database]) as cursor:
        for batch in (rows[start : start + most] for start in range(0, len(rows), most)):
            cursor.execute(statement(model, len(batch)) + end, parameters(batch, database))


def parameters(rows: Sequence[models.Model], database: str) -> list:
    """The values of rows, one row after the other, as the database is given them."""
    connection = connections[database]
    values = []
    for row in rows:
        for field, plain in columns(type(row)):
            value = getattr(row, field.attname)
            values.append(value if type(value) in plain else field.get_db_prep_save(value, connection))
    return values


@cache
def columns(model: type[models.Model]) -> list[tuple[models.Field, frozenset[type[Any]]]]:
    """The fields that a new row has values for, each with the types that need no preparation."""
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    return [(field, frozenset() if isinstance(field, models.JSONField) else AS_THEY_ARE) for field in fields]


@cache
def statement(model: type[models.Model], rows: int) -> str:
    """The INSERT of so many rows; tables and columns have names that both databases quote alike."""
    names = ", ".join(f'"{field.column}"' for field, _plain in columns(model))
    row = f"({', '.join(['%s'] * len(columns(model)))})"
    return " ".join(["INSERT INTO", f'"{model._meta.db_table}"', f"({names}) VALUES", ", ".join([row] * rows)])


def key_column(model: type[models.Model]) -> str:
    """The column of the primary key."""
    return f'"{model._meta.pk.column}"'
