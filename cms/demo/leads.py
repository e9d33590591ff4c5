"""Invented enquiries of the last 90 days, captured as real ones are, and what staff made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.contrib.auth import get_user_model
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from wagtail.models import Site

from cms.demo.lead_history import live_through
from cms.demo.lead_words import CAME_FROM, GENERAL_MESSAGES, HEALTH, MESSAGES, SECOND_MESSAGES, SPAM_MESSAGES
from cms.demo.visitors import Visitor, invent_visitors
from leads.capture import capture
from leads.intake import IntakeForm, consent_name, question_name
from leads.models import (
    Activity,
    ClinicSettings,
    Delivery,
    DeliveryState,
    Enquiry,
    EnquiryForm,
    EnquiryFormVersion,
    Lead,
    PreferredContact,
    QuestionType,
    Sensitivity,
    StatementKind,
)
from leads.submission import Origin, Signals, Submission
from treatment_pages.models import TreatmentPage

DAYS = 90
LEADS_A_TRANSACTION = 50
"""So few that a visitor of the running site never waits long for SQLite's one write lock."""

HOUR_WEIGHTS = (1, 0, 0, 0, 0, 1, 2, 4, 6, 7, 7, 6, 8, 7, 5, 5, 6, 7, 8, 9, 11, 12, 9, 4)
"""How often people write at each hour of the day: in the lunch break, and above all in the evening."""

REQUIRED_ANSWERS = {
    QuestionType.DATE: "2027-03-01",
    QuestionType.EMAIL: "someone@example.com",
    QuestionType.NUMBER: "2",
    QuestionType.PHONE: "020 7946 0999",
}
"""What is answered to questions that an editor added and made required."""


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


def add_leads(count: int) -> int:
    """Add `count` leads and, for every 25 of them, one enquiry in quarantine; the number of leads added."""
    desk = find_desk()
    serial = (Lead.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
    rng = Random(f"wren-and-rowe-{serial}")
    visitors = invent_visitors(count, serial, rng)
    moments = sorted(_moment(desk.clinic, rng) for _visitor in visitors)
    arrivals = list(zip(moments, visitors, strict=True))
    for start in range(0, count, LEADS_A_TRANSACTION):
        with transaction.atomic():
            _receive(desk, arrivals[start : start + LEADS_A_TRANSACTION], rng)
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


def _receive(desk: Desk, arrivals: Sequence[tuple[datetime, Visitor]], rng: Random) -> None:
    """Capture some enquiries, write again for some of them, and let staff work on all."""
    enquiries: list[Enquiry] = []
    activities: list[Activity] = []
    for moment, visitor in arrivals:
        page = rng.choice(desk.pages)
        first = capture(_submission(desk, visitor, page, moment, rng))
        enquiries.append(first)
        activities += live_through(first.lead, desk.clinic, desk.staff, rng)
        later = moment + timedelta(days=rng.randint(0, 5), hours=rng.randint(1, 9))
        if visitor.email and rng.random() < 0.12 and later < timezone.now() and not _is_closed(first.lead):
            enquiries.append(capture(_submission(desk, visitor, page, later, rng, rng.choice(SECOND_MESSAGES))))
    Activity.objects.bulk_create(activities)
    _settle(enquiries)


def _is_closed(lead: Lead) -> bool:
    """Asked anew: a second enquiry would reopen a closed lead after its story has been told."""
    lead.refresh_from_db(fields=["status"])
    return lead.is_closed


def _submission(
    desk: Desk, visitor: Visitor, page: TreatmentPage, moment: datetime, rng: Random, message: str | None = None
) -> Submission:
    """What this visitor sends from this page, answered through the form as a browser would."""
    version = desk.versions[0] if rng.random() < 0.85 else rng.choice(desk.versions)
    if message is None:
        message = rng.choice((*MESSAGES.get(page.slug, ()), rng.choice(GENERAL_MESSAGES)))
    intake = IntakeForm(version.definition, data=_post(visitor, page, version.definition, message, rng))
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
        attribution={"landing_path": path, **rng.choice(CAME_FROM)},
        client_key=f"{rng.getrandbits(128):032x}",
        received_at=moment,
    )


def _post(visitor: Visitor, page: TreatmentPage, definition: dict, message: str, rng: Random) -> QueryDict:
    post = QueryDict(mutable=True)
    post.update({"name": visitor.name, "email": visitor.email, "phone": visitor.phone, "message": message})
    post["preferred_contact"] = rng.choice([PreferredContact.ANY, *visitor.ways])
    post["treatment"] = page.enquiry_subject
    for question in definition["questions"]:
        post.setlist(question_name(question), _answer(question, rng))
    for index, statement in enumerate(definition["statements"]):
        is_asked = statement["kind"] == StatementKind.CONSENT
        if is_asked and (statement["is_required"] or rng.random() < 0.3):
            post[consent_name(index)] = "on"
    return post


def _answer(question: dict, rng: Random) -> list[str]:
    """What is posted for a question; an optional one is often left alone, as people do."""
    if question["sensitivity"] == Sensitivity.SENSITIVE:
        return [rng.choice(HEALTH)] if question["is_required"] or rng.random() < 0.25 else []
    if not question["is_required"] and rng.random() < 0.2:
        return []
    choices = question["choices"]
    if question["type"] == QuestionType.SEVERAL_CHOICES:
        return rng.sample(choices, rng.randint(1, min(2, len(choices))))
    if question["type"] == QuestionType.YES_NO:
        return [rng.choice(["yes", "no", "no"])]
    if question["type"] == QuestionType.ONE_CHOICE:
        return [rng.choice(choices)]
    return [REQUIRED_ANSWERS.get(question["type"], "As you think best.")] if question["is_required"] else []


def _spam(desk: Desk, rng: Random) -> Submission:
    """What a machine sends: the hidden field filled in, at once, full of links."""
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
        received_at=_moment(desk.clinic, rng),
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


def _moment(clinic: ClinicSettings, rng: Random) -> datetime:
    """A moment of the last 90 days, of late rather than long ago, at an hour at which people write."""
    now = timezone.localtime()
    hour = rng.choices(range(24), HOUR_WEIGHTS)[0]
    day = now - timedelta(days=(DAYS - 2) * rng.random() ** 2.5)
    moment = day.replace(hour=hour, minute=rng.randrange(60), second=rng.randrange(60))
    return moment if moment < now else moment - timedelta(days=1)
