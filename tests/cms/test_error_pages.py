"""The error pages stand when everything else has fallen."""

import pytest
from django.template.loader import render_to_string


@pytest.mark.parametrize("name", ["404.html", "500.html", "503.html"])
def test_an_error_page_renders_without_context_or_database(name):
    page = render_to_string(name)
    assert page.count("<h1>") == 1
    assert '<html lang="en' in page


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_a_broken_site_still_gives_the_phone_number(name):
    assert "020 7946 0321" in render_to_string(name)


@pytest.mark.django_db
def test_an_unknown_address_leads_back_to_the_treatments(client, home_page):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert 'href="/treatments/"' in response.content.decode()
