"""An editor's way: create, save a draft, preview, publish, and be told what is missing."""

import re
from datetime import date
from html import unescape

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail import blocks
from wagtail.models import GroupPagePermission
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests import factories
from treatment_pages.models import TreatmentArticlePage, TreatmentPage

ADD = "wagtailadmin_pages:add"


@pytest.fixture
def admin(client, admin_user):
    client.force_login(admin_user)
    return client


@pytest.fixture
def add_url(treatment_index):
    return reverse(ADD, args=["treatment_pages", "treatmentpage", treatment_index.pk])


def posted(block: blocks.Block, value):
    """What the editor's form sends for a value that nobody touched."""
    if isinstance(block, blocks.StructBlock):
        return {name: posted(child, value[name]) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        items = [posted(block.child_block, item) for item in value]
        rows = {str(n): {"value": item, "deleted": "", "order": str(n)} for n, item in enumerate(items)}
        return {"count": str(len(items)), **rows}
    if isinstance(block, blocks.RichTextBlock):
        return "null"
    return "" if value is None else value


def untouched_starter() -> dict:
    return streamfield([(part.block_type, posted(part.block, part.value)) for part in TreatmentPage().body])


def section(heading: str = "What it is", text: str = "<p>Fine needles.</p>", **fields) -> tuple[str, dict]:
    return ("section", {"heading": heading, "text": rich_text(text), "claims": {"count": "0"}, **fields})


def form_data(body=None, **fields) -> dict[str, str]:
    """A page as the editor's form sends it."""
    nothing = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": ""}
    standard = {
        "title": "Peel",
        "slug": "peel",
        "summary": "A mild acid renews the skin.",
        "alternate_names": "",
        "hero_image": "",
        "hero_alt": "",
        "enquiry_form": "",
        "seo_title": "",
        "search_description": "",
        "comments": nothing,
        "related_links": nothing,
        "review_interval_months": "12",
        "body": streamfield([section()]) if body is None else body,
    }
    return nested_form_data({**standard, **fields})


def lapsed_words(**fields) -> tuple[str, dict]:
    """A testimonial whose consent ended."""
    consent = factories.ImageConsentFactory(reference="C-2026-014", expires_on=date(2026, 3, 31))
    words = {"text": "They took their time.", "who": "Mrs K.", "provenance": "letter", "consent": consent.pk}
    return ("testimonial", {**words, "provenance_note": "", "incentive": "", **fields})


def price_list(**price) -> tuple[str, dict]:
    """A price list of one line."""
    nothing = {"amount_from": "", "amount_to": "", "currency": "GBP", "unit": "", "conditions": ""}
    line = {"name": "Face and neck", "text": "", "price": {**nothing, "consultation_fee": "", **price}}
    items = {"count": "1", "0": {"value": line, "deleted": "", "order": "0"}}
    return ("prices", {"heading": "What it costs", "items": items, "note": "null"})


def messages_of(response) -> str:
    """All that the answer says is wrong, block errors included."""
    return response.content.decode()


def test_an_editor_creates_and_publishes_a_page(admin, add_url, clinic):
    admin.post(add_url, {**form_data(), "action-publish": "1"})
    page = TreatmentPage.objects.get(slug="peel")
    assert page.live
    assert "Fine needles." in admin.get(page.url).content.decode()


def test_an_untouched_page_is_saved_as_a_draft(admin, add_url):
    response = admin.post(add_url, form_data(untouched_starter()))
    assert response.status_code == 302
    page = TreatmentPage.objects.get(slug="peel")
    assert not page.live
    assert len(page.latest_revision.as_object().body) == len(TreatmentPage().body)


def test_an_untouched_page_can_be_previewed(admin, add_url, treatment_index, clinic):
    preview = reverse(
        "wagtailadmin_pages:preview_on_add", args=["treatment_pages", "treatmentpage", treatment_index.pk]
    )
    assert admin.post(preview, form_data(untouched_starter())).json()["is_valid"]
    response = admin.get(preview)
    assert response.status_code == 200
    assert ">None<" not in response.content.decode()


def test_publishing_an_untouched_page_names_what_is_missing(admin, add_url):
    response = admin.post(add_url, {**form_data(untouched_starter()), "action-publish": "1"})
    assert not TreatmentPage.objects.filter(slug="peel").exists()
    body = response.context["form"].errors["body"].as_data()[0]
    assert set(body.block_errors) == set(range(1, 10))
    assert "Name at least one risk" in messages_of(response)
    assert "Add at least one benefit" in messages_of(response)


def test_what_stops_publication_is_said_and_nothing_typed_is_lost(admin, add_url):
    body = streamfield([price_list(amount_from="240", amount_to="180", unit="a visit"), lapsed_words()])
    response = admin.post(add_url, {**form_data(body), "action-publish": "1"})
    assert not TreatmentPage.objects.filter(slug="peel").exists()
    shown = unescape(messages_of(response)).encode().decode("unicode_escape")
    assert "Enter an amount that is not smaller than “From”." in shown
    assert "The consent C-2026-014 ended on 31 Mar 2026. Choose another or remove the testimonial." in shown
    for typed in ("Face and neck", "240", "180", "a visit", "They took their time.", "Mrs K."):
        assert typed in shown


def test_a_draft_may_hold_what_stops_publication(admin, add_url):
    body = streamfield([price_list(amount_from="240", amount_to="180"), lapsed_words(provenance="")])
    assert admin.post(add_url, form_data(body)).status_code == 302
    prices, words = TreatmentPage.objects.get(slug="peel").latest_revision.as_object().body
    assert prices.value["items"][0]["price"]["amount_to"] == 180
    assert words.value["who"] == "Mrs K."


def test_key_facts_may_stay_empty(admin, add_url):
    empty = posted(TreatmentPage().body[0].block, TreatmentPage().body[0].value)
    admin.post(add_url, {**form_data(streamfield([("key_facts", empty), section()])), "action-publish": "1"})
    assert TreatmentPage.objects.get(slug="peel").live


def test_a_page_needs_a_summary_to_be_published_and_none_to_be_saved(admin, add_url):
    assert admin.post(add_url, {**form_data(summary=""), "action-publish": "1"}).context["form"].errors["summary"]
    assert admin.post(add_url, form_data(summary="")).status_code == 302


def test_a_claim_keeps_its_source(admin, add_url):
    source = factories.SourceFactory()
    claim = {"statement": "It helps.", "source": source.pk, "value": "", "unit": "", "population": ""}
    claims = {"count": "1", "0": {"value": claim, "deleted": "", "order": "0"}}
    admin.post(add_url, {**form_data(streamfield([section(claims=claims)])), "action-publish": "1"})
    page = TreatmentPage.objects.get(slug="peel")
    assert page.sections[0].block.value["claims"][0]["source"] == source


def test_a_preview_marks_claims_without_source(admin, treatment_page, clinic):
    treatment_page.body = [("section", {"heading": "A", "text": "", "claims": [{"statement": "It helps."}]})]
    treatment_page.save_revision()
    draft = admin.get(reverse("wagtailadmin_pages:view_draft", args=[treatment_page.pk]))
    assert "tp-unsourced" in draft.content.decode()


@pytest.mark.parametrize("model", [TreatmentPage, TreatmentArticlePage])
def test_fields_are_found_under_five_tabs(admin, treatment_index, model):
    url = reverse(ADD, args=["treatment_pages", model._meta.model_name, treatment_index.pk])
    html = admin.get(url).content.decode()
    tabs = re.findall(r'id="tab-label-([a-z_]+)"', html)
    expected = ["content", "people_and_review", "topics_and_related", "enquiry", "search_and_address"]
    assert tabs[:5] == expected


def test_the_editor_is_told_how_long_a_description_may_be(admin, add_url):
    assert "120 to 155 characters" in admin.get(add_url).content.decode()


def test_the_index_page_can_be_edited(admin, treatment_index):
    assert admin.get(reverse("wagtailadmin_pages:edit", args=[treatment_index.pk])).status_code == 200


@pytest.mark.parametrize(
    ("listing", "title"), [("treatment_pages:index", "Treatment"), ("treatment_articles:index", "Article")]
)
def test_all_treatments_and_articles_are_listed_in_one_place(admin, treatment_index, listing, title):
    factories.TreatmentPageFactory(parent=treatment_index, title="Treatment")
    factories.TreatmentArticlePageFactory(parent=treatment_index, title="Article")
    response = admin.get(reverse(listing))
    assert [page.title for page in response.context["object_list"]] == [title]


def test_the_menu_gathers_treatments_articles_and_sources(admin):
    html = admin.get(reverse("wagtailadmin_home")).content.decode()
    assert "Treatments" in html
    for name in ("treatment_pages:index", "treatment_articles:index", "wagtailsnippets_treatment_pages_source:list"):
        assert reverse(name) in html


def test_staff_who_only_follow_up_leads_see_no_menu_of_treatments(client, desk_user, home_page):
    client.force_login(desk_user)
    assert reverse("treatment_pages:index") not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_marketing_editor_without_other_rights_works_on_treatments(client, treatment_index):
    user = factories.make_user(username="marketing")
    group = Group.objects.create(name="Marketing")
    for codename in ("add_page", "change_page"):
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=treatment_index, permission=permission)
    user.groups.add(group)
    client.force_login(user)
    assert reverse("treatment_pages:index") in client.get(reverse("wagtailadmin_home")).content.decode()
    url = reverse(ADD, args=["treatment_pages", "treatmentpage", treatment_index.pk])
    assert client.post(url, form_data(untouched_starter())).status_code == 302
