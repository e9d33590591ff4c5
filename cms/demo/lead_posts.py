"""What an invented visitor's browser posts: the form's fields, answers to its questions, and consents."""

from random import Random

from django.http import QueryDict

from cms.demo.lead_words import HEALTH
from cms.demo.visitors import Visitor
from leads.intake import consent_name, question_name
from leads.models import PreferredContact, QuestionType, Sensitivity, StatementKind
from treatment_pages.models import TreatmentPage

REQUIRED_ANSWERS = {
    QuestionType.DATE: "2027-03-01",
    QuestionType.EMAIL: "someone@example.com",
    QuestionType.NUMBER: "2",
    QuestionType.PHONE: "020 7946 0999",
}
"""What is answered to questions that an editor added and made required."""


def fill_in(visitor: Visitor, page: TreatmentPage, definition: dict, message: str, rng: Random) -> QueryDict:
    """The form as this visitor fills it in."""
    post = QueryDict(mutable=True)
    post.update({"name": visitor.name, "email": visitor.email, "phone": visitor.phone, "message": message})
    post["preferred_contact"] = rng.choice([PreferredContact.ANY, *visitor.ways])
    post["treatment"] = page.enquiry_subject
    for question in definition["questions"]:
        post.setlist(question_name(question), _answer(question, rng))
    for index, statement in enumerate(definition["statements"]):
        is_asked = statement["kind"] == StatementKind.CONSENT
        if is_asked and (statement["is_required"] or rng.random() < 0.3):
            post[consent_name(index)] = "on"
    return post


def _answer(question: dict, rng: Random) -> list[str]:
    """What is posted for a question; an optional one is often left alone, as people do."""
    if question["sensitivity"] == Sensitivity.SENSITIVE:
        return [rng.choice(HEALTH)] if question["is_required"] or rng.random() < 0.25 else []
    if not question["is_required"] and rng.random() < 0.2:
        return []
    choices = question["choices"]
    if question["type"] == QuestionType.SEVERAL_CHOICES:
        return rng.sample(choices, rng.randint(1, min(2, len(choices))))
    if question["type"] == QuestionType.YES_NO:
        return [rng.choice(["yes", "no", "no"])]
    if question["type"] == QuestionType.ONE_CHOICE:
        return [rng.choice(choices)]
    return [REQUIRED_ANSWERS.get(question["type"], "As you think best.")] if question["is_required"] else []
