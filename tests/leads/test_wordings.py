"""What a process remembers of versions is true of them, and of nobody's post."""

import pytest
from django.utils import translation

from leads.intake import IntakeForm
from leads.models import EnquiryFormVersion, QuestionType
from leads.wordings import draw, shared_fields, unfilled_fields, wording_of
from tests.leads.definitions import definition, question

BEFORE = question("before", QuestionType.YES_NO)
WHICH = question("which", is_required=True, show_if={"key": "before", "values": ["yes"]})
POSTED = {"name": "Ada", "email": "ada@example.com"}


@pytest.fixture
def version(enquiry_form):
    """A version with a question that is asked only sometimes."""
    return enquiry_form.versions.create(sha256="1" * 64, definition=definition(questions=[BEFORE, WHICH]))


def without_wording(version):
    return EnquiryFormVersion.objects.defer("definition").get(pk=version.pk)


def test_a_wording_is_read_once(version, django_assert_num_queries):
    assert wording_of(version) == version.definition
    known = without_wording(version)
    with django_assert_num_queries(0):
        assert wording_of(known) == version.definition


def test_the_next_version_has_a_wording_of_its_own(enquiry_form):
    first = enquiry_form.current_version
    enquiry_form.submit_label = "Send it"
    enquiry_form.save()
    second = without_wording(enquiry_form.current_version)
    assert [wording_of(first)["submit_label"], wording_of(second)["submit_label"]] == ["Send enquiry", "Send it"]


def test_a_key_that_another_version_had_before_says_nothing_of_its_wording(version):
    wording_of(version)
    pk, form = version.pk, version.form
    version.delete()
    other = EnquiryFormVersion.objects.create(pk=pk, form=form, sha256="2" * 64, definition=definition())
    assert wording_of(without_wording(other)) == definition()
    assert "q-which" not in shared_fields(other)


def test_what_one_visitor_was_asked_is_not_asked_of_another(version):
    posts = [{**POSTED, "q-before": answer} for answer in ("no", "yes", "no")]
    forms = [IntakeForm(wording_of(version), data=post, fields=shared_fields(version)) for post in posts]
    assert [form.is_valid() for form in forms] == [True, False, True]
    assert [form.fields["q-which"].required for form in forms] == [False, True, False]
    assert shared_fields(version)["q-which"].required


def test_each_reader_is_answered_in_their_language(version):
    messages = []
    for language in ("en-gb", "de", "en-gb"):
        with translation.override(language):
            form = IntakeForm(wording_of(version), data={}, fields=shared_fields(version))
            messages.append(form.errors["name"][0])
    assert messages[0] == messages[2] == "Enter your name so that we know how to address you."
    assert messages[1] != messages[0]


def test_the_shared_fields_are_those_of_a_form_alone(version):
    alone = IntakeForm(version.definition).fields
    shared = shared_fields(version)
    assert list(shared) == list(alone)
    assert [str(field.widget.attrs) for field in shared.values()] == [
        str(field.widget.attrs) for field in alone.values()
    ]


def test_what_nobody_has_filled_in_is_drawn_once(version, monkeypatch):
    drawn = []
    monkeypatch.setattr("leads.wordings.draw", lambda form: drawn.append(form) or draw(form))
    fields = [unfilled_fields(version, prefix_id="enquiry-form-7", subject="Peel") for _visitor in range(3)]
    assert len(drawn) == 1
    form = IntakeForm(version.definition, prefix_id="enquiry-form-7", subject="Peel")
    assert set(fields) == {draw(form)}


@pytest.mark.parametrize("other", [{"prefix_id": "enquiry-form-8"}, {"subject": "Needling"}])
def test_another_place_on_the_page_and_another_treatment_have_fields_of_their_own(version, other):
    usual = {"prefix_id": "enquiry-form-7", "subject": "Peel"}
    assert unfilled_fields(version, **usual) != unfilled_fields(version, **{**usual, **other})


def test_each_reader_finds_the_fields_in_their_language(version):
    found = []
    for language in ("en-gb", "de", "en-gb"):
        with translation.override(language):
            found.append(unfilled_fields(version, prefix_id="enquiry-form-7", subject=""))
    assert found[0] == found[2]
    assert "Ihre Nachricht" in found[1]
    assert "Ihre Nachricht" not in found[0]


@pytest.mark.parametrize("changed", [{"DEBUG": True}, {"FORM_RENDERER": "django.forms.renderers.TemplatesSetting"}])
def test_nothing_is_kept_of_what_somebody_else_draws_or_is_working_on(version, settings, changed):
    for name, value in changed.items():
        setattr(settings, name, value)
    assert unfilled_fields(version, prefix_id="enquiry-form-7", subject="") is None


def test_what_a_visitor_typed_stands_in_their_own_answer_only(client, enquiry_form, clinic):
    path = f"/enquiries/{enquiry_form.slug}/"
    again = client.post(path, {"name": "Ada Own", "consent-1": "on"}).content.decode()
    assert "Ada Own" in again
    assert "Ada Own" not in client.get(path).content.decode()
