"""The demo in German: complete, linked with its English counterpart, and free of English words of ours."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page

from cms.models import HomePage
from leads.models import Enquiry
from treatment_pages.models import TreatmentPage

pytestmark = [pytest.mark.xdist_group("demo"), pytest.mark.usefixtures("demo_site")]

TREATMENT = "/de/behandlungen/microneedling/"
ADDRESSES = {
    "/de/": "/",
    "/de/behandlungen/": "/treatments/",
    TREATMENT: "/treatments/microneedling/",
    "/de/behandlungen/miriam-wren/": "/about/miriam-wren/",
    "/de/datenschutz/": "/privacy/",
}
"""Each German page with its English counterpart."""

LISTINGS = ["/de/behandlungen/compare/", "/de/behandlungen/concern/aknenarben/", "/de/behandlungen/?q=xyz"]
ALONE = ["/de/enquiries/beratung/", "/de/enquiries/thanks/", "/de/nicht-da/"]

ENGLISH = re.compile(
    r"\b(the|and|with|your|you|our|what|when|read|call|ask|about|from|session|sessions|minutes|weeks|days|price|search|"
    r"remove|page|home|opening|hours|closed|monday|sunday|treatment|treatments|before|after|first|results|send|"
    r"medically|reviewed|sources|article|yes|skip|menu)\b",
    re.IGNORECASE,
)
OWN_NAMES = "Wren & Rowe Skin Clinic", "14 Orchard Row", "{before}", "{after}"


def soup_of(client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content.decode(), "html.parser")


def said(soup: BeautifulSoup) -> list[str]:
    """Every text and label of the page; what is quoted in its own language, such as titles of sources, left out."""
    for element in soup.select("script, style, .tp-source, .tp-facts, .tp-credentials, [lang='en-gb']"):
        element.decompose()
    labels = [
        element[name] for name in ("aria-label", "title", "alt", "placeholder") for element in soup.select(f"[{name}]")
    ]
    data = [value for tag in soup.find_all(True) for name, value in tag.attrs.items() if name.startswith("data-text")]
    texts = [" ".join(text.split()) for text in [*soup.body.stripped_strings, *labels, *data]]
    for own in OWN_NAMES:
        texts = [text.replace(own, "") for text in texts]
    return texts


@pytest.mark.parametrize("address", [*ADDRESSES, *LISTINGS, *ALONE])
def test_a_german_page_says_nothing_in_english(client, address):
    texts = said(soup_of(client, address))
    assert texts
    assert {text: ENGLISH.findall(text) for text in texts if ENGLISH.search(text)} == {}


@pytest.mark.parametrize("address", [*ADDRESSES, *LISTINGS, *ALONE])
def test_a_german_page_says_that_it_is_german(client, address):
    response = client.get(address)
    assert BeautifulSoup(response.content.decode(), "html.parser").html["lang"] == "de"
    assert response["Content-Language"] == "de"


@pytest.mark.parametrize(("german", "english"), ADDRESSES.items())
def test_both_languages_lead_to_each_other(client, german, english):
    for address, other, language in ((german, english, "en-gb"), (english, german, "de")):
        soup = soup_of(client, address)
        links = {link["hreflang"]: link["href"] for link in soup.select("link[rel=alternate][hreflang]")}
        assert links["de"].endswith(german)
        assert links["en-gb"] == links["x-default"]
        assert links["en-gb"].endswith(english)
        switch = soup.select_one(".site-nav__language a")
        assert (switch["href"], switch["lang"], switch["hreflang"]) == (other, language, language)


def test_a_page_in_one_language_only_offers_no_other(client):
    soup = soup_of(client, "/treatments/chemical-peel/")
    assert not soup.select(".site-nav__language, link[hreflang]")


def test_a_preview_is_in_the_language_of_the_page(client, django_user_model):
    page = TreatmentPage.objects.get(slug="microneedling", locale__language_code="de")
    client.force_login(django_user_model.objects.get(username="admin"))
    soup = soup_of(client, f"/admin/pages/{page.pk}/view_draft/")
    assert soup.html["lang"] == "de"
    assert "Auf einen Blick" in soup.text


def test_the_menu_and_the_breadcrumb_stay_german(client):
    soup = soup_of(client, TREATMENT)
    links = [link["href"] for link in soup.select(".site-nav li:not(.site-nav__language) a, .breadcrumb a")]
    assert links
    assert all(link.startswith("/de/") for link in links)
    assert soup.select_one(".site-header__brand")["href"] == "/de/"


def test_the_german_page_tells_the_facts_of_the_english_one():
    pages = {
        page.locale.language_code: page for page in TreatmentPage.objects.filter(slug="microneedling").order_by("pk")
    }
    english, german = ([block.block_type for block in pages[code].body] for code in ("en-gb", "de"))
    assert english == german
    figures = [re.sub(r"<[^>]+>|[^0-9]+", " ", str(page.key_facts.rows)).split() for page in pages.values()]
    assert figures[0] == figures[1]
    sources = [re.findall(r"'source': (\d+)", str(page.body.get_prep_value())) for page in pages.values()]
    assert sources[0] == sources[1]


def test_a_german_enquiry_is_answered_in_german(client):
    form = soup_of(client, TREATMENT).select_one("form.leads-form")
    posted = {
        "name": "Ada Beispiel",
        "email": "ada@example.com",
        "context": form.find("input", {"name": "context"})["value"],
    }
    response = client.post(form["action"], posted)
    assert response["Location"].startswith("/de/enquiries/thanks/")
    enquiry = Enquiry.objects.get()
    assert (enquiry.language, enquiry.form.slug, enquiry.subject) == ("de", "beratung", "Microneedling")
    assert "Vielen Dank, Ihre Anfrage ist da" in client.get(response["Location"]).content.decode()


def test_a_mistake_is_explained_in_german(client):
    form = soup_of(client, TREATMENT).select_one("form.leads-form")
    context = form.find("input", {"name": "context"})["value"]
    response = client.post(form["action"], {"name": "", "context": context})
    assert response.status_code == 422
    text = response.content.decode()
    assert "Geben Sie Ihren Namen ein" in text
    assert "Bitte sehen Sie sich das noch einmal an" in text


def test_the_german_form_leads_to_the_german_privacy_page(client):
    form = soup_of(client, TREATMENT).select_one("form.leads-form")
    assert form.select_one(".leads-form__privacy a")["href"] == "/de/datenschutz/"


def test_the_markdown_of_a_german_page_is_german(client):
    response = client.get(f"{TREATMENT.rstrip('/')}.md")
    text = response.content.decode()
    assert "# Microneedling" in text
    assert "Auf einen Blick" in text
    assert "At a glance" not in text


def test_the_sitemap_lists_both_languages(client):
    text = client.get("/sitemap.xml").content.decode()
    assert all(f"{address}</loc>" in text for pair in ADDRESSES.items() for address in pair)


def test_structured_data_names_the_language(client):
    graph = json.loads(soup_of(client, TREATMENT).select_one('script[type="application/ld+json"]').string)["@graph"]
    assert "de" in {node.get("inLanguage") for node in graph}


def test_the_editor_may_write_the_german_pages_too(django_user_model):
    editor = django_user_model.objects.get(username="editor")
    german = HomePage.objects.get(locale__language_code="de")
    assert german.permissions_for_user(editor).can_publish()
    assert Page.objects.filter(locale__language_code="de").count() == 6
