"""Removes what was kept for as long as a site's settings say; nothing is removed where they say nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from leads.models import (
    CLOSED_STATUSES,
    Activity,
    ClinicSettings,
    Delivery,
    DeliveryState,
    Enquiry,
    JobLoop,
    Lead,
    RemovalCause,
    Verdict,
)
from leads.privacy.kept import KeptRows, kept_rows
from leads.privacy.removal import forget_log_of_writes, remove

BATCH = 100
"""Rows removed in one transaction, so that visitors never wait long for the database."""

LOOP = "lead retention"
"""The name under which the daily purge is noted."""

DAY_SECONDS = 24 * 60 * 60


@dataclass(frozen=True)
class Expired:
    """What of one site was kept for long enough; querysets, so that a preview and a purge mean the same rows."""

    clinic: ClinicSettings
    leads: models.QuerySet
    enquiries: models.QuerySet
    deliveries: models.QuerySet
    kept: list[tuple[KeptRows, models.QuerySet]]


def purge_if_due() -> None:
    """Purge at most once a day, whichever of any number of processes comes first."""
    if not JobLoop.claim(LOOP, interval=DAY_SECONDS):
        return
    for _expired, _removed in purge():
        pass
    JobLoop.record(LOOP, interval=DAY_SECONDS, succeeded=True)


def purge() -> Iterator[tuple[Expired, dict[str | KeptRows, int]]]:
    """Remove what is expired, site by site, and yield how much of each kind that was."""
    for expired in find_expired():
        yield (
            expired,
            {
                "leads": in_batches(expired.leads, remove_leads),
                "enquiries": in_batches(expired.enquiries, remove_enquiries),
                "deliveries": in_batches(expired.deliveries, remove_deliveries),
                **{kept: in_batches(rows, kept.remove) for kept, rows in expired.kept},
            },
        )
    forget_log_of_writes()


def find_expired() -> list[Expired]:
    """What is expired now in each site that has a time for anything."""
    return [
        expired_of(clinic, timezone.now()) for clinic in ClinicSettings.objects.select_related("site").order_by("pk")
    ]


def expired_of(clinic: ClinicSettings, now: datetime) -> Expired:
    """The rows of the clinic's site past their times; a field that is empty keeps all."""
    return Expired(
        clinic,
        old(Lead, clinic.retention_months, lambda before: expired_leads(clinic, before), now),
        old(Enquiry, clinic.quarantine_months, lambda before: expired_enquiries(clinic, before), now),
        old(Delivery, clinic.delivery_months, lambda before: expired_deliveries(clinic, before), now),
        expired_elsewhere(clinic, now),
    )


def old(model, months: int | None, find, now: datetime) -> models.QuerySet:
    """What `find` finds before the time; nothing without a time."""
    return find(months_before(now, months)) if months else model.objects.none()


def expired_leads(clinic: ClinicSettings, before: datetime) -> models.QuerySet:
    """Closed leads without a legal hold in which nothing has happened since."""
    since = Activity.objects.filter(lead=OuterRef("pk"), created_at__gte=before)
    leads = Lead.objects.not_held().filter(
        site=clinic.site_id, status__in=CLOSED_STATUSES, created_at__lt=before, last_enquiry_at__lt=before
    )
    return leads.exclude(Exists(since))


def expired_enquiries(clinic: ClinicSettings, before: datetime) -> models.QuerySet:
    """What came into quarantine before then and was never released."""
    return Enquiry.objects.filter(
        site=clinic.site_id, lead=None, verdict__in=[Verdict.QUARANTINED, Verdict.SPAM], received_at__lt=before
    )


def expired_deliveries(clinic: ClinicSettings, before: datetime) -> models.QuerySet:
    """Messages that are done with; those of a lead with a legal hold stay."""
    done = Delivery.objects.filter(state__in=[DeliveryState.SENT, DeliveryState.DEAD], created_at__lt=before)
    of_site = models.Q(enquiry__site=clinic.site_id) | models.Q(enquiry=None, lead__site=clinic.site_id)
    return done.filter(of_site).exclude(lead__held_at__isnull=False)


def expired_elsewhere(clinic: ClinicSettings, now: datetime) -> list[tuple[KeptRows, models.QuerySet]]:
    """What other apps kept of people for as long as leads and quarantine are kept."""
    closed, quarantine = (
        months_before(now, months) if months else None for months in (clinic.retention_months, clinic.quarantine_months)
    )
    return [
        (kept, kept.expired(clinic.site, closed_before=closed, quarantine_before=quarantine)) for kept in kept_rows()
    ]


def in_batches(rows: models.QuerySet, remove_rows) -> int:
    """Remove rows in transactions of BATCH; what changed meanwhile is looked at again under its lock."""
    removed, last = 0, 0
    while True:
        with transaction.atomic():
            locked = rows.select_for_update(skip_locked=True, of=("self",)).filter(pk__gt=last).order_by("pk")
            batch = list(locked[:BATCH])
            if not batch:
                return removed
            remove_rows(batch)
        removed, last = removed + len(batch), batch[-1].pk


def remove_leads(leads: list[Lead]) -> None:
    remove(leads, Enquiry.objects.filter(lead__in=leads), cause=RemovalCause.EXPIRED)


def remove_enquiries(enquiries: list[Enquiry]) -> None:
    remove([], enquiries, cause=RemovalCause.EXPIRED)


def remove_deliveries(deliveries: list[Delivery]) -> None:
    Delivery.objects.filter(pk__in=[delivery.pk for delivery in deliveries]).delete()


def months_before(moment: datetime, months: int) -> datetime:
    """The same day so many months ago, or the last day of a month that has no such day."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    for day in range(moment.day, 27, -1):
        try:
            return moment.replace(year=year, month=month + 1, day=day)
        except ValueError:
            continue
    return moment.replace(year=year, month=month + 1)
