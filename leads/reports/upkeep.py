"""Keeps the tallies true: a change of a lead leaves an entry on its timeline, so new entries say what to recount."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from leads.models import Activity, Enquiry, JobLoop, Lead, TallyProgress
from leads.reports.cases import Zones, day_in
from leads.reports.checking import Day, differing_days, outdated_days
from leads.reports.tallying import lock_tallies, tally_days

LOOP, CHECK = "report tallies", "report check"
"""The names under which the regular counting, and the daily look at whether it is right, are noted."""

EVERY, CHECK_EVERY = 60, 24 * 60 * 60
"""Seconds between two rounds of each."""

TURN = 10
"""Seconds after which a long counting lets the other jobs of the loop have their turn."""

CHUNK = 500
"""Entries after which it is noted how far the counting has come."""

LATE, OVERLAP = timedelta(minutes=5), 1_000
"""For how long, and of how many entries, it is looked again: one with a lower number may have been stored later."""

RUN = timedelta(days=31)
"""The longest run of days that is counted in one transaction."""

AT_ONCE = 10
"""Days that are recounted while somebody waits for a report."""

FEW = 2_000
"""Leads from which on the first counting is left to the job."""


def count_if_due() -> None:
    """Count what changed at most every EVERY seconds, whichever process comes first; once a day look at all days."""
    if not JobLoop.claim(LOOP, interval=EVERY if is_begun() else 0):
        return
    is_done = count_changes(seconds=TURN)
    JobLoop.record(LOOP, interval=EVERY, succeeded=True)
    if is_done and JobLoop.claim(CHECK, interval=CHECK_EVERY):
        recount({*differing_days(), *outdated_days()})
        JobLoop.record(CHECK, interval=CHECK_EVERY, succeeded=True)


def count_changes(*, seconds: float | None = None) -> bool:
    """Recount the days that changed; whether nothing is left to be counted after that time."""
    until = None if seconds is None else time.monotonic() + seconds
    if not is_begun() and not count_for_the_first_time(until):
        return False
    look_again = entries_after(settled()).filter(pk__lte=last_counted())
    while entries := list(entries_after(last_counted()).values_list("pk", flat=True)[:CHUNK]):
        recount(days_of(Activity.objects.filter(pk__in=entries)))
        note(entries[-1])
        if until and time.monotonic() > until:
            return False
    recount(days_of(look_again))
    return True


def count_while_somebody_waits() -> bool:
    """The same if it is quickly done; False when it is left to the job, and a report is not quite of now."""
    if not is_begun():
        return Lead.objects.order_by()[:FEW].count() < FEW and count_changes()
    entries = list(entries_after(last_counted()).values_list("pk", flat=True)[:CHUNK])
    days = days_of(Activity.objects.filter(pk__in=entries)) if entries else set()
    if len(entries) == CHUNK or len(days) > AT_ONCE:
        return False
    recount(days)
    if entries:
        note(entries[-1])
    return True


@contextmanager
def counted_before_removal(leads: Iterable[int]) -> Iterator[None]:
    """Around a removal of leads: their timelines go with them, so what these still had to tell is counted at the end.

    To be entered within a transaction. Nobody counts meanwhile: a lead and its tombstone would both be counted.
    """
    lock_tallies()
    days = days_of(entries_after(last_counted()).filter(lead__in=leads)) if TallyProgress.objects.exists() else set()
    yield
    recount(days)


def is_begun() -> bool:
    """Whether the first counting has come to its end; the row with its beginning has no time until then."""
    return TallyProgress.objects.filter(counted_at__isnull=False).exists()


def count_for_the_first_time(until: float | None) -> bool:
    """Count all days, the latest first; whether all are counted. Begun anew it goes on where it ended."""
    if not TallyProgress.objects.exists():
        TallyProgress.objects.create(last_activity=newest_entry())
    for run in runs(differing_days()):
        recount(run)
        if until and time.monotonic() > until:
            return False
    TallyProgress.objects.update(counted_at=timezone.now())
    return True


def recount(days: Iterable[Day]) -> None:
    """Count days anew; days in a row together, in one transaction."""
    sites = Site.objects.in_bulk({site for site, _day in days if site}) if days else {}
    for run in runs(days):
        (site, last), (_site, first) = run[0], run[-1]
        tally_days(sites.get(site), first, last)


def runs(days: Iterable[Day]) -> list[list[Day]]:
    """Days of one site that follow each other, the latest run first, and the latest day of each."""
    found: list[list[Day]] = []
    for site, day in sorted(days, key=lambda one: (one[0] or 0, one[1]), reverse=True):
        run = found[-1] if found else None
        if run and run[-1] == (site, day + timedelta(days=1)) and run[0][1] - day < RUN:
            run.append((site, day))
        else:
            found.append([(site, day)])
    return sorted(found, key=lambda run: run[0][1], reverse=True)


def days_of(entries: QuerySet[Activity]) -> set[Day]:
    """The days of the leads and enquiries that entries of timelines speak of."""
    entries = entries.order_by()
    leads = Lead.objects.filter(pk__in=entries.values("lead")).order_by().values_list("site", "created_at")
    enquiries = Enquiry.objects.filter(pk__in=entries.filter(enquiry__isnull=False).values("enquiry"))
    zones = Zones()
    moments = {*leads, *enquiries.order_by().values_list("site", "received_at")}
    return {(site, day_in(moment, zones[site])) for site, moment in moments}


def entries_after(number: int) -> QuerySet[Activity]:
    """Later entries, in the order in which they are counted."""
    return Activity.objects.filter(pk__gt=number).order_by("pk")


def newest_entry() -> int:
    """The number of the newest entry; 0 without any."""
    return Activity.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def last_counted() -> int:
    """The entry up to which everything was counted."""
    return TallyProgress.objects.order_by("-last_activity").values_list("last_activity", flat=True).first() or 0


def settled() -> int:
    """The entry up to which no earlier one can turn up any more."""
    rounds = TallyProgress.objects.filter(counted_at__lt=timezone.now() - LATE)
    long_ago = rounds.order_by("-last_activity").values_list("last_activity", flat=True).first() or 0
    return max(long_ago, last_counted() - OVERLAP)


def note(number: int) -> None:
    """Note that everything up to an entry was counted just now; earlier notes that nobody needs are removed."""
    TallyProgress.objects.create(last_activity=number, counted_at=timezone.now())
    TallyProgress.objects.filter(last_activity__lt=settled()).delete()
