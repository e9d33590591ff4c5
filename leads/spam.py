"""Scores how much an enquiry looks like spam, in words that staff can check; nothing is ever dropped for it."""

import re
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from leads import conf
from leads.models import Enquiry, Verdict
from leads.submission import Submission

FASTEST_MS = 2_000
"""Nobody reads and fills in a form faster than this; autofill sometimes does."""

RATE_WINDOW = timedelta(minutes=10)
MOST_PER_ADDRESS = 10
MOST_PER_CONTACT = 5
"""Enquiries within RATE_WINDOW that a shared connection, or one eager person, may well send."""

LINK = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)


@dataclass(frozen=True)
class Assessment:
    """The points of an enquiry and the reasons for them."""

    score: int
    reasons: list[str]

    @property
    def verdict(self) -> str:
        """Quarantined from `LEADS["SPAM_LIMIT"]` on; no sign that a browser's autofill can give reaches it alone."""
        return Verdict.QUARANTINED if self.score >= conf.get("SPAM_LIMIT") else Verdict.ACCEPTED


def assess(submission: Submission) -> Assessment:
    """The score of an enquiry that is not stored yet; one query for the rates."""
    findings = [*browser_findings(submission), *content_findings(submission), *rate_findings(submission)]
    return Assessment(sum(points for points, _reason in findings), [reason for _points, reason in findings])


def browser_findings(submission: Submission) -> list[tuple[int, str]]:
    """What the browser or program that sent it gave away."""
    signals = submission.signals
    elapsed = signals.elapsed_ms
    checks = [
        (signals.is_honeypot_filled, 40, _("A field that people do not see was filled in.")),
        (elapsed is not None and elapsed < FASTEST_MS, 20, _("It was sent within two seconds.")),
        (not submission.client_key, 5, _("It was sent without JavaScript.")),
        (signals.is_cross_site, 30, _("It was sent from another website.")),
    ]
    return [(points, reason) for is_found, points, reason in checks if is_found]


def content_findings(submission: Submission) -> list[tuple[int, str]]:
    """What the words gave away: links, ten points for the first two, up to thirty."""
    texts = [submission.name, submission.message, *(str(answer["value"]) for answer in submission.answers)]
    links = sum(len(LINK.findall(text)) for text in texts)
    if links < 2:
        return []
    return [(10 if links == 2 else 20 if links < 5 else 30, _("It holds several links."))]


def rate_findings(submission: Submission) -> list[tuple[int, str]]:
    """How much came from the same connection or the same person just before."""
    nobody = Q(pk=None)
    from_address = Q(address_hash=submission.signals.address_hash) if submission.signals.address_hash else nobody
    by_email = Q(email__iexact=submission.email) if submission.email else nobody
    by_phone = Q(phone=submission.phone) if submission.phone else nobody
    recent = Enquiry.objects.filter(received_at__gte=submission.received_at - RATE_WINDOW)
    counts = recent.aggregate(address=Count("pk", filter=from_address), contact=Count("pk", filter=by_email | by_phone))
    checks = [
        (counts["address"] >= MOST_PER_ADDRESS, 20, _("Many enquiries came from the same connection.")),
        (counts["contact"] >= MOST_PER_CONTACT, 10, _("Many enquiries came with the same contact details.")),
    ]
    return [(points, reason) for is_found, points, reason in checks if is_found]
