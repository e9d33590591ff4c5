"""What a page leads to: related treatments, people, articles, topics; only what visitors can open."""

import datetime

import pytest

from tests import factories
from treatment_pages.around import PEOPLE, RELATED, is_public, pages_around
from treatment_pages.models import RelatedTreatment, TreatmentArticlePage, TreatmentPage


@pytest.fixture
def acne(db):
    return factories.ConcernFactory(name="Acne scars")


@pytest.fixture
def add(treatment_index):
    """Add a treatment for some concerns."""

    def make(title: str, *concerns, **fields) -> TreatmentPage:
        page = factories.TreatmentPageFactory(parent=treatment_index, title=title, **fields)
        page.concerns.set(concerns)
        page.save()
        return page

    return make


def fresh(page: TreatmentPage) -> TreatmentPage:
    return TreatmentPage.objects.get(pk=page.pk)


def related_titles(page) -> list[str]:
    return [one.title for one in fresh(page).around.related]


def restrict(page) -> None:
    page.view_restrictions.create(restriction_type="password", password="secret")


# Related treatments


def test_treatments_for_the_same_concern_are_related(add, acne):
    page = add("Needling", acne)
    add("Peel", acne)
    add("Laser", factories.ConcernFactory())
    assert related_titles(page) == ["Peel"]


def test_a_page_without_concerns_is_related_to_nothing(add, acne):
    page = add("Needling")
    add("Peel")
    assert related_titles(page) == []


def test_the_editors_choice_goes_before_shared_concerns_and_keeps_its_order(add, acne):
    page, _peel = add("Needling", acne), add("Peel", acne)
    page.related_links = [RelatedTreatment(treatment=add(title)) for title in ("Zoom", "Air")]
    page.save()
    assert related_titles(page) == ["Zoom", "Air"]


def test_a_choice_that_nobody_can_open_gives_way_to_shared_concerns(add, acne):
    page, _peel, chosen = add("Needling", acne), add("Peel", acne), add("Zoom")
    page.related_links = [RelatedTreatment(treatment=chosen)]
    page.save()
    chosen.unpublish()
    assert related_titles(page) == ["Peel"]


@pytest.mark.parametrize("hide", [lambda page: page.unpublish(), restrict])
def test_what_visitors_cannot_open_is_not_related(add, acne, hide):
    page, hidden = add("Needling", acne), add("Peel", acne)
    hide(hidden)
    assert related_titles(page) == []


def test_a_restriction_of_a_page_above_hides_what_is_below(add, acne, treatment_index):
    page = add("Needling", acne)
    add("Peel", acne)
    restrict(treatment_index)
    assert related_titles(page) == []


def test_no_more_are_related_than_fit(add, acne):
    page = add("Needling", acne)
    for number in range(RELATED + 2):
        add(f"Other {number}", acne)
    assert len(related_titles(page)) == RELATED


def test_a_treatment_of_another_site_is_not_related_by_concern(add, acne, root_page):
    page = add("Needling", acne)
    elsewhere = factories.TreatmentIndexPageFactory(
        parent=factories.HomePageFactory(parent=root_page, slug="elsewhere"), slug="there"
    )
    other = factories.TreatmentPageFactory(parent=elsewhere)
    other.concerns.set([acne])
    other.save()
    assert related_titles(page) == []


def test_a_draft_shows_the_concerns_and_links_that_are_not_saved_yet(add, acne):
    page, peel, other = add("Needling"), add("Peel", acne), add("Laser")
    page.concerns.set([acne])
    assert page.save_revision().as_object().around.related == [peel]
    page.related_links = [RelatedTreatment(treatment=other)]
    assert page.save_revision().as_object().around.related == [other]
    assert related_titles(page) == []


# People


def test_who_does_a_treatment_stands_on_its_page(treatment_page, home_page, client, clinic):
    person = factories.PractitionerPageFactory(parent=home_page, title="Miriam Example")
    person.treatments.add(treatment_page)
    person.save()
    html = client.get(treatment_page.url).content.decode()
    assert f'<a href="{person.url}">Miriam Example</a>' in html
    person.unpublish()
    assert "Miriam Example" not in client.get(treatment_page.url).content.decode()


def test_no_more_people_stand_there_than_fit(treatment_page, home_page):
    for _ in range(PEOPLE + 1):
        person = factories.PractitionerPageFactory(parent=home_page)
        person.treatments.add(treatment_page)
        person.save()
    assert len(fresh(treatment_page).around.practitioners) == PEOPLE


# Articles


def test_articles_about_a_treatment_stand_on_its_page_the_newest_first(treatment_page, treatment_index):
    for title, year in (("Old", 2020), ("New", 2024)):
        factories.TreatmentArticlePageFactory(
            parent=treatment_index, title=title, treatment=treatment_page, published_on=datetime.date(year, 1, 1)
        )
    factories.TreatmentArticlePageFactory(parent=treatment_index, title="Draft", treatment=treatment_page, live=False)
    factories.TreatmentArticlePageFactory(parent=treatment_index, title="About nothing")
    assert [article.title for article in fresh(treatment_page).around.articles] == ["New", "Old"]


def test_an_article_leads_to_others_about_the_same_treatment_never_to_itself(treatment_page, treatment_index):
    first, second = (
        factories.TreatmentArticlePageFactory(parent=treatment_index, treatment=treatment_page) for _ in range(2)
    )
    article = TreatmentArticlePage.objects.get(pk=first.pk)
    assert article.around.articles == [second]
    assert article.public_treatment == treatment_page


def test_an_article_about_nothing_leads_to_no_other(treatment_index):
    articles = [factories.TreatmentArticlePageFactory(parent=treatment_index) for _ in range(2)]
    assert articles[0].around.articles == []
    assert articles[0].public_treatment is None


# Chosen pages and translations


def test_a_chosen_draft_is_kept_and_not_shown(treatment_page, home_page):
    target = factories.InformationPageFactory(parent=home_page, slug="prices", live=False)
    treatment_page.body = [("call_to_action", {"heading": "Costs", "page": target})]
    treatment_page.save()
    page = fresh(treatment_page)
    value = page.sections[0].block.value
    assert value["page"].pk == target.pk
    assert value.public_page is None
    page.save()
    assert fresh(page).body[0].value["page"].pk == target.pk


def test_a_chosen_page_behind_a_password_is_not_linked(treatment_page, home_page):
    target = factories.InformationPageFactory(parent=home_page, slug="prices")
    restrict(target)
    treatment_page.body = [("call_to_action", {"heading": "Costs", "page": target})]
    treatment_page.save()
    assert fresh(treatment_page).sections[0].block.value.public_page is None


def test_a_page_knows_whether_it_is_public_without_having_been_looked_up(treatment_page):
    assert is_public(treatment_page)
    restrict(treatment_page)
    assert not is_public(TreatmentPage.objects.get())


def test_all_around_a_page_costs_one_query(publish_full_page, django_assert_num_queries):
    page = fresh(publish_full_page())
    with django_assert_num_queries(1):
        pages_around(page, [page.pk, 1])


# Topics


def test_topics_lead_to_their_listings(treatment_page, treatment_index, client, clinic, acne):
    treatment_page.concerns.set([acne])
    treatment_page.body_areas.set([factories.BodyAreaFactory(name="Face")])
    treatment_page.save()
    html = client.get(treatment_page.url).content.decode()
    assert f'href="{treatment_index.term_url(acne)}">Acne scars</a>' in html
    assert ">Face</a>" in html
    assert "Kind of treatment" not in html


def test_topics_are_read_in_one_query(treatment_page, acne, django_assert_num_queries):
    treatment_page.concerns.set([acne, factories.ConcernFactory(name="ageing")])
    treatment_page.categories.set([factories.TreatmentCategoryFactory(name="Needling")])
    treatment_page.save()
    page = fresh(treatment_page)
    with django_assert_num_queries(1):
        assert [term.name for term in page.topics] == ["Needling", "Acne scars", "ageing"]


def test_a_draft_shows_topics_that_are_not_saved_yet(treatment_page, acne):
    treatment_page.concerns.set([acne])
    assert treatment_page.save_revision().as_object().topics == [acne]
    assert fresh(treatment_page).topics == []


def test_tags_of_an_article_lead_to_their_listings(treatment_index, client, clinic):
    article = factories.TreatmentArticlePageFactory(parent=treatment_index)
    article.tags.add("Scars")
    article.save()
    html = client.get(article.url).content.decode()
    assert f'href="{treatment_index.url}articles/tag/scars/" rel="tag">Scars</a>' in html


@pytest.mark.parametrize("count", [0, 1, 8, 9])
def test_all_chosen_pages_are_found_however_many(add, count, django_assert_num_queries):
    page = add("Microneedling")
    chosen = {add(f"Treatment {number}").pk for number in range(count)}
    with django_assert_num_queries(1):
        assert pages_around(page, chosen).chosen.keys() == chosen
