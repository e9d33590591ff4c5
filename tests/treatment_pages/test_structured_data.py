"""JSON-LD of every page type: valid schema.org, complete, and nothing that visitors cannot read."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site
from wagtail.rich_text import RichText

from tests import factories
from tests.schema_org import findings, json_ld
from treatment_pages.models import Credential, PractitionerPage, SourceKind


@pytest.fixture
def reviewer(treatment_index):
    person = PractitionerPage(
        title="Dr Robin Wren",
        slug="robin-wren",
        job_title="Dermatologist",
        summary="Treats skin.",
        registration_body="General Medical Council",
        registration_number="0000000",
        registration_url="https://example.org/0000000",
    )
    person.credentials = [Credential(name="MSc Dermatology", awarded_by="Example University", year=2015)]
    treatment_index.add_child(instance=person)
    return person


@pytest.fixture
def open_clinic(clinic):
    for field, value in {"street": "1 Example Row", "locality": "London", "country": "GB"}.items():
        setattr(clinic, field, value)
    clinic.opening_hours.create(weekday=0, opens=time(9), closes=time(18))
    clinic.opening_hours.create(weekday=2, opens=time(9), closes=time(18))
    clinic.save()
    return clinic


def rich(text: str) -> RichText:
    return RichText(f"<p>{text}</p>")


def medical_body(*sources) -> list[tuple[str, dict]]:
    wishes = RichText("<p>We talk about</p><ul><li>your skin</li><li>your wishes</li></ul>")
    steps = [
        {"phase": "before", "title": "Talk", "text": wishes},
        {"phase": "during", "title": "The session", "text": rich("Fine needles <b>pass</b> over it")},
        {"phase": "after", "title": "Go home", "text": rich("Keep out of the sun.")},
    ]
    price = {"amount_from": Decimal(180), "unit": "per session", "conditions": "by a nurse"}
    fixed = {"amount_from": Decimal(40), "amount_to": Decimal(40), "unit": "once"}
    return [
        ("key_facts", {"areas": ["Face", "Neck"], "price": price}),
        ("section", {"heading": "What", "text": rich("Words."), "claims": [{"statement": "A", "source": sources[0]}]}),
        ("procedure", {"steps": steps}),
        ("suitability", {"not_suitable_for": ["Active acne"]}),
        ("risks", {"common": [{"name": "Redness", "duration": "2 days"}], "serious": [{"name": "Infection"}]}),
        ("aftercare", {"items": [{"title": "Sun cream", "text": rich("Every morning")}]}),
        ("prices", {"items": [{"name": "Patch test", "price": fixed}]}),
        ("faq", {"items": [{"question": "Does it hurt?", "answer": rich("A little.")}]}),
        ("sources", {"further": list(sources[1:])}),
    ]


@pytest.fixture
def sources(db):
    kinds = [SourceKind.ARTICLE, SourceKind.GUIDELINE, SourceKind.REGULATOR, SourceKind.BOOK, SourceKind.OTHER]
    return [factories.SourceFactory(kind=kind, publication="Journal of Examples") for kind in kinds]


@pytest.fixture
def pages(home_page, treatment_index, treatment_page, open_clinic, reviewer, sources, picture) -> dict:
    """One page of every type, with all that can be marked up."""
    review = {"medical_reviewer": reviewer, "reviewed_on": date(2026, 2, 3)}
    for name, value in {**review, "author_page": reviewer, "hero_image": picture}.items():
        setattr(treatment_page, name, value)
    treatment_page.alternate_names = "Needling, CIT"
    treatment_page.body = medical_body(*sources)
    treatment_page.save_revision().publish()
    article = factories.TreatmentArticlePageFactory(
        parent=treatment_index,
        treatment=treatment_page,
        author="Alex Example",
        published_on=date(2026, 1, 5),
        updated_on=date(2026, 3, 1),
        body=medical_body(*sources),
        **review,
    )
    information = factories.InformationPageFactory(parent=home_page, title="Privacy", slug="privacy")
    named = {"home": home_page, "index": treatment_index, "treatment": treatment_page, "article": article}
    return {**named, "practitioner": reviewer, "information": information}


PAGE_TYPES = ["home", "index", "treatment", "article", "practitioner", "information"]


def document(client, page) -> dict:
    (found,) = json_ld(client.get(page.url).content.decode())
    return found


def nodes(document: dict, kind: str) -> list[dict]:
    return [node for node in document["@graph"] if node["@type"] == kind]


def node(document: dict, kind: str) -> dict:
    (found,) = nodes(document, kind)
    return found


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_every_page_type_speaks_valid_schema_org(client, pages, name):
    assert findings(document(client, pages[name])) == []


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_every_page_type_is_valid_with_nothing_filled_in(
    client, home_page, treatment_index, treatment_page, reviewer, name
):
    article = factories.TreatmentArticlePageFactory(parent=treatment_index, body=[])
    information = factories.InformationPageFactory(parent=home_page)
    treatment_page.body = []
    treatment_page.save()
    bare = dict(
        zip(PAGE_TYPES, [home_page, treatment_index, treatment_page, article, reviewer, information], strict=True)
    )
    assert findings(document(client, bare[name])) == []


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_no_value_is_empty(client, pages, name):
    def empty(value) -> bool:
        if isinstance(value, dict):
            return not value or any(empty(item) for item in value.values())
        return value in ("", None, []) or (isinstance(value, list) and any(empty(item) for item in value))

    assert not empty(document(client, pages[name]))


def test_a_treatment_is_told_as_a_therapy(client, pages):
    therapy = node(document(client, pages["treatment"]), "MedicalTherapy")
    assert therapy["alternateName"] == ["Needling", "CIT"]
    assert therapy["preparation"] == "Talk. We talk about your skin; your wishes."
    assert therapy["howPerformed"] == "The session. Fine needles pass over it."
    assert therapy["followup"] == "Go home. Keep out of the sun. Sun cream. Every morning."
    assert [entry["name"] for entry in therapy["contraindication"]] == ["Active acne"]
    assert [(risk["name"], risk["description"]) for risk in therapy["adverseOutcome"]] == [("Redness", "2 days.")]
    assert [risk["name"] for risk in therapy["seriousAdverseOutcome"]] == ["Infection"]
    assert therapy["bodyLocation"] == ["Face", "Neck"]


def test_the_page_tells_who_reviewed_it_and_when(client, pages):
    found = document(client, pages["treatment"])
    page = node(found, "MedicalWebPage")
    assert page["lastReviewed"] == "2026-02-03"
    person = node(found, "Person")
    assert page["reviewedBy"] == page["author"] == {"@id": person["@id"]}
    assert (person["name"], person["jobTitle"]) == ("Dr Robin Wren", "Dermatologist")


def test_a_review_without_a_date_is_not_claimed(client, pages):
    page = pages["treatment"]
    page.reviewed_on = None
    page.save_revision().publish()
    assert not {"lastReviewed", "reviewedBy"} & node(document(client, page), "MedicalWebPage").keys()


def test_a_team_member_without_a_public_page_has_no_address(client, pages):
    pages["practitioner"].unpublish()
    person = node(document(client, pages["treatment"]), "Person")
    assert not {"url", "jobTitle"} & person.keys()
    assert person["name"] == "Dr Robin Wren"


def test_an_article_is_a_blog_posting_about_its_treatment(client, pages):
    found = document(client, pages["article"])
    article = node(found, "BlogPosting")
    assert (article["datePublished"], article["dateModified"]) == ("2026-01-05", "2026-03-01")
    assert article["timeRequired"] == "PT1M"
    assert article["about"] == {"@id": node(found, "MedicalTherapy")["@id"]}
    assert node(found, "MedicalTherapy")["url"] == pages["treatment"].full_url
    assert "Alex Example" in [person["name"] for person in nodes(found, "Person")]
    assert node(found, "MedicalWebPage")["mainEntity"] == {"@id": article["@id"]}


def test_an_article_about_a_draft_names_it_without_an_address(client, pages):
    pages["treatment"].unpublish()
    assert "url" not in node(document(client, pages["article"]), "MedicalTherapy")


def test_sources_are_cited_by_their_kind(client, pages):
    cited = node(document(client, pages["treatment"]), "MedicalWebPage")["citation"]
    assert [entry["@type"] for entry in cited] == ["ScholarlyArticle", "Report", "WebPage", "Book", "CreativeWork"]
    assert cited[0]["creditText"] == "Example A. Journal of Examples. 2021"
    assert cited[0]["url"].startswith("https://doi.org/10.1000/")


def test_a_source_that_only_a_sentence_cites_is_told(client, treatment_page, clinic):
    source = factories.SourceFactory(title="A study of sentences")
    text = RichText(f'<p><a linktype="claim" id="{source.pk}">Skin heals.</a></p>')
    treatment_page.body = [("section", {"heading": "What", "text": text})]
    treatment_page.save_revision().publish()
    cited = node(document(client, treatment_page), "MedicalWebPage")["citation"]
    assert [entry["name"] for entry in cited] == ["A study of sentences"]


def test_prices_are_offers_for_a_service_of_the_clinic(client, pages):
    found = document(client, pages["treatment"])
    lowest, fixed = nodes(found, "Offer")
    assert lowest["priceSpecification"] == {
        "@type": "UnitPriceSpecification",
        "minPrice": 180.0,
        "priceCurrency": "GBP",
        "unitText": "per session",
    }
    assert (fixed["name"], fixed["priceSpecification"]["price"]) == ("Patch test", "40")
    clinic = node(found, "MedicalClinic")
    assert lowest["itemOffered"]["provider"] == {"@id": clinic["@id"]}
    assert clinic["makesOffer"] == [{"@id": lowest["@id"]}, {"@id": fixed["@id"]}]


def test_the_clinic_tells_address_and_opening_hours(client, pages):
    clinic = node(document(client, pages["home"]), "MedicalClinic")
    assert clinic["address"]["streetAddress"] == "1 Example Row"
    assert clinic["openingHoursSpecification"] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": ["Monday", "Wednesday"],
            "opens": "09:00",
            "closes": "18:00",
        }
    ]


def test_the_project_chooses_the_type_of_its_business(client, pages, settings):
    settings.TREATMENT_PAGES = {"BUSINESS_TYPE": "HealthAndBeautyBusiness"}
    found = document(client, pages["treatment"])
    assert node(found, "HealthAndBeautyBusiness")
    assert findings(found) == []


def test_questions_are_marked_up_only_when_the_project_asks(client, pages, settings):
    assert not nodes(document(client, pages["treatment"]), "FAQPage")
    settings.TREATMENT_PAGES = {"FAQ_STRUCTURED_DATA": True}
    found = document(client, pages["treatment"])
    (question,) = node(found, "FAQPage")["mainEntity"]
    assert (question["name"], question["acceptedAnswer"]["text"]) == ("Does it hurt?", "A little.")
    assert findings(found) == []


def test_a_practitioner_tells_registration_and_credentials(client, pages):
    person = node(document(client, pages["practitioner"]), "Person")
    assert person["identifier"]["value"] == "0000000"
    assert person["hasCredential"][0]["name"] == "MSc Dermatology"
    assert person["worksFor"]["@id"].endswith("#clinic")


def test_the_index_lists_what_it_shows(client, pages):
    page = node(document(client, pages["index"]), "CollectionPage")
    assert [entry["url"] for entry in page["mainEntity"]["itemListElement"]] == [pages["treatment"].full_url]


def test_the_breadcrumb_leads_from_the_front_page(client, pages):
    steps = node(document(client, pages["treatment"]), "BreadcrumbList")["itemListElement"]
    assert [step["name"] for step in steps] == ["Home", "Treatments", "Microneedling"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert not nodes(document(client, pages["home"]), "BreadcrumbList")


def test_nobody_rates_themselves(client, pages):
    text = client.get(pages["treatment"].url).content.decode()
    assert "AggregateRating" not in text
    assert "HowTo" not in text


def test_no_text_breaks_out_of_its_script(client, treatment_page, clinic):
    treatment_page.title = 'Peel </script><script>alert("1")</script> & <!-- more'
    treatment_page.save_revision().publish()
    html = client.get(treatment_page.url).content.decode()
    assert "<script>alert" not in html
    (found,) = json_ld(html)
    assert node(found, "MedicalTherapy")["name"] == treatment_page.title


def test_a_draft_in_preview_is_valid_too(pages, rf, admin_user):
    draft = factories.TreatmentArticlePageFactory(parent=pages["index"], live=False, treatment=pages["treatment"])
    response = draft.make_preview_request()
    (found,) = json_ld(response.render().content.decode() if hasattr(response, "render") else response.content.decode())
    assert findings(found) == []


def test_structured_data_costs_no_query_of_its_own(client, publish_full_page, monkeypatch):
    page = publish_full_page()

    def queries() -> int:
        cache.clear()
        Site.clear_site_root_paths_cache()
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page.url).status_code == 200
        return len(captured)

    queries()
    with_graph = queries()
    monkeypatch.setattr("treatment_pages.head.graph", lambda subject: {})
    assert with_graph <= queries()
