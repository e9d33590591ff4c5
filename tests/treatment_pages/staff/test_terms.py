"""Categories, concerns and body areas in Wagtail admin."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from tests import factories
from treatment_pages.models import BodyArea, Concern, TreatmentCategory

MODELS = [TreatmentCategory, Concern, BodyArea]


def url(model, name: str, *args) -> str:
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


@pytest.fixture
def admin(client, admin_user):
    client.force_login(admin_user)
    return client


@pytest.fixture
def make(root_page):
    """Make terms of a list by name."""

    def make(model, *names: str) -> list:
        return [model.objects.create(name=name, locale=Locale.get_default()) for name in names]

    return make


def names(response) -> list[str]:
    return [row.name for row in response.context["object_list"]]


@pytest.mark.parametrize("model", MODELS)
def test_a_list_can_be_searched(admin, make, model):
    make(model, "Acne scars", "Redness")
    assert names(admin.get(url(model, "list"), {"q": "scar"})) == ["Acne scars"]


def test_the_list_counts_the_treatments_that_have_a_term(admin, make, treatment_page):
    used, _lonely = make(Concern, "Acne scars", "Redness")
    treatment_page.concerns = [used]
    treatment_page.save_revision().publish()
    response = admin.get(url(Concern, "list"))
    assert {row.name: row.usage_count for row in response.context["object_list"]} == {"Acne scars": 1, "Redness": 0}
    assert url(Concern, "usage", used.pk) in response.content.decode()
    assert "Nowhere" in response.content.decode()


def test_wagtails_usage_names_the_treatments_that_have_a_term(admin, make, treatment_page):
    [term] = make(BodyArea, "Neck")
    treatment_page.body_areas = [term]
    treatment_page.save_revision().publish()
    html = admin.get(url(BodyArea, "usage", term.pk)).content.decode()
    assert "Microneedling" in html
    assert "Body areas" in html


@pytest.mark.parametrize("ordering", ["name", "-name", "slug", "usage_count", "-usage_count", "nonsense", "name,slug"])
@pytest.mark.parametrize("search", ["", "acne"])
def test_the_list_sorts_by_what_it_can(admin, make, ordering, search):
    make(Concern, "Acne scars", "Acne")
    assert admin.get(url(Concern, "list"), {"ordering": ordering, "q": search}).status_code == 200


@pytest.mark.parametrize(
    "query", ["p=9999", "p=x", "p=-1", "locale=xx", "bogus=1", "name__icontains=a", "q=%00", "q=*"]
)
def test_nonsense_in_the_address_is_no_error(admin, make, query):
    make(Concern, "Acne scars")
    assert admin.get(f"{url(Concern, 'list')}?{query}").status_code in (200, 302, 404)


def test_two_hundred_terms_cost_no_more_queries_than_three(admin, make, django_assert_max_num_queries):
    make(Concern, "A", "B", "C")
    admin.get(url(Concern, "list"))
    make(Concern, *(f"Concern {number}" for number in range(200)))
    with django_assert_max_num_queries(16):
        response = admin.get(url(Concern, "list"))
    assert len(response.context["object_list"]) == 50


@pytest.mark.parametrize("model", MODELS)
def test_an_editor_adds_a_term_by_its_name_alone(client, root_page, model):
    user = factories.make_user(f"treatment_pages.add_{model._meta.model_name}")
    client.force_login(user)
    client.post(url(model, "add"), {"name": "Crow’s feet", "slug": "", "description": ""})
    assert model.objects.get().slug == "crows-feet"


def test_a_slug_that_is_taken_is_explained(admin, make):
    make(Concern, "Redness")
    for slug in ("redness", ""):
        response = admin.post(url(Concern, "add"), {"name": "Redness", "slug": slug, "description": ""})
        assert "“redness” is taken by another entry." in response.content.decode()
    assert Concern.objects.count() == 1


def test_a_term_keeps_its_own_slug(admin, make):
    [term] = make(Concern, "Redness")
    admin.post(url(Concern, "edit", term.pk), {"name": "Redness of the face", "slug": "redness", "description": ""})
    assert Concern.objects.get().name == "Redness of the face"


@pytest.mark.parametrize("model", MODELS)
def test_someone_without_permission_sees_no_terms(client, editor, make, model):
    [term] = make(model, "Redness")
    client.force_login(editor)
    for name, *args in (("list",), ("add",), ("edit", term.pk), ("delete", term.pk), ("usage", term.pk)):
        assert client.get(url(model, name, *args)).status_code == 302


def test_someone_who_may_only_look_changes_nothing(client, make):
    [term] = make(Concern, "Redness")
    client.force_login(factories.make_user("treatment_pages.view_concern"))
    assert client.get(url(Concern, "list")).status_code == 200
    client.post(url(Concern, "edit", term.pk), {"name": "Other"})
    client.post(url(Concern, "delete", term.pk))
    assert Concern.objects.get().name == "Redness"
