"""Invented enquiries of the last 180 days, captured as real ones are, and what staff made of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from cms.demo.lead_history import live_through
from cms.demo.lead_posts import fill_in
from cms.demo.lead_words import CAME_FROM, GENERAL_MESSAGES, MESSAGES, SECOND_MESSAGES, SPAM_MESSAGES
from cms.demo.visitors import Visitor, invent_visitors
from leads.capture import capture
from leads.intake import IntakeForm
from leads.models import (
    Activity,
    ClinicSettings,
    Delivery,
    DeliveryState,
    Enquiry,
    EnquiryForm,
    EnquiryFormVersion,
    Lead,
)
from leads.submission import Origin, Signals, Submission
from treatment_pages.models import TreatmentPage

DAYS = 180
LEADS_A_TRANSACTION = 50
"""So few that a visitor of the running site never waits long for SQLite's one write lock."""

HOUR_WEIGHTS = (1, 0, 0, 0, 0, 1, 2, 4, 6, 7, 7, 6, 8, 7, 5, 5, 6, 7, 8, 9, 11, 12, 9, 4)
"""How often people write at each hour of the day: in the lunch break, and above all in the evening."""

ONE_FORM_FOR = timedelta(days=24)
"""For how long nobody has used any form but the clinic's default one: another one fell silent, see `lead_notices`."""


class NoFormError(Exception):
    """Raised when there is nothing to enquire with; the message is a sentence for the person at the console."""


@dataclass(frozen=True)
class Desk:
    """What every demo enquiry needs to know of the site."""

    site: Site
    clinic: ClinicSettings
    versions: Sequence[EnquiryFormVersion]
    pages: Sequence[TreatmentPage]
    staff: Sequence


@dataclass(frozen=True)
class Arrival:
    """Somebody who writes; `path` are the states that staff lead them through, None for any."""

    moment: datetime
    visitor: Visitor
    page: TreatmentPage
    version: EnquiryFormVersion
    path: Sequence[str] | None = None


def add_leads(count: int) -> int:
    """Add `count` leads and, for every 25 of them, one enquiry in quarantine; the number of leads added."""
    desk = find_desk()
    serial, rng = next_serial()
    visitors = invent_visitors(count, serial, rng)
    moments = sorted(_moment(rng) for _visitor in visitors)
    receive_all(
        desk,
        [
            Arrival(moment, visitor, rng.choice(desk.pages), _version(desk, moment, rng))
            for moment, visitor in zip(moments, visitors, strict=True)
        ],
        rng,
    )
    with transaction.atomic():
        for _number in range(count // 25):
            _settle([capture(_spam(desk, rng))])
    return count


def find_desk() -> Desk:
    """The default site with its forms and treatments; NoFormError without a form or a treatment."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    clinic = ClinicSettings.for_site(site) if site else None
    pages = list(TreatmentPage.objects.live().order_by("pk"))
    if clinic is None or clinic.default_form is None or not pages:
        raise NoFormError("Leads need a default enquiry form and a published treatment. Load the demo, or make both.")
    others = EnquiryForm.objects.in_use().exclude(pk=clinic.default_form.pk)
    for name in ("opening_hours", "closed_days"):
        setattr(clinic, name, list(getattr(clinic, name).all()))  # read once, not for every reply time
    staff = get_user_model().objects.filter(username__in=["reception", "admin"], is_active=True)
    return Desk(site, clinic, [form.current_version for form in (clinic.default_form, *others)], pages, list(staff))


def next_serial() -> tuple[int, Random]:
    """The number of the next lead, and the chance that goes with it: the same at every first load."""
    serial = (Lead.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
    return serial, Random(f"wren-and-rowe-{serial}")


def receive_all(desk: Desk, arrivals: Sequence[Arrival], rng: Random) -> None:
    """Receive all of them, a few in each transaction."""
    for start in range(0, len(arrivals), LEADS_A_TRANSACTION):
        with transaction.atomic():
            _receive(desk, arrivals[start : start + LEADS_A_TRANSACTION], rng)


def _receive(desk: Desk, arrivals: Sequence[Arrival], rng: Random) -> None:
    """Capture some enquiries, write again for some of them, and let staff work on all."""
    enquiries: list[Enquiry] = []
    activities: list[Activity] = []
    for one in arrivals:
        first = capture(_submission(desk, one, rng))
        enquiries.append(first)
        activities += live_through(first.lead, desk.clinic, desk.staff, rng, one.path)
        later = one.moment + timedelta(days=rng.randint(0, 5), hours=rng.randint(1, 9))
        if one.visitor.email and rng.random() < 0.12 and later < timezone.now() and not _is_closed(first.lead):
            again = replace(one, moment=later, version=desk.versions[0])
            enquiries.append(capture(_submission(desk, again, rng, rng.choice(SECOND_MESSAGES))))
    Activity.objects.bulk_create(activities)
    _settle(enquiries)


def _is_closed(lead: Lead) -> bool:
    """Asked anew: a second enquiry would reopen a closed lead after its story has been told."""
    lead.refresh_from_db(fields=["status"])
    return lead.is_closed


def _version(desk: Desk, moment: datetime, rng: Random) -> EnquiryFormVersion:
    """The form that somebody uses: nearly always the clinic's own."""
    is_own = rng.random() < 0.85 or timezone.now() - moment < ONE_FORM_FOR
    return desk.versions[0] if is_own else rng.choice(desk.versions)


def _submission(desk: Desk, arrival: Arrival, rng: Random, message: str | None = None) -> Submission:
    """What this visitor sends from this page, answered through the form as a browser would."""
    visitor, page, version = arrival.visitor, arrival.page, arrival.version
    if message is None:
        message = rng.choice((*MESSAGES.get(page.slug, ()), rng.choice(GENERAL_MESSAGES)))
    intake = IntakeForm(version.definition, data=fill_in(visitor, page, version.definition, message, rng))
    if not intake.is_valid():
        raise NoFormError(f"The demo cannot fill in the form “{version.form}”: {intake.errors.as_text()}")
    path = page.get_url() or "/"
    return Submission(
        **intake.said(),
        clinic=desk.clinic,
        answers=intake.answers(),
        decisions=intake.decisions(),
        form=version.form,
        version=version,
        slug=version.form.slug,
        site=desk.site,
        origin=Origin(page, page.title, page.full_url or path, page.live_revision_id, page.enquiry_subject),
        signals=Signals(elapsed_ms=rng.randint(18_000, 600_000)),
        attribution={"last": {"landing_path": path, **rng.choice(CAME_FROM)}},
        client_key=f"{rng.getrandbits(128):032x}",
        received_at=arrival.moment,
    )


def _spam(desk: Desk, rng: Random) -> Submission:
    """What a machine sends: the hidden field filled in, at once, full of links.

    It came in lately: what waited for months is purged.
    """
    version = desk.versions[0]
    number = rng.randint(100, 999)
    return Submission(
        name=f"Growth Partner {number}",
        clinic=desk.clinic,
        email=f"offers{number}@example.net",
        message=rng.choice(SPAM_MESSAGES),
        form=version.form,
        version=version,
        slug=version.form.slug,
        site=desk.site,
        signals=Signals(is_honeypot_filled=True, elapsed_ms=rng.randint(150, 900)),
        received_at=timezone.now() - timedelta(minutes=rng.randint(90, 4_000)),
    )


def _settle(enquiries: Sequence[Enquiry]) -> None:
    """The alerts of long ago were sent long ago; nothing of the demo goes out by mail."""
    deliveries = list(Delivery.objects.filter(enquiry__in=enquiries).select_related("enquiry"))
    for delivery in deliveries:
        received = delivery.enquiry.received_at
        delivery.state, delivery.attempts = DeliveryState.SENT, 1
        delivery.created_at = delivery.next_attempt_at = received
        delivery.sent_at = min(received + timedelta(seconds=20), timezone.now())
    Delivery.objects.bulk_update(deliveries, ["state", "attempts", "created_at", "next_attempt_at", "sent_at"])


def _moment(rng: Random) -> datetime:
    """A moment of the last 180 days, of late rather than long ago."""
    return moment_on((DAYS - 2) * rng.random() ** 2, rng)


def moment_on(days: float, rng: Random) -> datetime:
    """A moment so many days ago, at an hour at which people write."""
    now = timezone.localtime()
    hour = rng.choices(range(24), HOUR_WEIGHTS)[0]
    moment = (now - timedelta(days=days)).replace(hour=hour, minute=rng.randrange(60), second=rng.randrange(60))
    return moment if moment < now else moment - timedelta(days=1)
