"""Staff who would publish a page with errors are told what to do, in every place where they can."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import APIToken, Page, Workflow, WorkflowPage, WorkflowTask
from wagtail.models import GroupApprovalTask as ApprovalTask

from tests.treatment_pages.editorial.conftest import GUARANTEE, HARMLESS
from tests.treatment_pages.test_admin import form_data, section, streamfield
from treatment_pages.models import TreatmentArticlePage, TreatmentPage


@pytest.fixture
def admin(client, admin_user, clinic):
    client.force_login(admin_user)
    return client


@pytest.fixture
def guilty(make_article):
    page = make_article(GUARANTEE, title="Needling")
    page.save_revision()
    return page


@pytest.fixture
def approval(treatment_index):
    """Pages below the index go live after one approval."""
    workflow, task = Workflow.objects.create(name="Review"), ApprovalTask.objects.create(name="Approve")
    task.groups.add(Group.objects.get(name="Moderators"))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.create(workflow=workflow, page=treatment_index)
    return workflow


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def article_form(text: str = GUARANTEE, **fields) -> dict[str, str]:
    extra = {"title": "Needling", "slug": "needling", "introduction": "null", "tags": ""}
    return form_data(streamfield([section(text=f"<p>{text}</p>")]), **{**extra, **fields})


def is_live(page) -> bool:
    return Page.objects.get(pk=page.pk).live


def latest(page):
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_publishing_in_the_editor_is_refused_at_the_sentence_and_at_the_top(enforced, admin, guilty):
    response = admin.post(edit_url(guilty), {**article_form(), "action-publish": "1"})
    assert not is_live(guilty)
    body = response.context["form"].errors["body"].as_data()[0]
    assert "CLM-03" in body.block_errors[0].block_errors["text"].messages[0]
    html = response.content.decode()
    assert "The content checks found 1 error." in html
    assert 'data-path="text"' in html


def test_a_new_page_is_not_published_with_errors_and_nothing_typed_is_lost(enforced, admin, treatment_index):
    url = reverse("wagtailadmin_pages:add", args=["treatment_pages", "treatmentarticlepage", treatment_index.pk])
    response = admin.post(url, {**article_form(), "action-publish": "1"})
    assert not TreatmentArticlePage.objects.exists()
    assert "We guarantee" in response.content.decode()


def test_a_new_page_without_errors_is_published(enforced, admin, treatment_index):
    url = reverse("wagtailadmin_pages:add", args=["treatment_pages", "treatmentarticlepage", treatment_index.pk])
    admin.post(url, {**article_form(HARMLESS), "action-publish": "1"})
    assert TreatmentArticlePage.objects.get().live


def test_a_draft_is_saved_with_errors(enforced, admin, guilty):
    assert admin.post(edit_url(guilty), article_form(summary="Another one.")).status_code == 302
    assert latest(guilty).summary == "Another one."


def test_autosave_keeps_what_has_errors(enforced, admin, guilty):
    answer = admin.post(edit_url(guilty), article_form(summary="Another."), headers={"accept": "application/json"})
    assert answer.json()["success"]
    assert latest(guilty).summary == "Another."


def test_a_page_with_errors_is_not_scheduled(enforced, admin, guilty):
    at = (timezone.now() + timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
    response = admin.post(edit_url(guilty), {**article_form(go_live_at=at), "action-publish": "1"})
    assert "The content checks found 1 error." in response.content.decode()
    assert guilty.scheduled_revision is None


def test_a_page_with_errors_is_not_submitted(enforced, admin, guilty, approval):
    response = admin.post(edit_url(guilty), {**article_form(), "action-submit": "1"})
    assert "The content checks found 1 error." in response.content.decode()
    assert guilty.current_workflow_state is None


@pytest.fixture
def submitted(guilty, approval, admin_user):
    """A page with errors that is in review, since before its rules held."""
    approval.start(guilty, admin_user)
    return TreatmentArticlePage.objects.get(pk=guilty.pk)


def action_of(page, name: str) -> str:
    args = [page.pk, name, page.current_workflow_task_state.pk]
    return reverse("wagtailadmin_pages:workflow_action", args=args)


def test_an_approval_in_the_editor_does_not_publish_errors(enforced, admin, submitted):
    step = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    response = admin.post(edit_url(submitted), {**article_form(), **step})
    assert "The content checks found 1 error." in response.content.decode()
    assert not is_live(submitted)
    assert submitted.current_workflow_state is not None


@pytest.mark.parametrize("headers", [{}, {"x-requested-with": "XMLHttpRequest"}])
def test_an_approval_elsewhere_does_not_publish_errors_and_leads_to_the_editor(enforced, admin, submitted, headers):
    response = admin.post(action_of(submitted, "approve"), {"comment": ""}, headers=headers)
    assert not is_live(submitted)
    assert submitted.current_workflow_task_state.status == "in_progress"
    target = response.json()["redirect"] if headers else response.url
    assert target == edit_url(submitted)
    assert "The content checks found 1 error." in admin.get(target).content.decode()


def test_a_page_with_errors_is_handed_back(enforced, admin, submitted):
    step = {"action-workflow-action": "true", "workflow-action-name": "reject"}
    extra = {"workflow-action-extra-data": '{"comment": "Please prove it."}'}
    admin.post(edit_url(submitted), {**article_form(), **step, **extra})
    assert submitted.current_workflow_state.status == "needs_changes"


def test_an_approval_publishes_a_page_without_errors(enforced, admin, make_article, approval, admin_user):
    page = make_article()
    page.save_revision()
    approval.start(page, admin_user)
    admin.post(action_of(page, "approve"), {"comment": ""})
    assert is_live(page)


def bulk(*pages) -> str:
    query = "&".join(f"id={page.pk}" for page in pages)
    return f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'publish'])}?{query}&next=/admin/"


def test_many_pages_are_published_together_or_not_at_all(enforced, admin, guilty, make_article):
    other = make_article(title="Peel")
    response = admin.post(bulk(guilty, other), {"include_descendants": ""})
    assert response.status_code == 409
    html = response.content.decode()
    assert "Nothing was published" in html
    assert edit_url(guilty) in html
    assert GUARANTEE in html
    assert edit_url(other) not in html
    assert not is_live(other)
    assert not is_live(guilty)


def test_drafts_below_a_page_are_looked_at_before_they_are_published_with_it(enforced, admin, guilty, treatment_index):
    response = admin.post(bulk(treatment_index), {"include_descendants": "on"})
    assert response.status_code == 409
    assert not is_live(guilty)


def test_many_pages_without_errors_are_published(enforced, admin, make_article):
    pages = [make_article(), make_article()]
    admin.post(bulk(*pages), {"include_descendants": ""})
    assert all(is_live(page) for page in pages)


@pytest.fixture
def published_before(guilty, settings):
    """A published page that has errors since before anybody checked."""
    checks, settings.TREATMENT_PAGES = settings.TREATMENT_PAGES, {"EDITORIAL": {"ENFORCE": False}}
    guilty.get_latest_revision().publish()
    settings.TREATMENT_PAGES = checks
    return TreatmentArticlePage.objects.get(pk=guilty.pk)


@pytest.mark.parametrize("wish", ["publish_copies", "alias"])
def test_a_copy_that_would_be_live_with_errors_is_not_made(enforced, admin, published_before, treatment_index, wish):
    data = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": treatment_index.pk, wish: "on"}
    response = admin.post(reverse("wagtailadmin_pages:copy", args=[published_before.pk]), data)
    assert response.status_code == 409
    assert "Nothing was copied" in response.content.decode()
    assert not Page.objects.filter(slug="copy").exists()


def test_a_copy_with_errors_is_made_as_a_draft(enforced, admin, published_before, treatment_index):
    data = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": treatment_index.pk}
    admin.post(reverse("wagtailadmin_pages:copy", args=[published_before.pk]), data)
    assert not Page.objects.get(slug="copy").live


def test_the_admin_s_api_refuses(enforced, admin, guilty):
    url = reverse("wagtailadmin_api:pages:action", args=[guilty.pk, "publish"])
    response = admin.post(url, content_type="application/json")
    assert response.status_code == 400
    assert "CLM-03" in str(response.json())
    assert not is_live(guilty)


def test_the_api_of_programs_refuses_and_says_why(enforced, client, guilty, admin_user, settings):
    settings.ROOT_URLCONF = "tests.treatment_pages.editorial.api_urls"
    _token, key = APIToken.create_token(user=admin_user, name="program")
    url = f"/api/v3/pages/{guilty.pk}/actions/publish/"
    response = client.post(url, headers={"authorization": f"Bearer {key}"})
    assert response.status_code == 422
    assert "CLM-03" in response.content.decode()
    assert not is_live(guilty)


def test_the_api_of_programs_writes_drafts_and_does_not_publish_errors(enforced, client, guilty, admin_user, settings):
    settings.ROOT_URLCONF = "tests.treatment_pages.editorial.api_urls"
    _token, key = APIToken.create_token(user=admin_user, name="program")
    headers = {"authorization": f"Bearer {key}"}
    for action, status, title in (("publish", 422, "Needling"), (None, 200, "Renamed")):
        meta = {"type": "treatment_pages.TreatmentArticlePage", "action": action}
        data = {"meta": meta, "title": "Renamed"}
        answer = client.patch(f"/api/v3/pages/{guilty.pk}/", data, content_type="application/json", headers=headers)
        assert answer.status_code == status, answer.content.decode()[:300]
        assert latest(guilty).title == title
    assert not is_live(guilty)


def test_an_evergreen_page_without_risks_is_not_published(enforced, admin, treatment_index):
    url = reverse("wagtailadmin_pages:add", args=["treatment_pages", "treatmentpage", treatment_index.pk])
    admin.post(url, {**form_data(streamfield([section()])), "action-publish": "1"})
    assert not TreatmentPage.objects.exists()
