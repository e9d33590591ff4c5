"""What others did with a lead while somebody was writing to its person, so that nobody is answered twice."""

from leads.desk.timeline import tell
from leads.models import Activity, ActivityKind, Lead
from leads.models.activity import STATUS_KINDS

TELLING = (*STATUS_KINDS, ActivityKind.CALL, ActivityKind.REPLY, ActivityKind.ASSIGNED, ActivityKind.ENQUIRY)
"""Entries that may change what one would write."""


def newest_entry(lead: Lead) -> int:
    """The key of the latest entry on the timeline, 0 where there is none; one query."""
    return lead.activities.order_by("-pk").values_list("pk", flat=True).first() or 0


def news_since(lead: Lead, seen: int, user) -> list[str]:
    """What happened after the entry `seen`, but for what the user did, in sentences."""
    later = Activity.objects.filter(lead=lead, pk__gt=seen, kind__in=TELLING).exclude(actor=user)
    return [entry.sentence for entry in tell(later.select_related("actor", "enquiry", "delivery").order_by("pk"))]
