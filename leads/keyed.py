"""Records by their keys, by queries that are written once although the number of keys is not known then."""

from collections.abc import Callable, Collection
from functools import cache
from itertools import zip_longest

from django.db.models import BigIntegerField, Field, QuerySet

from leads.prepared import Parameter, Prepared

FEW, NOBODY = 8, 0
"""A query has room for a multiple of so many keys; what stays free holds the key of no record."""


def room_for(keys: Collection[int]) -> int:
    """How many parameters a query for these keys has."""
    return -(-len(keys) // FEW) * FEW


def key_parameters(room: int, field: Field | None = None) -> list[Parameter]:
    """The parameters of a query for so many keys."""
    return [Parameter(_name(place), field or BigIntegerField()) for place in range(room)]


def key_values(keys: Collection[int]) -> dict[str, int]:
    """What the query is given for them."""
    return {_name(place): key for place, key in zip_longest(range(room_for(keys)), keys, fillvalue=NOBODY)}


def by_key(records: Callable[[], QuerySet], keys: Collection[int]) -> dict[int, object]:
    """Those of the records that have these keys, in one query."""
    if not keys:
        return {}
    return {record.pk: record for record in keyed(records, room_for(keys)).all(**key_values(keys))}


@cache
def keyed(records: Callable[[], QuerySet], room: int) -> Prepared:
    """The query for so many records at most; such as are chosen in blocks, so they seldom change."""
    return Prepared(lambda: with_keys(records().order_by(), room), keeps_records=True)


def with_keys(records: QuerySet, room: int, name: str = "pk") -> QuerySet:
    """As far as they have one of so many keys."""
    return records.filter(**{f"{name}__in": key_parameters(room)})


def _name(place: int) -> str:
    return f"key_{place}"
