"""The figures of a report, found the slow way: by looking at every lead, enquiry and tombstone, one after the other."""

import math
from collections import Counter, defaultdict
from datetime import timedelta

from django.db.models import Prefetch

from leads.models import Activity, Enquiry, Lead, Tombstone
from leads.reports.figures import Figures
from leads.reports.periods import Period

NAMES = ("leads", "enquiries", "booked", "converted", "lost", "answered", "due", "kept")


def all_rows(zones: dict) -> tuple[list[dict], list[dict]]:
    """Leads and enquiries, there or removed; `zones` are the time zones of sites by key."""
    return all_leads(zones), all_enquiries(zones)


def plain_figures(period: Period, sites: list | None, rows: tuple[list[dict], list[dict]]) -> dict:
    """Everything that a report says, from the rows themselves."""
    leads, enquiries = ([row for row in kind if counts(row, period, sites)] for kind in rows)
    waits = sorted(lead["wait"] for lead in leads if lead["wait"] is not None)
    return {
        "total": sums(leads, enquiries),
        "weeks": weeks(period, leads, enquiries),
        "tables": {
            "subject": table(leads, "subject", enquiries),
            "page": table(leads, "page", enquiries),
            "source": table(leads, "source"),
            "owner": table(leads, "owner"),
            "status": table(leads, "status"),
            "lost_reason": table([lead for lead in leads if lead["lost_reason"]], "lost_reason"),
        },
        "heat": Counter((lead["day"].weekday(), lead["hour"]) for lead in leads if lead["hour"] is not None),
        "median": nearest_rank(waits, 50),
        "ninetieth": nearest_rank(waits, 90),
        "waits": Counter(waits),
    }


def as_plain(figures: Figures) -> dict:
    """A report's figures in the same form."""
    return {
        "total": as_dict(figures.total),
        "weeks": [(monday, as_dict(one)) for monday, one in figures.weeks],
        "tables": {name: {row.value: as_dict(row.sums) for row in rows} for name, rows in sorted_items(figures.tables)},
        "heat": figures.heat,
        "median": figures.response.median,
        "ninetieth": figures.response.ninetieth,
        "waits": figures.response.counts,
    }


def sorted_items(tables: dict) -> list:
    return [(str(name), rows) for name, rows in tables.items()]


def as_dict(one) -> dict:
    return {name: getattr(one, name) for name in NAMES}


def counts(row: dict, period: Period, sites: list | None) -> bool:
    return period.first <= row["day"] <= period.last and (sites is None or row["site"] in sites)


def all_leads(zones: dict) -> list[dict]:
    """Each lead, there or removed, as a report should see it."""
    leads = Lead.objects.defer("name", "email", "phone", "subject").prefetch_related(
        Prefetch("activities", Activity.objects.only("lead", "kind", "to_value")),
        Prefetch("enquiries", Enquiry.objects.only("lead", "received_at", "subject")),
    )
    rows = [stored_lead(lead, zones) for lead in leads if not (lead.emptied_into_id or lead.lost_reason == "moved")]
    for stone in Tombstone.objects.filter(kind="lead"):
        if stone.lost_reason == "moved":
            continue
        rows.append(
            {
                "site": stone.site_id,
                "day": stone.received_on,
                "hour": stone.received_hour,
                "page": page_of(stone),
                "subject": stone.subject,
                "source": stone.source,
                "owner": str(stone.owner_id or ""),
                "status": stone.status,
                "lost_reason": stone.lost_reason,
                "booked": stone.was_booked,
                "converted": stone.was_converted,
                "wait": coarse(stone.response_minutes),
                "kept": stone.is_answered_in_time,
            }
        )
    return rows


def stored_lead(lead: Lead, zones: dict) -> dict:
    local = lead.created_at.astimezone(zones[lead.site_id])
    first = min(lead.enquiries.all(), key=lambda one: (one.received_at, one.pk), default=None)
    wait, kept = None, None
    if lead.first_response_at:
        started = lead.clock_started_at or lead.created_at
        wait = max(0, math.floor((lead.first_response_at - started).total_seconds() / 60))
    if lead.response_due_at and lead.first_response_at:
        kept = lead.first_response_at <= lead.response_due_at
    elif lead.response_due_at and lead.breached_at:
        kept = False
    return {
        "site": lead.site_id,
        "day": local.date(),
        "hour": local.hour,
        "page": page_of(lead),
        "subject": first.subject if first else "",
        "source": lead.source,
        "owner": str(lead.owner_id or ""),
        "status": lead.status,
        "lost_reason": lead.lost_reason,
        "booked": any(entry.kind == "status" and entry.to_value == "booked" for entry in lead.activities.all()),
        "converted": lead.converted_at is not None,
        "wait": coarse(wait),
        "kept": kept,
    }


def all_enquiries(zones: dict) -> list[dict]:
    """Each enquiry that reached the desk, there or removed."""
    rows = []
    for enquiry in Enquiry.objects.only("lead", "site", "verdict", "received_at", "page", "page_title", "subject"):
        if enquiry.lead_id and enquiry.verdict == "accepted":
            day = enquiry.received_at.astimezone(zones[enquiry.site_id]).date()
            rows.append({"site": enquiry.site_id, "day": day, "page": page_of(enquiry), "subject": enquiry.subject})
    for stone in Tombstone.objects.all():
        if stone.kind == "enquiry" and stone.verdict in ("accepted", "released"):
            rows.append(
                {"site": stone.site_id, "day": stone.received_on, "page": page_of(stone), "subject": stone.subject}
            )
    return rows


def page_of(row) -> str:
    if row.page_id:
        return str(row.page_id)
    return f"={row.page_title}" if row.page_title else ""


def coarse(minutes: int | None) -> int | None:
    """Past eight hours nobody counts minutes."""
    return minutes if minutes is None or minutes <= 480 else minutes // 60 * 60


def sums(leads: list[dict], enquiries: list[dict]) -> dict:
    return {
        "leads": len(leads),
        "enquiries": len(enquiries),
        "booked": len([1 for lead in leads if lead["booked"]]),
        "converted": len([1 for lead in leads if lead["converted"]]),
        "lost": len([1 for lead in leads if lead["status"] == "lost"]),
        "answered": len([1 for lead in leads if lead["wait"] is not None]),
        "due": len([1 for lead in leads if lead["kept"] is not None]),
        "kept": len([1 for lead in leads if lead["kept"]]),
    }


def weeks(period: Period, leads: list[dict], enquiries: list[dict]) -> list:
    found, day = [], period.first
    while day.weekday():
        day -= timedelta(days=1)
    while day <= period.last:
        end = day + timedelta(days=7)
        found.append(
            (
                day,
                sums(
                    [lead for lead in leads if day <= lead["day"] < end],
                    [enquiry for enquiry in enquiries if day <= enquiry["day"] < end],
                ),
            )
        )
        day = end
    return found


def table(leads: list[dict], name: str, enquiries: list[dict] = ()) -> dict:
    groups: dict = defaultdict(lambda: ([], []))
    for place, rows in enumerate((leads, enquiries)):
        for row in rows:
            groups[row[name]][place].append(row)
    return {value: sums(*rows) for value, rows in groups.items()}


def nearest_rank(waits: list[int], percent: int) -> int | None:
    """The smallest value with at least so many per cent of the values at or below it."""
    return waits[math.ceil(percent * len(waits) / 100) - 1] if waits else None
