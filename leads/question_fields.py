"""A form field for every type of question, and the answer as staff will read it."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django import forms
from django.core.validators import EmailValidator, MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.models import QuestionType
from leads.visitor_text import on_one_line, storable, without_marks

SHORT, LONG = 500, 10_000
"""Most characters of a short and of a long answer."""

INPUT_CLASS = "leads-field__input"


class VisitorEmailValidator(EmailValidator):
    """Django's rule, with any letter before the @ (RFC 6531): a lead is worth more than a strict pattern."""

    user_regex = re.compile(r"^[^\s@\"(),:;<>\[\]\\]+\Z")


class LinesField(forms.CharField):
    """Text of many lines; has no `maxlength` attribute, because browsers cut pasted text without a word."""

    widget = forms.Textarea

    def __init__(self, *, longest: int = LONG, **kwargs):
        super().__init__(strip=False, **kwargs)
        self.validators.append(MaxLengthValidator(longest))
        self.error_messages["max_length"] = gettext_lazy(
            "Shorten this to %(limit_value)d characters; it has %(show_value)d now."
        )

    def to_python(self, value):
        """Every space stays where the visitor put it; nothing but space is no answer."""
        text = super().to_python(value)
        return text if text.strip() else ""


class LineField(LinesField):
    """One line of text; a pasted line break becomes a space."""

    widget = forms.TextInput

    def to_python(self, value):
        return on_one_line(super().to_python(value))


class EmailLineField(LineField):
    """An e-mail address; invisible marks that came along when it was copied are left out."""

    widget = forms.EmailInput
    default_validators = [VisitorEmailValidator()]
    default_error_messages = {
        "invalid": gettext_lazy("Enter the whole e-mail address, such as name@example.com."),
    }

    def to_python(self, value):
        return without_marks(super().to_python(value))


def field_for(question: dict) -> forms.Field:
    """The form field of a question of a form's definition; an unknown type is asked as a long text."""
    build = BUILDERS.get(question["type"], _long_text)
    required = question["is_required"]
    field = build(question, label=question["label"], help_text=question["help_text"], required=required)
    field.optional_mark = not required
    if required:
        field.error_messages["required"] = _required_message(question)
    return field


def answer_text(field: forms.Field, value) -> str | list[str]:
    """A cleaned value as text, in the words that the visitor saw; several choices are a list."""
    if isinstance(field, forms.MultipleChoiceField):
        texts = dict(field.choices)
        return [texts[chosen] for chosen in value]
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def posted_values(choices: list[str]) -> dict[str, str]:
    """What is posted for each choice: its text, without what no post brings whole; numbered where two would be alike.

    Editors paste control characters along with choices. One that has none is posted as it is.
    """
    values = {choice: choice for choice in choices if choice.isprintable() or storable(choice) == choice}
    taken = set(values)
    for choice in choices:
        if choice in values:
            continue
        value, number = storable(choice), 1
        while value in taken or not value.strip():
            number += 1
            value = f"{storable(choice)} ({number})"
        values[choice] = value
        taken.add(value)
    return values


def _required_message(question: dict) -> str:
    if question["choices"] or question["type"] == QuestionType.YES_NO:
        return _("Choose an answer to “%(question)s”.") % {"question": question["label"]}
    return _("Enter an answer to “%(question)s”.") % {"question": question["label"]}


def _short_text(question: dict, **options) -> forms.Field:
    return LineField(longest=SHORT, **options)


def _long_text(question: dict, **options) -> forms.Field:
    return LinesField(**options)


def _email(question: dict, **options) -> forms.Field:
    return EmailLineField(longest=254, **options)


def _phone(question: dict, **options) -> forms.Field:
    return LineField(longest=60, widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}), **options)


def _number(question: dict, **options) -> forms.Field:
    field = forms.DecimalField(max_digits=20, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **options)
    message = gettext_lazy("Enter a number in digits, such as 3 or 2.5.")
    for code in ("invalid", "max_digits", "max_decimal_places", "max_whole_digits"):
        field.error_messages[code] = message
    return field


def _date(question: dict, **options) -> forms.Field:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    message = gettext_lazy("Enter a date with day, month and year, such as 24/12/2026.")
    return forms.DateField(widget=widget, error_messages={"invalid": message}, **options)


def _offered(question: dict) -> list[tuple[str, str]]:
    """What is posted for each choice, and its text."""
    values = posted_values(question["choices"])
    return [(values[choice], choice) for choice in question["choices"]]


def _one_choice(question: dict, **options) -> forms.Field:
    choices = _offered(question)
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, error_messages=CHOICE_ERRORS, **options)


def _several_choices(question: dict, **options) -> forms.Field:
    choices = _offered(question)
    return forms.MultipleChoiceField(
        choices=choices, widget=forms.CheckboxSelectMultiple, error_messages=CHOICE_ERRORS, **options
    )


def _yes_no(question: dict, **options) -> forms.Field:
    choices = [("yes", _("Yes")), ("no", _("No"))]
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, error_messages=CHOICE_ERRORS, **options)


CHOICE_ERRORS = {
    "invalid_choice": gettext_lazy("Choose one of the answers that are offered."),
    "invalid_list": gettext_lazy("Choose from the answers that are offered."),
}

BUILDERS: dict[str, Callable[..., forms.Field]] = {
    QuestionType.SHORT_TEXT: _short_text,
    QuestionType.LONG_TEXT: _long_text,
    QuestionType.EMAIL: _email,
    QuestionType.PHONE: _phone,
    QuestionType.NUMBER: _number,
    QuestionType.DATE: _date,
    QuestionType.ONE_CHOICE: _one_choice,
    QuestionType.SEVERAL_CHOICES: _several_choices,
    QuestionType.YES_NO: _yes_no,
}
