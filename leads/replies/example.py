"""A template as an invented person would get it."""

from leads.clinics import clinic_for
from leads.models import ReplyTemplate
from leads.replies.reply_mail import body
from leads.replies.values import words
from leads.replies.variables import VARIABLES, fill


def example_mail(template: ReplyTemplate, request) -> dict[str, str]:
    """Subject and text with everything filled in."""
    example = {variable.name: str(variable.example) for variable in VARIABLES.values()}
    language = getattr(request, "LANGUAGE_CODE", "en")
    return {
        "subject": words(fill(template.subject, example)),
        "text": body(fill(template.text, example), clinic_for(request), language=language),
    }
