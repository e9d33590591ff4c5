"""Reads how PostgreSQL answers queries: which tables it reads whole."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

WATCHED = {"leads_lead", "leads_enquiry"}
"""Tables that grow with every visitor."""


@contextmanager
def values_in_the_sql() -> Iterator[None]:
    """Have queries sent with their values in them, so that what was captured of them can be explained."""
    connection.ensure_connection()
    before = connection.connection.prepare_threshold
    connection.connection.prepare_threshold = None
    try:
        yield
    finally:
        connection.connection.prepare_threshold = before


def sequential_scans(queries: list[dict[str, str]]) -> list[str]:
    """What the plans of captured queries read whole, as "table: query"."""
    found = []
    for query in queries:
        sql = query["sql"]
        if sql.startswith("SELECT"):
            found += [f"{name}: {sql[:300]}" for name in sorted(scanned(explain(sql)) & WATCHED)]
    return found


def explain(sql: str) -> dict:
    """The plan of a query."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        [[plan]] = cursor.fetchall()
    return (json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]


def scanned(plan: dict) -> set[str]:
    """The tables that a plan reads whole."""
    own = {plan["Relation Name"]} if plan["Node Type"] == "Seq Scan" else set()
    return own.union(*map(scanned, plan.get("Plans", [])))
