"""How far the counting for reports has come."""

from django.db import models


class TallyProgress(models.Model):
    """Up to which entry of timelines everything had been counted at a time; the rows are a short log of that.

    The first row has no time until the first counting of all days has come to its end.
    """

    last_activity = models.BigIntegerField(default=0)
    counted_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"counted up to #{self.last_activity}"
