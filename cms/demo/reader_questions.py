"""Readers' questions under the article that takes them: two answered, two that wait, one that looks like spam."""

from datetime import timedelta
from typing import NamedTuple

from django.contrib.auth import get_user_model
from django.utils import timezone

from treatment_pages.models import QuestionStatus, ReaderQuestion, TreatmentArticlePage

SLUG = "acne-scars-what-can-change"


class Question(NamedTuple):
    """What an invented reader asked, and how many days ago."""

    name: str
    text: str
    days_ago: int
    status: QuestionStatus
    answer: str = ""
    spam_reasons: tuple[str, ...] = ()


QUESTIONS = (
    Question(
        "Ola",
        "My scars are about ten years old. Is it too late for needling?",
        19,
        QuestionStatus.PUBLISHED,
        "<p>Ten years alone do not rule it out: skin goes on mending itself. What counts more is how wide and how deep "
        "the dents are, and that no new spots are coming. We look first, and tell you what we would expect.</p>",
    ),
    Question(
        "",
        "Can I go on with my retinol cream between the sessions?",
        11,
        QuestionStatus.PUBLISHED,
        "<p>Between them, yes, with a break around each: stop one week before, and begin again when nothing stings any "
        "more, mostly after one to two weeks. Not in pregnancy. If it is a cream on prescription, ask whoever "
        "prescribed it.</p>",
    ),
    Question(
        "Samir",
        "I have brown skin and get dark marks from every spot. Is needling riskier for me than for other people?",
        2,
        QuestionStatus.HELD,
    ),
    Question(
        "Jo",
        "How long before a holiday in the sun should the last session be?",
        0,
        QuestionStatus.HELD,
        "<p>Six weeks at least, and sunscreen while you are away.</p>",
    ),
    Question(
        "Best Prices",
        "Cheap followers and reviews for your clinic!!! http://followers.example http://reviews.example",
        5,
        QuestionStatus.QUARANTINED,
        spam_reasons=("It holds several links.",),
    ),
)


def load_reader_questions() -> None:
    """Store the questions under their article; the answers are the editor's."""
    page = TreatmentArticlePage.objects.get(slug=SLUG)
    editor = get_user_model().objects.filter(username="editor").first()
    for number, question in enumerate(QUESTIONS):
        received = timezone.now() - timedelta(days=question.days_ago, hours=3)
        is_published = question.status == QuestionStatus.PUBLISHED
        ReaderQuestion.objects.create(
            page=page.page_ptr,
            page_title=page.title,
            text=question.text,
            name=question.name,
            status=question.status,
            spam_reasons=list(question.spam_reasons),
            dedupe_key=f"demo-{number}",
            received_at=received,
            answer=question.answer,
            answered_by=editor if question.answer else None,
            published_at=received + timedelta(days=1) if is_published else None,
        )
