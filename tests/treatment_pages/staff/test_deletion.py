"""What pages use is not deleted, whichever way somebody tries."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale
from wagtail.rich_text import RichText

from tests import factories
from treatment_pages.models import Concern, ImageConsent, Source
from treatment_pages.staff.deletion import refuse_deletion_of_used


@pytest.fixture
def admin(client, admin_user):
    client.force_login(admin_user)
    return client


@pytest.fixture
def source(db):
    return factories.SourceFactory(title="Cited study")


def section(**values) -> tuple[str, dict]:
    return ("section", {"heading": "Findings", "text": RichText("<p>Words.</p>"), "claims": [], **values})


def citing(source: Source) -> list:
    return [section(claims=[{"statement": "A", "source": source}])]


def delete_url(record) -> str:
    return reverse(record.snippet_viewset.get_url_name("delete"), args=[record.pk])


def bulk_delete_url(*records) -> str:
    meta = records[0]._meta
    keys = "&".join(f"id={record.pk}" for record in records)
    return f"{reverse('wagtail_bulk_action', args=[meta.app_label, meta.model_name, 'delete'])}?{keys}"


def publish(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def assert_kept(admin, record, *places: str):
    """Neither asked nor done, and the places are named."""
    for path in (delete_url(record), bulk_delete_url(record)):
        asked = admin.get(path)
        html = asked.content.decode()
        assert asked.status_code == 200
        assert all(place in html for place in places)
        assert "Yes, delete" not in html
        assert admin.post(path).status_code == 409
    assert type(record).objects.filter(pk=record.pk).exists()


def test_a_source_that_a_block_cites_is_kept(admin, treatment_page, source):
    publish(treatment_page, body=citing(source))
    edit = reverse("wagtailadmin_pages:edit", args=[treatment_page.pk])
    assert_kept(admin, source, "Microneedling", f'href="{edit}"')


def test_a_source_that_a_sentence_cites_is_kept(admin, treatment_page, source):
    text = f'<p><a linktype="claim" id="{source.pk}">It works.</a></p>'
    publish(treatment_page, body=[section(text=RichText(text))])
    assert_kept(admin, source, "Microneedling")


def test_a_source_that_only_a_draft_cites_is_kept(admin, treatment_page, source):
    treatment_page.body = citing(source)
    treatment_page.title = "Needling"
    treatment_page.save_revision()
    assert_kept(admin, source, "Needling", "in its draft")


def test_a_source_that_waits_for_its_day_is_kept(admin, treatment_page, source):
    treatment_page.body = citing(source)
    revision = treatment_page.save_revision(approved_go_live_at=timezone.now() + timezone.timedelta(days=1))
    treatment_page.body = []
    treatment_page.save_revision()
    assert revision.approved_go_live_at
    assert_kept(admin, source, "Microneedling")


def test_a_page_and_its_draft_are_named_once(admin, treatment_page, source):
    publish(treatment_page, body=citing(source))
    treatment_page.save_revision()
    html = admin.get(delete_url(source)).content.decode()
    assert html.count(reverse("wagtailadmin_pages:edit", args=[treatment_page.pk])) == 1


def test_a_term_of_a_treatment_is_kept(admin, treatment_page):
    concern = Concern.objects.create(name="Redness", locale=Locale.get_default())
    publish(treatment_page, concerns=[concern])
    assert_kept(admin, concern, "Microneedling")


def test_a_term_of_a_draft_is_kept(admin, treatment_page):
    concern = Concern.objects.create(name="Redness", locale=Locale.get_default())
    treatment_page.concerns = [concern]
    treatment_page.save_revision()
    assert_kept(admin, concern, "Microneedling", "in its draft")


def test_a_term_that_the_draft_gave_up_is_kept_while_the_page_has_it(admin, treatment_page):
    concern = Concern.objects.create(name="Redness", locale=Locale.get_default())
    publish(treatment_page, concerns=[concern])
    treatment_page.concerns = []
    treatment_page.save_revision()
    assert_kept(admin, concern, "Microneedling")


def test_a_consent_that_a_testimonial_rests_on_is_kept(admin, treatment_page):
    consent = factories.ImageConsentFactory()
    quote = {"text": "Kind people.", "who": "A patient", "consent": consent}
    publish(treatment_page, body=[("testimonial", quote)])
    assert_kept(admin, consent, "Microneedling")


@pytest.mark.parametrize("way", [delete_url, bulk_delete_url])
def test_what_nothing_uses_is_deleted(admin, treatment_page, source, way):
    assert b"Yes, delete" in admin.get(way(source)).content
    assert admin.post(way(source)).status_code == 302
    assert not Source.objects.exists()


def test_a_source_is_free_again_when_its_claim_is_gone(admin, treatment_page, source):
    publish(treatment_page, body=citing(source))
    publish(treatment_page, body=[section()])
    admin.post(delete_url(source))
    assert not Source.objects.exists()


def test_of_many_none_is_deleted_while_one_is_used(admin, treatment_page, source):
    unused = factories.SourceFactory(title="Lonely study")
    publish(treatment_page, body=citing(source))
    response = admin.post(bulk_delete_url(source, unused))
    assert response.status_code == 409
    html = response.content.decode()
    assert "Cited study" in html
    assert "Lonely study" not in html
    assert Source.objects.count() == 2


def test_a_page_that_the_user_may_not_edit_is_not_named(client, treatment_page, source):
    publish(treatment_page, body=citing(source))
    client.force_login(factories.make_user("treatment_pages.delete_source", "treatment_pages.change_source"))
    html = client.get(delete_url(source)).content.decode()
    assert "Microneedling" not in html
    assert "Yes, delete" not in html


def test_someone_without_permission_is_told_nothing(client, editor, treatment_page, source):
    publish(treatment_page, body=citing(source))
    client.force_login(editor)
    assert client.get(delete_url(source)).status_code == 302
    assert client.post(delete_url(source)).status_code == 302
    assert client.post(bulk_delete_url(source)).status_code in (302, 403, 409, 200)
    assert Source.objects.exists()


def test_records_of_other_apps_are_none_of_our_business(rf, db):
    assert refuse_deletion_of_used(rf.get("/"), [Locale(language_code="fr")]) is None
    assert refuse_deletion_of_used(rf.get("/"), []) is None


@pytest.mark.parametrize("model", [Source, ImageConsent, Concern])
@pytest.mark.parametrize("keys", ["id=999", "", "id=all"])
def test_a_bulk_deletion_of_nothing_is_no_error(admin, model, keys):
    path = reverse("wagtail_bulk_action", args=["treatment_pages", model._meta.model_name, "delete"])
    assert admin.get(f"{path}?{keys}").status_code in (200, 302, 404)
