"""Queries whose SQL is written once a thread: Django writes it anew at every use, which takes longer than the answer.

Only for the way of an enquiry into the database, which every visitor waits for; a query for staff needs none of this.
"""

import threading
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from django.db import connections
from django.db.models import Expression, Field, QuerySet
from django.db.models.query import ModelIterable, get_related_populators


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
    """

    def __init__(self, build: Callable[[], QuerySet]) -> None:
        self.build = build
        self.plans = threading.local()

    def all(self, **values: Any) -> list:
        """What the queryset holds with these values."""
        plan = self.plan(self.queryset.db)
        given = [value_of(parameter, values, plan.connection) for parameter in plan.parameters]
        with plan.connection.cursor() as cursor:
            cursor.execute(plan.sql, given)
            return plan.read(cursor.fetchall())

    def first(self, **values: Any) -> Any:
        """The first of them, or None; their order, and that one is enough, is said by the query itself."""
        return next(iter(self.all(**values)), None)

    def plan(self, alias: str) -> "Plan":
        """That of this thread's connection."""
        known, connection = self.plans.__dict__, connections[alias]
        if alias not in known or known[alias].connection is not connection:
            known[alias] = Plan(self.queryset, alias)
        return known[alias]

    @cached_property
    def queryset(self) -> QuerySet:
        """Made at the first use, when all models are there."""
        return self.build()


class Plan:
    """What Django works out at every use: the SQL, and how to read the answer."""

    def __init__(self, queryset: QuerySet, alias: str) -> None:
        # A copy: Django changes a query while it writes its SQL, and another thread may do the same.
        self.compiler = queryset.query.clone().get_compiler(using=alias)
        self.connection = connections[alias]
        self.sql, self.parameters = self.compiler.as_sql()
        self.converters = self.compiler.get_converters([column for column, *_rest in self.compiler.select])
        is_for_records = issubclass(queryset._iterable_class, ModelIterable)
        self.records = Records(self.compiler, alias) if is_for_records else None

    def read(self, rows: list[tuple]) -> list:
        """The records, or the values, of an answer."""
        if rows and self.converters:
            rows = map(tuple, self.compiler.apply_converters(rows, self.converters))
        return self.records.read(rows) if self.records else list(rows)


class Records:
    """Makes records of rows, as iterating over a queryset does."""

    def __init__(self, compiler, alias: str) -> None:
        info, self.alias = compiler.klass_info, alias
        self.model = info["model"]
        self.own = slice(info["select_fields"][0], info["select_fields"][-1] + 1)
        self.names = [column.target.attname for column, *_rest in compiler.select[self.own]]
        self.related = get_related_populators(info, compiler.select, alias)

    def read(self, rows: Iterable[tuple]) -> list:
        """A record for each row, with its related records."""
        return [self.record(row) for row in rows]

    def record(self, row: tuple) -> Any:
        """One row as a record."""
        record = self.model.from_db(self.alias, self.names, row[self.own])
        for populator in self.related:
            populator.populate(row, record)
        return record


def value_of(parameter: Any, values: dict[str, Any], connection) -> Any:
    """What the database is given for a parameter; whatever else stands among them is a value of the query's own."""
    if isinstance(parameter, Parameter):
        return parameter.output_field.get_db_prep_value(values[parameter.name], connection)
    return parameter
