"""The page of a practitioner: good with little filled in, complete with all of it."""

import pytest
import wagtail_factories

from cms.models import InformationPage
from tests import factories
from treatment_pages.models import Credential, PractitionerPage, TreatmentIndexPage


@pytest.fixture
def person(home_page, clinic):
    return factories.PractitionerPageFactory(parent=home_page, title="Miriam Example", slug="miriam")


def html_of(client, page) -> str:
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def test_a_page_with_nothing_but_a_name_is_complete(client, person):
    html = html_of(client, person)
    assert html.count("<h1") == 1
    for heading in ("Registration", "Credentials", "Treatments</h2>", "Articles</h2>"):
        assert heading not in html


def test_a_full_page_shows_registration_credentials_treatments_and_articles(
    client, person, treatment_page, treatment_index
):
    person.registration_body, person.registration_number = "Example Council", "EX-1"
    person.registration_url = "https://register.example/EX-1"
    person.portrait, person.portrait_alt = wagtail_factories.ImageFactory(), "A nurse in a green tunic"
    person.credentials = [Credential(name="BSc Nursing", awarded_by="Example University", year=2008)]
    person.treatments.set([treatment_page])
    person.save_revision().publish()
    factories.TreatmentArticlePageFactory(parent=treatment_index, title="On scars", author_page=person)
    html = html_of(client, person)
    for text in ("Example Council", "EX-1", "https://register.example/EX-1", "BSc Nursing", "2008", "On scars"):
        assert text in html
    assert f'<a href="{treatment_page.url}">Microneedling</a>' in html
    assert 'alt="A nurse in a green tunic"' in html


def test_nothing_is_listed_that_visitors_cannot_open(client, person, treatment_page, treatment_index):
    person.treatments.set([treatment_page])
    person.save()
    article = factories.TreatmentArticlePageFactory(parent=treatment_index, title="On scars", author_page=person)
    treatment_page.unpublish()
    article.view_restrictions.create(restriction_type="password", password="secret")
    html = html_of(client, person)
    assert "Microneedling" not in html
    assert "On scars" not in html


def test_an_enquiry_from_the_page_is_about_the_person(client, person):
    assert person.enquiry_subject == "Miriam Example"
    assert "data-leads-form" in html_of(client, person)


def test_below_an_index_its_enquiry_form_is_used(treatment_index):
    treatment_index.enquiry_form = factories.make_form("index")
    treatment_index.save()
    factories.PractitionerPageFactory(parent=treatment_index)
    assert PractitionerPage.objects.get().get_enquiry_form().slug == "index"


def test_elsewhere_the_clinics_form_is_left_to_decide(person):
    assert PractitionerPage.objects.get().get_enquiry_form() is None


def test_people_can_stand_below_an_index_or_an_ordinary_page():
    assert {TreatmentIndexPage, InformationPage} <= set(PractitionerPage.allowed_parent_page_models())


def test_a_draft_is_previewed_with_treatments_not_saved_yet(person, treatment_page):
    person.treatments.set([treatment_page])
    draft = person.save_revision().as_object()
    assert list(draft.public_treatments) == [treatment_page]
    assert "Microneedling" in draft.make_preview_request().rendered_content
