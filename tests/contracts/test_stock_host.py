"""What any host can rely on: pages fit the base template of a new Wagtail project, and are the same for everybody."""

import copy
import re
from pathlib import Path

import pytest
from django.conf import settings as project
from django.test import Client
from wagtail.models import Page

from cms.models import InformationPage
from tests import factories
from treatment_pages.models import PractitionerPage, TreatmentArticlePage, TreatmentIndexPage

STOCK_TEMPLATES = Path(__file__).parent / "stock_templates"
"""A base template of our own with exactly the blocks that `wagtail start` gives, as a fresh host would have it."""

PLUGIN_PAGES = ["index", "articles", "treatment", "article", "practitioner", "enquiry"]
PUBLIC_PAGES = [
    *[("our theme", name) for name in ["home", "information", *PLUGIN_PAGES]],
    *[("stock host", name) for name in PLUGIN_PAGES],
]
"""Each public page in the site's own theme, and those of the plugin in the base template of a host without one."""


@pytest.fixture(params=["our theme", "stock host"])
def theme(request, settings):
    if request.param == "stock host":
        templates = copy.deepcopy(project.TEMPLATES)
        templates[0]["DIRS"] = [STOCK_TEMPLATES]
        settings.TEMPLATES = templates


@pytest.fixture
def addresses(theme, home_page, treatment_index, treatment_page, clinic, enquiry_form) -> dict[str, str]:
    """Where each kind of public page is."""
    source = factories.SourceFactory()
    body = [("section", {"heading": "One", "text": "", "claims": [{"statement": "A", "source": source}]})]
    article = factories.TreatmentArticlePageFactory(parent=treatment_index, treatment=treatment_page, body=body)
    information = factories.InformationPageFactory(parent=home_page, title="Privacy", slug="privacy")
    practitioner = PractitionerPage(title="Robin Wren", slug="robin-wren", job_title="Nurse", summary="Treats skin.")
    treatment_index.add_child(instance=practitioner)
    clinic.privacy_page = information
    clinic.save()
    return {
        "home": home_page.url,
        "information": information.url,
        "index": treatment_index.url,
        "treatment": treatment_page.url,
        "article": article.url,
        "articles": treatment_index.articles_url,
        "practitioner": practitioner.url,
        "enquiry": f"/enquiries/{enquiry_form.slug}/",
        "thanks": "/enquiries/thanks/",
    }


@pytest.mark.parametrize(("theme", "name"), PUBLIC_PAGES, indirect=["theme"])
def test_every_public_page_renders(addresses, client, name):
    response = client.get(addresses[name])
    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1


@pytest.mark.parametrize(("theme", "name"), PUBLIC_PAGES, indirect=["theme"])
def test_two_anonymous_visitors_get_the_same_bytes(addresses, name):
    first, second = (Client().get(addresses[name]).content for _ in range(2))
    assert first == second


@pytest.mark.parametrize(("theme", "name"), PUBLIC_PAGES, indirect=["theme"])
def test_no_public_page_sets_a_cookie_or_varies_by_one(addresses, client, name):
    response = client.get(addresses[name])
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


STYLESHEETS = {
    "home": None,
    "index": "treatment_pages/listing.css",
    "articles": "treatment_pages/listing.css",
    "enquiry": "leads/enquiry-form.css",
}
"""What a page of the plugin adds to the host's own stylesheet, where it is not the one of most pages."""


@pytest.mark.parametrize(("theme", "name"), PUBLIC_PAGES, indirect=["theme"])
def test_a_page_waits_for_one_stylesheet_of_ours_and_for_no_script(addresses, client, request, name):
    html = client.get(addresses[name]).content.decode()
    own, foreign = "/static/css/site.css", ["/static/css/project.css", "/static/js/project.js"]
    if request.node.callspec.params["theme"] == "stock host":
        own = "/static/" + STYLESHEETS.get(name, "treatment_pages/page.css")
    scripts = re.findall(r'<script [^>]*src="([^"]+)"', html)
    waiting = re.findall(r'<script (?![^>]*\b(?:defer|async|type="module"))[^>]*src="([^"]+)"', html)
    sheets = re.findall(r'<link [^>]*rel="stylesheet"[^>]*href="([^"]+)"', html)
    assert [file for file in [*sheets, *waiting] if file not in foreign] == [own]
    assert len(scripts) == len(set(scripts))


@pytest.mark.parametrize(("theme", "name"), PUBLIC_PAGES, indirect=["theme"])
def test_nothing_inline_needs_an_exception_from_the_security_policy(addresses, client, name):
    html = client.get(addresses[name]).content.decode()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\b(src=|type=.application/ld\+json))", html)


ONCE = {
    "title": "<title>",
    "description": '<meta name="description"',
    "canonical": '<link rel="canonical"',
    "share title": '<meta property="og:title"',
    "share picture": '<meta property="og:image" ',
    "structured data": '<script type="application/ld+json">',
}


@pytest.mark.parametrize("has_description", [True, False])
@pytest.mark.parametrize(("theme", "name"), [page for page in PUBLIC_PAGES if page[1] != "enquiry"], indirect=["theme"])
def test_what_machines_read_is_in_the_head_exactly_once(addresses, client, name, has_description):
    Page.objects.update(search_description="What search engines show." if has_description else "")
    TreatmentIndexPage.objects.update(introduction="All that we offer.")
    InformationPage.objects.update(introduction="Who we are.")
    head, _body = client.get(addresses[name]).content.decode().split("</head>")
    assert {what: head.count(tag) for what, tag in ONCE.items()} == dict.fromkeys(ONCE, 1)


@pytest.mark.parametrize("name", ["treatment", "article", "enquiry"])
def test_a_page_with_the_form_holds_one_and_nothing_personal(addresses, client, name):
    html = client.get(addresses[name]).content.decode()
    assert len(re.findall(r"<form[^>]* data-leads-form", html)) == 1
    assert "csrf" not in html.lower()


@pytest.mark.parametrize("name", ["treatment", "article"])
def test_a_page_with_the_form_brings_its_script(addresses, client, name):
    assert "leads/enquiry-form.js" in client.get(addresses[name]).content.decode()


def test_the_thank_you_page_is_stored_nowhere(addresses, client):
    response = client.get(addresses["thanks"])
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response.content.decode() + response.get("X-Robots-Tag", "")
    assert not response.cookies


def test_the_title_of_a_page_is_the_hosts_business(addresses, client):
    article = TreatmentArticlePage.objects.get()
    article.seo_title = "What an article is called in search"
    article.save_revision().publish()
    assert re.search(r"<title>\s*What an article is called in search", client.get(article.url).content.decode())
