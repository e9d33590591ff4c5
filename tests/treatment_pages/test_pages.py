"""What pages know about themselves, and that they survive copying, revising and translating."""

import datetime

import pytest
from django.test import RequestFactory
from wagtail.models import Locale
from wagtail.rich_text import RichText

from cms.models import HomePage, InformationPage
from tests import factories
from treatment_pages.models import PractitionerPage, TreatmentArticlePage, TreatmentIndexPage, TreatmentPage
from treatment_pages.models.mixins import unique_anchors


def section(heading: str, words: int = 1) -> tuple[str, dict]:
    return ("section", {"heading": heading, "text": RichText(f"<p>{'word ' * words}</p>")})


# The tree


def test_treatments_and_articles_live_below_an_index_only():
    assert TreatmentPage.allowed_parent_page_models() == [TreatmentIndexPage]
    assert TreatmentArticlePage.allowed_parent_page_models() == [TreatmentIndexPage]


def test_an_index_can_stand_anywhere_and_holds_treatments_articles_and_people():
    assert {HomePage, InformationPage} <= set(TreatmentIndexPage.allowed_parent_page_models())
    assert set(TreatmentIndexPage.allowed_subpage_models()) == {
        TreatmentPage,
        TreatmentArticlePage,
        PractitionerPage,
    }


def test_nothing_lives_below_a_treatment():
    assert TreatmentPage.allowed_subpage_models() == []
    assert TreatmentArticlePage.allowed_subpage_models() == []


@pytest.mark.parametrize("model", [TreatmentIndexPage, TreatmentPage, TreatmentArticlePage])
def test_an_editor_is_told_what_a_page_type_is_for(model):
    assert str(model.get_page_description()).endswith(".")


# Anchors


def test_anchors_are_made_of_the_words_of_the_heading():
    assert unique_anchors(["How it works", "What happens?"]) == ["how-it-works", "what-happens"]


def test_equal_headings_get_different_anchors():
    assert unique_anchors(["Results", "Results", "Results 2"]) == ["results", "results-2", "results-2-2"]


def test_a_heading_in_any_script_keeps_its_words():
    assert unique_anchors(["Häufige Fragen", "よくある質問"]) == ["häufige-fragen", "よくある質問"]


@pytest.mark.parametrize("heading", ["Enquiry", "Main", "Key facts", "Contents", "Source 1", "Cite 1 2", "!!!"])
def test_no_heading_takes_the_anchor_of_something_else(heading):
    anchor = unique_anchors([heading])[0]
    assert anchor
    assert anchor not in {"enquiry", "main", "key-facts", "contents", "source-1", "cite-1-2"}


def test_contents_list_every_part_with_a_heading(treatment_page):
    treatment_page.body = [("key_facts", {}), section("First"), ("enquiry_form", {}), section("Second")]
    assert treatment_page.contents == [("first", "First"), ("second", "Second")]


def test_an_empty_body_has_no_sections(treatment_page):
    treatment_page.body = []
    assert treatment_page.sections == []
    assert treatment_page.key_facts is None
    assert not treatment_page.has_form_block


# The enquiry form


def test_a_page_asks_with_the_form_that_was_chosen_for_it(treatment_page):
    form = factories.make_form("own")
    treatment_page.enquiry_form = form
    assert treatment_page.get_enquiry_form() == form


def test_without_a_choice_a_page_asks_with_the_form_of_its_index(treatment_index, treatment_page):
    treatment_index.enquiry_form = factories.make_form("index")
    treatment_index.save()
    assert treatment_page.get_enquiry_form().slug == "index"


def test_an_archived_form_is_passed_over(treatment_index, treatment_page):
    treatment_index.enquiry_form = factories.make_form("index")
    treatment_index.save()
    treatment_page.enquiry_form = factories.make_form("old", is_archived=True)
    assert treatment_page.get_enquiry_form().slug == "index"


def test_with_no_choice_at_all_the_clinics_form_is_left_to_decide(treatment_page):
    assert treatment_page.get_enquiry_form() is None


def test_the_form_of_the_index_costs_one_query(treatment_page, django_assert_num_queries):
    page = TreatmentPage.objects.get(pk=treatment_page.pk)
    with django_assert_num_queries(1):
        page.get_enquiry_form()


# Articles


@pytest.fixture
def article(treatment_index, treatment_page):
    return factories.TreatmentArticlePageFactory(parent=treatment_index, title="Questions", treatment=treatment_page)


def test_an_enquiry_from_an_article_is_about_its_treatment(article):
    assert article.enquiry_subject == "Microneedling"
    article.treatment = None
    assert article.enquiry_subject == "Questions"


def test_an_article_links_only_to_a_treatment_that_visitors_can_open(article, client, clinic):
    link = f'href="{article.treatment.url}"'
    assert link in client.get(article.url).content.decode()
    article.treatment.unpublish()
    assert link not in client.get(article.url).content.decode()


def test_reading_time_counts_introduction_and_text(article):
    article.introduction = "<p>one</p><p>two</p>"
    article.body = [section("Heading", words=238 * 2 - 3)]
    assert article.reading_minutes == 2
    article.introduction += "<p>three</p>"
    assert article.reading_minutes == 3


def test_an_empty_article_still_takes_a_minute(article):
    article.body = []
    assert article.reading_minutes == 1


def test_articles_are_listed_by_the_date_readers_are_told(treatment_index):
    def add(title: str, published_on: datetime.date | None) -> None:
        factories.TreatmentArticlePageFactory(parent=treatment_index, title=title, published_on=published_on)

    add("Old", datetime.date(2020, 1, 1))
    add("Undated", None)
    add("New", datetime.date(2024, 1, 1))
    titles = [page.title for page in TreatmentArticlePage.objects.newest_first()]
    assert titles == ["New", "Old", "Undated"] or titles == ["Undated", "New", "Old"]
    assert titles.index("New") < titles.index("Old")


# The index


def test_an_index_shows_live_public_pages_below_it_only(treatment_index, treatment_page, home_page):
    factories.TreatmentPageFactory(parent=treatment_index, title="Draft", live=False)
    other = factories.TreatmentIndexPageFactory(parent=home_page, slug="other")
    factories.TreatmentPageFactory(parent=other, title="Elsewhere")
    hidden = factories.TreatmentPageFactory(parent=treatment_index, title="Hidden")
    hidden.view_restrictions.create(restriction_type="password", password="secret")
    context = treatment_index.get_context(RequestFactory().get("/"))
    assert list(context["treatments"]) == [treatment_page]


# Everyday work of editors


def test_a_new_page_keeps_its_starter_through_save_and_revision(treatment_index):
    page = TreatmentPage(title="New", summary="Soon.")
    treatment_index.add_child(instance=page)
    page.save_revision().publish()
    stored = TreatmentPage.objects.get(pk=page.pk)
    assert [part.heading for part in stored.sections][:2] == ["What it is", "How it works"]


def test_a_copy_has_the_same_content(publish_full_page):
    page = publish_full_page()
    copied = page.copy(update_attrs={"slug": "copied"}, keep_live=True)
    assert copied.contents == page.contents
    assert str(copied.key_facts["price"]) == "from £180 each"


def test_an_alias_follows_its_page(publish_full_page, client):
    page = publish_full_page()
    alias = page.create_alias(update_slug="twin")
    assert client.get(alias.url).status_code == 200
    page.body = [section("Entirely new")]
    page.save_revision().publish()
    alias.refresh_from_db()
    assert TreatmentPage.objects.get(pk=alias.pk).contents == [("entirely-new", "Entirely new")]


def test_an_earlier_revision_can_be_read_back(publish_full_page):
    page = publish_full_page()
    revision = page.latest_revision
    page.body = []
    page.save_revision().publish()
    assert revision.as_object().contents == publish_full_page().contents


def test_a_page_can_be_prepared_for_translation(treatment_page, treatment_index, home_page, settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES = [("en-gb", "English"), ("fr", "French")]
    french = Locale.objects.create(language_code="fr")
    translated = treatment_page.copy_for_translation(french, copy_parents=True)
    assert translated.contents == treatment_page.contents


def test_a_page_whose_picture_was_deleted_still_opens(publish_full_page, client):
    page = publish_full_page()
    page.hero_image.delete()
    assert client.get(page.url).status_code == 200


def test_the_picture_is_described_by_the_page_or_by_itself(treatment_page, picture):
    assert treatment_page.picture_description == ""
    treatment_page.hero_image = picture
    assert treatment_page.picture_description == "A calm room"
    treatment_page.hero_alt = "A nurse beside a chair"
    assert treatment_page.picture_description == "A nurse beside a chair"


def test_an_invitation_to_a_page_that_is_gone_leads_to_the_form(treatment_page, home_page, client, clinic):
    target = factories.InformationPageFactory(parent=home_page, title="Prices", slug="prices")
    treatment_page.body = [("call_to_action", {"heading": "Costs", "page": target})]
    treatment_page.save_revision().publish()
    assert '<a class="tp-button" href="/prices/">' in client.get(treatment_page.url).content.decode()
    target.unpublish()
    assert 'href="/prices/"' not in client.get(treatment_page.url).content.decode()


# What may not be shown, and drafts


def test_a_block_whose_consent_has_lapsed_leaves_no_trace(treatment_page, client, clinic):
    consent = factories.ImageConsentFactory()
    said = {"text": "They took their time.", "who": "Mrs K.", "provenance": "letter", "consent": consent}
    treatment_page.body = [section("First"), ("testimonial", said)]
    treatment_page.save_revision().publish()
    html = client.get(treatment_page.url).content.decode()
    assert "They took their time." in html
    parts = html.count('<section class="tp-section')
    consent.withdrawn_on = datetime.date(2026, 2, 1)
    consent.save()
    html = client.get(treatment_page.url).content.decode()
    assert "They took their time." not in html
    assert html.count('<section class="tp-section') == parts - 1


def test_a_draft_is_previewed_with_what_is_not_saved_yet(publish_full_page, home_page):
    page = publish_full_page()
    page.author_page = page.medical_reviewer = factories.PractitionerPageFactory(parent=home_page, title="Alex Example")
    page.reviewed_on = datetime.date(2026, 1, 15)
    page.concerns.add(factories.ConcernFactory(name="Acne scars"))
    draft = page.save_revision().as_object()
    html = draft.make_preview_request().rendered_content
    assert "Acne scars" in html
    assert "Medically reviewed by" in html
    assert "You are here" in html


def test_a_page_that_was_never_saved_can_be_previewed(treatment_index, clinic):
    page = TreatmentPage(title="New", summary="Soon.", slug="new", live=False)
    page.depth, page.path = treatment_index.depth + 1, treatment_index.path + "0001"
    page.set_url_path(treatment_index)
    assert "<h1>New</h1>" in page.make_preview_request().rendered_content
