"""What a visitor answered, as text under the labels the visitor saw."""

from dataclasses import dataclass

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from leads.models import Enquiry, QuestionType, Sensitivity
from leads.sealing import UnreadableAnswerError, open_value


@dataclass(frozen=True)
class ShownAnswer:
    """One answer as staff read it."""

    label: str
    text: str


def visible_answers(enquiry: Enquiry, *, with_sensitive: bool) -> list[ShownAnswer]:
    """The answers that may be shown, in the order of the form."""
    return [
        ShownAnswer(str(answer.get("label", "")), answer_text(answer))
        for answer in enquiry.answers
        if with_sensitive or not is_sensitive(answer)
    ]


def count_sensitive(enquiry: Enquiry) -> int:
    """How many answers `visible_answers` leaves out unless it is asked for them."""
    return sum(is_sensitive(answer) for answer in enquiry.answers)


def is_sensitive(answer: dict) -> bool:
    """Anything not known to be plain counts as sensitive."""
    return answer.get("sensitivity") != Sensitivity.PLAIN


def answer_text(answer: dict) -> str:
    """The value in words; an unanswered question is a dash, one that cannot be opened says so."""
    try:
        value = open_value(answer)
    except UnreadableAnswerError:
        return _("This answer is kept, but the present encryption keys do not open it. Tell whoever runs the site.")
    if value in (None, "", []):
        return "–"
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    if answer.get("type") == QuestionType.DATE:
        return date_text(str(value))
    return str(value)


def date_text(value: str) -> str:
    """An ISO date in the reader's format; anything else as it stands."""
    try:
        date = parse_date(value)
    except ValueError:
        return value
    return date_format(date) if date else value
