"""Removes leads and enquiries for good, and leaves value-free tombstones, so that they go on being counted."""

from collections.abc import Iterable
from datetime import tzinfo

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.db.models import Value
from django.db.models.functions import Concat
from wagtail.models import ModelLogEntry, ReferenceIndex

from leads.models import (
    CLOSED_STATUSES,
    Activity,
    ActivityKind,
    ConsentRecord,
    Delivery,
    Enquiry,
    Lead,
    LostReason,
    Reply,
    Tombstone,
    TombstoneKind,
    Verdict,
)
from leads.models.tombstone import RELEASED
from leads.reports.cases import Case, Zones, cases_by_lead, day_in
from leads.reports.upkeep import counted_before_removal


@transaction.atomic
def remove(leads: Iterable[Lead], enquiries: Iterable[Enquiry], *, cause: str) -> None:
    """Remove leads and enquiries with all that hangs on them; every enquiry of a lead must be among the enquiries."""
    leads, enquiries = list(leads), list(enquiries)
    overwrite_deleted_rows()
    with counted_before_removal([lead.pk for lead in leads]):
        bury(leads, enquiries, cause)


def bury(leads: list[Lead], enquiries: list[Enquiry], cause: str) -> None:
    """Put tombstones in place of rows and all that hangs on them.

    A lead that was emptied into one of them says from now on by its reason that it is no case of its own.
    """
    zones = Zones()
    Tombstone.objects.bulk_create(
        [
            *tombstones_of_leads(leads, cause, zones),
            *(tombstone_of_enquiry(enquiry, cause, zones[enquiry.site_id]) for enquiry in enquiries),
        ]
    )
    lead_pks, enquiry_pks = [lead.pk for lead in leads], [enquiry.pk for enquiry in enquiries]
    Lead.objects.filter(emptied_into__in=lead_pks).update(lost_reason=LostReason.MOVED)
    for model, belongs in (
        (Reply, models.Q(lead__in=lead_pks)),
        (Delivery, models.Q(lead__in=lead_pks) | models.Q(enquiry__in=enquiry_pks)),
        (ConsentRecord, models.Q(enquiry__in=enquiry_pks)),
        (Activity, models.Q(lead__in=lead_pks)),
        (Enquiry, models.Q(pk__in=enquiry_pks)),
        (Lead, models.Q(pk__in=lead_pks)),
    ):
        rows = model.objects.filter(belongs)
        forget_traces(model, list(rows.order_by().values_list("pk", flat=True)))
        rows.delete()


def tombstones_of_leads(leads: list[Lead], cause: str, zones: Zones) -> list[Tombstone]:
    """One for each lead, by which reports count it as they counted the lead; four queries."""
    closings = Activity.objects.filter(lead__in=leads, kind=ActivityKind.STATUS, to_value__in=CLOSED_STATUSES)
    closed = dict(closings.order_by("created_at").values_list("lead", "created_at"))
    cases = cases_by_lead(leads)
    return [
        Tombstone(
            kind=TombstoneKind.LEAD,
            cause=cause,
            site_id=lead.site_id,
            received_on=day_in(lead.created_at, zones[lead.site_id]),
            closed_on=day_in(closed[lead.pk], zones[lead.site_id]) if lead.is_closed and lead.pk in closed else None,
            **counted_as(cases[lead.pk]),
        )
        for lead in leads
    ]


def counted_as(case: Case) -> dict:
    """What a tombstone keeps of a case."""
    return {
        "received_hour": case.hour,
        "page_id": case.page,
        "page_title": case.page_title,
        "subject": case.subject,
        "source": case.source,
        "owner_id": case.owner,
        "status": case.status,
        "lost_reason": case.lost_reason,
        "was_booked": case.was_booked,
        "was_converted": case.was_converted,
        "response_minutes": case.response_minutes,
        "is_answered_in_time": case.is_kept,
    }


def tombstone_of_enquiry(enquiry: Enquiry, cause: str, zone: tzinfo) -> Tombstone:
    """What was thought of an enquiry, and why; never what it said."""
    reasons = [entry for entry in enquiry.spam_reasons if isinstance(entry, dict)]
    return Tombstone(
        kind=TombstoneKind.ENQUIRY,
        cause=cause,
        site_id=enquiry.site_id,
        page_id=enquiry.page_id,
        page_title=enquiry.page_title,
        subject=enquiry.subject,
        received_on=day_in(enquiry.received_at, zone),
        verdict=RELEASED if is_released(enquiry) else enquiry.verdict,
        signals=[entry["signal"] for entry in reasons if "signal" in entry],
    )


def is_released(enquiry: Enquiry) -> bool:
    """Whether it is at the desk because somebody let it out of quarantine."""
    return enquiry.verdict == Verdict.ACCEPTED and enquiry.judged_at is not None


def forget_traces(model: type[models.Model], pks: list[int]) -> None:
    """What Wagtail remembers of rows beside their own tables: labels and data in the log, references, search.

    The log keeps who did what to which number, and when.
    """
    content_type = ContentType.objects.get_for_model(model)
    ids = list(map(str, pks))
    entries = ModelLogEntry.objects.filter(content_type=content_type, object_id__in=ids)
    entries.update(label=Concat(Value("L-" if model is Lead else "#"), "object_id"), data={})
    ReferenceIndex.objects.filter(content_type=content_type, object_id__in=ids).delete()
    if apps.is_installed("wagtail.search"):
        entries = apps.get_model("wagtailsearch", "IndexEntry")
        entries._default_manager.filter(content_type=content_type, object_id__in=ids).delete()


def overwrite_deleted_rows() -> None:
    """Let SQLite put zeros where rows were; otherwise their bytes stay in the file until the place is needed."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def forget_log_of_writes() -> None:
    """Empty SQLite's write-ahead log, which still holds removed rows; it stays where somebody reads just now.

    To be called after the transaction; inside one nothing happens.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
