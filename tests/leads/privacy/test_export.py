"""A person gets everything that is stored about them, and nobody else can read the file."""

import json
import stat

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry

from leads.models import Enquiry, Lead
from leads.privacy.export import export_person
from leads.privacy.people import find_person
from tests.leads.privacy.everything import ANSWER, EMAIL, NAME, SECRETS, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(site, desk_user):
    return make_person(site, by=desk_user)


def test_everything_is_in_it(person):
    data = export_person(find_person(EMAIL))
    text = json.dumps(data, ensure_ascii=False).lower()
    for secret in SECRETS:
        assert secret in text
    [lead] = data["leads"]
    assert lead["reference"] == person.reference
    assert [entry["kind"] for entry in lead["timeline"]] == ["enquiry", "enquiry", "note", "status"]
    assert [enquiry["verdict"] for enquiry in data["enquiries"]] == ["accepted", "accepted", "quarantined"]
    first, second, _held = data["enquiries"]
    assert first["answers"][0]["value"] == second["answers"][0]["value"] == ANSWER
    assert first["consents"][0]["purpose"] == "marketing-email"
    assert {"to": EMAIL, "kind": "opt_in"}.items() <= first["messages"][-1].items()


def test_nobody_of_staff_is_named(person, desk_user):
    person.assign(desk_user, by=desk_user)
    text = json.dumps(export_person(find_person(EMAIL)))
    assert desk_user.get_username() not in text
    assert "desk@example.com" not in text


def test_an_answer_that_no_key_opens_says_so(person):
    sealed = Enquiry.objects.get(client_key="second")
    Enquiry.objects.filter(pk=sealed.pk).rewrite(answers=[{"label": "Medicine?", "sealed": "broken"}])
    enquiry = export_person(find_person(EMAIL))["enquiries"][1]
    assert "no present key" in enquiry["answers"][0]["unreadable"]


def test_the_file_is_its_owners_alone(person, tmp_path, capsys):
    file = tmp_path / "person.json"
    call_command("export_person", EMAIL, output=str(file), yes=True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(file.read_text())["leads"][0]["name"] == NAME
    shown = capsys.readouterr()
    assert person.reference in shown.err
    assert not any(secret in (shown.err + shown.out).lower() for secret in SECRETS)


def test_an_existing_file_is_not_overwritten(person, tmp_path):
    file = tmp_path / "person.json"
    file.write_text("mine")
    with pytest.raises(CommandError, match="exists"):
        call_command("export_person", EMAIL, output=str(file), yes=True)
    assert file.read_text() == "mine"


@pytest.mark.parametrize("place", ["missing/person.json", "."])
def test_a_file_that_cannot_be_made_is_a_sentence(person, tmp_path, place):
    with pytest.raises(CommandError, match=r"cannot be written|exists"):
        call_command("export_person", EMAIL, output=str(tmp_path / place), yes=True)


def test_without_a_file_the_json_alone_is_the_output(person, capsys):
    call_command("export_person", EMAIL, yes=True)
    assert json.loads(capsys.readouterr().out)["format"] == "leads.person/1"


@pytest.mark.parametrize(("answer", "is_written"), [("y", True), ("YES", True), ("n", False), ("", False)])
def test_it_asks_first(person, monkeypatch, capsys, answer, is_written):
    monkeypatch.setattr("builtins.input", lambda: answer)
    if is_written:
        call_command("export_person", EMAIL)
    else:
        with pytest.raises(CommandError, match="Nothing was written"):
            call_command("export_person", EMAIL)
    assert bool(capsys.readouterr().out) == is_written


def test_nobody_found_is_said(db, capsys):
    call_command("export_person", "nobody@example.com")
    assert "Nothing is stored" in capsys.readouterr().err


def test_the_export_is_in_the_log_without_values(person):
    call_command("export_person", EMAIL, yes=True)
    entry = ModelLogEntry.objects.get(action="leads.export_person")
    assert (entry.label, entry.data) == (person.reference, {})


def test_exporting_changes_nothing_else(person):
    before = [list(Lead.objects.values()), list(Enquiry.objects.values())]
    call_command("export_person", EMAIL, yes=True)
    assert [list(Lead.objects.values()), list(Enquiry.objects.values())] == before
