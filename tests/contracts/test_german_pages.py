"""What a second language rests on, on any host: addresses, caches, words, topics and queries."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import Locale, Site

from leads.models import ClinicSettings
from tests import factories
from treatment_pages.models import TreatmentPage


@pytest.fixture
def german(db) -> Locale:
    return Locale.objects.get_or_create(language_code="de")[0]


def translated(page, locale):
    """The published translation of a page, below translations of the pages above it."""
    for above in page.get_ancestors().filter(depth__gt=1):
        if not above.has_translation(locale):
            translated(above.specific, locale)
    copy = page.copy_for_translation(locale)
    copy.save_revision().publish()
    Site.clear_site_root_paths_cache()
    return type(page).objects.get(pk=copy.pk)


@pytest.fixture
def german_treatment(treatment_page, german, clinic):
    return translated(treatment_page, german)


def queries_of(client, page) -> int:
    """What a visitor's request costs with empty caches."""
    client.get(page.url)
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page.url).status_code == 200
    return len(queries)


def test_a_translation_lives_below_the_prefix_of_its_language(german_treatment, treatment_page, client):
    assert german_treatment.url == f"/de{treatment_page.url}"
    assert client.get(german_treatment.url)["Content-Language"] == "de"


@pytest.mark.parametrize("wanted", ["de", "en", "fr", "de;q=0, nonsense=5", ""])
def test_what_a_browser_prefers_changes_no_page(german_treatment, treatment_page, client, wanted):
    for page, language in ((treatment_page, "en-gb"), (german_treatment, "de")):
        plain, asked = client.get(page.url), client.get(page.url, HTTP_ACCEPT_LANGUAGE=wanted)
        assert asked.content == plain.content
        assert asked["Content-Language"] == language


def test_pages_of_every_language_are_public_and_vary_by_no_language(german_treatment, treatment_page, client):
    for page in (treatment_page, german_treatment):
        response = client.get(page.url, HTTP_ACCEPT_LANGUAGE="de")
        assert response["Cache-Control"].startswith("public")
        assert "language" not in response.get("Vary", "").lower()
        assert not response.cookies


def test_a_page_in_another_language_costs_two_queries_more(german_treatment, treatment_page, client, clinic, home_page):
    clinic.privacy_page = factories.InformationPageFactory(parent=home_page, title="Privacy", slug="privacy")
    clinic.save()
    translated(clinic.privacy_page, german_treatment.locale)
    assert queries_of(client, german_treatment) <= queries_of(client, treatment_page) + 2


def test_a_translated_page_has_the_topics_of_its_language(treatment_page, german, clinic):
    scars, lines = factories.ConcernFactory(name="Scars"), factories.ConcernFactory(name="Lines")
    treatment_page.concerns = [scars, lines]
    treatment_page.save()
    narben = scars.copy_for_translation(german)
    narben.name, narben.slug = "Narben", "narben"
    narben.save()
    page = translated(treatment_page, german)
    assert [term.name for term in page.topics] == ["Narben"]
    assert [term.name for term in TreatmentPage.objects.get(pk=treatment_page.pk).topics] == ["Lines", "Scars"]
    linien = lines.copy_for_translation(german)
    linien.name = "Linien"
    linien.save()
    page.save_revision().publish()
    assert [term.name for term in TreatmentPage.objects.get(pk=page.pk).topics] == ["Linien", "Narben"]


def test_a_topic_without_translation_leads_nobody_astray(treatment_page, german, clinic, client):
    treatment_page.concerns = [factories.ConcernFactory(name="Scars", slug="scars")]
    treatment_page.save()
    page = translated(treatment_page, german)
    assert "concern/scars" not in client.get(page.url).content.decode()


def test_the_form_leads_to_the_privacy_page_in_the_readers_language(german_treatment, clinic, home_page, client):
    privacy = factories.InformationPageFactory(parent=home_page, title="Privacy", slug="privacy")
    clinic.privacy_page = privacy
    clinic.save()
    assert privacy.url in client.get(german_treatment.url).content.decode()
    german_privacy = translated(privacy, german_treatment.locale)
    assert f'href="{german_privacy.url}"' in client.get(german_treatment.url).content.decode()


def test_a_privacy_page_that_is_a_draft_in_the_readers_language_is_shown_in_its_own(clinic, home_page, german):
    privacy = factories.InformationPageFactory(parent=home_page, title="Privacy", slug="privacy")
    privacy.copy_for_translation(german, copy_parents=True)
    with override("de"):
        assert ClinicSettings(privacy_page=privacy).localized_privacy_page == privacy


def test_the_clinics_own_emergency_notice_stands_where_its_language_is_read(
    german_treatment, treatment_page, clinic, client
):
    clinic.emergency_text = "Dial 999 for an ambulance."
    clinic.save()
    assert "Dial 999" in client.get(treatment_page.url).content.decode()
    text = client.get(german_treatment.url).content.decode()
    assert "Dial 999" not in text
    assert "Rufen Sie Ihre Ärztin, Ihren Arzt oder den Notruf an." in text


def test_a_page_not_found_answers_in_the_language_of_its_address(german_treatment, client):
    soups = {
        address: BeautifulSoup(client.get(address).content.decode(), "html.parser") for address in ("/nil/", "/de/nil/")
    }
    assert [soup.html["lang"] for soup in soups.values()] == ["en-gb", "de"]
    links = [link["href"] for link in soups["/de/nil/"].select("main a[href^='/']")]
    assert links
    assert all(link.startswith("/de/") for link in links)


@pytest.mark.parametrize(
    ("language", "amount", "shown"),
    [
        ("en-gb", 1200, "£1,200"),
        ("de", 1200, "1.200\xa0£"),
        ("en-gb", "12.50", "£12.50"),
        ("de", "12.50", "12,50\xa0£"),
    ],
)
def test_a_price_is_written_as_its_readers_write_it(language, amount, shown):
    block = TreatmentPage.body.field.stream_block.child_blocks["key_facts"].child_blocks["price"]
    with override(language):
        assert block.normalize({"amount_from": Decimal(amount)}).amount == shown
