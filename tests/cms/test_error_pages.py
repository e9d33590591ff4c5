"""The error pages stand when everything else has fallen."""

import re

import pytest
from django.template.loader import render_to_string

from tests import factories
from treatment_pages.models import TreatmentIndexPage


@pytest.mark.parametrize("name", ["404.html", "500.html", "503.html"])
def test_an_error_page_renders_without_context_or_database(name):
    page = render_to_string(name)
    assert page.count("<h1>") == 1
    assert '<html lang="en' in page


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_a_broken_site_still_gives_the_phone_number(name):
    assert "020 7946 0321" in render_to_string(name)


def test_an_unknown_address_leads_to_the_search_and_to_treatments(client, treatment_page):
    factories.TreatmentPageFactory(parent=treatment_page.get_parent(), live=False, title="Secret draft")
    response = client.get("/nowhere/")
    html = response.content.decode()
    assert response.status_code == 404
    assert re.search(r'<form[^>]* action="/treatments/"[^>]* role="search"', html)
    assert '<a href="/treatments/microneedling/">Microneedling</a>' in html
    assert "Secret draft" not in html


def test_an_unknown_address_leads_back_to_what_there_is(client, treatment_index):
    TreatmentIndexPage.objects.update(show_in_menus=True)
    response = client.get("/nowhere/")
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    assert response.status_code == 404
    assert re.findall(r'href="([^"]+)"', main) == ["/treatments/", "/"]
