"""A player asks for parts of a video; nobody gets a part of what he may not have whole."""

import pytest
from wagtail.models import CollectionViewRestriction

from tests import factories

CONTENT = b"moving pictures"


@pytest.fixture
def ask(client, db):
    """The answer to a request for a range of a document."""

    def ask(asked: str, document=None, **headers):
        document = document or factories.VideoFileFactory()
        return client.get(document.url, headers={"Range": asked, **headers})

    return ask


@pytest.mark.parametrize(
    ("asked", "part", "span"),
    [
        ("bytes=0-1", b"mo", "0-1"),
        ("bytes=7-", b"pictures", "7-14"),
        ("bytes=-8", b"pictures", "7-14"),
        ("bytes=-99", CONTENT, "0-14"),
        ("bytes=13-500", b"es", "13-14"),
    ],
)
def test_part_is_sent_as_asked(asked, part, span, ask):
    response = ask(asked)

    assert (response.status_code, response.content) == (206, part)
    assert response["Content-Range"] == f"bytes {span}/15"
    assert response["Content-Type"] == "video/mp4"


@pytest.mark.parametrize("asked", ["bytes=15-", "bytes=9-3", "bytes=-", "bytes=-0"])
def test_part_that_does_not_exist_is_refused(asked, ask):
    response = ask(asked)

    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */15"


@pytest.mark.parametrize("asked", ["", "nonsense", "bytes=0-1,4-5", "bytes=x-y", "bytes=١-٢", "bytes=" + "9" * 5000])
def test_anything_else_is_answered_with_the_whole_file(asked, ask):
    assert b"".join(ask(asked).streaming_content) == CONTENT


def test_part_of_a_changed_file_is_not_sent(ask):
    assert ask("bytes=0-1", **{"If-Range": '"an earlier file"'}).status_code == 200


def test_document_that_is_no_video_comes_whole(ask):
    assert ask("bytes=0-1", factories.VideoFileFactory(file__filename="words.pdf")).status_code == 200


def test_video_behind_a_login_is_not_sent_in_parts_either(ask):
    video = factories.VideoFileFactory()
    CollectionViewRestriction.objects.create(collection=video.collection, restriction_type="login")

    assert ask("bytes=0-1", video).status_code == 302


def test_video_whose_file_is_gone_is_not_found(ask):
    video = factories.VideoFileFactory()
    video.file.storage.delete(video.file.name)

    assert ask("bytes=0-1", video).status_code == 404
