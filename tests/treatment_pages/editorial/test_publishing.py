"""A page with errors does not go live, whichever way somebody or something tries."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page

from tests.treatment_pages.editorial.conftest import GUARANTEE, HARMLESS, section
from treatment_pages.editorial.publishing import PublishingRefusedError
from treatment_pages.models import TreatmentArticlePage

TOMORROW = timedelta(days=1)


@pytest.fixture
def guilty(make_article):
    """A draft with an error."""
    return make_article(GUARANTEE, title="Needling")


@pytest.fixture
def innocent(make_article):
    """A draft without errors."""
    return make_article(title="Peel")


@pytest.fixture
def published(make_article):
    """A published page without errors."""
    page = make_article(title="Facial")
    page.save_revision().publish()
    return TreatmentArticlePage.objects.get(pk=page.pk)


@pytest.fixture
def published_before(make_article, settings):
    """A published page that has errors since before anybody checked."""
    checks, settings.TREATMENT_PAGES = settings.TREATMENT_PAGES, {"EDITORIAL": {"ENFORCE": False}}
    page = make_article(GUARANTEE, title="Old promise")
    page.save_revision().publish()
    settings.TREATMENT_PAGES = checks
    return TreatmentArticlePage.objects.get(pk=page.pk)


def is_live(page) -> bool:
    return Page.objects.get(pk=page.pk).live


def made_guilty(page):
    page.body = [section(GUARANTEE)]
    return page


@pytest.mark.parametrize("read", [lambda page: page, lambda page: page.get_latest_revision_as_object()])
def test_a_draft_saved_a_moment_late_does_not_take_the_published_page_back(enforced, innocent, read):
    innocent.save_revision()
    late = read(TreatmentArticlePage.objects.get(pk=innocent.pk))
    innocent.save_revision().publish()
    late.summary = "Typed while somebody published."
    late.save()
    late.save_revision()

    shown = TreatmentArticlePage.objects.get(pk=innocent.pk)
    assert shown.live
    assert shown.has_unpublished_changes
    assert shown.summary == innocent.summary
    assert shown.get_latest_revision_as_object().summary == late.summary


def test_a_page_that_code_takes_off_the_site_is_off(enforced, published):
    published.save_revision().publish()
    published.live = False
    published.save()

    assert not is_live(published)


def test_a_page_without_errors_is_published(enforced, innocent):
    innocent.save_revision().publish()
    assert is_live(innocent)


def test_a_revision_with_errors_is_not_published(enforced, guilty):
    revision = guilty.save_revision()
    with pytest.raises(PublishingRefusedError) as refusal:
        revision.publish()
    assert not is_live(guilty)
    assert "CLM-03" in refusal.value.message_dict["body"][0]


def test_a_refusal_says_what_was_found_and_what_to_do(enforced, guilty):
    with pytest.raises(PublishingRefusedError) as refusal:
        guilty.save_revision().publish()
    [finding] = [found for found in refusal.value.report.errors if found.rule == "CLM-03"]
    [text] = [text for text in refusal.value.messages if "CLM-03" in text]
    assert GUARANTEE in text
    assert finding.explanation in text
    assert finding.fix in text


def test_what_is_live_stays_as_it_is_when_its_draft_is_refused(enforced, published):
    with pytest.raises(ValidationError):
        made_guilty(published).save_revision().publish()
    assert HARMLESS in str(TreatmentArticlePage.objects.get(pk=published.pk).body)


def test_the_action_itself_refuses(enforced, guilty):
    revision = guilty.save_revision()
    with pytest.raises(ValidationError):
        PublishPageRevisionAction(revision).execute()
    assert not is_live(guilty)


def test_a_draft_with_errors_is_saved(enforced, guilty):
    guilty.summary = "Another summary."
    guilty.save()
    guilty.save_revision()
    assert TreatmentArticlePage.objects.get(pk=guilty.pk).summary == "Another summary."


def test_a_live_page_is_not_saved_with_errors(enforced, published):
    with pytest.raises(ValidationError):
        made_guilty(published).save()


def test_a_live_page_is_not_saved_with_errors_in_one_field(enforced, published):
    with pytest.raises(ValidationError):
        made_guilty(published).save(update_fields=["body"])


def test_a_draft_with_errors_is_not_saved_as_live(enforced, guilty):
    guilty.live = True
    with pytest.raises(ValidationError):
        guilty.save()


def test_a_new_page_with_errors_is_not_stored_as_live(enforced, treatment_index):
    page = TreatmentArticlePage(title="Needling", summary="What it is.", body=[section(GUARANTEE)])
    with pytest.raises(ValidationError):
        treatment_index.add_child(instance=page)


def test_wagtail_s_own_notes_about_a_live_page_are_saved(enforced, published_before, admin_user):
    published_before.locked, published_before.locked_by = True, admin_user
    published_before.save(update_fields=["locked", "locked_by"])
    assert TreatmentArticlePage.objects.get(pk=published_before.pk).locked


def test_a_live_page_with_errors_can_be_taken_off_and_moved(enforced, published_before, home_page):
    published_before.move(home_page, pos="last-child")
    published_before = TreatmentArticlePage.objects.get(pk=published_before.pk)
    published_before.unpublish()
    assert not is_live(published_before)


def test_a_page_with_errors_is_not_put_on_the_clock(enforced, guilty):
    guilty.go_live_at = timezone.now() + TOMORROW
    with pytest.raises(ValidationError):
        guilty.save_revision().publish()
    assert guilty.scheduled_revision is None


def test_a_live_page_is_not_put_on_the_clock_with_errors_by_the_action_itself(enforced, published):
    made_guilty(published).go_live_at = timezone.now() + TOMORROW
    revision = published.save_revision()
    with pytest.raises(ValidationError):
        PublishPageRevisionAction(revision).execute()
    assert published.scheduled_revision is None


def test_a_revision_is_not_stored_with_errors_and_a_schedule(enforced, guilty):
    with pytest.raises(ValidationError):
        guilty.save_revision(approved_go_live_at=timezone.now() + TOMORROW)


def test_a_page_without_errors_is_put_on_the_clock(enforced, innocent):
    innocent.go_live_at = timezone.now() + TOMORROW
    innocent.save_revision().publish()
    assert innocent.scheduled_revision is not None


def test_a_refused_publication_leaves_an_earlier_schedule(enforced, innocent):
    innocent.go_live_at = timezone.now() + TOMORROW
    innocent.save_revision().publish()
    innocent.go_live_at = None
    with pytest.raises(ValidationError):
        made_guilty(innocent).save_revision().publish()
    assert innocent.scheduled_revision is not None


def test_a_copy_with_errors_does_not_go_live(enforced, published_before):
    with pytest.raises(ValidationError):
        published_before.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert not Page.objects.filter(slug="copy").exists()


def test_a_copy_with_errors_is_made_as_a_draft(enforced, published_before):
    copy = published_before.copy(update_attrs={"slug": "copy"}, keep_live=False)
    assert not is_live(copy)


def test_a_page_with_errors_does_not_go_live_with_a_copy_of_its_parent(enforced, published_before, treatment_index):
    with pytest.raises(ValidationError):
        CopyPageAction(treatment_index, recursive=True, update_attrs={"slug": "again"}).execute()
    assert TreatmentArticlePage.objects.live().filter(title="Old promise").count() == 1


def test_an_alias_of_a_page_with_errors_is_not_made(enforced, published_before):
    with pytest.raises(ValidationError):
        CreatePageAliasAction(published_before, update_slug="alias").execute()


def test_an_alias_follows_its_page(enforced, published):
    alias = CreatePageAliasAction(published, update_slug="alias").execute()
    published.title = "Another title"
    published.save_revision().publish()
    assert TreatmentArticlePage.objects.get(pk=alias.pk).title == "Another title"


def test_a_host_may_have_errors_reported_only(guilty, settings):
    settings.TREATMENT_PAGES = {"EDITORIAL": {"ENFORCE": False}}
    guilty.save_revision().publish()
    assert is_live(guilty)
