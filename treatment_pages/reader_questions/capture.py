"""The one way in: a question is stored exactly once, scored like an enquiry, and never dropped."""

import json

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from leads.public import RATE_WINDOW, Assessment, Finding, browser_findings, link_findings, sum_up
from treatment_pages.models import QuestionStatus, ReaderQuestion
from treatment_pages.reader_questions.intake import AskedQuestion

SALT = "treatment_pages.reader-question.dedupe"

EAGER, FLOOD = 5, 20
"""Questions from one connection within RATE_WINDOW: more than one person asks; more than a household asks."""


def capture(asked: AskedQuestion) -> ReaderQuestion:
    """Store a question; the same words from the same connection about the same page are the same question."""
    key = dedupe_key(asked)
    stored = ReaderQuestion.objects.filter(dedupe_key=key).first()
    return stored or store(asked, key, assess(asked))


@transaction.atomic
def store(asked: AskedQuestion, key: str, assessment: Assessment) -> ReaderQuestion:
    """The visitor's words; a twin that was stored at the same instant is returned."""
    question, _is_new = ReaderQuestion.objects.get_or_create(
        dedupe_key=key,
        defaults={
            "page": asked.page,
            "page_title": asked.page_title,
            "text": asked.text,
            "name": asked.name,
            "status": QuestionStatus.QUARANTINED if assessment.is_suspicious else QuestionStatus.HELD,
            "spam_reasons": assessment.reasons,
            "address_hash": asked.signals.address_hash,
        },
    )
    return question


def dedupe_key(asked: AskedQuestion) -> str:
    """64 hex digits, equal for a reload, a second click and a second try."""
    page = asked.page.pk if asked.page else asked.page_title
    content = [page, asked.signals.address_hash, asked.name, " ".join(asked.text.split())]
    return salted_hmac(SALT, json.dumps(content), algorithm="sha256").hexdigest()


def assess(asked: AskedQuestion) -> Assessment:
    """The score of a question that is not stored yet; one query."""
    return sum_up([*browser_findings(asked.signals), *link_findings([asked.name, asked.text]), *rate_findings(asked)])


def rate_findings(asked: AskedQuestion) -> list[Finding]:
    """How much came from the same connection just before; a flood is enough to hold a question back."""
    if not asked.signals.address_hash:
        return []
    since = timezone.now() - RATE_WINDOW
    recent = ReaderQuestion.objects.filter(address_hash=asked.signals.address_hash, received_at__gte=since)
    number = recent[:FLOOD].count()
    if number < EAGER:
        return []
    points = 20 if number < FLOOD else 50
    return [Finding("same_connection", points, _("Many questions came from the same connection."))]
