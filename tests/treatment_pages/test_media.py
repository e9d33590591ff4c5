"""Pictures in the text: described, captioned, looked up together, never a reason for an error."""

import pytest
import wagtail_factories
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from treatment_pages import pictures
from treatment_pages.blocks.media import FigureBlock
from treatment_pages.models import TreatmentPage


@pytest.fixture(autouse=True)
def nothing_remembered_of_other_tests():
    cache.clear()


def figure(**fields):
    return FigureBlock().normalize(fields)


def errors_of(block, value) -> dict[str, str]:
    with pytest.raises(ValidationError) as refused:
        block.clean(value)
    return {name: " ".join(error.messages) for name, error in refused.value.block_errors.items()}


def test_picture_is_shown_with_description_and_caption(picture):
    html = FigureBlock().render(figure(image=picture, alt="A calm room", caption="Where we talk."))

    assert 'alt="A calm room"' in html
    assert "<figcaption>Where we talk.</figcaption>" in html


def test_decorative_picture_has_an_empty_description(picture):
    html = FigureBlock().render(figure(image=picture, alt="A calm room", is_decorative=True))

    assert 'alt=""' in html or "alt decoding" in html
    assert "A calm room" not in html


@pytest.mark.parametrize("alt", ["", "   "])
def test_picture_without_description_is_not_published(alt, picture):
    errors = errors_of(FigureBlock(), figure(image=picture, alt=alt))

    assert "Decorative" in errors["alt"]


def test_decorative_picture_needs_no_description(picture):
    assert FigureBlock().clean(figure(image=picture, is_decorative=True))


def test_picture_whose_file_is_gone_leaves_the_page_standing(client, treatment_page, clinic, picture):
    treatment_page.body = [("image", {"image": picture, "alt": "A calm room", "caption": "Where we talk."})]
    treatment_page.save()
    picture.file.storage.delete(picture.file.name)

    response = client.get(treatment_page.url)

    assert response.status_code == 200
    assert "Where we talk." not in response.content.decode()


def test_picture_deleted_from_the_library_leaves_the_page_standing(client, treatment_page, clinic, picture):
    treatment_page.body = [("image", {"image": picture, "alt": "A calm room"})]
    treatment_page.save()
    picture.delete()

    assert client.get(treatment_page.url).status_code == 200


def test_pictures_of_all_blocks_are_looked_up_at_once(treatment_page, django_assert_num_queries):
    picture = [{"image": wagtail_factories.ImageFactory(), "alt": "Skin"} for _ in range(4)]
    video = {"title": "A session", "url": "https://vimeo.com/123456789", "poster": picture[3]}
    treatment_page.body = [*(("image", one) for one in picture), ("video", video), ("video", video)]
    treatment_page.save()
    for shown in treatment_page.pictures():
        pictures.renditions(*shown)
    page = type(treatment_page).objects.get()

    with django_assert_num_queries(3):  # the pages around this one, all images, and all their renditions
        assert all("<picture>" in part.block.render() for part in page.sections)


@pytest.mark.parametrize("name", ["image", "before_after", "video"])
def test_block_picker_previews_the_block_with_drawings(name, client, admin_user):
    client.force_login(admin_user)
    block = TreatmentPage._meta.get_field("body").stream_block.child_blocks[name]

    html = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}).content.decode()

    assert "treatment_pages/examples/" in html


@pytest.fixture
def post_empty_blocks(client, admin_user, treatment_page):
    """Sends the editor's form with the three blocks as they are before anybody fills them in."""
    empty_picture = {"image": "", "alt": ""}
    pair = {"heading": "Before and after", "before": empty_picture, "after": empty_picture}
    video = {"title": "", "poster": empty_picture, "url": "https://example.com/film", "file": "", "duration": ""}
    body = streamfield(
        [
            ("image", {**empty_picture, "caption": "Where we talk."}),
            ("before_after", {**pair, "sessions": "", "weeks_after": "", "consent": "", "note": ""}),
            ("video", {**video, "transcript": "null"}),
        ]
    )
    nothing = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": ""}
    page = {"title": "Peel", "slug": "peel", "summary": "Acid.", "review_interval_months": "12", "body": body}
    data = nested_form_data({**page, "comments": nothing, "related_links": nothing})
    url = reverse("wagtailadmin_pages:edit", args=[treatment_page.pk])
    client.force_login(admin_user)
    return lambda **fields: client.post(url, {**data, **fields})


def test_empty_blocks_are_kept_in_a_draft(post_empty_blocks, treatment_page):
    post_empty_blocks()

    kept = TreatmentPage.objects.get(pk=treatment_page.pk).get_latest_revision_as_object()
    assert [block.block_type for block in kept.body] == ["image", "before_after", "video"]


def test_empty_blocks_can_be_previewed(post_empty_blocks, treatment_page, clinic):
    post_empty_blocks()
    draft = TreatmentPage.objects.get(pk=treatment_page.pk).get_latest_revision_as_object()

    assert draft.make_preview_request().status_code == 200


def test_publishing_empty_blocks_says_what_is_missing_and_keeps_what_was_typed(post_empty_blocks):
    response = post_empty_blocks(**{"action-publish": "1"})

    errors = response.context["form"].errors["body"].as_data()[0].block_errors
    assert set(errors) == {0, 1, 2}
    assert "Where we talk." in response.content.decode()
    assert "https://example.com/film" in response.content.decode()
