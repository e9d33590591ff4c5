"""A post is read by the wording that was on screen; what cannot be known is taken leniently and flagged."""

import pytest

from leads.context import FormContext, sign_context
from leads.models import ClinicSettings
from leads.targets import find_target
from tests.factories import make_form

pytestmark = pytest.mark.django_db


def context_of(form) -> str:
    return sign_context(FormContext(form.current_version.pk, 3, 12))


def test_the_context_names_the_version_that_was_on_screen(enquiry_form):
    seen = context_of(enquiry_form)
    shown = enquiry_form.current_version
    enquiry_form.heading = "Another heading"
    enquiry_form.save()
    target = find_target("consultation", seen, ClinicSettings())
    assert (target.version, target.form, target.flags) == (shown, enquiry_form, [])
    assert target.definition == shown.definition
    assert target.context.page_id == 3


def test_a_form_that_was_archived_since_is_flagged(enquiry_form):
    seen = context_of(enquiry_form)
    enquiry_form.is_archived = True
    enquiry_form.save()
    assert find_target("consultation", seen, ClinicSettings()).flags == ["archived_form"]


@pytest.mark.parametrize("slug", ["renamed", "other"])
def test_the_context_decides_when_the_address_says_something_else(enquiry_form, slug):
    make_form("other")
    target = find_target(slug, context_of(enquiry_form), ClinicSettings())
    assert (target.form, target.flags) == (enquiry_form, ["unknown_form"])


@pytest.mark.parametrize("context", ["", "nonsense", sign_context(FormContext(10**12))])
def test_without_a_context_the_address_names_the_form_but_not_the_wording(enquiry_form, context):
    target = find_target("consultation", context, ClinicSettings())
    assert (target.form, target.version) == (enquiry_form, None)
    assert target.flags == ["broken_context"]


@pytest.mark.parametrize("slug", ["nobody-knows", "nul\x00", "", "ü" * 500])
def test_an_unknown_address_is_read_like_the_clinics_own_form(slug):
    default = make_form(questions=[{"label": "Allergies"}])
    target = find_target(slug, "", ClinicSettings(default_form=default))
    assert (target.form, target.flags) == (None, ["broken_context", "unknown_form"])
    assert [question["key"] for question in target.definition["questions"]] == ["allergies"]


def test_without_any_form_the_standard_fields_are_enough():
    target = find_target("nobody-knows", "", ClinicSettings())
    assert target.definition["asks_message"]
    assert target.definition["questions"] == []


def test_nobody_is_asked_or_bound_by_what_they_may_not_have_read():
    make_form(
        questions=[{"label": "Allergies", "is_required": True}],
        statements=[{"purpose": "contact", "text": "May we?", "is_required": True}],
    )
    definition = find_target("consultation", "", ClinicSettings()).definition
    assert [question["is_required"] for question in definition["questions"]] == [False]
    assert definition["statements"] == []
