"""Pictures: sizes and formats by role, made when a page is published."""

from itertools import count

import pytest
import wagtail_factories
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.template import Context, Template
from wagtail.images import get_image_model
from wagtail.images.models import Picture, Rendition

from tests import factories
from treatment_pages import pictures

TAG = Template('{% load picture_tags %}{% tp_picture image role alt="A calm room" %}')


NASTY = """<b>"'&</b>"""


@pytest.fixture(autouse=True)
def nothing_remembered_of_other_tests():
    cache.clear()


@pytest.fixture
def wide_picture(db):
    return wagtail_factories.ImageFactory(file__width=1700, file__height=1200)


def render(image, role: str) -> str:
    return TAG.render(Context({"image": image, "role": role}))


def lose_the_file(image) -> None:
    image.file.storage.delete(image.file.name)


def test_picture_is_offered_in_three_formats_with_room_reserved(wide_picture):
    html = render(wide_picture, "card")

    assert html.index('type="image/avif"') < html.index('type="image/webp"') < html.index("<img")
    assert all(said in html for said in ('width="384"', 'height="256"', 'alt="A calm room"'))
    assert html.count("384w") == html.count("660w") == html.count("960w") == 3
    assert 'loading="lazy"' in html


@pytest.mark.parametrize("role", ["hero", "pair", "share"])
def test_picture_is_written_as_wagtail_would(role, db):
    assert_written_as_wagtail_would(wagtail_factories.ImageFactory(file__width=700, file__height=500), role)


def test_drawing_is_written_as_wagtail_would(db):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="1700" height="1200"/>'
    drawing = get_image_model().objects.create(
        title="A line", file=ContentFile(svg, "line.svg"), width=1700, height=1200
    )
    assert_written_as_wagtail_would(drawing, "card")


def assert_written_as_wagtail_would(image, role: str) -> None:
    made = pictures.renditions(image, role)
    has_sizes = len({rendition.width for rendition in made.values()}) > 1
    attributes = {
        "alt": NASTY,
        "sizes": pictures.ROLES[role].room if has_sizes else None,
        "loading": "eager" if pictures.ROLES[role].is_first_seen else "lazy",
        "fetchpriority": "high" if pictures.ROLES[role].is_first_seen else None,
        "decoding": "async",
        "class": "x",
    }
    assert pictures.picture(image, role, NASTY, **{"class": "x"}) == Picture(made, attributes).__html__()


def test_picture_in_a_store_that_signs_its_addresses_is_signed_anew(wide_picture, monkeypatch):
    """A file's address is only remembered where it is a path on our disk."""
    numbers = count(1)
    monkeypatch.setattr(FileSystemStorage, "url", lambda storage, name: f"https://files.example/{name}?{next(numbers)}")
    monkeypatch.setattr(pictures, "FileSystemStorage", type("Folder", (FileSystemStorage,), {"url": None}))
    first, second = (render(wide_picture, "share") for _time in range(2))
    assert first != second


def test_picture_of_the_first_screen_comes_at_once(wide_picture):
    html = render(wide_picture, "hero")

    assert 'loading="eager"' in html
    assert 'fetchpriority="high"' in html


def test_shared_link_gets_a_single_jpeg(wide_picture):
    shared = pictures.single(wide_picture, "share")

    assert (shared.width, shared.height, shared.url[-4:]) == (1200, 630, ".jpg")


@pytest.mark.parametrize("role", pictures.ROLES)
@pytest.mark.parametrize("size", [(40, 30), (700, 500), (1000, 1000), (900, 2000)])
def test_no_size_is_offered_twice(role, size, db):
    image = wagtail_factories.ImageFactory(file__width=size[0], file__height=size[1])

    made = pictures.renditions(image, role)

    described = [(spec.split("|")[0], rendition.width) for spec, rendition in made.items()]
    assert len(set(described)) == len(described) > 0
    assert all(rendition.width <= size[0] for rendition in made.values())


def test_single_size_needs_no_sizes(db):
    html = render(wagtail_factories.ImageFactory(file__width=40, file__height=30), "card")

    assert "<img" in html
    assert "sizes=" not in html


def test_picture_with_prefetched_renditions_costs_no_query(wide_picture, django_assert_num_queries):
    render(wide_picture, "card")
    cache.clear()
    image = get_image_model().objects.prefetch_related("renditions").get()

    with django_assert_num_queries(0):
        assert "<picture>" in render(image, "card")


@pytest.mark.parametrize("role", pictures.ROLES)
def test_picture_without_its_file_is_left_out(role, picture):
    lose_the_file(picture)

    assert render(picture, role) == ""
    assert pictures.single(picture, role) is None
    assert pictures.preload(picture, role) is None


def test_unreadable_file_is_left_out(picture):
    with picture.file.storage.open(picture.file.name, "wb") as file:
        file.write(b"no picture at all")

    assert render(picture, "card") == ""


def test_no_picture_is_no_markup(db):
    assert render(None, "card") == ""


def test_preload_offers_what_a_browser_will_choose_from(wide_picture):
    asked = pictures.preload(wide_picture, "hero")

    best = render(wide_picture, "hero").split("</picture>")[0].split("<source")[1]
    assert f'srcset="{asked.srcset}"' in best
    assert f'sizes="{asked.room}"' in best
    assert f'type="{asked.mime_type}"' in best


def test_nothing_is_preloaded_for_no_picture(db):
    template = Template('{% load picture_tags %}{% tp_picture_preload image "hero" %}')

    assert template.render(Context({"image": None})).strip() == ""


def test_first_visitor_finds_all_pictures_made(
    client, treatment_index, treatment_page, clinic, wide_picture, django_capture_on_commit_callbacks
):
    shot = {"image": wide_picture, "alt": "A calm room"}
    consented = {"consent": factories.ImageConsentFactory(), "note": "Results differ."}
    treatment_page.hero_image = wide_picture
    treatment_page.body = [
        ("image", shot),
        ("before_after", {"before": shot, "after": shot, **consented}),
        ("video", {"title": "A session", "url": "https://vimeo.com/123456789", "poster": shot}),
    ]
    with django_capture_on_commit_callbacks(execute=True):
        treatment_page.save_revision().publish()
    made = Rendition.objects.count()
    cache.clear()

    for page in (treatment_page, treatment_index):
        assert "<picture>" in client.get(page.url).content.decode()

    assert Rendition.objects.count() == made > 0


def test_portrait_is_made_when_its_page_is_published(
    client, treatment_index, clinic, wide_picture, django_capture_on_commit_callbacks
):
    person = factories.PractitionerPageFactory(parent=treatment_index, portrait=wide_picture)
    with django_capture_on_commit_callbacks(execute=True):
        person.save_revision().publish()
    made = Rendition.objects.count()
    cache.clear()

    assert "<picture>" in client.get(person.url).content.decode()

    assert Rendition.objects.count() == made > 0


def test_pictures_without_consent_are_not_drawn(treatment_page, wide_picture):
    shot = {"image": wide_picture, "alt": "A calm room"}
    treatment_page.body = [("before_after", {"before": shot, "after": shot})]

    assert list(treatment_page.pictures()) == []


def test_picture_that_cannot_be_made_stops_no_publishing(
    client, treatment_page, clinic, picture, caplog, django_capture_on_commit_callbacks
):
    lose_the_file(picture)
    treatment_page.hero_image = picture

    with django_capture_on_commit_callbacks(execute=True):
        treatment_page.save_revision().publish()

    assert "cannot be shown" in caplog.text
    response = client.get(treatment_page.url)
    assert response.status_code == 200
    assert "tp-hero" not in response.content.decode()


def test_page_without_pictures_publishes_as_ever(home_page, django_capture_on_commit_callbacks):
    page = factories.InformationPageFactory(parent=home_page)

    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    assert not Rendition.objects.exists()
