"""The steps that staff take with a question, each logged and taken on the row as it is now."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from treatment_pages.models import ReaderQuestion

ACTIONS = (
    ("treatment_pages.question.answer", _("Answer"), _("Wrote an answer")),
    ("treatment_pages.question.publish", _("Publish answer"), _("Published question and answer")),
    ("treatment_pages.question.take_back", _("Take back"), _("Took question and answer off the page")),
    ("treatment_pages.question.decline", _("Decline"), _("Declined the question")),
    ("treatment_pages.question.put_back", _("Put back"), _("Put the question among the waiting ones")),
    ("treatment_pages.question.move", _("Move into the FAQ"), _("Moved question and answer into the page’s FAQ")),
)
"""Name, label and sentence of what the audit log tells; never what was asked or answered."""


def register_log_actions(actions) -> None:
    """Make the steps known to Wagtail, which refuses unknown ones."""
    for action in ACTIONS:
        actions.register_action(*action)


@transaction.atomic
def take_step(question: ReaderQuestion, name: str, step: Callable[[ReaderQuestion], object], *, by):
    """Take one step on the locked row and log it under `name`; a refused step changes nothing.

    What the step returns is returned, and `question` is brought up to date.
    """
    ReaderQuestion.objects.select_for_update().get(pk=question.pk)
    question.refresh_from_db()
    result = step(question)
    log(instance=question, action=f"treatment_pages.question.{name}", user=by)
    return result


def save_answer(question: ReaderQuestion, answer: str, *, by) -> None:
    """Keep the answer as a draft, or correct a published one."""
    take_step(question, "answer", lambda locked: locked.write_answer(answer, by=by), by=by)


def publish_answer(question: ReaderQuestion, answer: str, *, by) -> None:
    """Answer and show both below the page."""

    def step(locked: ReaderQuestion) -> None:
        locked.write_answer(answer, by=by)
        locked.publish()

    take_step(question, "publish", step, by=by)


def take_back(question: ReaderQuestion, answer: str, *, by) -> None:
    """Hide a published question, and keep the answer as it is now."""

    def step(locked: ReaderQuestion) -> None:
        locked.take_back()
        locked.write_answer(answer, by=by)

    take_step(question, "take_back", step, by=by)


def decline(question: ReaderQuestion, *, by) -> None:
    """Decide that it is not answered here."""
    take_step(question, "decline", ReaderQuestion.decline, by=by)


def put_back(question: ReaderQuestion, *, by) -> None:
    """Release it from suspicion, or think again."""
    take_step(question, "put_back", ReaderQuestion.put_back, by=by)
