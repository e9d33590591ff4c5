"""Moves an answered question into the FAQ of its page."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from treatment_pages.models import QuestionStepError, ReaderQuestion
from treatment_pages.reader_questions.publishing import take_step

AFTER_FAQ = ("enquiry_form", "sources")
"""Blocks that close a page; a new FAQ stands before them."""


@dataclass(frozen=True)
class Move:
    """What became of the page: live at once, or a draft that somebody still has to publish, for a reason."""

    page: object
    is_live: bool
    reason: str = ""


def move_into_faq(question: ReaderQuestion, answer: str, *, by) -> Move:
    """Append question and answer to the page's FAQ as a new revision; all of it happens or nothing does.

    Raises QuestionStepError with what to do when the page cannot be edited.
    """

    def step(locked: ReaderQuestion) -> Move:
        locked.write_answer(answer, by=by)
        locked.mark_moved()
        page = editable_page(locked, by)
        add_to_faq(page.body, locked)
        return publish_if_possible(page, by)

    return take_step(question, "move", step, by=by)


def editable_page(question: ReaderQuestion, user):
    """The latest draft of the question's page, for a user who may change it now."""
    if question.page is None:
        raise QuestionStepError(_("The page of this question was deleted, so it has no FAQ."))
    page = question.page.specific
    permissions = page.permissions_for_user(user)
    if not permissions.can_edit():
        raise QuestionStepError(_("You may not edit the page of this question. Ask somebody who may to move it."))
    if permissions.page_locked():
        raise QuestionStepError(
            _("The page “%(title)s” is locked. Ask the person who locked it to unlock it, then move the question.")
            % {"title": page.get_admin_display_title()}
        )
    if "faq" not in getattr(getattr(page, "body", None), "stream_block", _NoBlocks).child_blocks:
        raise QuestionStepError(_("Pages of this type have no FAQ; publish the answer below the page instead."))
    return page.get_latest_revision_as_object()


class _NoBlocks:
    child_blocks: dict = {}


def add_to_faq(body: StreamValue, question: ReaderQuestion) -> None:
    """Append to the first FAQ of a page's content, which gets one where it has none."""
    faq = next((block for block in body if block.block_type == "faq"), None)
    if faq is None:
        body.insert(place_of_new_faq(body), ("faq", body.stream_block.child_blocks["faq"].get_default()))
        faq = next(block for block in body if block.block_type == "faq")
    items = faq.value["items"]
    items.append(items.list_block.child_block.normalize(faq_item(items.list_block.child_block, question)))


def place_of_new_faq(body: StreamValue) -> int:
    """Before the blocks that close the page, at the end of all others."""
    place = len(body)
    while place and body[place - 1].block_type in AFTER_FAQ:
        place -= 1
    return place


def faq_item(block, question: ReaderQuestion) -> dict:
    """Question and answer as the FAQ holds them; of a long question every word stands above the answer."""
    asked = " ".join(question.text.split())
    longest = block.child_blocks["question"].field.max_length or len(asked)
    if len(asked) <= longest:
        return {"question": asked, "answer": RichText(question.answer)}
    whole = format_html("<p><i>{}</i></p>", asked)
    return {"question": Truncator(asked).chars(longest), "answer": RichText(whole + question.answer)}


def publish_if_possible(page, user) -> Move:
    """Save the draft, and publish it when it holds nothing else that is unpublished and the user may publish."""
    reason = reason_to_wait(page, user)
    revision = page.save_revision(user=user, log_action=True)
    if reason:
        return Move(page, is_live=False, reason=reason)
    try:
        with transaction.atomic():
            revision.publish(user=user)
    except ValidationError as error:
        return Move(page, is_live=False, reason=" ".join(error.messages))
    return Move(page, is_live=True)


def reason_to_wait(page, user) -> str:
    """Why the draft is not published at once; "" when it can be."""
    if not page.live:
        return _("The page is not published.")
    if page.has_unpublished_changes:
        return _("The page had other changes that are not published yet.")
    if not page.permissions_for_user(user).can_publish():
        return _("Somebody who may publish the page has to publish it.")
    return ""
