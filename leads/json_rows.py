"""Rows of a child table as one text, read along with their parent: a query less, and nothing to make records of."""

from django.db.models import Aggregate, OuterRef, QuerySet, Subquery, TextField
from django.db.models.functions import JSONArray


class JSONRows(Aggregate):
    """A JSON array of what each row holds, in no order; as text, which Django does not read."""

    function = "JSON_GROUP_ARRAY"
    output_field = TextField()

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(
            compiler, connection, function="JSON_AGG", template="%(function)s(%(expressions)s)::text", **context
        )


def children_as_text(children: QuerySet, parent: str, *fields: str) -> Subquery:
    """`[[…], …]`: these fields of all children of a record, by the name of their key to it; NULL where it has none."""
    of_parent = children.filter(**{parent: OuterRef("pk")}).order_by().values(parent)
    return Subquery(of_parent.values(as_text=JSONRows(JSONArray(*fields))))
