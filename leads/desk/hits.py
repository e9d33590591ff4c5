"""The newest leads that a search finds, in a time that grows neither with the desk nor with how common a word is."""

from datetime import datetime

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from leads.desk.searched import digits, words
from leads.models import Lead, LeadQuerySet

HIT_LIMIT = 1_000
"""Leads that a search finds at most; whoever sees so many narrows the search."""
SAMPLE = 2_000
"""The newest leads, by which it is seen how common a word is."""
COMMON = SAMPLE // 40
"""Hits in the sample from which on it is faster to read the leads in turn than to ask the index for all hits."""
NEWEST = 40_000
"""Leads that are read in turn at most, and the only ones that are for words of one or two characters."""


def newest_hits(leads: LeadQuerySet, found: Q) -> list[int]:
    """The keys of the newest of these leads for which `found` is true of their `words` and `digits`.

    No way is good for every word: to read the leads in turn never ends for a rare one, and an index names a hundred
    thousand leads for a common one. So the newest leads are read first, and they decide.
    """
    read = with_texts(leads, is_indexed=False).filter(found)
    beginning = nth_newest(Lead.objects.all(), SAMPLE)
    newest = first_of(since(read, beginning))
    if beginning is None or len(newest) == HIT_LIMIT:
        return newest
    if len(newest) >= COMMON:
        newest = first_of(since(read, nth_newest(Lead.objects.all(), NEWEST)))
        if len(newest) == HIT_LIMIT:
            return newest
    looked_up = with_texts(leads, is_indexed=True).filter(found)
    return first_of(looked_up, by=Coalesce(F("last_enquiry_at"), F("created_at")).desc())


def hits_among_newest(leads: LeadQuerySet, found: Q, named: set[int]) -> list[int]:
    """The same where no index helps: only the newest leads are read, and those whose keys are `named`."""
    read = with_texts(leads, is_indexed=False).filter(found)
    older = first_of(read.filter(pk__in=named)) if named else []
    return list(dict.fromkeys([*first_of(since(read, nth_newest(Lead.objects.all(), NEWEST))), *older]))


def with_texts(leads: LeadQuerySet, *, is_indexed: bool) -> LeadQuerySet:
    return leads.alias(words=words(is_indexed=is_indexed), digits=digits(is_indexed=is_indexed))


def nth_newest(leads: LeadQuerySet, number: int) -> datetime | None:
    """When the lead at this place of the newest had its last enquiry; None where there are not so many."""
    return leads.order_by("-last_enquiry_at", "-pk").values_list("last_enquiry_at", flat=True)[number:].first()


def since(leads: LeadQuerySet, moment: datetime | None) -> LeadQuerySet:
    return leads.filter(last_enquiry_at__gte=moment) if moment else leads


def first_of(leads: LeadQuerySet, by="-last_enquiry_at") -> list[int]:
    """The keys of the newest. Where `by` is an expression that no index has, PostgreSQL cannot read leads in turn."""
    return list(leads.select_related(None).order_by(by, "-pk").values_list("pk", flat=True)[:HIT_LIMIT])
