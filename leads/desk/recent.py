"""Searches that no index serves: the newest rows are read in turn, and older ones are found by what names them."""

from datetime import datetime

from django.db.models import Q, QuerySet

HIT_LIMIT = 1_000
"""Rows that a search finds at most."""


def recent_hits(rows: QuerySet, found: Q, *, since: datetime | None, by: str, named: Q) -> list[int]:
    """The keys of the newest rows that are `found`: since that moment, or, however old, among those that are `named`.

    `by` is the column of their time; `named` must be what an index finds, and nothing where it is empty.
    """
    matching = rows.select_related(None).filter(found)
    lately = matching.filter(**{f"{by}__gte": since}) if since else matching
    older = newest(matching.filter(named), by) if named else []
    return list(dict.fromkeys([*newest(lately, by), *older]))


def nth_newest(rows: QuerySet, place: int, by: str) -> datetime | None:
    """The time of the row at that place, counted from the newest; None where there are not so many."""
    return rows.order_by(f"-{by}", "-pk").values_list(by, flat=True)[place:].first()


def newest(rows: QuerySet, by: str) -> list[int]:
    return list(rows.order_by(f"-{by}", "-pk").values_list("pk", flat=True)[:HIT_LIMIT])
