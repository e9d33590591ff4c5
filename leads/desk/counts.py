"""Counts that cost the same however much there is to count."""

from django.contrib.auth import get_user_model
from django.db.models import IntegerField, QuerySet, Subquery, Value

COUNT_LIMIT = 999
"""Counts are exact up to here; a bigger one is shown as 999+ and costs no more than this one."""


class CappedCount(Subquery):
    """How many rows a queryset has, counting no further than one past COUNT_LIMIT.

    They are counted in the queryset's order, which must be that of an index: without one PostgreSQL reads the table
    from its beginning, where the oldest rows are, until it has found enough.
    """

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS capped)"
    output_field = IntegerField()

    def __init__(self, queryset, **extra):
        super().__init__(queryset.values(counted=Value(1))[: COUNT_LIMIT + 1], **extra)


def count_capped(parts: dict[str, QuerySet], *, user) -> dict[str, int]:
    """How much each part holds, in one query; past COUNT_LIMIT all count the same. `user` is only the row to ask."""
    counts = {f"n_{name}": CappedCount(part) for name, part in parts.items()}
    row = get_user_model()._default_manager.filter(pk=user.pk).values(**counts).get()
    return {name.removeprefix("n_"): count for name, count in row.items()}


def show_count(count: int) -> str:
    """A count in words: 0 to 999, then 999+."""
    return f"{COUNT_LIMIT}+" if count > COUNT_LIMIT else str(count)
