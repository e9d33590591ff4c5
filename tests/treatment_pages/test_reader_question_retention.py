"""Readers' questions are people's data: they go in time, and with the person who asked them."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Site

from leads.capture import capture
from leads.privacy.retention import purge
from leads.submission import Signals
from tests import factories
from tests.leads.privacy.everything import tables_with
from tests.leads.submissions import make_submission
from tests.treatment_pages.test_reader_questions import make_question
from treatment_pages.models import QuestionStatus, ReaderQuestion

pytestmark = pytest.mark.django_db

NAME, EMAIL, PHONE = "Zephyrine Quill", "zephyrine.quill@example.com", "07700 900471"
WAITING = {"answer": "", "published_at": None}


@pytest.fixture
def article(treatment_index, clinic):
    return factories.TreatmentArticlePageFactory(parent=treatment_index, takes_questions=True)


@pytest.fixture
def limits(clinic):
    clinic.retention_months, clinic.quarantine_months = 12, 3
    clinic.save()
    return clinic


def days_ago(days: int):
    return timezone.now() - timedelta(days=days)


def purge_all() -> None:
    for _expired, _removed in purge():
        pass


def left() -> set[int]:
    return set(ReaderQuestion.objects.values_list("pk", flat=True))


# Retention


@pytest.mark.parametrize(
    ("status", "stays", "goes"),
    [
        (QuestionStatus.QUARANTINED, 80, 100),
        (QuestionStatus.HELD, 100, 400),
        (QuestionStatus.DECLINED, 100, 400),
        (QuestionStatus.MOVED, 100, 400),
    ],
)
def test_a_question_that_nobody_reads_goes_in_time(article, limits, status, stays, goes):
    young = make_question(article, status=status, received_at=days_ago(stays))
    make_question(article, status=status, received_at=days_ago(goes))
    purge_all()
    assert left() == {young.pk}


def test_a_published_question_stays_as_long_as_its_page_shows_it(article, limits):
    question = make_question(article, received_at=days_ago(3000))
    purge_all()
    assert left() == {question.pk}


def test_all_of_them_stay_where_no_time_is_set(article, clinic):
    for status in QuestionStatus:
        make_question(article, status=status, received_at=days_ago(3000))
    purge_all()
    assert len(left()) == len(QuestionStatus)


def test_another_site_has_times_of_its_own(article, limits, treatment_page):
    Site.objects.create(hostname="other.example", root_page=treatment_page)
    here = make_question(article, status=QuestionStatus.QUARANTINED, received_at=days_ago(400))
    there = make_question(treatment_page, status=QuestionStatus.QUARANTINED, received_at=days_ago(400))
    purge_all()
    assert here.pk not in left()
    assert there.pk in left()


def test_a_question_whose_page_is_gone_goes_by_the_default_sites_times(limits, article):
    make_question(article, page=None, page_title="Gone", status=QuestionStatus.HELD, received_at=days_ago(400))
    purge_all()
    assert not left()


def test_the_dry_run_names_them_by_number(article, limits, capsys):
    question = make_question(article, status=QuestionStatus.HELD, received_at=days_ago(400), text="Secret words")
    call_command("purge_leads", dry_run=True)
    out = capsys.readouterr().out
    assert "1 reader question" in out
    assert f"Question {question.pk}" in out
    assert "Secret" not in out
    assert left() == {question.pk}
    call_command("purge_leads")
    assert "1 reader question." in capsys.readouterr().out
    assert not left()


# Erasure


def make_lead(**fields):
    return capture(make_submission(name=NAME, email=EMAIL, phone=PHONE, **fields)).lead


@pytest.mark.parametrize(
    "fields",
    [
        {"text": f"Write to me at {EMAIL.upper()} please."},
        {"text": "Ring me on (07700) 900-471."},
        {"text": "Ring me on +44 7700 900 471."},
        {"text": "Is it safe?\n  zephyrine   QUILL"},
        {"name": "Zephyrine  Quill"},
        {"answer": "<p>Dear <b>Zephyrine</b> Quill, it is.</p>"},
    ],
)
def test_a_question_that_names_the_person_is_erased_with_them(article, site, fields):
    make_lead(site=site)
    make_question(article, **fields)
    other = make_question(article, text="Call 020 7946 0555 or ask Zephyrine Quillon.", name="Zephyrine")
    call_command("erase_person", EMAIL, yes=True)
    assert left() == {other.pk}
    assert tables_with(EMAIL, "900471", "zephyrine quill ") == {}


def test_a_first_name_counts_only_with_the_persons_connection(article, site):
    make_lead(site=site, signals=Signals(address_hash="f" * 64))
    make_question(article, name="zephyrine", address_hash="f" * 64)
    others = [
        make_question(article, name="zephyrine", address_hash="e" * 64),
        make_question(article, name="zephyrine"),
        make_question(article, name="Bea", address_hash="f" * 64),
        make_question(article, name="", address_hash="f" * 64),
    ]
    call_command("erase_person", EMAIL, yes=True)
    assert left() == {question.pk for question in others}


@pytest.mark.parametrize("contact", [EMAIL, PHONE])
def test_somebody_who_only_asked_a_question_is_found_by_contact(article, clinic, contact, capsys):
    question = make_question(article, text=f"Write to {EMAIL} or ring {PHONE}.")
    call_command("erase_person", contact, yes=True)
    assert f"Question {question.pk}: one of the reader questions" in capsys.readouterr().out
    assert not left()


def test_a_legal_hold_keeps_them(article, site, desk_user):
    lead = make_lead(site=site)
    lead.place_hold("Complaint", by=desk_user)
    make_question(article, name=NAME)
    with pytest.raises(Exception, match="legal hold"):
        call_command("erase_person", EMAIL, yes=True)
    assert left()


def test_they_are_handed_over(article, site, capsys):
    make_lead(site=site)
    make_question(article, name=NAME)
    call_command("export_person", EMAIL, yes=True)
    [question] = json.loads(capsys.readouterr().out)["elsewhere"]["reader questions"]
    assert question["name"] == NAME


def test_the_desk_lists_them_before_it_erases(client, article, site, admin_user):
    lead = make_lead(site=site)
    question = make_question(article, name=NAME)
    client.force_login(admin_user)
    assert f"<li>Question {question.pk}</li>" in client.get(f"/admin/leads/lead/erase/{lead.pk}/").content.decode()
