"""The form that a visitor fills in: what it asks, what it takes, and what it says when something is missing."""

import re
from html import unescape

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from leads.intake import IntakeForm
from leads.models import QuestionType
from leads.question_fields import posted_values
from tests.leads.definitions import ONE_OF_EACH, definition, question, statement
from tests.leads.pages import answers


def filled(posted: dict | None = None, /, **parts):
    """A form with a careful visitor's answers and `posted` in their place; None leaves a field out."""
    values = {name: value for name, value in {**answers(), **(posted or {})}.items() if value is not None}
    return IntakeForm(definition(**parts), data=values)


def test_a_careful_visitors_enquiry_is_valid():
    form = filled()
    assert form.is_valid()
    assert form.cleaned_data["preferred_contact"] == "any"


@pytest.mark.parametrize("contact", [{"email": None, "phone": "020 7946 0000"}, {"phone": ""}])
def test_one_way_to_be_answered_is_enough(contact):
    assert filled(contact).is_valid()


def test_without_any_way_to_be_answered_the_visitor_is_told_so():
    form = filled({"email": "  ", "phone": None})
    assert form.errors == {
        "email": ["Enter an e-mail address or a phone number so that we can answer; one of them is enough."]
    }


def test_a_mistyped_address_is_named_once():
    assert filled({"email": "ada@"}).errors == {"email": ["Enter the whole e-mail address, such as name@example.com."]}


@pytest.mark.parametrize(
    "email", ["Ada.O'Hara+skin@example.com", "ada@exämple.com", "жанна@example.com", "\u200eada@example.com\u200b "]
)
def test_addresses_of_many_people_are_taken(email):
    assert filled({"email": email}).is_valid()


@pytest.mark.parametrize("phone", ["07700 900123", "ext. 12, after six", "☎ 020-7946-0000", "call the front desk"])
def test_a_phone_is_never_refused_for_its_format(phone):
    form = filled({"email": "", "phone": phone})
    assert form.is_valid()
    assert form.cleaned_data["phone"] == phone


def test_a_missing_name_is_asked_for_with_the_reason():
    assert filled({"name": " \x00 "}).errors == {"name": ["Enter your name so that we know how to address you."]}


def test_control_characters_and_the_space_around_a_line_go_and_nothing_else():
    form = filled({"name": " A\x00da\n Example ", "message": "  one\r\n\x07two\ttabs  "})
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Ada  Example"
    assert form.cleaned_data["message"] == "  one\ntwo\ttabs  "


def test_ten_thousand_characters_are_taken():
    assert filled({"message": "ü" * 10_000}).is_valid()


def test_more_is_refused_with_both_numbers():
    assert filled({"message": "x" * 10_001}).errors == {
        "message": ["Shorten this to 10000 characters; it has 10001 now."]
    }


def test_no_field_cuts_pasted_text_in_silence():
    assert "maxlength" not in filled(questions=ONE_OF_EACH).as_p()


def test_an_invented_choice_is_refused():
    assert filled({"preferred_contact": "pigeon"}).errors == {
        "preferred_contact": ["Choose one of the answers that are offered."]
    }


def test_the_treatment_is_filled_in_from_the_page():
    assert 'value="Peel"' in str(IntakeForm(definition(), subject="Peel")["treatment"])


@pytest.mark.parametrize("name", ["treatment", "message"])
def test_a_form_may_leave_a_standard_field_out(name):
    assert name not in IntakeForm(definition(**{f"asks_{name}": False})).fields


VALID = {
    "short": ("Two words", "Two words"),
    "long": ("Many\r\nlines", "Many\nlines"),
    "email": ("other@example.com", "other@example.com"),
    "phone": ("01632 960123", "01632 960123"),
    "number": (" 2.50 ", "2.50"),
    "date": ("2026-12-24", "2026-12-24"),
    "one": ("Evening", "Evening"),
    "several": (["Face", "Hands"], ["Face", "Hands"]),
    "sure": ("no", "No"),
}


def post_of(values: dict):
    posted = QueryDict(mutable=True)
    for name, value in {**answers(), **values}.items():
        posted.setlist(name, value if isinstance(value, list) else [value])
    return posted


def test_every_type_of_question_comes_back_as_it_was_answered():
    posted = post_of({f"q-{key}": typed for key, (typed, _kept) in VALID.items()})
    form = IntakeForm(definition(questions=ONE_OF_EACH), data=posted)
    assert form.is_valid(), form.errors
    assert {answer["key"]: answer["value"] for answer in form.answers()} == {
        key: kept for key, (_typed, kept) in VALID.items()
    }


def test_an_answer_keeps_the_words_of_its_question():
    asked = question("allergies", QuestionType.LONG_TEXT, label="Any allergies?", sensitivity="sensitive")
    form = filled({"q-allergies": "Latex"}, questions=[asked])
    assert form.is_valid()
    assert form.answers() == [
        {
            "key": "allergies",
            "label": "Any allergies?",
            "type": "long_text",
            "sensitivity": "sensitive",
            "value": "Latex",
        }
    ]


@pytest.mark.parametrize("asked", ONE_OF_EACH, ids=lambda asked: asked["key"])
def test_an_optional_question_may_stay_empty(asked):
    form = filled(questions=[asked])
    assert form.is_valid()
    assert form.answers()[0]["value"] in ("", [])


@pytest.mark.parametrize("asked", ONE_OF_EACH, ids=lambda asked: asked["key"])
def test_a_required_question_says_what_to_do(asked):
    form = filled(questions=[{**asked, "is_required": True, "label": "100% sure?"}])
    (message,) = form.errors[f"q-{asked['key']}"]
    assert message.endswith("an answer to “100% sure?”.")


@pytest.mark.parametrize(
    ("key", "nonsense"),
    [
        ("email", "nobody"),
        ("number", "many"),
        ("number", "NaN"),
        ("number", "1e999999"),
        ("number", "9" * 5_000),
        ("date", "tomorrow"),
        ("date", "2026-02-30"),
        ("one", "Noon"),
        ("several", "Feet"),
        ("sure", "perhaps"),
        ("short", "x" * 501),
    ],
)
def test_nonsense_in_a_question_gets_a_sentence(key, nonsense):
    form = filled({f"q-{key}": nonsense}, questions=ONE_OF_EACH)
    (message,) = form.errors[f"q-{key}"]
    assert message[0].isupper()
    assert message.endswith(".")


@given(st.text(), st.text())
def test_any_text_in_any_field_is_taken_or_answered_with_a_sentence(first, second):
    names = [f"q-{asked['key']}" for asked in ONE_OF_EACH]
    posted = dict.fromkeys([*names, "name", "email", "phone", "preferred_contact", "treatment", "message"], first)
    form = IntakeForm(definition(questions=ONE_OF_EACH), data={**posted, second: second})
    assert form.as_p()
    assert all(message.endswith(".") for messages in form.errors.values() for message in messages)


def test_a_consent_starts_empty_and_may_be_left_so():
    form = filled(statements=[statement("news")])
    assert "checked" not in str(form["consent-0"])
    assert form.is_valid()
    assert [decision.is_given for decision in form.decisions()] == [False]


def test_a_required_consent_is_asked_for():
    form = filled(statements=[statement("privacy", "notice"), statement("contact", is_required=True)])
    assert form.errors == {"consent-1": ["Tick this box so that we may answer your enquiry."]}


def test_notices_and_consents_are_decisions_in_the_words_that_were_read():
    form = filled({"consent-1": "on"}, statements=[statement("privacy", "notice"), statement("news")])
    assert form.is_valid()
    assert [tuple(decision) for decision in form.decisions()] == [
        ("notice", "privacy", "About privacy.", False),
        ("consent", "news", "About news.", True),
    ]


def test_what_the_form_did_not_ask_is_known_but_the_machine_fields_are_not_answers():
    form = filled({"q-old": " yes ", "context": "x", "client_key": "y", "elapsed": "1", "website": "", "empty": " "})
    assert form.unknown_values() == {"q-old": " yes "}


def test_ids_differ_between_forms_and_names_do_not():
    first, second = (IntakeForm(definition(), prefix_id=f"enquiry-form-{number}") for number in (1, 2))
    assert (first["name"].auto_id, second["name"].auto_id) == ("enquiry-form-1-name", "enquiry-form-2-name")
    assert first["name"].html_name == second["name"].html_name == "name"


# Choices as staff paste them

PASTED = st.text(
    st.characters(codec="utf-8") | st.sampled_from("\x07\x0b\x1f\x7f\x85\u00a0\u200b\u202e\u2028\r\n\t "),
    min_size=1,
    max_size=12,
)


def as_a_browser_posts(html: str, name: str, place: int) -> str:
    """The value of one of a question's boxes, as HTML and a form's encoding carry it."""
    boxes = re.findall(rf'<input type="(?:radio|checkbox)" name="{name}" value="([^"]*)"', html)
    value = unescape(boxes[place].replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd"))
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")


@given(st.lists(PASTED, min_size=2, max_size=5, unique=True), st.data())
def test_every_choice_can_be_picked_and_is_read_back_as_the_form_holds_it(choices, data):
    asked = [question("one", QuestionType.ONE_CHOICE, choices=choices, is_required=True)]
    asked.append(question("several", QuestionType.SEVERAL_CHOICES, choices=choices))
    condition = {"key": "one", "values": [choices[0]]}
    asked.append(question("why", QuestionType.SHORT_TEXT, is_required=True, show_if=condition))
    page = str(IntakeForm(definition(questions=asked)).as_p())
    place = data.draw(st.integers(0, len(choices) - 1))
    several = data.draw(st.lists(st.integers(0, len(choices) - 1), unique=True))
    posted = {
        "q-one": as_a_browser_posts(page, "q-one", place),
        "q-several": [as_a_browser_posts(page, "q-several", number) for number in several],
        "q-why": "because",
    }
    form = IntakeForm(definition(questions=asked), data=post_of(posted))
    assert form.is_valid(), form.errors
    one, many, _why = (answer["value"] for answer in form.answers())
    assert one == choices[place]
    assert many == [choices[number] for number in several]
    assert form.is_asked(asked[2]) == (place == 0)
    shown = form.fields["q-why"].condition
    assert (posted["q-one"].replace("\r\n", "\n") in shown.values) == (place == 0)


def test_a_plain_choice_is_posted_in_its_own_words():
    assert posted_values(["Face", "Neck\u00a0and chest", "Face\x07"]) == {
        "Face": "Face",
        "Neck\u00a0and chest": "Neck\u00a0and chest",
        "Face\x07": "Face (2)",
    }
