"""The variables of replies: a fixed few, filled in once, and nothing sent with one left over."""

from datetime import UTC, datetime, time

import pytest
from django.utils import translation

from leads.models import LeadStatus, OpeningHours
from leads.replies.values import first_name, values_for
from leads.replies.variables import VARIABLES, fill, obstacles_to, problems_of
from tests import factories

VALUES = {"first_name": "Amara", "subject": "Microneedling", "consultation": ""}


def test_a_variable_is_replaced_however_much_space_is_in_its_braces():
    assert fill("Dear {{first_name}}, {{  first_name }}!", VALUES) == "Dear Amara, Amara!"


def test_a_variable_without_a_value_and_an_unknown_one_stay_as_they_are():
    assert fill("{{ consultation }} {{ nonsense }}", VALUES) == "{{ consultation }} {{ nonsense }}"


def test_what_a_value_brings_along_is_not_read_again():
    assert fill("{{ first_name }}", {"first_name": "{{ subject }}", "subject": "x"}) == "{{ subject }}"


@pytest.mark.parametrize(
    "text", ["{{ first_name.upper }}", "{{ first_name|safe }}", "{{ lead.email }}", "{{ settings.SECRET_KEY }}", "{{}}"]
)
def test_nothing_but_the_known_names_can_be_looked_up(text):
    assert fill(text, VALUES) == text
    assert "There is no variable" in problems_of(text)[0]


def test_a_template_tag_is_only_text():
    assert fill("{% debug %} {# x #}", VALUES) == "{% debug %} {# x #}"
    assert problems_of("{% debug %} {# x #}") == []


def test_an_unknown_variable_is_refused_with_the_known_ones():
    [problem] = problems_of("Dear {{ firstname }}, {{ firstname }}")
    assert "There is no variable {{ firstname }}." in problem
    assert problem.endswith(f"Known are: {', '.join(VARIABLES)}.")


@pytest.mark.parametrize(
    "text",
    ["{{ first_name }", "{{first_name", "first_name }}", "{{{ first_name }}}", "{{ first\nname }}", "{{{{"],
)
def test_braces_that_make_no_variable_are_refused(text):
    assert any("Braces are left over" in problem for problem in problems_of(text)), text


def test_single_braces_are_text():
    assert problems_of("f{x} :-} {") == []


def test_braces_without_end_are_read_in_no_time():
    assert problems_of("{{" + " " * 10_000)
    assert problems_of("{{ " * 3_000)


def test_a_known_variable_without_a_value_says_what_is_missing():
    [obstacle] = obstacles_to("We see you {{ consultation }}.", VALUES)
    assert "{{ consultation }}" in obstacle
    assert "No consultation is booked." in obstacle


def test_nothing_is_left_to_say_about_a_text_that_is_filled_in():
    assert obstacles_to(fill("Dear {{ first_name }}", VALUES), VALUES) == []


def test_every_variable_has_an_example_and_can_be_filled_in_by_it():
    examples = {variable.name: str(variable.example) for variable in VARIABLES.values()}
    text = " ".join(variable.tag for variable in VARIABLES.values())
    assert all(examples.values())
    assert obstacles_to(fill(text, examples), examples) == []


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Amara Osei", "Amara"),
        ("Osei, Amara", "Amara"),
        ("Dr. Amara Osei", "Amara"),
        ("Prof Dr Amara Osei", "Amara"),
        ("Amara", "Amara"),
        ("Dr", "Dr"),
        ("  ", ""),
        ("Osei,", "Osei"),
        ("Amara\nBcc: x", "Amara"),
    ],
)
def test_people_are_addressed_by_their_first_name(name, first):
    assert first_name(name) == first


@pytest.mark.django_db
def test_every_variable_gets_its_value(clinic):
    clinic.street, clinic.locality, clinic.postal_code = "14 Orchard Row", "London", "N1 9CK"
    clinic.save()
    for weekday in (0, 1, 4):
        OpeningHours.objects.create(clinic=clinic, weekday=weekday, opens=time(9), closes=time(18))
    at = datetime(2027, 7, 1, 13, 30, tzinfo=UTC)
    lead = factories.LeadFactory(name="Amara Osei", status=LeadStatus.BOOKED, consultation_at=at)
    user = factories.make_user(first_name="Ben", last_name="Whitlock")
    values = values_for(lead, clinic, user, language="en-gb")
    assert set(values) == set(VARIABLES)
    assert values == {
        "name": "Amara Osei",
        "first_name": "Amara",
        "subject": "Microneedling",
        "reference": lead.reference,
        "consultation": "Thursday, 1 July 2027, 14:30",
        "clinic_name": "Wren & Rowe",
        "clinic_phone": "020 7946 0321",
        "clinic_address": "14 Orchard Row\nLondon N1 9CK",
        "opening_hours": "Monday – Tuesday: 09:00–18:00\nFriday: 09:00–18:00",
        "staff_name": "Ben Whitlock",
    }


@pytest.mark.django_db
def test_days_are_named_in_the_language_of_the_person(clinic):
    OpeningHours.objects.create(clinic=clinic, weekday=0, opens=time(9), closes=time(18))
    with translation.override("en"):
        values = values_for(factories.LeadFactory(), clinic, None, language="de")
    assert values["opening_hours"] == "Montag: 09:00–18:00"


@pytest.mark.django_db
def test_a_clinic_without_details_has_no_values():
    values = values_for(
        factories.LeadFactory(subject=""), factories.ClinicSettings(), factories.make_user(), language="en"
    )
    assert {name for name, value in values.items() if not value} == {
        "subject",
        "consultation",
        "clinic_name",
        "clinic_phone",
        "clinic_address",
        "opening_hours",
        "staff_name",
    }
