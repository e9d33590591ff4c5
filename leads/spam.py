"""Scores how much an enquiry looks like spam, in words that staff can check; nothing is ever dropped for it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.db.models import CharField, Count, DateTimeField, Q, QuerySet, Value
from django.db.models.functions import Upper
from django.db.models.lookups import Exact
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leads import conf
from leads.models import Enquiry, Verdict
from leads.prepared import Parameter, Prepared
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


def assess(submission: Submission) -> Assessment:
    """The score of an enquiry that is not stored yet; one query for the rates."""
    script = [] if submission.client_key else [finding("no_script", 5)]
    texts = [submission.name, submission.message, *(str(answer["value"]) for answer in submission.answers)]
    return sum_up([*browser_findings(submission.signals), *script, *link_findings(texts), *rate_findings(submission)])


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


def rate_findings(submission: Submission) -> list[Finding]:
    """How much came from the same connection or the same person just before."""
    from_address, from_contact = rates.first(
        since=submission.received_at - RATE_WINDOW,
        address=submission.signals.address_hash or None,
        email=submission.email or None,
        phone=submission.phone or None,
    )
    checks = [
        (from_address >= MOST_PER_ADDRESS, "same_connection", 20),
        (from_contact >= MOST_PER_CONTACT, "same_person", 10),
    ]
    return [finding(signal, points) for is_found, signal, points in checks if is_found]


def count_recent() -> QuerySet:
    """One row: how many enquiries came from a connection, and how many from a person; what is None came from nobody."""
    by_email = Exact(Upper("email"), Upper(Parameter("email", CharField())))
    by_phone = Q(phone=Parameter("phone", CharField()))
    recent = Enquiry.objects.filter(received_at__gte=Parameter("since", DateTimeField())).order_by()
    return (
        recent.values(everything=Value(1))
        .annotate(
            address=Count("pk", filter=Q(address_hash=Parameter("address", CharField()))),
            contact=Count("pk", filter=Q(by_email) | by_phone),
        )
        .values_list("address", "contact")
    )


rates = Prepared(count_recent)
