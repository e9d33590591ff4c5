"""The addresses of a treatment index, what may stand below it, and what it costs."""

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Site
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from tests import factories
from treatment_pages.models import BodyArea, Concern, TreatmentCategory


def make_concern(name: str, **fields) -> Concern:
    return Concern.objects.create(name=name, locale=Locale.get_default(), **fields)


# Addresses


def test_every_view_of_an_index_has_an_address_below_it(treatment_index):
    assert treatment_index.view_url() == "/treatments/"
    assert treatment_index.articles_url == "/treatments/articles/"
    assert treatment_index.feed_url == "/treatments/articles/feed/"
    assert treatment_index.compare_url == "/treatments/compare/"
    assert treatment_index.tag_url(Tag(name="Scars", slug="scars")) == "/treatments/articles/tag/scars/"


@pytest.mark.parametrize(("model", "path"), [(Concern, "concern"), (BodyArea, "area"), (TreatmentCategory, "category")])
def test_a_term_has_a_listing_of_its_own(treatment_index, client, model, path):
    term = model.objects.create(name="Acne scars", locale=Locale.get_default())
    assert treatment_index.term_url(term) == f"/treatments/{path}/acne-scars/"
    assert client.get(treatment_index.term_url(term)).status_code == 200


def test_a_slug_in_any_script_can_be_visited(treatment_index, client):
    concern = make_concern("Rötung im Gesicht")
    assert client.get(treatment_index.term_url(concern)).status_code == 200


def test_an_index_that_no_site_shows_has_no_addresses(root_page):
    adrift = factories.TreatmentIndexPageFactory(parent=root_page, slug="adrift")
    Site.objects.all().delete()
    assert adrift.articles_url == ""


@pytest.mark.parametrize(
    "path", ["concern/", "concern/unknown/", "nonsense/acne/", "articles/tag/unknown/", "compare/more/", "concern/%00/"]
)
def test_an_address_that_means_nothing_is_not_found(treatment_index, client, path):
    assert client.get(f"/treatments/{path}").status_code == 404


def test_a_term_of_another_language_has_no_listing_here(treatment_index, client):
    make_concern("Narben").save()
    german = Locale.objects.create(language_code="de")
    Concern.objects.create(name="Akne", slug="akne", locale=german)
    assert client.get("/treatments/concern/akne/").status_code == 404


# Slugs below an index


@pytest.mark.parametrize("slug", ["articles", "compare", "category", "concern", "area"])
@pytest.mark.parametrize("factory", [factories.TreatmentPageFactory, factories.TreatmentArticlePageFactory])
def test_no_page_below_an_index_can_take_the_address_of_a_view(treatment_index, factory, slug):
    with pytest.raises(ValidationError) as refusal:
        factory(parent=treatment_index, slug=slug)
    assert "Choose another slug" in refusal.value.message_dict["slug"][0]


def test_a_person_cannot_either_wherever_the_page_stands(home_page):
    with pytest.raises(ValidationError):
        factories.PractitionerPageFactory(parent=home_page, slug="area")


def test_a_title_that_would_make_such_a_slug_makes_another_one(treatment_index):
    assert factories.TreatmentPageFactory(parent=treatment_index, title="Compare", slug="").slug == "compare-2"


def test_a_page_that_had_such_a_slug_before_keeps_working(treatment_index, treatment_page, client):
    type(treatment_page).objects.filter(pk=treatment_page.pk).update(
        slug="compare", url_path="/front/treatments/compare/"
    )
    treatment_page.refresh_from_db()
    treatment_page.summary = "Still here."
    treatment_page.save()
    assert "Still here." in client.get("/treatments/compare/").content.decode()


def test_the_editor_is_told_why_a_slug_is_refused(treatment_index, admin_user, client):
    client.force_login(admin_user)
    data = nested_form_data(
        {
            "title": "Area",
            "slug": "area",
            "summary": "x",
            "body": streamfield([]),
            "review_interval_months": "12",
            "related_links": inline_formset([]),
            "comments": inline_formset([]),
        }
    )
    url = reverse("wagtailadmin_pages:add", args=["treatment_pages", "treatmentpage", treatment_index.pk])
    response = client.post(url, data)
    assert "Choose another slug" in response.content.decode()


def test_a_copy_cannot_take_the_address_of_a_view_either(treatment_page, admin_user, client):
    client.force_login(admin_user)
    data = {"new_title": "Area", "new_slug": "area", "new_parent_page": treatment_page.get_parent().pk}
    response = client.post(reverse("wagtailadmin_pages:copy", args=[treatment_page.pk]), data, follow=True)
    assert "Choose another slug" in response.content.decode()


# Redirects


@pytest.mark.parametrize("path", ["", "?area=face"])
def test_the_old_address_of_a_term_leads_to_the_new_one(treatment_index, client, path):
    concern = make_concern("Scars")
    old = treatment_index.term_url(concern)
    concern.slug = "acne-scars"
    concern.save()
    response = client.get(old + path)
    assert (response.status_code, response["Location"]) == (301, "/treatments/concern/acne-scars/")


def test_a_term_that_takes_its_old_slug_again_leads_nowhere_else(treatment_index, client):
    concern = make_concern("Scars")
    for slug in ["second", "third", "scars"]:
        concern.slug = slug
        concern.save()
    assert client.get("/treatments/concern/scars/").status_code == 200
    for old in ["second", "third"]:
        assert client.get(f"/treatments/concern/{old}/")["Location"] == "/treatments/concern/scars/"
    assert not Redirect.objects.filter(old_path="/treatments/concern/scars").exists()


def test_a_term_leads_on_below_every_index_of_its_language(treatment_index, home_page, client):
    other = factories.TreatmentIndexPageFactory(parent=home_page, slug="body")
    concern = make_concern("Scars")
    concern.slug = "acne-scars"
    concern.save()
    assert client.get("/body/concern/scars/")["Location"] == other.term_url(concern)


def test_a_redirect_made_by_hand_stays(treatment_index, site, client):
    Redirect.objects.create(old_path="/treatments/concern/scars", site=site, redirect_link="/elsewhere/")
    concern = make_concern("Scars")
    concern.slug = "acne-scars"
    concern.save()
    assert client.get("/treatments/concern/scars/")["Location"] == "/elsewhere/"


def test_a_term_saved_without_a_new_slug_redirects_nothing(treatment_index):
    concern = make_concern("Scars")
    concern.name = "Scarring"
    concern.save()
    assert not Redirect.objects.exists()


def test_a_site_that_makes_its_redirects_by_hand_gets_none(treatment_index, settings):
    settings.WAGTAILREDIRECTS_AUTO_CREATE = False
    concern = make_concern("Scars")
    concern.slug = "acne-scars"
    concern.save()
    assert not Redirect.objects.exists()


def test_the_views_of_an_index_lead_on_when_it_gets_a_new_slug(
    treatment_index, client, django_capture_on_commit_callbacks
):
    make_concern("Scars")
    treatment_index.slug = "what-we-do"
    with django_capture_on_commit_callbacks(execute=True):
        treatment_index.save_revision().publish()
    for path in ["", "concern/scars/", "compare/", "articles/", "articles/feed/"]:
        assert client.get(f"/treatments/{path}")["Location"] == f"/what-we-do/{path}"


# Cost


@pytest.fixture
def queries_of(client, clinic):
    def count(url: str) -> int:
        client.get(url)
        cache.clear()
        Site.clear_site_root_paths_cache()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    return count


@pytest.fixture
def many_treatments(treatment_index, picture):
    """Five hundred treatments under sixty terms; what they refer to is not indexed, which takes most of the time."""
    terms = [make_concern(f"Concern {number}") for number in range(60)]
    first = factories.TreatmentPageFactory(parent=treatment_index, hero_image=picture, body=[("key_facts", {})])

    def add(count: int) -> None:
        with disable_reference_index_auto_update():
            for number in range(count):
                concerns = [terms[number % 60], terms[(number * 7) % 60]]
                factories.TreatmentPageFactory(
                    parent=treatment_index, hero_image=picture, body=first.body, concerns=concerns
                )

    return add


@pytest.mark.parametrize("path", ["", "?concern=concern-1&concern=concern-2", "concern/concern-1/", "?q=treatment"])
def test_an_index_of_sixty_treatments_costs_as_little_as_one_of_five(
    treatment_index, many_treatments, queries_of, path
):
    many_treatments(5)
    few = queries_of(f"/treatments/{path}")
    many_treatments(55)
    assert queries_of(f"/treatments/{path}") == few <= 16


def test_an_index_of_five_hundred_treatments_costs_at_most_sixteen_queries(
    treatment_index, many_treatments, queries_of
):
    many_treatments(499)
    factories.TreatmentArticlePageFactory(parent=treatment_index)
    assert queries_of("/treatments/") <= 16
