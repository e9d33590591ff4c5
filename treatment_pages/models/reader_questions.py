"""Questions that readers ask under an article; nobody sees one before staff have answered and published it."""

import swapper
from django.conf import settings
from django.db import models
from django.db.models import Case, Count, F, Q, When
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.rich_text import get_text_for_indexing


class QuestionStatus(models.TextChoices):
    """Where a question stands."""

    HELD = "held", _("Waiting for an answer")
    QUARANTINED = "quarantined", _("Suspected spam")
    PUBLISHED = "published", _("Published")
    MOVED = "moved", _("Moved into the FAQ")
    DECLINED = "declined", _("Declined")


class QuestionStepError(Exception):
    """A step that cannot be taken; its text tells staff why and what to do."""


class ReaderQuestionQuerySet(models.QuerySet):
    """Questions about many questions."""

    def shown_on(self, page) -> "ReaderQuestionQuerySet":
        """What visitors read below a page, the latest answer first; nothing for a page that is not stored yet."""
        if page.pk is None:
            return self.none()
        return self.filter(page=page, status=QuestionStatus.PUBLISHED).order_by(F("published_at").desc(), "pk")

    def in_order_of_work(self) -> "ReaderQuestionQuerySet":
        """Those without an answer first, then those with a draft, then the rest; the newest first in each."""
        is_waiting = Q(status=QuestionStatus.HELD)
        turn = Case(When(is_waiting & Q(answer=""), then=0), When(is_waiting, then=1), default=2)
        return self.order_by(turn, F("received_at").desc(), "-pk")

    def count_by_status(self) -> dict[str, int]:
        """How many there are of every status, in one query."""
        counted = dict(self.order_by().values_list("status").annotate(number=Count("pk")))
        return {status: counted.get(status, 0) for status in QuestionStatus.values}


class ReaderQuestion(models.Model):
    """What a reader asked, word for word, and what staff answered.

    The verbs change one status into another where that makes sense and raise QuestionStepError where it does not.
    """

    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        models.SET_NULL,
        null=True,
        related_name="reader_questions",
        verbose_name=_("page"),
    )
    page_title = models.CharField(_("page title"), max_length=255, editable=False)
    text = models.TextField(_("question"), max_length=1000)
    name = models.CharField(_("first name"), max_length=60, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=QuestionStatus, default=QuestionStatus.HELD)
    spam_reasons = models.JSONField(_("reasons for suspicion"), default=list, editable=False)
    address_hash = models.CharField(max_length=64, blank=True, editable=False)
    dedupe_key = models.CharField(max_length=64, unique=True, editable=False)
    received_at = models.DateTimeField(_("received at"), default=timezone.now, editable=False)
    answer = RichTextField(_("answer"), blank=True, features=["bold", "italic", "link", "ul", "ol"])
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)

    objects = ReaderQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("reader question")
        verbose_name_plural = _("reader questions")
        ordering = [F("received_at").desc()]
        indexes = [models.Index(fields=["page", "status"], name="treatment_pages_question_page")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=QuestionStatus.values), name="treatment_pages_question_status"
            )
        ]

    def __str__(self) -> str:
        return str(_("Question %(number)s") % {"number": self.pk})

    @property
    def has_answer(self) -> bool:
        """Whether there are words to publish; an editor leaves empty paragraphs behind."""
        return has_words(self.answer)

    @property
    def is_open(self) -> bool:
        """Whether the answer can be written or corrected."""
        return self.status in {QuestionStatus.HELD, QuestionStatus.PUBLISHED}

    def write_answer(self, answer: str, *, by) -> None:
        """Keep an answer; of a published question visitors read it at once."""
        self._demand(self.is_open, _("Put the question back among the waiting ones before you answer it."))
        if self.status == QuestionStatus.PUBLISHED and not has_words(answer):
            raise QuestionStepError(gettext("Visitors read this answer: take it back before you empty it."))
        if self.answer != answer:
            self.answer, self.answered_by = answer if has_words(answer) else "", by
        self.save()

    def publish(self) -> None:
        """Show question and answer below the page; the first publication gives the date."""
        self._demand(self.is_open, _("Put the question back among the waiting ones before you publish it."))
        self._demand(self.has_answer, _("Write an answer first; a question is published together with it."))
        self._demand(self.page_id, _("The page of this question was deleted, so there is no place to publish it."))
        if self.status != QuestionStatus.PUBLISHED:
            self.published_at = timezone.now()
        self._move_to(QuestionStatus.PUBLISHED)

    def take_back(self) -> None:
        """Hide a published question; its answer stays as a draft."""
        self._demand(self.status == QuestionStatus.PUBLISHED, _("The question is not published."))
        self.published_at = None
        self._move_to(QuestionStatus.HELD)

    def decline(self) -> None:
        """Decide that the question is not answered here."""
        is_waiting = self.status in {QuestionStatus.HELD, QuestionStatus.QUARANTINED}
        self._demand(is_waiting, _("Only a waiting question can be declined; take a published one back first."))
        self._move_to(QuestionStatus.DECLINED)

    def put_back(self) -> None:
        """Let a suspected, declined or moved question wait for an answer (again)."""
        self._demand(not self.is_open, _("The question is not set aside."))
        self.published_at = None
        self._move_to(QuestionStatus.HELD)

    def mark_moved(self) -> None:
        """Leave question and answer to the page's FAQ."""
        self._demand(self.is_open, _("Put the question back among the waiting ones before you move it."))
        self._demand(self.has_answer, _("Write an answer first; the FAQ takes questions with their answers."))
        self._move_to(QuestionStatus.MOVED)

    def _move_to(self, status: QuestionStatus) -> None:
        self.status = status
        self.save()

    def _demand(self, is_met, reason) -> None:
        if not is_met:
            raise QuestionStepError(str(reason))


def has_words(html: str) -> bool:
    """Whether rich text holds more than empty paragraphs."""
    return bool(get_text_for_indexing(html).strip())
