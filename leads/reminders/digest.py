"""The morning digest: at opening time, how much waits on a site; numbers and links, no names."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site

from leads.clinics import clinic_of
from leads.clock import opening_spans, opening_week, time_zone
from leads.links import whole
from leads.models import ClinicSettings, Delivery, DeliveryKind, Enquiry, JobLoop, Lead
from leads.outbox import address_digest, new_message_id, own_address, queue

LOOP = "lead digest"
"""The name under which the look at the clock is noted."""

EVERY = 60
"""Seconds between two looks."""

LATEST = timedelta(hours=4)
"""After opening; a morning digest that comes in the evening says nothing useful."""


@dataclass(frozen=True)
class Waiting:
    """What waits on one site."""

    new: int
    overdue: int
    due_today: int
    quarantined: int

    def __bool__(self) -> bool:
        return bool(self.new or self.overdue or self.due_today or self.quarantined)


def send_digests() -> None:
    """Queue the digest of every clinic that has opened today, once a day and address."""
    if not JobLoop.claim(LOOP, interval=EVERY):
        return
    for clinic in ClinicSettings.objects.filter(sends_digest=True).select_related("site"):
        day = day_to_tell(clinic, timezone.now())
        if day and count_waiting(clinic):
            queue([digest_for(clinic, day, address) for address in digest_addresses(clinic)])
    JobLoop.record(LOOP, interval=EVERY, succeeded=True)


def day_to_tell(clinic: ClinicSettings, now: datetime) -> date | None:
    """The clinic's day if it opened less than LATEST ago; without opening hours it opens at nine on weekdays."""
    zone = time_zone(clinic)
    today = now.astimezone(zone).date()
    opens = opening_of(clinic, today, now)
    return today if opens and opens <= now < opens + LATEST else None


def opening_of(clinic: ClinicSettings, day: date, now: datetime) -> datetime | None:
    """When the clinic opens on that day, which is today at `now`; None where it stays closed."""
    zone, week = time_zone(clinic), opening_week(clinic)
    if not week:
        return datetime(day.year, day.month, day.day, 9, tzinfo=zone) if day.weekday() < 5 else None
    first = next(opening_spans(now, clinic, week), None)
    return first[0] if first and first[0].astimezone(zone).date() == day else None


def count_waiting(clinic: ClinicSettings) -> Waiting:
    """What waits on the clinic's site now; “today” ends at midnight in its zone."""
    zone = time_zone(clinic)
    midnight = timezone.now().astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    leads = Lead.objects.filter(site=clinic.site)
    return Waiting(
        new=leads.unread().count(),
        overdue=leads.overdue().count(),
        due_today=leads.due_before(midnight).count(),
        quarantined=Enquiry.objects.quarantined().filter(site=clinic.site).count(),
    )


def digest_addresses(clinic: ClinicSettings) -> list[str]:
    """Who reads it: the chosen addresses, or the clinic's, or the one that this site sends from."""
    chosen = clinic.digest_recipients.split() or [clinic.email or own_address()]
    return list({address.lower(): address for address in chosen if address}.values())


def digest_for(clinic: ClinicSettings, day: date, address: str) -> Delivery:
    """An unsaved digest."""
    return Delivery(
        kind=DeliveryKind.DIGEST,
        recipient=address,
        payload={"site": clinic.site_id, "day": day.isoformat()},
        dedupe_key=f"digest:{clinic.site_id}:{day}:{address_digest(address)}",
        message_id=new_message_id(),
    )


def digest_mail(delivery: Delivery) -> EmailMessage:
    """The digest with the numbers of the moment at which it is sent."""
    clinic = clinic_of(Site.objects.filter(pk=delivery.payload["site"]).first())
    waiting = count_waiting(clinic)
    inbox = whole(reverse("leads_lead_modeladmin_index"))
    context = {
        "clinic": clinic,
        "rows": [
            (_("New"), waiting.new, f"{inbox}?queue=unread"),
            (_("Overdue"), waiting.overdue, f"{inbox}?queue=overdue"),
            (_("Due today"), waiting.due_today, f"{inbox}?queue=due_today"),
            (_("In quarantine"), waiting.quarantined, whole(reverse("leads_lead_modeladmin_quarantine"))),
        ],
    }
    return EmailMessage(
        subject=_("This morning: %(new)d new, %(overdue)d overdue") % {"new": waiting.new, "overdue": waiting.overdue},
        body=render_to_string("leads/email/digest.txt", context),
        to=[delivery.recipient],
        headers={"Message-ID": delivery.message_id, "Auto-Submitted": "auto-generated"},
    )
