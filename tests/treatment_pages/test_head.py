"""What a page says in its head: each thing once, in any host."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import override_settings
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from tests import factories
from tests.schema_org import findings, json_ld
from treatment_pages.models import Concern, PractitionerPage, TreatmentArticlePage, TreatmentPage


@pytest.fixture
def head(client):
    def fetch(page_or_url) -> BeautifulSoup:
        url = page_or_url if isinstance(page_or_url, str) else page_or_url.url
        response = client.get(url)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser").head

    return fetch


def meta(head, name: str) -> list[str]:
    return [tag["content"] for tag in head.select(f'meta[name="{name}"], meta[property="{name}"]')]


def links(head, rel: str, **attributes) -> list[str]:
    return [tag["href"] for tag in head.find_all("link", rel=rel, **attributes)]


def test_a_page_names_its_address(head, treatment_page):
    found = head(treatment_page)
    assert links(found, "canonical") == meta(found, "og:url") == ["http://testserver/treatments/microneedling/"]


def test_a_querystring_is_no_address_of_its_own(head, treatment_page):
    assert links(head(f"{treatment_page.url}?utm_source=x"), "canonical") == [treatment_page.full_url]


def test_the_description_is_the_editors(head, treatment_page):
    treatment_page.search_description = "What search engines show."
    treatment_page.save()
    found = head(treatment_page)
    assert meta(found, "description") == meta(found, "og:description") == ["What search engines show."]


def test_without_a_description_the_summary_stands_in(head, treatment_page):
    assert meta(head(treatment_page), "description") == ["What it is, in one sentence."]


def test_an_introduction_stands_in_without_its_markup(head, treatment_index, treatment_page):
    article = factories.TreatmentArticlePageFactory(parent=treatment_index, introduction="<p>Rich <b>words</b>.</p>")
    article.summary = ""
    article.save(clean=False)
    assert meta(head(article), "description") == ["Rich words."]


def test_a_page_without_any_words_has_no_description(head, home_page):
    assert not meta(head(factories.InformationPageFactory(parent=home_page)), "description")


def test_a_page_with_a_picture_shares_it(head, treatment_page, picture):
    treatment_page.hero_image, treatment_page.hero_alt = picture, "A calm room"
    treatment_page.save()
    found = head(treatment_page)
    (address,) = meta(found, "og:image")
    assert address.startswith("http://testserver/media/images/")
    assert meta(found, "og:image:alt") == ["A calm room"]


def test_a_page_without_a_picture_shares_its_card(head, client, treatment_page, clinic):
    found = head(treatment_page)
    (address,) = meta(found, "og:image")
    assert client.get(address)["Content-Type"] == "image/png"
    assert (meta(found, "og:image:width"), meta(found, "og:image:height")) == (["1200"], ["630"])
    assert meta(found, "twitter:card") == ["summary_large_image"]


def test_a_picture_whose_file_is_gone_leaves_the_card(head, treatment_page, picture, clinic):
    treatment_page.hero_image = picture
    treatment_page.save()
    picture.file.storage.delete(picture.file.name)
    assert "/cards/" in meta(head(treatment_page), "og:image")[0]


def test_treatments_lead_to_their_markdown_and_information_does_not(head, home_page, treatment_page):
    address = links(head(treatment_page), "alternate", type="text/markdown")
    assert address == ["http://testserver/treatments/microneedling.md"]
    information = factories.InformationPageFactory(parent=home_page)
    assert not links(head(information), "alternate", type="text/markdown")


def test_a_filtered_listing_is_one_page_for_search_engines(head, treatment_index, treatment_page):
    assert links(head(f"{treatment_index.url}?sort=price"), "canonical") == [treatment_index.full_url]


def test_a_search_is_kept_out_of_search_engines(head, treatment_index, treatment_page):
    assert "noindex" in meta(head(f"{treatment_index.url}?q=scars"), "robots")[0]


def test_a_list_has_a_description_of_its_own(head, treatment_index, treatment_page):
    treatment_index.search_description = "All that we offer."
    treatment_index.save()
    concern = Concern.objects.create(name="Scars", locale=treatment_page.locale, description="Dents that acne left.")
    treatment_page.concerns = [concern]
    treatment_page.save_revision().publish()
    found = head(treatment_index.term_url(concern))
    assert meta(found, "description") == meta(found, "og:description") == ["Dents that acne left."]
    assert meta(head(treatment_index), "description") == ["All that we offer."]


@pytest.fixture
def german(treatment_page):
    locale = Locale.objects.create(language_code="de")
    page = treatment_page.copy_for_translation(locale, copy_parents=True)
    page.save_revision().publish()
    return page


def test_a_page_names_its_translations_and_itself(head, treatment_page, german):
    found = head(treatment_page)
    alternates = {tag["hreflang"]: tag["href"] for tag in found.select("link[hreflang]")}
    assert alternates == {
        "en-gb": treatment_page.full_url,
        "de": german.full_url,
        "x-default": treatment_page.full_url,
    }


def test_a_translation_names_the_same(head, treatment_page, german):
    named = [[str(tag) for tag in head(page).select("link[hreflang]")] for page in (german, treatment_page)]
    assert named[0] == named[1]


def test_a_translation_that_visitors_cannot_open_is_not_named(head, treatment_page, german):
    PageViewRestriction.objects.create(page=german.get_parent(), restriction_type="login")
    assert not head(treatment_page).select("link[hreflang]")


@override_settings(WAGTAIL_I18N_ENABLED=False)
def test_a_site_of_one_language_names_none(head, treatment_page, german):
    assert not head(treatment_page).select("link[hreflang]")


def test_a_draft_in_preview_claims_no_address(treatment_index):
    draft = factories.TreatmentPageFactory(parent=treatment_index, live=False)
    html = draft.make_preview_request().content.decode()
    assert 'rel="canonical"' not in html
    assert "og:url" not in html
    assert "text/markdown" not in html
    assert "application/ld+json" in html


def test_a_long_title_is_refused_with_a_clear_message_and_nothing_is_lost(client, admin_user, treatment_page):
    from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

    client.force_login(admin_user)
    data = nested_form_data(
        {
            "title": "T" * 300,
            "slug": treatment_page.slug,
            "summary": "A summary that must survive.",
            "search_description": "",
            "review_interval_months": "12",
            "body": streamfield([]),
            "related_links": inline_formset([]),
            "comments": inline_formset([]),
            "action-publish": "1",
        }
    )
    response = client.post(f"/admin/pages/{treatment_page.pk}/edit/", data)
    html = response.content.decode()
    assert response.status_code == 200
    assert re.search(r"at most 255 characters \(it has 300\)", html)
    assert "A summary that must survive." in html
    assert "T" * 300 in html


def test_an_old_address_leads_to_the_new_one(client, treatment_page, django_capture_on_commit_callbacks):
    treatment_page.save_revision().publish()
    old = treatment_page.url
    treatment_page.slug = "collagen-induction"
    with django_capture_on_commit_callbacks(execute=True):
        treatment_page.save_revision(log_action=True).publish()
    treatment_page.refresh_from_db()
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, treatment_page.url)
    assert client.get(treatment_page.url).status_code == 200


def test_an_article_says_when_it_was_made(head, treatment_index):
    article = factories.TreatmentArticlePageFactory(parent=treatment_index, published_on=timezone.localdate())
    assert meta(head(article), "og:type") == ["article"]


def test_a_host_that_mounts_nothing_still_gets_its_pages(client, treatment_page, clinic, settings):
    settings.ROOT_URLCONF = "tests.contracts.bare_urls"
    html = client.get(treatment_page.url).content.decode()
    assert 'rel="canonical"' in html
    assert "application/ld+json" in html
    assert "text/markdown" not in html
    assert "og:image" not in html


@pytest.mark.parametrize("model", [TreatmentPage, TreatmentArticlePage, PractitionerPage])
def test_a_page_that_is_not_stored_yet_can_be_previewed(treatment_index, clinic, model):
    page = model(title="New", slug="new", summary="In one sentence.")
    page.depth, page.path = treatment_index.depth + 1, f"{treatment_index.path}0009"
    page.set_url_path(treatment_index)
    html = page.make_preview_request().content.decode()
    assert 'rel="canonical"' not in html
    assert findings(json_ld(html)[0]) == []
