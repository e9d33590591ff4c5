"""Questions that are asked only after a certain answer to an earlier one, enforced as the visitor's browser does it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from leads.models.enquiry_question import EnquiryQuestion

YES_NO = "yes_no"

DECIDING = frozenset({"one_choice", "several_choices", YES_NO})
"""Types whose answers can be known before they are given."""


@dataclass(frozen=True)
class ConditionError:
    """What is wrong with a question's condition: a full sentence for the field it is about."""

    question: "EnquiryQuestion"
    field: str
    message: str


def possible_answers(question: "EnquiryQuestion") -> list[str]:
    """The answers that can decide whether another question is asked, as the form posts them."""
    return ["yes", "no"] if question.type == YES_NO else question.choice_list()


def deciding_question(question: "EnquiryQuestion", earlier: Iterable["EnquiryQuestion"]) -> "EnquiryQuestion | None":
    """The earlier question that the condition names, without regard to case and spaces around."""
    wanted = question.show_if_question.strip().casefold()
    return next((one for one in earlier if one.label.strip().casefold() == wanted and one.type in DECIDING), None)


def wanted_answers(question: "EnquiryQuestion", deciding: "EnquiryQuestion") -> list[str]:
    """The answers of the condition in the spelling of the deciding question; unknown ones are left out."""
    known = {answer.casefold(): answer for answer in possible_answers(deciding)}
    lines = (line.strip().casefold() for line in question.show_if_answers.splitlines())
    return [known[line] for line in lines if line in known]


def is_understood(question: "EnquiryQuestion", deciding: "EnquiryQuestion") -> bool:
    """Whether the condition names one answer at least, and only answers that the deciding question has."""
    lines = [line for line in question.show_if_answers.splitlines() if line.strip()]
    return 0 < len(lines) == len(wanted_answers(question, deciding))


def condition_of(question: "EnquiryQuestion", earlier: Iterable["EnquiryQuestion"]) -> dict | None:
    """The condition as the form's definition keeps it; None where the question is always asked."""
    deciding = deciding_question(question, earlier) if question.show_if_question.strip() else None
    return {"key": deciding.key, "values": wanted_answers(question, deciding)} if deciding else None


def condition_errors(questions: list["EnquiryQuestion"]) -> list[ConditionError]:
    """What an editor has to change before the conditions of a form can be followed; `questions` in their order."""
    errors = []
    for position, question in enumerate(questions):
        if not question.show_if_question.strip():
            continue
        earlier = questions[:position]
        deciding = deciding_question(question, earlier)
        if deciding is None:
            errors.append(ConditionError(question, "show_if_question", _unknown_question(earlier)))
        elif not is_understood(question, deciding):
            answers = ", ".join(possible_answers(deciding))
            text = _("Enter answers of that question, one a line: %(answers)s.") % {"answers": answers}
            errors.append(ConditionError(question, "show_if_answers", text))
    return errors


def is_asked(question: dict, by_key: dict[str, dict], answer_to: Callable[[dict], object]) -> bool:
    """Whether a question of a definition is asked, given the answers so far; a missing condition means always.

    A question whose deciding question is not asked is not asked either.
    """
    condition = question.get("show_if")
    if not condition:
        return True
    deciding = by_key.get(condition["key"])
    if deciding is None:
        return True
    given = answer_to(deciding)
    answers = given if isinstance(given, list) else [given]
    return is_asked(deciding, by_key, answer_to) and any(answer in condition["values"] for answer in answers)


def _unknown_question(earlier: list["EnquiryQuestion"]) -> str:
    labels = [f"“{one.label}”" for one in earlier if one.type in DECIDING]
    if not labels:
        return _("Only an earlier question with choices or with yes and no can decide. Put one above, or clear this.")
    return _("Enter the wording of an earlier question: %(labels)s.") % {"labels": ", ".join(labels)}
