"""The enquiry form as Django form, built from the version of the form that the visitor saw."""

import json
from copy import copy
from typing import NamedTuple

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.drawn_inputs import renderer
from leads.models import PreferredContact, QuestionType, StatementKind
from leads.models.question_conditions import is_asked
from leads.question_fields import (
    CHOICE_ERRORS,
    INPUT_CLASS,
    EmailLineField,
    LineField,
    LinesField,
    answer_text,
    field_for,
    posted_values,
)
from leads.visitor_text import storable_post

HONEYPOT = "website"
"""The name of a field that people do not see, and programs fill in."""

MACHINE_FIELDS = frozenset({"context", "client_key", "elapsed", "touches", HONEYPOT, "csrfmiddlewaretoken"})
"""Names that carry no words of the visitor's."""


class Decision(NamedTuple):
    """A notice that was shown or a consent that was decided, in the words that the visitor read."""

    kind: str
    purpose: str
    text: str
    is_given: bool


class ShownCondition(NamedTuple):
    """What decides whether a field is asked: the name of the deciding field, its question, and the wanted answers."""

    name: str
    question: dict
    values: list[str]

    @property
    def as_json(self) -> str:
        """For the script."""
        return json.dumps({"name": self.name, "values": self.values})

    @property
    def text(self) -> str:
        """For visitors without the script."""
        words = {"yes": _("Yes"), "no": _("No")} if self.question["type"] == QuestionType.YES_NO else {}
        answers = " / ".join(str(words.get(value, value)) for value in self.values)
        return _("Only if you answered “%(question)s” with: %(answers)s") % {
            "question": self.question["label"],
            "answers": answers,
        }


class IntakeForm(forms.Form):
    """The form of a version's definition.

    Fields keep their names whatever form they stand in; their ids begin with `prefix_id`, so that forms on one page
    keep theirs apart. `subject` is what the visitor probably asks about. `fields` are those of `fields_of` where they
    were built before; other forms may read them at the same time.
    """

    contact_message = gettext_lazy(
        "Enter an e-mail address or a phone number so that we can answer; one of them is enough."
    )
    """What to do when there is no way to be answered; the script says it too."""

    def __init__(
        self,
        definition: dict,
        *,
        subject: str = "",
        prefix_id: str = "enquiry-form-1",
        data=None,
        fields: dict[str, forms.Field] | None = None,
    ):
        super().__init__(
            data=None if data is None else storable_post(data),
            auto_id=f"{prefix_id}-%s",
            initial={"treatment": subject},
            label_suffix="",
            renderer=renderer(),
        )
        self.definition = definition
        self.prefix_id = prefix_id
        self.fields.update(fields_of(definition) if fields is None else fields)
        self.questions = questions_of(definition)

    @property
    def question_fields(self) -> list[forms.BoundField]:
        """The fields above the notices and consents."""
        return [field for field in self if not field.name.startswith("consent-")]

    @property
    def statement_fields(self) -> list[tuple[dict, forms.BoundField | None]]:
        """Each notice and consent in order, a consent with its box."""
        names = ((statement, consent_name(index)) for index, statement in enumerate(self.definition["statements"]))
        return [(statement, self[name] if name in self.fields else None) for statement, name in names]

    def clean(self):
        """E-mail or phone: one is enough; a mistyped e-mail already has its own message."""
        cleaned = super().clean()
        if not cleaned.get("email") and not cleaned.get("phone") and not {"email", "phone"} & self.errors.keys():
            self.add_error("email", self.contact_message)
        return cleaned

    def full_clean(self):
        """Require nothing of questions that were not asked; what was written there all the same is kept."""
        for question in self.questions.values():
            if question.get("show_if") and self.is_bound:
                field = copy(self.fields[question_name(question)])
                field.required = question["is_required"] and self.is_asked(question)
                self.fields[question_name(question)] = field
        super().full_clean()

    def is_asked(self, question: dict) -> bool:
        """Whether the posted answers let a question be asked."""
        return is_asked(question, self.questions, self._posted_answer)

    def clean_preferred_contact(self) -> str:
        return self.cleaned_data["preferred_contact"] or PreferredContact.ANY

    def said(self) -> dict[str, str]:
        """The fixed fields of a valid form by name; one that the form does not ask is empty."""
        names = ("name", "email", "phone", "preferred_contact", "treatment", "message")
        return {name: self.cleaned_data.get(name, "") for name in names}

    def answers(self) -> list[dict]:
        """Every question with its answer, in the order and the words of the form; "" where none was given."""
        return [self._answer(question) for question in self.definition["questions"]]

    def decisions(self) -> list[Decision]:
        """Every notice and consent of the form; a box that was left empty is a decision too."""
        return [
            Decision(
                statement["kind"],
                statement["purpose"],
                statement["text"],
                bool(self.cleaned_data.get(consent_name(index), False)),
            )
            for index, statement in enumerate(self.definition["statements"])
        ]

    def unknown_values(self) -> dict[str, str]:
        """Posted names that this form does not have, with their values; several values are lines."""
        names = [name for name in self.data if name not in self.fields and name not in MACHINE_FIELDS]
        values = {name: "\n".join(self.data.getlist(name)) for name in names}
        return {name: value for name, value in values.items() if value.strip()}

    def machine_value(self, name: str) -> str:
        """What the script or the honeypot put into one of `MACHINE_FIELDS`."""
        return self.data.get(name, "").strip()

    def _posted_answer(self, question: dict) -> object:
        """The answer to a deciding question as its condition names it, several as a list."""
        name = question_name(question)
        given = self.fields[name].widget.value_from_datadict(self.data, self.files, name)
        texts = {value: choice for choice, value in posted_values(question["choices"]).items()}
        return [texts.get(one, one) for one in given] if isinstance(given, list) else texts.get(given, given)

    def _answer(self, question: dict) -> dict:
        name = question_name(question)
        return {
            "key": question["key"],
            "label": question["label"],
            "type": question["type"],
            "sensitivity": question["sensitivity"],
            "value": answer_text(self.fields[name], self.cleaned_data.get(name)),
        }


def fields_of(definition: dict) -> dict[str, forms.Field]:
    """All fields of a form in the language in force, each with what template and script are told of it."""
    fields, questions = fixed_fields(definition), questions_of(definition)
    for question in definition["questions"]:
        field = fields[question_name(question)] = field_for(question)
        field.condition = condition_of(question, questions)
    for index, statement in enumerate(definition["statements"]):
        if statement["kind"] == StatementKind.CONSENT:
            fields[consent_name(index)] = consent_field(statement)
    for field in fields.values():
        describe_to_script(field)
    return fields


def questions_of(definition: dict) -> dict[str, dict]:
    """The questions by their keys."""
    return {question["key"]: question for question in definition["questions"]}


def condition_of(question: dict, questions: dict[str, dict]) -> ShownCondition | None:
    """What decides whether a question is asked."""
    condition = question.get("show_if")
    deciding = questions.get(condition["key"]) if condition else None
    return shown_condition(deciding, condition["values"]) if deciding else None


def question_name(question: dict) -> str:
    """The constant name of a question's field."""
    return f"q-{question['key']}"


def shown_condition(deciding: dict, wanted: list[str]) -> ShownCondition:
    """The condition with the answers as they are posted."""
    values = posted_values(deciding["choices"])
    return ShownCondition(question_name(deciding), deciding, [values.get(answer, answer) for answer in wanted])


def consent_name(index: int) -> str:
    """The constant name of a consent's field, by its place among the statements."""
    return f"consent-{index}"


def fixed_fields(definition: dict) -> dict[str, forms.Field]:
    """The fields that staff do not build themselves."""
    fields = {**contact_fields(), "preferred_contact": preferred_contact_field()}
    if definition["asks_treatment"]:
        fields["treatment"] = LineField(label=_("Treatment"), longest=255, required=False)
        fields["treatment"].optional_mark = True
    if definition["asks_message"]:
        fields["message"] = LinesField(label=_("Your message"), required=False)
        fields["message"].optional_mark = True
    return fields


def contact_fields() -> dict[str, forms.Field]:
    """Who the visitor is and how to reach them."""
    name = LineField(
        label=_("Your name"),
        longest=200,
        error_messages={"required": _("Enter your name so that we know how to address you.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = EmailLineField(
        label=_("E-mail"),
        longest=254,
        required=False,
        help_text=_("E-mail or phone: one of them is enough."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )
    phone = LineField(
        label=_("Phone"),
        longest=60,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )
    return {"name": name, "email": email, "phone": phone}


def preferred_contact_field() -> forms.Field:
    """How the visitor would like to be answered; no choice means any way."""
    return forms.ChoiceField(
        label=_("How may we answer you?"),
        choices=[(PreferredContact.ANY, _("Any way suits me")), *PreferredContact.choices[1:]],
        required=False,
        initial=PreferredContact.ANY,
        error_messages=CHOICE_ERRORS,
        widget=forms.RadioSelect,
    )


def consent_field(statement: dict) -> forms.BooleanField:
    """An empty box with the statement as its label."""
    field = forms.BooleanField(
        label=statement["text"],
        required=statement["is_required"],
        error_messages={"required": _("Tick this box so that we may answer your enquiry.")},
    )
    field.optional_mark = not field.required
    return field


def describe_to_script(field: forms.Field) -> None:
    """Give the widget its class, and the messages with which the script says what the server would say."""
    attrs = field.widget.attrs
    attrs["class"] = INPUT_CLASS
    if field.required:
        attrs["data-required"] = field.error_messages["required"]
    if isinstance(field, EmailLineField):
        attrs["data-invalid"] = field.error_messages["invalid"]
