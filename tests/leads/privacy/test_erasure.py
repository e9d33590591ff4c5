"""After an erasure nothing of the person is anywhere, and what was counted still is."""

from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from leads.dispatch import run_due
from leads.models import (
    Activity,
    ConsentRecord,
    Delivery,
    Enquiry,
    Lead,
    LeadStatus,
    Reply,
    SavedView,
    Tombstone,
    Verdict,
)
from leads.privacy.erasure import erase
from leads.privacy.people import find_person, person_of
from leads.submission import Origin
from tests import factories
from tests.leads.privacy.everything import (
    ANSWER,
    EMAIL,
    NAME,
    PHONE,
    SECRETS,
    counts,
    files_with,
    make_person,
    message_to,
    tables,
    tables_with,
    write_mail_to_files,
)

pytestmark = pytest.mark.django_db


def erase_by_command(contact=EMAIL, **options):
    call_command("erase_person", contact, yes=True, **options)


@pytest.fixture
def mail_folder(settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    return tmp_path / "mail"


def test_nothing_of_the_person_is_in_any_table(site, desk_user):
    lead = make_person(site, by=desk_user)
    log(instance=lead, action="leads.note", user=desk_user, title=NAME, data={"was": EMAIL})
    before = tables_with(*SECRETS)
    assert {"leads_lead", "leads_enquiry", "leads_activity", "leads_delivery", "wagtailcore_modellogentry"} <= set(
        before
    )
    erase_by_command()
    assert tables_with(*SECRETS) == {}
    for model in (Lead, Enquiry, Activity, ConsentRecord, Delivery):
        assert not model.objects.exists()


def test_the_search_reads_every_table_of_the_project():
    known = {model._meta.db_table for model in apps.get_models(include_auto_created=True) if model._meta.managed}
    assert known <= set(tables())


def test_the_person_has_something_in_every_table_that_leads_to_a_lead_or_an_enquiry(site, desk_user):
    make_person(site, by=desk_user)
    pointing = {
        relation.related_model
        for model in (Lead, Enquiry)
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created and not relation.concrete
    }
    assert {Activity, ConsentRecord, Delivery, Enquiry, Reply} <= pointing
    assert [model for model in pointing if not model._base_manager.exists()] == []


def test_saved_searches_do_not_go_on_naming_the_person(site, desk_user):
    make_person(site, by=desk_user)
    views = {
        "Anybody": "status=new&q=amara",
        "By name": "status=new&q=quill",
        NAME: f"q={EMAIL}&ordering=-created_at",
        "By phone": "q=07700+900471",
    }
    for name, query in views.items():
        SavedView.objects.create(owner=desk_user, name=name, query=query)
    erase_by_command()
    assert tables_with(*SECRETS) == {}
    queries = list(SavedView.objects.order_by("pk").values_list("query", flat=True))
    assert queries == ["status=new&q=amara", "status=new", "ordering=-created_at", ""]


@pytest.mark.parametrize("contact", [PHONE, "+44 7700 900471", EMAIL.upper()])
def test_a_person_is_found_however_the_contact_is_written(site, contact):
    make_person(site)
    erase_by_command(contact)
    assert tables_with(*SECRETS) == {}


def test_digests_of_the_address_go_too(site):
    make_person(site)
    keys = list(Delivery.objects.values_list("dedupe_key", flat=True)) + list(
        Enquiry.objects.values_list("dedupe_key", flat=True)
    )
    erase_by_command()
    assert tables_with(*keys) == {}


def test_everybody_else_stays_as_they_were(site):
    other = factories.EnquiryFactory(lead__site=site, site=site)
    make_person(site)
    erase_by_command()
    assert Lead.objects.get() == other.lead
    assert Enquiry.objects.get() == other


def test_what_was_counted_is_counted_as_before(site):
    make_person(site)
    factories.EnquiryFactory(lead__site=site)
    before = counts()
    in_quarantine = Enquiry.objects.filter(lead=None).count()
    erase_by_command()
    after = counts()
    quarantined = {key: number for key, number in after.items() if Verdict.QUARANTINED in key}
    assert sum(quarantined.values()) == in_quarantine == 1
    assert {key: number for key, number in after.items() if key not in quarantined} == before


def test_a_tombstone_holds_days_and_kinds_and_no_reference(site):
    lead = make_person(site)
    references = [lead.reference, *Enquiry.objects.values_list("reference", flat=True)]
    erase_by_command()
    stones = str(list(Tombstone.objects.values()))
    for reference in references:
        assert reference not in stones
    stone = Tombstone.objects.get(kind="lead")
    assert (stone.cause, stone.status, stone.source) == ("erased", LeadStatus.CONTACTED, "website")
    assert Tombstone.objects.filter(kind="enquiry").count() == 3
    assert Tombstone.objects.get(verdict="quarantined").signals == ["honeypot", "other_site"]


def test_the_page_that_brought_the_lead_is_still_known(clinic, treatment_page, client, site):
    make_person(site, origin=Origin(treatment_page, treatment_page.title, "/x/", None, "Microneedling"))
    erase_by_command()
    stone = Tombstone.objects.get(kind="lead")
    assert stone.page_id == treatment_page.pk
    assert stone.page_title == "Microneedling"


def test_doing_it_again_does_nothing(site, capsys):
    make_person(site)
    erase_by_command()
    stones = list(Tombstone.objects.values())
    entries = ModelLogEntry.objects.count()
    capsys.readouterr()
    erase_by_command()
    assert "Nothing is stored" in capsys.readouterr().out
    assert list(Tombstone.objects.values()) == stones
    assert ModelLogEntry.objects.count() == entries


def test_the_log_says_that_somebody_was_erased_and_not_who(site, desk_user):
    lead = make_person(site)
    erase(lambda: person_of(lead), by=desk_user)
    entry = ModelLogEntry.objects.get(action="leads.erase")
    assert entry.user == desk_user
    assert entry.label == lead.reference
    assert entry.data == {}


def test_a_legal_hold_keeps_the_lead_and_the_command_says_so(site, desk_user, capsys):
    lead = make_person(site)
    lead.place_hold("Complaint of 3 May", by=desk_user)
    with pytest.raises(CommandError, match=f"legal hold: {lead.reference}") as refusal:
        erase_by_command()
    assert refusal.value.returncode == 3
    assert Lead.objects.get() == lead
    assert lead.enquiries.count() == 2
    assert not Enquiry.objects.filter(lead=None).exists()
    with pytest.raises(CommandError):
        erase_by_command()
    Lead.objects.get().lift_hold(by=desk_user)
    erase_by_command()
    assert tables_with(*SECRETS) == {}


def test_the_command_lists_references_and_asks(site, monkeypatch, capsys):
    lead = make_person(site)
    asked = []
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or "no")
    with pytest.raises(CommandError, match="Nothing was erased"):
        call_command("erase_person", EMAIL)
    out = capsys.readouterr().out
    assert f"{lead.reference}: contacted, received" in out
    assert "2 enquiries" in out
    assert asked
    assert not any(secret in (out + asked[0]).lower() for secret in SECRETS)
    assert Lead.objects.exists()


def test_nobody_to_answer_is_no_yes(site, monkeypatch):
    make_person(site)
    monkeypatch.setattr("builtins.input", lambda question: (_ for _ in ()).throw(EOFError))
    with pytest.raises(CommandError, match="--yes"):
        call_command("erase_person", EMAIL)
    assert Lead.objects.exists()


@pytest.mark.parametrize(
    "nonsense", ["", " ", "ada", "12", "@", "ada@", "@example.com", "a b@example.com", "%", "L-1", "a@b"]
)
@pytest.mark.parametrize("command", ["erase_person", "export_person"])
def test_nonsense_is_refused_with_a_sentence(command, nonsense):
    with pytest.raises(CommandError, match="e-mail address"):
        call_command(command, nonsense, yes=True)


def test_copies_of_mail_in_files_go_too(site, mail_folder):
    make_person(site)
    write_mail_to_files(
        mail_folder, message_to(EMAIL), message_to("bea@example.com"), message_to(f"Z <{EMAIL.upper()}>")
    )
    write_mail_to_files(mail_folder, message_to(EMAIL))
    erase_by_command()
    [left] = mail_folder.iterdir()
    text = left.read_text()
    assert "bea@example.com" in text
    assert "quill" not in text.lower()


def test_nothing_of_the_person_is_in_any_file(clinic, settings, tmp_path, mail_folder):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    make_person(clinic.site, clinic=clinic, form=clinic.default_form)
    Delivery.objects.update(state="pending")
    run_due()
    assert files_with(tmp_path, EMAIL)
    erase_by_command()
    assert list(mail_folder.iterdir())
    assert files_with(tmp_path, *SECRETS) == {}


def test_mail_that_went_to_a_server_is_not_looked_for(site, settings, tmp_path):
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    write_mail_to_files(tmp_path / "mail", message_to(EMAIL))
    make_person(site)
    erase_by_command()
    assert list((tmp_path / "mail").iterdir())


def test_an_enquiry_that_came_while_somebody_read_the_list_is_erased_as_well(site):
    make_person(site)
    found = []

    def find():
        if not found:
            factories.EnquiryFactory(lead=None, verdict="quarantined", name=NAME, email=EMAIL, email_key=EMAIL)
        found.append(1)
        return find_person(EMAIL)

    erase(find)
    assert tables_with(*SECRETS) == {}


GONE = (NAME, EMAIL, PHONE, ANSWER, "wants-a-discreet-visit", "staff-wrote-this")


@pytest.mark.django_db(transaction=True)
def test_once_it_is_committed_the_database_gives_the_person_back_to_nobody(site):
    """SQLite's file holds no byte of them; PostgreSQL's hold dead rows until VACUUM, and no connection reads those."""
    make_person(site)
    erase_by_command()
    left = bytes_of_the_file() if connection.vendor == "sqlite" else b""
    assert [text for text in GONE if text.lower().encode() in left] == []
    connection.close()
    assert tables_with(*SECRETS) == {}


def bytes_of_the_file() -> bytes:
    """SQLite's database with its log of writes, in small letters."""
    file = Path(connection.settings_dict["NAME"])
    files = [path for path in (file, file.with_name(file.name + "-wal")) if path.exists()]
    return b"".join(path.read_bytes() for path in files).lower()
