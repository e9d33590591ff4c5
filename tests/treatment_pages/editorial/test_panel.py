"""The findings in the editor: as the form stands, with a way to each place."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from tests import factories
from tests.treatment_pages.editorial.conftest import GUARANTEE, HARMLESS
from tests.treatment_pages.editorial.test_publishing_by_staff import article_form, edit_url
from treatment_pages.editorial.registry import all_rules
from treatment_pages.models import ComplianceSettings, TreatmentArticlePage

PANEL = "treatment_pages_checks"
ARTICLE = ("treatment_pages", "treatmentarticlepage")


@pytest.fixture
def admin(client, admin_user, clinic):
    client.force_login(admin_user)
    return client


@pytest.fixture
def page(make_article):
    return make_article(HARMLESS, title="Needling", slug="needling")


def check_url(page) -> str:
    return reverse(f"{PANEL}:edited", args=[page.pk])


def added_url(parent, *names: str) -> str:
    return reverse(f"{PANEL}:added", args=[*(names or ARTICLE), parent.pk])


def test_the_editor_s_panel_of_checks_has_a_section_for_claims(admin, page):
    html = admin.get(edit_url(page)).content.decode()
    assert f'data-url="{check_url(page)}"' in html
    assert "content-checks.js" in html


def test_a_new_page_s_editor_has_it_too(admin, treatment_index):
    html = admin.get(reverse("wagtailadmin_pages:add", args=[*ARTICLE, treatment_index.pk])).content.decode()
    assert f'data-url="{added_url(treatment_index)}"' in html


def test_what_is_written_and_not_saved_is_checked(admin, page):
    answer = admin.post(check_url(page), article_form(GUARANTEE)).json()
    assert answer["is_valid"]
    assert answer["counts"]["errors"] == 1
    assert GUARANTEE in answer["html"]
    assert 'data-path="text"' in answer["html"]
    assert "CLM-03" in answer["html"]
    assert HARMLESS in str(TreatmentArticlePage.objects.get().body)


def test_a_page_that_is_not_stored_is_checked_by_the_profile_of_its_site(admin, treatment_index, site):
    ComplianceSettings.objects.create(site=site, profile="uk")
    answer = admin.post(added_url(treatment_index), article_form(GUARANTEE)).json()
    assert answer["counts"]["errors"] == 1
    assert not TreatmentArticlePage.objects.exists()


def test_a_form_that_cannot_be_read_says_so(admin, page):
    assert admin.post(check_url(page), article_form(hero_image="none")).json() == {"is_valid": False}


@pytest.mark.parametrize(
    "data",
    [{}, {"body-count": "x"}, {"title": "\x00"}, {"body-count": "1"}, {"body-count": "-1"}, {"introduction": "{"}],
)
def test_nonsense_is_answered_calmly(admin, page, treatment_index, data):
    for url in (check_url(page), added_url(treatment_index)):
        for posted in (data, {**article_form(), **data}):
            assert admin.post(url, posted).status_code in (200, 400)


def test_other_pages_and_other_things_are_not_checked(admin, page, home_page, treatment_index):
    assert admin.post(check_url(home_page), article_form()).status_code == 404
    assert admin.post(reverse(f"{PANEL}:edited", args=[10**30]), article_form()).status_code == 404
    assert admin.post(added_url(treatment_index, "auth", "user"), article_form()).status_code == 404
    assert admin.post(added_url(treatment_index, "no", "thing"), article_form()).status_code == 404
    assert admin.post(added_url(home_page), article_form()).status_code in (302, 403)
    assert admin.get(check_url(page)).status_code == 405


@pytest.fixture
def elsewhere(treatment_index, home_page):
    """May edit pages, but not these."""
    user = factories.make_user(username="elsewhere")
    branch = factories.TreatmentIndexPageFactory(parent=home_page, slug="other", title="Other")
    group = Group.objects.create(name="Elsewhere")
    for codename in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=branch, permission=permission)
    user.groups.add(group)
    return user


@pytest.mark.parametrize("name", ["edited", "dismiss", "withdraw"])
def test_who_may_not_edit_a_page_learns_nothing_of_it(client, page, elsewhere, name):
    url = reverse(f"{PANEL}:{name}", args=[page.pk])
    assert client.post(url, article_form(GUARANTEE)).status_code == 302
    client.force_login(elsewhere)
    answer = client.post(url, article_form(GUARANTEE))
    assert answer.status_code == 302
    assert answer.url == reverse("wagtailadmin_home")


def test_who_may_not_add_a_page_checks_none(client, treatment_index, elsewhere):
    client.force_login(elsewhere)
    assert client.post(added_url(treatment_index), article_form(GUARANTEE)).status_code == 302


def test_a_page_without_findings_says_so(admin, page, settings):
    settings.TREATMENT_PAGES = {"EDITORIAL": {"SEVERITIES": {rule.id: None for rule in all_rules()}}}
    assert "Nothing found." in admin.post(check_url(page), article_form(HARMLESS)).json()["html"]


def test_a_preview_marks_the_sentences_and_visitors_see_no_marks(admin, page, client):
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    admin.post(preview, article_form(GUARANTEE))
    html = admin.get(preview).content.decode()
    assert "preview-marks.js" in html
    assert GUARANTEE in html.split('id="tp-editorial-marks"')[1]
    page.body = []
    page.save_revision().publish()
    client.logout()
    public = client.get(Page.objects.get(pk=page.pk).url).content.decode()
    assert "preview-marks" not in public
    assert "tp-editorial-marks" not in public


def test_a_check_costs_the_same_for_every_length(admin, page, django_assert_max_num_queries):
    admin.post(check_url(page), article_form(GUARANTEE))
    with django_assert_max_num_queries(40):
        admin.post(check_url(page), article_form(" ".join([GUARANTEE] * 30)))
