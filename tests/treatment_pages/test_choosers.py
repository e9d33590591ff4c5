"""What blocks choose is read once for the whole page."""

import pytest
import wagtail_factories
from django.core.cache import cache
from wagtail.images import get_image_model
from wagtail.rich_text import RichText

from tests import factories
from treatment_pages.blocks.choosers import chosen_keys, images_by_key, shared_lookup
from treatment_pages.models import Source, TreatmentPage


def fresh(page: TreatmentPage) -> TreatmentPage:
    return TreatmentPage.objects.get(pk=page.pk)


def cites(source: Source) -> RichText:
    return RichText(f'<p><a linktype="claim" id="{source.pk}">A sentence.</a></p>')


@pytest.fixture
def images(db):
    """Two pictures, of which the first was shown before."""
    cache.clear()  # renditions of earlier tests, by keys that come again
    shown, unseen = (wagtail_factories.ImageFactory() for _ in range(2))
    shown.get_rendition("width-100")
    return shown, unseen


def test_sources_of_rich_texts_are_among_the_chosen(treatment_page):
    source = factories.SourceFactory()
    treatment_page.body = [("section", {"heading": "One", "text": cites(source)})]
    assert chosen_keys(treatment_page.body) == {Source: {source.pk}}


def test_a_source_that_only_the_introduction_cites_is_listed(treatment_index, client, clinic):
    source = factories.SourceFactory(title="A study of patience")
    article = factories.TreatmentArticlePageFactory(
        parent=treatment_index, introduction=cites(source).source, body=[("section", {"heading": "One"})]
    )
    assert "A study of patience" in client.get(article.url).content.decode()


def test_given_records_are_not_asked_for(treatment_page, django_assert_num_queries):
    source = factories.SourceFactory()
    treatment_page.body = [("evidence", {"claims": [{"statement": "A", "source": source}]})]
    treatment_page.save()
    body = fresh(treatment_page).body
    with django_assert_num_queries(0), shared_lookup(chosen_keys(body), {Source: {source.pk: source}}):
        assert body[0].value["claims"][0]["source"] == source


def test_pictures_come_with_their_renditions(images, django_assert_num_queries):
    shown, _unseen = images
    model = get_image_model()
    with django_assert_num_queries(2):
        found = images_by_key(model, {shown.pk})
    with django_assert_num_queries(0):
        assert found[shown.pk].get_rendition("width-100").width <= 100


def test_pictures_at_hand_get_their_renditions_in_one_query(images, django_assert_num_queries):
    shown, unseen = images
    with django_assert_num_queries(1):
        images_by_key(get_image_model(), {shown.pk}, at_hand=[shown, unseen])
    assert [len(image.prefetched_renditions) for image in (shown, unseen)] == [1, 0]


def test_pictures_without_renditions_are_found_too(images, django_assert_num_queries):
    keys = {image.pk for image in images}
    with django_assert_num_queries(2):
        assert images_by_key(get_image_model(), keys).keys() == keys


def test_a_picture_that_is_gone_is_missing(images):
    assert images_by_key(get_image_model(), {images[0].pk, 0}).keys() == {images[0].pk}


def test_pictures_at_hand_get_their_renditions(images, django_assert_num_queries):
    shown = get_image_model().objects.get(pk=images[0].pk)
    images_by_key(type(shown), set(), at_hand=[shown])
    with django_assert_num_queries(0):
        shown.get_rendition("width-100")


def test_nothing_chosen_costs_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert images_by_key(get_image_model(), set()) == {}


def test_the_records_of_a_page_are_at_hand_by_model_and_key(treatment_page):
    source = factories.SourceFactory()
    treatment_page.body = [("section", {"heading": "One", "text": cites(source)})]
    treatment_page.save()
    assert fresh(treatment_page).chosen_records[Source] == {source.pk: source}


def test_a_deleted_record_leaves_its_place_empty(treatment_page):
    source = factories.SourceFactory()
    treatment_page.body = [("evidence", {"claims": [{"statement": "A", "source": source}]})]
    treatment_page.save()
    Source.objects.all().delete()
    page = fresh(treatment_page)
    assert not page.sections[0].block.value["claims"][0]["source"]
    assert page.chosen_records[Source] == {}
