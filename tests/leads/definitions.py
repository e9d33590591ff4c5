"""Definitions of enquiry forms, as versions keep them."""

from leads.models import EnquiryForm, QuestionType


def question(key: str, type: str = QuestionType.SHORT_TEXT, **fields) -> dict:
    return {
        "key": key,
        "label": key.capitalize(),
        "type": str(type),
        "help_text": "",
        "is_required": False,
        "choices": [],
        "sensitivity": "plain",
        **fields,
    }


def statement(purpose: str, kind: str = "consent", *, is_required: bool = False) -> dict:
    return {"kind": kind, "purpose": purpose, "text": f"About {purpose}.", "is_required": is_required}


def definition(*, questions=(), statements=(), **fields) -> dict:
    return {**EnquiryForm().definition(), "questions": list(questions), "statements": list(statements), **fields}


ONE_OF_EACH = [
    question("short", QuestionType.SHORT_TEXT),
    question("long", QuestionType.LONG_TEXT),
    question("email", QuestionType.EMAIL),
    question("phone", QuestionType.PHONE),
    question("number", QuestionType.NUMBER),
    question("date", QuestionType.DATE),
    question("one", QuestionType.ONE_CHOICE, choices=["Morning", "Evening"]),
    question("several", QuestionType.SEVERAL_CHOICES, choices=["Face", "Neck", "Hands"]),
    question("sure", QuestionType.YES_NO),
]
