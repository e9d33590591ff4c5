"""The demo clinic's two enquiry forms: the full one, and a short one for a call back."""

from leads.models import (
    ConsentStatement,
    EnquiryForm,
    EnquiryQuestion,
    QuestionType,
    Sensitivity,
    StatementKind,
)

RECIPIENT = "reception@wrenandrowe.example"

PRIVACY_NOTICE = (
    "We use what you write here to answer you, and for nothing else. Reception and the practitioner you ask about can "
    "read it. We keep it for two years if you do not become a patient. Our privacy page says more."
)
MARKETING_CONSENT = (
    "You may e-mail me news from Wren & Rowe, about four times a year. I can stop this at any time with one click."
)

CONSULTATION = {
    "title": "Consultation",
    "slug": "consultation",
    "heading": "Ask about a consultation",
    "introduction": (
        "Write a few lines, or ask for a call. A person reads every enquiry and answers in opening hours. "
        "Asking costs nothing and binds you to nothing."
    ),
    "submit_label": "Send enquiry",
    "recipients": RECIPIENT,
    "reply_target_minutes": 240,
}
CONSULTATION_QUESTIONS = (
    {
        "label": "When suits you best?",
        "type": QuestionType.SEVERAL_CHOICES,
        "choices": "Mornings\nAfternoons\nEvenings (Thursday)\nSaturdays",
        "help_text": "Tick all that work for you.",
    },
    {"label": "Have you had this treatment before?", "type": QuestionType.YES_NO},
    {
        "label": "Is there anything about your health we should know?",
        "type": QuestionType.LONG_TEXT,
        "sensitivity": Sensitivity.SENSITIVE,
        "help_text": "Only if you wish: pregnancy, medicines, allergies, skin conditions. We ask again in person.",
    },
)

CALL_BACK = {
    "title": "Call back",
    "slug": "call-back",
    "heading": "Shall we call you?",
    "introduction": "Leave your name and number. We call in opening hours and say who we are before anything else.",
    "submit_label": "Ask for a call",
    "asks_treatment": False,
    "asks_message": False,
    "recipients": RECIPIENT,
    "reply_target_minutes": 120,
}
CALL_BACK_QUESTIONS = (
    {
        "label": "When may we call?",
        "type": QuestionType.ONE_CHOICE,
        "choices": "In the morning\nIn the afternoon\nAny time you are open",
    },
)


def load_forms() -> EnquiryForm:
    """Store both forms; the answer is the one that pages use by default."""
    notice = {"kind": StatementKind.NOTICE, "purpose": "privacy", "text": PRIVACY_NOTICE}
    marketing = {"kind": StatementKind.CONSENT, "purpose": "marketing-email", "text": MARKETING_CONSENT}
    make_form(CALL_BACK, CALL_BACK_QUESTIONS, (notice,))
    return make_form(CONSULTATION, CONSULTATION_QUESTIONS, (notice, marketing))


def make_form(fields: dict, questions: tuple[dict, ...], statements: tuple[dict, ...]) -> EnquiryForm:
    """Store one form with its questions and statements."""
    form = EnquiryForm(**fields)
    form.questions = [EnquiryQuestion(sort_order=place, **question) for place, question in enumerate(questions)]
    form.consent_statements = [
        ConsentStatement(sort_order=place, **statement) for place, statement in enumerate(statements)
    ]
    form.full_clean()
    form.save()
    return form
