"""Whatever form staff build and whatever a visitor answers: what was accepted reads back as it was written."""

import itertools
import unicodedata
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leads.models import Enquiry, QuestionType, Sensitivity
from leads.sealing import open_value
from tests.factories import make_form
from tests.leads.pages import answers, hidden_values

pytestmark = pytest.mark.django_db

slugs = itertools.count()
through_the_database = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

words = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60)
line = words.filter(lambda text: text == text.strip())
lines = st.lists(words, max_size=4).map("\n".join).filter(lambda text: text.strip() or not text)
choice = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)

ANSWERS = {
    QuestionType.SHORT_TEXT: line,
    QuestionType.PHONE: line,
    QuestionType.LONG_TEXT: lines,
    QuestionType.EMAIL: st.sampled_from(["", "Ada.O'Hara+skin@example.com", "жанна@exämple.com"]),
    QuestionType.NUMBER: st.decimals(-(10**9), 10**9, places=3).map(str),
    QuestionType.DATE: st.dates().map(str),
    QuestionType.YES_NO: st.sampled_from(["yes", "no"]),
}
READ_BACK = {
    QuestionType.NUMBER: Decimal,
    QuestionType.DATE: date.fromisoformat,
    QuestionType.YES_NO: str.lower,
}
"""How equal answers of a type become equal values; all others must be the same text."""


@st.composite
def asked_and_answered(draw) -> tuple[dict, str | list[str]]:
    """The fields of a question, and an answer to it."""
    kind = draw(st.sampled_from(QuestionType))
    question = {
        "label": draw(st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=80)),
        "type": kind,
        "help_text": draw(words),
        "sensitivity": draw(st.sampled_from(Sensitivity)),
    }
    if kind in ANSWERS:
        answer = draw(ANSWERS[kind])
    else:
        choices = draw(st.lists(choice, min_size=2, max_size=5, unique=True))
        question["choices"] = "\n".join(choices)
        chosen = st.lists(st.sampled_from(choices), min_size=1, unique=True).map(
            lambda some: sorted(some, key=choices.index)
        )
        answer = draw(st.sampled_from(choices) if kind == QuestionType.ONE_CHOICE else chosen)
    return {**question, "is_required": draw(st.booleans()) if answer else False}, answer


def send(client, questions: list[dict], given_answers: list, *, as_parts: bool = False, **fixed) -> Enquiry:
    """What is stored of a form with these questions, filled in in this way."""
    form = make_form(f"form-{next(slugs)}", questions=questions)
    address = f"/enquiries/{form.slug}/"
    keys = [question["key"] for question in form.current_version.definition["questions"]]
    values = dict(zip((f"q-{key}" for key in keys), given_answers, strict=True))
    posted = hidden_values(client.get(address)) | answers(**fixed) | values | {"client_key": form.slug}
    if as_parts:
        response = client.post(address, posted)
    else:
        body = urlencode(posted, doseq=True, encoding="utf-8").replace("%0A", "%0D%0A")
        response = client.post(address, body, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 303, response.context["shown"].errors
    return Enquiry.objects.get(client_key=form.slug)


@through_the_database
@given(asked=st.lists(asked_and_answered(), max_size=6), as_parts=st.booleans())
def test_every_answer_reads_back_as_it_was_written(client, clinic, asked, as_parts):
    enquiry = send(client, [question for question, _ in asked], [answer for _, answer in asked], as_parts=as_parts)
    for (question, answer), stored in zip(asked, enquiry.answers, strict=True):
        equal = READ_BACK.get(question["type"], lambda value: value)
        assert equal(open_value(stored)) == equal(answer)
        assert stored["label"] == question["label"]
    assert enquiry.flags == []


@through_the_database
@given(name=line.filter(bool), treatment=line, message=lines)
def test_the_fixed_fields_read_back_as_they_were_written(client, clinic, name, treatment, message):
    enquiry = send(client, [], [], name=name, treatment=treatment, message=message)
    assert (enquiry.name, enquiry.treatment, enquiry.message) == (name, treatment, message)


@through_the_database
@given(text=st.text(max_size=60))
def test_nothing_is_left_out_but_control_characters_and_space(client, clinic, text):
    types = [QuestionType.LONG_TEXT, QuestionType.SHORT_TEXT]
    enquiry = send(client, [{"label": str(kind), "type": kind} for kind in types], [text, text])
    assert [visible(answer["value"]) for answer in enquiry.answers] == [visible(text)] * 2


def visible(text: str) -> str:
    """The text without control characters and spaces."""
    return "".join(
        character for character in text if unicodedata.category(character) != "Cc" and not character.isspace()
    )
