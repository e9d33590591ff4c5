"""What the pages cost the database: bounded, and flat however much an editor writes."""

import datetime

import pytest
import wagtail_factories
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site
from wagtail.rich_text import RichText
from wagtail.signal_handlers import disable_reference_index_auto_update

from tests import factories
from treatment_pages.models import RelatedTreatment, TreatmentPage


@pytest.fixture
def queries_of(client):
    """The queries that a visitor's request costs when nothing is cached and the pictures are drawn."""

    def sent_for(page) -> list[str]:
        assert client.get(page.url).status_code == 200
        cache.clear()
        Site.clear_site_root_paths_cache()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page.url).status_code == 200
        return [query["sql"] for query in queries]

    return sent_for


def person(parent, **fields):
    portrait = wagtail_factories.ImageFactory()
    return factories.PractitionerPageFactory(parent=parent, portrait=portrait, **fields)


@pytest.fixture
def publish_everything(publish_full_page, treatment_index, home_page):
    """Publish the page of every block, with all that can stand around it, `copies` times where it may repeat."""

    def publish(copies: int = 2) -> TreatmentPage:
        page = publish_full_page(copies=copies)
        claims = [f'<p><a linktype="claim" id="{factories.SourceFactory().pk}">So.</a></p>' for _ in range(copies)]
        for claim in claims:
            page.body.append(("section", {"heading": "Said", "text": RichText(claim)}))
        page.author_page, page.medical_reviewer = person(home_page), person(treatment_index)
        page.reviewed_on = datetime.date(2026, 1, 15)
        for _ in range(copies):
            page.concerns.add(factories.ConcernFactory())
            page.body_areas.add(factories.BodyAreaFactory())
            page.categories.add(factories.TreatmentCategoryFactory())
            related = factories.TreatmentPageFactory(
                parent=treatment_index, hero_image=wagtail_factories.ImageFactory(), body=page.body
            )
            page.related_links.add(RelatedTreatment(treatment=related))
            factories.TreatmentArticlePageFactory(
                parent=treatment_index, treatment=page, hero_image=wagtail_factories.ImageFactory()
            )
            someone = person(home_page)
            someone.treatments.add(page)
            someone.save()
        page.save_revision().publish()
        return TreatmentPage.objects.get(pk=page.pk)

    return publish


def article_about(page, index, **fields):
    """An article with the blocks of a treatment page."""
    return factories.TreatmentArticlePageFactory(
        parent=index, treatment=page, hero_image=page.hero_image, body=page.body, **fields
    )


def test_a_page_with_every_block_twice_costs_at_most_twenty_queries(publish_everything, queries_of):
    queries = queries_of(publish_everything(copies=2))
    assert len(queries) <= 20, "\n".join(queries)


def test_an_article_with_every_block_twice_costs_at_most_twenty_queries(
    treatment_index, publish_everything, queries_of
):
    treatment = publish_everything(copies=2)
    article = article_about(treatment, treatment_index, author_page=treatment.author_page, takes_questions=True)
    article.tags.add("scars", "needling")
    article.save()
    queries = queries_of(article)
    assert len(queries) <= 20, "\n".join(queries)


def test_four_times_as_much_costs_no_more_queries(publish_everything, queries_of):
    few, many = (queries_of(publish_everything(copies=copies)) for copies in (2, 4))
    assert len(few) == len(many), "\n".join(many)


def test_all_records_of_one_kind_are_looked_up_at_once(publish_full_page, django_assert_num_queries):
    page = TreatmentPage.objects.select_related("hero_image").get(pk=publish_full_page(copies=2).pk)
    with CaptureQueriesContext(connection) as queries:
        assert page.sections
    tables = [query["sql"].split('FROM "')[-1].split('"')[0] for query in queries]
    assert len(tables) == len(set(tables))


def test_key_facts_are_read_without_a_query(publish_full_page, django_assert_num_queries):
    page = TreatmentPage.objects.get(pk=publish_full_page().pk)
    with django_assert_num_queries(0):
        assert page.key_facts.rows


def test_a_person_with_many_treatments_and_articles_costs_no_more_queries(
    treatment_index, home_page, clinic, queries_of
):
    someone = person(home_page)

    def add(count: int) -> None:
        for _ in range(count):
            picture = wagtail_factories.ImageFactory()
            treatment = factories.TreatmentPageFactory(parent=treatment_index, hero_image=picture)
            someone.treatments.add(treatment)
            article_about(treatment, treatment_index, author_page=someone)
        someone.save()

    add(2)
    few = len(queries_of(someone))
    add(4)
    assert len(queries_of(someone)) == few <= 20


def test_sixty_treatments_cost_no_more_queries_than_five(treatment_index, clinic, picture, queries_of):
    def add(count: int) -> None:
        with disable_reference_index_auto_update():
            for _ in range(count):
                factories.TreatmentPageFactory(
                    parent=treatment_index, hero_image=picture, body=[("key_facts", {"downtime": "a day"})]
                )
                factories.TreatmentArticlePageFactory(parent=treatment_index, hero_image=picture)

    add(5)
    few = len(queries_of(treatment_index))
    add(55)
    assert len(queries_of(treatment_index)) == few
