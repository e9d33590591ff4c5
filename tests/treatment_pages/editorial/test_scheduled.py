"""What the clock would publish with errors: it stays a draft, somebody is told once, and other pages go on."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision
from wagtail.users.models import UserProfile

from tests import factories
from tests.treatment_pages.editorial.conftest import GUARANTEE
from treatment_pages.models import TreatmentArticlePage

AN_HOUR_AGO = timedelta(hours=-1)


@pytest.fixture
def owner(db):
    return factories.make_user(username="owner", first_name="Kim")


@pytest.fixture
def schedule(make_article, settings):
    """Puts a page on the clock for an hour ago, as if its rules had come after its schedule."""

    def put(text: str, **fields) -> TreatmentArticlePage:
        checks, settings.TREATMENT_PAGES = settings.TREATMENT_PAGES, {"EDITORIAL": {"ENFORCE": False}}
        page = make_article(text, **fields)
        page.go_live_at = timezone.now() + AN_HOUR_AGO
        page.save_revision(approved_go_live_at=page.go_live_at)
        settings.TREATMENT_PAGES = checks
        return page

    return put


@pytest.fixture
def guilty(schedule, owner):
    return schedule(GUARANTEE, title="Needling\nfor all", owner=owner)


def is_live(page) -> bool:
    return Page.objects.get(pk=page.pk).live


def test_a_page_with_errors_stays_a_draft_and_other_pages_go_live(enforced, guilty, schedule):
    later = schedule("Fine needles make small channels.", title="Peel")
    call_command("publish_scheduled")
    assert not is_live(guilty)
    assert is_live(later)


def test_its_owner_is_told_once_and_without_what_it_says(enforced, guilty, mailoutbox):
    call_command("publish_scheduled")
    call_command("publish_scheduled")
    [mail] = mailoutbox
    assert mail.to == ["owner@example.com"]
    assert mail.subject == "“Needling for all” was not published"
    assert f"http://testserver/admin/pages/{guilty.pk}/edit/" in mail.body
    assert "1 error" in mail.body
    assert GUARANTEE not in mail.body


def test_it_is_off_the_clock_and_its_history_says_why(enforced, guilty):
    call_command("publish_scheduled")
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    [entry] = PageLogEntry.objects.filter(action="treatment_pages.publish.refused")
    assert entry.page_id == guilty.pk
    assert entry.data["rules"] == ["CLM-03"]
    assert GUARANTEE not in str(entry.data)
    assert not ModelLogEntry.objects.filter(action="treatment_pages.publish.refused").exists()


def test_without_an_owner_whoever_wrote_the_version_is_told(enforced, schedule, mailoutbox, settings):
    page = schedule(GUARANTEE)
    writer = factories.make_user(username="writer")
    Revision.objects.for_instance(page).update(user=writer)
    call_command("publish_scheduled")
    assert [mail.to for mail in mailoutbox] == [["writer@example.com"]]


def test_without_anybody_to_tell_other_pages_go_live(enforced, schedule, mailoutbox):
    schedule(GUARANTEE)
    other = schedule("Fine needles make small channels.")
    call_command("publish_scheduled")
    assert is_live(other)
    assert not mailoutbox


def test_a_mail_server_that_fails_does_not_keep_other_pages_waiting(enforced, guilty, schedule, settings):
    settings.EMAIL_BACKEND = "tests.leads.broken_mail.Backend"
    other = schedule("Fine needles make small channels.")
    call_command("publish_scheduled")
    assert is_live(other)
    assert not is_live(guilty)


def test_what_was_live_before_stays_so(enforced, guilty):
    Page.objects.filter(pk=guilty.pk).update(live=True)
    call_command("publish_scheduled")
    assert is_live(guilty)


def test_an_owner_who_works_in_german_is_told_in_german(enforced, guilty, owner, mailoutbox):
    UserProfile.objects.update_or_create(user=owner, defaults={"preferred_language": "de"})
    call_command("publish_scheduled")
    assert mailoutbox[0].subject == "„Needling for all“ wurde nicht veröffentlicht"
    assert "1 Fehler" in mailoutbox[0].body
