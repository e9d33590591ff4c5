"""Videos: only from sites that we know, by key alone; nothing loads before the visitor presses play."""

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from treatment_pages.blocks.video import VideoBlock, hosted_video

KEY = "a1B2-c3_D4e"


@pytest.fixture(autouse=True)
def nothing_remembered_of_other_tests():
    cache.clear()


def document(name: str):
    return get_document_model().objects.create(title=name, file=ContentFile(b"moving pictures", name=name))


def video(**fields):
    return VideoBlock().normalize({"title": "A session", **fields})


def refused(value) -> dict[str, str]:
    with pytest.raises(ValidationError) as error:
        VideoBlock().clean(value)
    return {name: " ".join(one.messages) for name, one in error.value.block_errors.items()}


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={KEY}",
        f"https://youtube.com/watch?list=PL1&v={KEY}&t=30s",
        f"http://m.youtube.com/watch?v={KEY}",
        f"https://youtu.be/{KEY}?si=abc",
        f"https://www.youtube.com/embed/{KEY}",
        f"https://www.youtube.com/shorts/{KEY}/",
        f"https://www.youtube-nocookie.com/embed/{KEY}",
    ],
)
def test_youtube_address_is_understood(address):
    found = hosted_video(address)

    assert found.url == f"https://www.youtube.com/watch?v={KEY}"
    assert found.embed_url.startswith(f"https://www.youtube-nocookie.com/embed/{KEY}?")


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://vimeo.com/123456789", "https://vimeo.com/123456789"),
        ("https://player.vimeo.com/video/123456789?h=abcdef0123", "https://vimeo.com/123456789/abcdef0123"),
        ("https://vimeo.com/123456789/abcdef0123", "https://vimeo.com/123456789/abcdef0123"),
        ("https://vimeo.com/channels/skin/123456789", "https://vimeo.com/123456789"),
        ("https://vimeo.com/123456789?h=<script>", "https://vimeo.com/123456789"),
    ],
)
def test_vimeo_address_is_understood_and_played_without_tracking(address, url):
    found = hosted_video(address)

    assert found.url == url
    assert "dnt=1" in found.embed_url


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nonsense",
        "https://example.com/watch?v=" + KEY,
        "https://youtube.com.example.com/watch?v=" + KEY,
        "https://example.com@evil.example/" + KEY,
        "https://youtu.be/" + KEY + "extra",
        "https://youtu.be/a1B2-c3_D4",
        'https://youtu.be/"onload="x',
        "https://www.youtube.com/watch",
        "https://www.youtube.com/playlist?list=PL1",
        "https://www.youtube.com/@clinic",
        "https://vimeo.com/skinclinic",
        "https://vimeo.com/123456789/settings/../x",
        "javascript://youtu.be/" + KEY,
        "https://[youtu.be/" + KEY,
        "https://youtu.be/１２３４５６７８９０１",
    ],
)
def test_any_other_address_is_no_video(address):
    assert hosted_video(address) is None


def test_page_asks_no_other_site_before_the_visitor_presses(client, treatment_page, clinic, picture):
    body = {"title": "A session", "url": f"https://youtu.be/{KEY}", "poster": {"image": picture}}
    treatment_page.body = [("video", body)]
    treatment_page.save_revision().publish()

    html = client.get(treatment_page.url).content.decode()

    assert "<iframe" not in html
    assert f'<a class="tp-video__play" href="https://www.youtube.com/watch?v={KEY}"' in html
    assert '<button class="tp-video__play" type="button" hidden>' in html
    assert "Plays from YouTube; it may set cookies." in html


def test_policy_lets_only_the_two_players_into_a_frame(client, treatment_page, clinic):
    policy = client.get(treatment_page.url)["Content-Security-Policy"]

    assert "frame-src https://www.youtube-nocookie.com https://player.vimeo.com;" in policy + ";"


def test_admin_frames_only_itself(client, admin_user):
    client.force_login(admin_user)

    assert "frame-src 'self';" in client.get("/admin/")["Content-Security-Policy"] + ";"


def test_file_of_the_site_plays_by_the_browsers_own_means(db, picture):
    file = document("session.mp4")

    html = VideoBlock().render(video(file=file, poster={"image": picture}, transcript="<p>We begin.</p>"))

    assert 'controls playsinline preload="none"' in html
    assert f'<source src="{file.url}" type="video/mp4">' in html
    assert "poster=" not in html
    assert 'loading="lazy"' in html
    assert "We begin." in html


def test_video_whose_poster_lost_its_file_still_plays(db, picture):
    picture.file.storage.delete(picture.file.name)

    html = VideoBlock().render(video(url=f"https://youtu.be/{KEY}", poster={"image": picture}))

    assert "<img" not in html
    assert "data-tp-video" in html


def test_video_with_an_address_is_published(db):
    assert VideoBlock().clean(video(url=f"https://youtu.be/{KEY}", duration="3:45")).seconds == 225


@pytest.mark.parametrize(("duration", "seconds"), [("3:45", 225), ("1:02:03", 3723), ("", None), ("3.45", None)])
def test_length_is_known_in_seconds(duration, seconds, db):
    assert video(duration=duration).seconds == seconds


def test_address_of_another_site_is_refused_with_advice(db):
    assert "YouTube or Vimeo" in refused(video(url="https://example.com/film"))["url"]


def test_video_without_address_and_file_is_refused(db):
    assert "choose a file" in refused(video())["url"]


def test_address_and_file_together_are_refused(db):
    assert "not both" in refused(video(url=f"https://youtu.be/{KEY}", file=document("a.mp4")))["file"]


def test_file_that_browsers_cannot_play_is_refused(db):
    assert "MP4 or WebM" in refused(video(file=document("words.pdf")))["file"]


def test_length_in_other_words_is_refused(db):
    assert "3:45" in refused(video(url=f"https://youtu.be/{KEY}", duration="short"))["duration"]


def test_draft_with_an_address_of_another_site_shows_no_video(client, treatment_page, clinic):
    treatment_page.body = [("video", {"title": "A session", "url": "https://example.com/film"})]
    treatment_page.save()

    assert "A session" not in client.get(treatment_page.url).content.decode()
