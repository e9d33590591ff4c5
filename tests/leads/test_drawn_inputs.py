"""Inputs that are drawn without a template are those of Django's templates."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates, Jinja2
from django.utils.safestring import mark_safe

from leads.drawn_inputs import drawn_inputs, renderer
from leads.intake import IntakeForm
from tests import factories

NASTY = """<b>"'&</b>"""
WIDGETS = {
    "text": forms.TextInput(attrs={"class": "x", "maxlength": 5, "data-x": NASTY, "required": True, "disabled": False}),
    "phone": forms.TextInput(attrs={"type": "tel"}),
    "safe": forms.TextInput(attrs={"data-x": mark_safe("a &amp; b")}),
    "e-mail": forms.EmailInput(),
    "date": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    "box": forms.CheckboxInput(),
    "area": forms.Textarea(),
    "number": forms.NumberInput(),
    "radios": forms.RadioSelect(choices=[("a", "A"), (NASTY, NASTY)]),
    "boxes": forms.CheckboxSelectMultiple(choices=[("a", "A"), (NASTY, NASTY)]),
    "select": forms.Select(choices=[("a", "A"), (NASTY, NASTY)]),
}


@pytest.mark.parametrize("value", [None, "", "a", NASTY, 7, True])
@pytest.mark.parametrize("name", WIDGETS)
def test_a_widget_is_drawn_as_by_django(name, value):
    drawn, rendered = (
        WIDGETS[name].render(NASTY, value, {"id": NASTY}, by) for by in (drawn_inputs, DjangoTemplates())
    )
    assert drawn == rendered.rstrip("\n")


@pytest.mark.parametrize("wrap_label", [True, False])
@pytest.mark.parametrize("name", ["radios", "boxes"])
def test_a_single_choice_is_drawn_as_by_django(name, wrap_label):
    def tags(by) -> list[str]:
        form = type("Asked", (forms.Form,), {"choice": forms.ChoiceField(widget=WIDGETS[name])})(renderer=by)
        return [option.tag(wrap_label) for option in form["choice"]]

    assert tags(drawn_inputs) == [tag.rstrip("\n") for tag in tags(DjangoTemplates())]


def test_a_host_that_draws_its_forms_itself_draws_ours_too(settings):
    settings.FORM_RENDERER = "django.forms.renderers.Jinja2"
    assert isinstance(renderer(), Jinja2)


def test_the_form_of_visitors_draws_its_inputs_without_templates(db):
    form = factories.make_form("asked")
    assert IntakeForm(form.definition()).renderer is drawn_inputs
