"""What the pages cost the database: bounded, and flat however much an editor writes."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from tests import factories


@pytest.fixture
def queries_of(client):
    """The number of queries that a visitor's request costs when nothing is cached and the pictures are drawn."""

    def count(page) -> int:
        cache.clear()
        assert client.get(page.url).status_code == 200
        cache.clear()
        Site.clear_site_root_paths_cache()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(page.url).status_code == 200
        return len(queries)

    return count


def test_a_page_with_every_block_costs_at_most_twenty_queries(publish_full_page, queries_of):
    assert queries_of(publish_full_page()) <= 20


def test_an_article_with_every_block_costs_at_most_twenty_queries(treatment_index, publish_full_page, queries_of):
    treatment = publish_full_page()
    article = factories.TreatmentArticlePageFactory(
        parent=treatment_index, treatment=treatment, hero_image=treatment.hero_image, body=treatment.body
    )
    assert queries_of(article) <= 20


def test_more_blocks_cost_no_more_queries(publish_full_page, queries_of):
    assert queries_of(publish_full_page(copies=2)) == queries_of(publish_full_page(copies=1))


def test_all_records_of_one_kind_are_looked_up_at_once(publish_full_page, django_assert_num_queries):
    page = type(publish_full_page(copies=2)).objects.get()
    with django_assert_num_queries(3):
        assert page.sections


def test_key_facts_are_read_without_a_query(publish_full_page, django_assert_num_queries):
    page = type(publish_full_page()).objects.get()
    with django_assert_num_queries(0):
        assert page.key_facts.rows


def test_sixty_treatments_cost_no_more_queries_than_five(treatment_index, clinic, picture, queries_of):
    def add(count: int) -> None:
        for _ in range(count):
            factories.TreatmentPageFactory(
                parent=treatment_index, hero_image=picture, body=[("key_facts", {"downtime": "a day"})]
            )
            factories.TreatmentArticlePageFactory(parent=treatment_index, hero_image=picture)

    add(5)
    few = queries_of(treatment_index)
    add(55)
    assert queries_of(treatment_index) == few
