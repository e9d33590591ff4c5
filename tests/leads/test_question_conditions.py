"""Questions that are asked only after a certain answer: followed by the server, and never a way to lose words."""

import pytest
from django.http import QueryDict

from leads.intake import IntakeForm
from leads.models import EnquiryQuestion, QuestionType
from leads.models.question_conditions import condition_errors
from tests import factories
from tests.leads.definitions import definition, question


def asks(label: str, type: str = QuestionType.SHORT_TEXT, **fields) -> EnquiryQuestion:
    return EnquiryQuestion(label=label, key=label.lower(), type=type, **fields)


def messages(*questions: EnquiryQuestion) -> list[tuple[str, str]]:
    return [(error.field, error.message) for error in condition_errors(list(questions))]


BEFORE = question("before", QuestionType.YES_NO)
WHICH = question("which", is_required=True, show_if={"key": "before", "values": ["yes"]})
WHEN = question("when", is_required=True, show_if={"key": "which-kind", "values": ["Peel"]})
KIND = question(
    "which-kind",
    QuestionType.SEVERAL_CHOICES,
    choices=["Peel", "Laser"],
    show_if={"key": "before", "values": ["yes"]},
)


def filled(*questions, **answers) -> IntakeForm:
    data = QueryDict(mutable=True)
    data.update({"name": "Ada", "email": "ada@example.com"})
    for key, value in answers.items():
        data.setlist(f"q-{key}", value if isinstance(value, list) else [value])
    return IntakeForm(definition(questions=questions), data=data)


# What the visitor may leave out


def test_a_required_question_is_required_when_it_is_asked():
    assert filled(BEFORE, WHICH, before="yes").errors.keys() == {"q-which"}


@pytest.mark.parametrize("answers", [{"before": "no"}, {}])
def test_a_required_question_that_is_not_asked_may_stay_empty(answers):
    form = filled(BEFORE, WHICH, **answers)
    assert form.is_valid()
    assert [answer["value"] for answer in form.answers()][-1] == ""


def test_what_was_written_though_it_was_not_asked_is_kept():
    form = filled(BEFORE, WHICH, before="no", which="A peel, long ago")
    assert form.is_valid()
    assert form.answers()[1]["value"] == "A peel, long ago"


def test_a_question_below_one_that_is_not_asked_is_not_asked_either():
    form = filled(BEFORE, KIND, WHEN, **{"before": "no", "which-kind": ["Peel"]})
    assert form.is_valid()


def test_one_of_several_choices_is_enough():
    form = filled(BEFORE, KIND, WHEN, **{"before": "yes", "which-kind": ["Laser", "Peel"]})
    assert form.errors.keys() == {"q-when"}


def test_a_condition_on_a_question_that_is_gone_asks_always():
    form = filled(question("which", is_required=True, show_if={"key": "gone", "values": ["yes"]}))
    assert form.errors.keys() == {"q-which"}


def test_versions_of_before_have_no_conditions():
    assert filled(question("which", is_required=True), which="x").is_valid()


def test_a_nonsense_answer_to_the_deciding_question_is_an_error_there_alone():
    assert filled(BEFORE, WHICH, before="perhaps").errors.keys() == {"q-before"}


# What visitors read


def test_without_the_script_the_condition_is_told_in_words(client, clinic):
    form = factories.make_form(
        "ask",
        questions=[
            {"label": "Been here?", "type": QuestionType.YES_NO},
            {"label": "When?", "show_if_question": "been here?", "show_if_answers": "Yes"},
        ],
    )
    html = client.get(f"/enquiries/{form.slug}/").content.decode()
    assert "Only if you answered “Been here?” with: Yes" in html
    assert "data-leads-show-if" in html


# What the editor is told


def test_the_definition_names_the_deciding_question_by_its_key(db):
    form = factories.make_form(
        questions=[
            {"label": "Been here?", "type": QuestionType.YES_NO},
            {"label": "When?", "show_if_question": " BEEN here? ", "show_if_answers": "YES"},
        ]
    )
    shown = form.definition()["questions"]
    assert shown[1]["show_if"] == {"key": shown[0]["key"], "values": ["yes"]}
    assert "show_if" not in shown[0]


def test_a_condition_needs_an_earlier_question_that_can_decide():
    later = asks("Kind", QuestionType.YES_NO)
    ((field, message),) = messages(asks("Text"), asks("When", show_if_question="Kind", show_if_answers="yes"), later)
    assert field == "show_if_question"
    assert "earlier question" in message


def test_the_questions_that_can_decide_are_named():
    ((_field, message),) = messages(
        asks("Kind", QuestionType.YES_NO), asks("When", show_if_question="Knid", show_if_answers="yes")
    )
    assert "“Kind”" in message


@pytest.mark.parametrize("answers", ["", "perhaps", "yes\nperhaps"])
def test_a_condition_needs_answers_that_the_question_has(answers):
    ((field, message),) = messages(
        asks("Kind", QuestionType.YES_NO), asks("When", show_if_question="Kind", show_if_answers=answers)
    )
    assert field == "show_if_answers"
    assert "yes, no" in message


def test_blank_lines_among_the_answers_do_no_harm():
    kind = asks("Kind", QuestionType.ONE_CHOICE, choices="Peel\nLaser")
    assert messages(kind, asks("When", show_if_question="Kind", show_if_answers="\npeel\n\nLASER\r\n")) == []


def test_a_form_without_conditions_keeps_its_versions(db):
    form = factories.make_form(questions=[{"label": "When?"}])
    form.save()
    assert form.versions.count() == 1
