"""Scores how much an enquiry looks like spam, in words that staff can check; nothing is ever dropped for it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from django.conf import settings
from django.db.models import CharField, DateTimeField, Expression, Q, QuerySet
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leads import conf
from leads.matching import ContactKeys
from leads.models import Enquiry, Verdict
from leads.prepared import CountOf, Parameter, PreparedAnswers
from leads.submission import Signals, Submission

FASTEST_MS, INSTANT_MS = 2_000, 500
"""Nobody reads and fills in a form faster than the first, but autofill does; faster than the second is no person."""

RATE_WINDOW = timedelta(minutes=10)
MOST_PER_ADDRESS = 10
MOST_PER_CONTACT = 5
"""Enquiries within RATE_WINDOW that a shared connection, or one eager person, may well send."""

REASONS = {
    "honeypot": _("A field that people do not see was filled in."),
    "too_fast": _("It was sent within two seconds."),
    "other_site": _("It was sent from another website."),
    "no_script": _("It was sent without JavaScript."),
    "links": _("It holds several links."),
    "same_connection": _("Many enquiries came from the same connection."),
    "same_person": _("Many enquiries came with the same contact details."),
}
"""What each signal says, a full sentence; the ids are stored with enquiries and never change their meaning."""

LINK = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)


class Finding(NamedTuple):
    """A signal that was found, its points, and the reason for them as a full sentence."""

    signal: str
    points: int
    reason: str | Promise


@dataclass(frozen=True)
class Assessment:
    """The points of an enquiry and what they are for, as `Enquiry.spam_reasons` keeps it."""

    score: int
    record: list[dict]

    @property
    def reasons(self) -> list[str]:
        """The sentences alone."""
        return [entry["reason"] for entry in self.record]

    @property
    def verdict(self) -> str:
        """Quarantined from `LEADS["SPAM_LIMIT"]` on."""
        return Verdict.QUARANTINED if self.is_suspicious else Verdict.ACCEPTED

    @property
    def is_suspicious(self) -> bool:
        """Whether staff should look at it before anything else happens."""
        return self.score >= conf.get("SPAM_LIMIT")


def assess(submission: Submission, keys: ContactKeys) -> Assessment:
    """The score of an enquiry that is not stored yet; one query for the rates."""
    script = [] if submission.client_key else [finding("no_script", 5)]
    texts = [submission.name, submission.message, *(str(answer["value"]) for answer in submission.answers)]
    rates_found = rate_findings(submission, keys)
    return sum_up([*browser_findings(submission.signals), *script, *link_findings(texts), *rates_found])


def sum_up(findings: Iterable[Finding]) -> Assessment:
    """The findings as one score, the reasons in the language of the project: staff read them, not the visitor."""
    findings = list(findings)
    if not findings:
        return Assessment(0, [])
    with translation.override(settings.LANGUAGE_CODE):
        record = [{**found._asdict(), "reason": str(found.reason)} for found in findings]
    return Assessment(sum(found.points for found in findings), record)


def finding(signal: str, points: int) -> Finding:
    """One of the signals in `REASONS`, worth so many points."""
    return Finding(signal, points, REASONS[signal])


def browser_findings(signals: Signals) -> list[Finding]:
    """What the browser or program that sent it gave away; all that autofill does stays below the usual limit."""
    elapsed = signals.elapsed_ms
    checks = [
        (signals.is_honeypot_filled, "honeypot", 30),
        (elapsed is not None and elapsed < FASTEST_MS, "too_fast", 20 if (elapsed or 0) < INSTANT_MS else 10),
        (signals.is_cross_site, "other_site", 30),
    ]
    return [finding(signal, points) for is_found, signal, points in checks if is_found]


def link_findings(texts: Iterable[str]) -> list[Finding]:
    """What the words gave away: one link is nothing, five or more are hardly a question."""
    links = sum(len(LINK.findall(text)) for text in texts)
    if links < 2:
        return []
    return [finding("links", 15 if links == 2 else 20 if links < 5 else 45)]


def rate_findings(submission: Submission, keys: ContactKeys) -> list[Finding]:
    """How much came from the same connection or the same person just before."""
    from_address, from_person = rates[is_typed_alone(keys)].first(
        since=submission.received_at - RATE_WINDOW,
        address=submission.signals.address_hash or None,
        email=keys.email or None,
        phone=keys.phone or None,
        typed=submission.phone,
    )
    checks = [
        (from_address >= MOST_PER_ADDRESS, "same_connection", 20),
        (from_person >= MOST_PER_CONTACT, "same_person", 10),
    ]
    return [finding(signal, points) for is_found, signal, points in checks if is_found]


def is_typed_alone(keys: ContactKeys) -> bool:
    """Whether a phone was given that has no comparable form, so that it can only be compared as it was typed."""
    return bool(keys.typed_phone) and not keys.phone


def count_recent(*, by_typed_phone: bool) -> dict[str, Expression]:
    """How many of the latest enquiries from a connection, and from a person, are recent; None is nobody's.

    No more are looked at than the score asks for, each by its own index, so that it takes no longer during a flood.
    """
    from_person = Q(pk__in=latest("email_key", "email", MOST_PER_CONTACT))
    from_person |= Q(pk__in=latest("phone_e164", "phone", MOST_PER_CONTACT))
    if by_typed_phone:
        from_person |= Q(phone=Parameter("typed", CharField()))
    recent = Enquiry.objects.order_by().filter(received_at__gte=Parameter("since", DateTimeField())).values("pk")
    from_address = Q(pk__in=latest("address_hash", "address", MOST_PER_ADDRESS))
    return {"address": CountOf(recent.filter(from_address)), "person": CountOf(recent.filter(from_person))}


def latest(field: str, parameter: str, most: int) -> QuerySet:
    """The keys of the last enquiries with a value, those that came first left out."""
    same = Enquiry.objects.filter(**{field: Parameter(parameter, CharField())})
    return same.order_by("-pk").values("pk")[:most]


rates = {
    by_typed_phone: PreparedAnswers(partial(count_recent, by_typed_phone=by_typed_phone))
    for by_typed_phone in (False, True)
}
