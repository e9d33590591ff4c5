"""Queries whose SQL is written once a thread: Django writes it anew at every use, which takes longer than the answer.

Only for the way of an enquiry into the database, which every visitor waits for; a query for staff needs none of this.
"""

import threading
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property, lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.models import Expression, Field, IntegerField, Model, QuerySet, Subquery
from django.db.models.base import ModelState
from django.db.models.fields.files import FieldFile
from django.db.models.query import get_related_populators
from django.db.models.sql import Query

MOST_KEPT = 512
"""Records that a query for what seldom changes keeps, in every thread."""


class Parameter(Expression):
    """Stands in a prepared query for a value that is given at each use; not for lookups that rewrite their value."""

    def __init__(self, name: str, output_field: Field) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]


class Prepared:
    """The query that `build` makes, with a `Parameter` wherever a value is not known yet.

    It is one for records, with those that `select_related` names, or one of `values_list`; nothing is prefetched.

    `keeps_records` is for what seldom changes: a row that came before is not made a record again. The row is read every
    time and is what a record is kept by, so none is ever out of date; who asks gets one of their own.
    """

    def __init__(self, build: Callable[[], QuerySet], *, keeps_records: bool = False) -> None:
        self.build = build
        self.keeps_records = keeps_records
        self.plans = threading.local()

    def all(self, **values: Any) -> list:
        """What the queryset holds with these values."""
        plan = self.plan(self.queryset.db)
        given = [value_of(parameter, values, plan.connection) for parameter in plan.parameters]
        with cursor_of(plan.connection) as cursor:
            cursor.execute(plan.sql, given)
            return plan.read(cursor.fetchall())

    def first(self, **values: Any) -> Any:
        """The first of them, or None; their order, and that one is enough, is said by the query itself."""
        return next(iter(self.all(**values)), None)

    def plan(self, alias: str) -> "Plan":
        """That of this thread's connection."""
        known, connection = self.plans.__dict__, connections[alias]
        if alias not in known or known[alias].connection is not connection:
            known[alias] = Plan(self.queryset, alias, keeps_records=self.keeps_records)
        return known[alias]

    @cached_property
    def queryset(self) -> QuerySet:
        """Made at the first use, when all models are there."""
        return self.build()


class PreparedAnswers(Prepared):
    """Several questions in one statement: `build` gives an expression for each, which reads tables of its own."""

    def __init__(self, build: Callable[[], dict[str, Expression]]) -> None:
        super().__init__(lambda: answers(build()))


class CountOf(Subquery):
    """How many rows a queryset has."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


class Plan:
    """What Django works out at every use: the SQL, and how to read the answer."""

    def __init__(self, queryset: QuerySet, alias: str, *, keeps_records: bool) -> None:
        # A copy: Django changes a query while it writes its SQL, and another thread may do the same.
        self.compiler = queryset.query.clone().get_compiler(using=alias)
        self.connection = connections[alias]
        self.sql, self.parameters = self.compiler.as_sql()
        self.converters = self.compiler.get_converters([column for column, *_rest in self.compiler.select])
        self.records = Records(self.compiler, alias) if queryset._fields is None and self.compiler.klass_info else None
        self.known = lru_cache(MOST_KEPT)(self.read_one)
        self.read = self.recall if keeps_records else self.read_anew

    def read_anew(self, rows: list[tuple]) -> list:
        """The records, or the values, of an answer."""
        if rows and self.converters:
            rows = map(tuple, self.compiler.apply_converters(rows, self.converters))
        return self.records.read(rows) if self.records else list(rows)

    def read_one(self, row: tuple[Hashable, ...]) -> Model:
        """The record of a row."""
        return name_files(self.read_anew([row])[0])

    def recall(self, rows: list[tuple[Hashable, ...]]) -> list[Model]:
        """A copy of the record of each row."""
        return [copy_of(self.known(row)) for row in rows]


class Records:
    """Makes records of rows, as iterating over a queryset does."""

    def __init__(self, compiler, alias: str) -> None:
        info, self.alias = compiler.klass_info, alias
        self.model = info["model"]
        self.own = slice(info["select_fields"][0], info["select_fields"][-1] + 1)
        self.names = [column.target.attname for column, *_rest in compiler.select[self.own]]
        self.annotations = [
            (name, place)
            for name, place in compiler.annotation_col_map.items()
            if not self.own.start <= place < self.own.stop
        ]
        self.related = get_related_populators(info, compiler.select, alias)

    def read(self, rows: Iterable[tuple]) -> list:
        """A record for each row, with its related records."""
        return [self.record(row) for row in rows]

    def record(self, row: tuple) -> Any:
        """One row as a record."""
        record = self.model.from_db(self.alias, self.names, row[self.own])
        for name, place in self.annotations:
            setattr(record, name, row[place])
        for populator in self.related:
            populator.populate(row, record)
        return record


def answers(expressions: dict[str, Expression]) -> QuerySet:
    """One row of values that belong to no table."""
    query = Query(None)
    for name, expression in expressions.items():
        query.add_annotation(expression, name)
    return QuerySet(query=query, using=DEFAULT_DB_ALIAS)


def cursor_of(connection: BaseDatabaseWrapper) -> CursorWrapper:
    """A cursor for SQL that is the same at every use.

    PostgreSQL plans it once a connection where the host lets psycopg prepare statements, by Django's own option
    `prepare_threshold`: for that the values must not stand in the SQL, where Django puts them.
    """
    cursor = connection.cursor()
    if getattr(connection.connection, "prepare_threshold", None) is not None:
        cursor.cursor = psycopg_cursor(connection.connection)
    return cursor


def psycopg_cursor(connection) -> Any:
    """Django's cursor for `server_side_binding`; on other databases its module cannot be imported."""
    from django.db.backends.postgresql.base import ServerBindingCursor

    return ServerBindingCursor(connection)


def value_of(parameter: Any, values: dict[str, Any], connection) -> Any:
    """What the database is given for a parameter; whatever else stands among them is a value of the query's own."""
    if isinstance(parameter, Parameter):
        return parameter.output_field.get_db_prep_value(values[parameter.name], connection)
    return parameter


def copy_of(record: Model, copies: dict[int, Model] | None = None) -> Model:
    """A record of the same values that knows copies of the same related ones: what one thread changes is its own.

    `copies` are those made so far, since a record may be related to one that leads back to it.
    """
    copies = {} if copies is None else copies
    if id(record) in copies:
        return copies[id(record)]
    twin = copies[id(record)] = record.__class__.__new__(record.__class__)
    twin.__dict__ = {**record.__dict__, "_state": ModelState()}
    twin._state.db, twin._state.adding = record._state.db, False
    twin._state.fields_cache = {
        name: copy_of(related, copies) if isinstance(related, Model) else related
        for name, related in record._state.fields_cache.items()
    }
    return twin


def with_related(record: Model, found: dict[int, Model] | None = None) -> dict[int, Model]:
    """The record and all that it is related to as far as it was read, by identity."""
    found = {} if found is None else found
    if isinstance(record, Model) and id(record) not in found:
        found[id(record)] = record
        for related in record._state.fields_cache.values():
            with_related(related, found)
    return found


def name_files(record: Model) -> Model:
    """Leave the names where files were, of which each copy then makes its own: one opens it while another closes it."""
    for one in with_related(record).values():
        one.__dict__.update({name: file.name for name, file in one.__dict__.items() if isinstance(file, FieldFile)})
    return record
