"""Browsers may prepare the next page of the site, and nothing that acts or is for one person."""

import pytest
from django.test import Client

RULES = "/speculation-rules.json"


def not_prepared(client) -> list[str]:
    """The patterns of addresses that the rules leave out."""
    (rule,) = client.get(RULES).json()["prerender"]
    return next(part["not"]["href_matches"] for part in rule["where"]["and"] if "href_matches" in part.get("not", {}))


def test_a_public_page_names_the_rules(client, treatment_page):
    assert client.get(treatment_page.url)["Speculation-Rules"] == f'"{RULES}"'


def test_the_rules_come_as_what_they_are_and_are_kept_for_an_hour(client, db):
    response = client.get(RULES)
    assert response["Content-Type"] == "application/speculationrules+json"
    assert response["Cache-Control"] == "public, max-age=3600"
    assert not response.cookies


def test_pages_are_prepared_when_a_visitor_is_about_to_open_them(client, db):
    (rule,) = client.get(RULES).json()["prerender"]
    assert rule["eagerness"] == "moderate"
    assert {"href_matches": "/*"} in rule["where"]["and"]


@pytest.mark.parametrize(
    "beginning",
    ["/admin/", "/documents/", "/static/", "/media/", "/enquiries/", "/de/enquiries/", "/reader-questions/"],
)
def test_what_is_no_page_to_read_is_left_out(client, db, beginning):
    assert f"{beginning}*" in not_prepared(client)


def test_pages_of_the_site_are_not_left_out_by_mistake(client, db):
    assert not {"*", "/*", "/de/*"} & set(not_prepared(client))


def test_staff_get_no_rules_with_a_page(client, treatment_page, admin_user):
    client.force_login(admin_user)
    assert "Speculation-Rules" not in client.get(treatment_page.url)
    assert "Speculation-Rules" not in client.get("/admin/")


@pytest.mark.parametrize("path", ["/enquiries/thanks/", "/nowhere/", "/robots.txt", "/admin/login/"])
def test_only_public_pages_name_the_rules(client, clinic, treatment_page, path):
    assert "Speculation-Rules" not in client.get(path)


def test_a_page_behind_a_password_names_no_rules(treatment_page):
    treatment_page.view_restrictions.create(restriction_type="password", password="open sesame")
    response = Client().get(treatment_page.url)
    assert "Speculation-Rules" not in response


def test_a_policy_against_foreign_scripts_needs_no_exception(client, treatment_page):
    assert "script-src 'self';" in client.get(treatment_page.url)["Content-Security-Policy"] + ";"
